import type { Document, Part } from "../documents/document";
import type { KindId } from "../kinds/field";
import { isKindId, kind as kindWithId } from "../kinds/kinds";
import { hasContentOf, kindKey } from "./content";
import { formats, nativeFormat } from "./formats";
import { isNative } from "./format";
import type { Format, Recognition } from "./format";
import { kindOfName } from "./names";

/** What the workspace says about files, beyond what is in them. */
export interface RecognitionContext {
  /** Path relative to its workspace folder, with forward slashes. */
  readonly path: string;
  /** The kind that a person chose for this file, or `none`. */
  readonly forced?: KindId | "none";
  /** The kind that the profile's file patterns give the path, or `none`. */
  readonly pattern?: KindId | "none";
  /** The workspace's own names for fields, by kind. */
  readonly names?: Readonly<Partial<Record<KindId, Readonly<Record<string, string>>>>>;
}

const DIRECTIVE = /^clausewise:\s*kind\s*=\s*["']?([a-z-]+)["']?\s*$/i;

/**
 * Decides what a part is. The first that applies wins: a person's choice, a `clausewise: kind=…` comment, the `kind:` key, the
 * profile's patterns, the file name together with content, and last what a foreign format knows by its own marks. A file that
 * merely has a promising name is left alone.
 */
export function recognise(part: Part, document: Document, context: RecognitionContext): Recognition {
  if (context.forced === "none") return nothing("You chose “None” for this file.");
  if (context.forced) return as(context.forced, part, document, "forced", "You chose this kind for this file.");

  const directive = directiveOf(document, part);
  if (directive === "none") return nothing("A `clausewise: kind=none` comment says so.");
  if (directive && isKindId(directive)) return as(directive, part, document, "directive", "A `clausewise: kind=…` comment says so.");

  const key = kindKey(part, document);
  if (key !== undefined && isKindId(key)) return { kind: key, format: nativeFormat(document.language), by: "kind-key", because: `Its \`kind\` is \`${key}\`.` };

  if (context.pattern === "none") return nothing("A file pattern in `clausewise.yaml` leaves it out.");
  if (context.pattern) return as(context.pattern, part, document, "pattern", "A file pattern in `clausewise.yaml` matches it.");

  for (const format of formats) {
    const known = format.languages.includes(document.language) ? format.recognise(part, document) : undefined;
    if (known) return { kind: known, format, by: "content", because: `It is written as ${format.title}.` };
  }

  const promised = kindOfName(context.path);
  if (promised === undefined) return nothing("Neither its content nor its name says what it is.");
  // Another tool's `kind:` (Kubernetes has one in every file) says that the file is not ours, whatever its name.
  if (key === undefined && hasContentOf(part, kindWithId(promised), document)) {
    return { kind: promised, format: nativeFormat(document.language), by: "name", because: "Its name and its content say so." };
  }
  const foreign = foreignFormat(promised, part, document);
  if (foreign) return { kind: promised, format: foreign, by: "name", because: `Its name and its content say so: it is written as ${foreign.title}.` };
  return { ...nothing("Its name promises a kind, but its content is something else."), candidate: promised };
}

/** A kind that somebody named: in our own shape, unless the content is clearly written in another format. */
function as(kind: KindId, part: Part, document: Document, by: Recognition["by"], because: string): Recognition {
  const own = kindKey(part, document) !== undefined || (part.root !== undefined && hasContentOf(part, kindWithId(kind), document));
  const marked = own ? undefined : formats.find((format) => !isNative(format) && format.languages.includes(document.language) && format.recognise(part, document) === kind);
  const written = document.language === "csv" || (document.language === "markdown" && (document.body?.().sections.length ?? 0) > 0);
  const format = own ? undefined : (marked ?? foreignFormat(kind, part, document) ?? (written ? formats.find((one) => one.wholeFile === true && one.languages.includes(document.language) && one.kinds.includes(kind) && "confirms" in one) : undefined));
  if (!format && document.language === "csv") return nothing("A table of values is read as a risk register or as a statement of applicability only.");
  return { kind, format: format ?? nativeFormat(document.language), by, because };
}

/** The foreign format in which a document of this kind is written, as far as its content shows. */
function foreignFormat(kind: KindId, part: Part, document: Document): Format | undefined {
  return formats.find((format) => format.kinds.includes(kind) && format.languages.includes(document.language) && format.confirms?.(part, document, kindWithId(kind)));
}

function nothing(because: string): Recognition {
  return { kind: undefined, format: undefined, by: "nothing", because };
}

/** The directive inside the part; in a Markdown file it may also stand in the body. */
function directiveOf(document: Document, part: Part): string | undefined {
  for (const comment of document.comments) {
    const inside = comment.span.start >= part.span.start && comment.span.end <= part.span.end;
    const match = inside || document.parts.length <= 1 ? DIRECTIVE.exec(comment.text) : null;
    if (match?.[1]) return match[1].toLowerCase();
  }
  return undefined;
}
