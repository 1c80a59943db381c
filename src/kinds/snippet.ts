import type { FieldDefinition } from "./field";
import type { SkeletonNotation, SkeletonSettings } from "./skeleton";

/** Writes the values of a skeleton and counts its tab stops. Syntax: LSP 3.17, "Snippet Syntax". */
export class Snippet {
  private stops = 0;

  constructor(
    readonly settings: SkeletonSettings,
    private readonly notation: SkeletonNotation,
  ) {}

  /** True when a value for the field is given. Only fields outside lists can be. */
  knows(field: FieldDefinition): boolean {
    return this.settings.known[field.path] !== undefined;
  }

  /** The value of a field: what is known, its constant, a choice, or a stand-in that names what is wanted. */
  value(field: FieldDefinition, path: string): string {
    const known = field.constant ?? this.settings.known[path];
    if (known !== undefined) return escaped(this.written(known));
    const choices = this.choicesOf(field);
    if (choices.length > 0) {
      const stop = `\${${++this.stops}|${choices.map(escapedChoice).join(",")}|}`;
      return field.shape === "boolean" ? stop : this.quoted(stop);
    }
    if (field.shape === "number" || field.shape === "integer" || field.shape === "numbers") {
      return `\${${++this.stops}:${escaped(this.written(hint(field)))}}`;
    }
    return this.quoted(`\${${++this.stops}:${escaped(hint(field))}}`);
  }

  private choicesOf(field: FieldDefinition): readonly string[] {
    if (field.shape === "boolean") return ["true", "false"];
    if (field.scale === "likelihood") return this.settings.matrix.likelihood;
    if (field.scale === "consequence") return this.settings.matrix.consequence;
    if (field.scale === "level") return this.settings.matrix.levels;
    return field.choices.map((choice) => choice.value);
  }

  private quoted(text: string): string {
    return this.notation === "json" ? `"${text}"` : text;
  }

  /** A text as a scalar: quoted in JSON, and in YAML where it would not be read as this text. */
  private written(text: string): string {
    const plain = /^[A-Za-z<][^:#\n]*$/.test(text) && !/^(?:true|false|null|yes|no|on|off|~)$/i.test(text) && text.trim() === text;
    return this.notation === "yaml" && (plain || /^\d{4}-\d{2}-\d{2}$/.test(text)) ? text : JSON.stringify(text);
  }
}

/** A stand-in such as `<primary uses>`: short, and not taken for an answer. */
function hint(field: FieldDefinition): string {
  const words = field.title.replace(/[<>@:/]/g, " ").replace(/\s+/g, " ").trim();
  return `<${/^[A-Z][a-z]/.test(words) ? words.charAt(0).toLowerCase() + words.slice(1) : words}>`;
}

function escaped(text: string): string {
  return text.replace(/[\\$}]/g, "\\$&");
}

function escapedChoice(text: string): string {
  return text.replace(/[\\$},|]/g, "\\$&");
}
