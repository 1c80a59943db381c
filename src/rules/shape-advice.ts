import type { Document } from "../documents/document";
import type { MapNode, ScalarNode } from "../documents/node";
import type { Reading } from "../formats/format";
import type { FieldDefinition } from "../kinds/field";
import type { RiskMatrix } from "../kinds/profile";
import { choicesOf } from "../kinds/stand-in";
import { CHOICE_LIMIT } from "./answers";
import { formOf } from "./bad-format";
import { asFlowItem, asText, fixWith, isOneLine, isWrittenHere, replaceWith } from "./edits";
import { repairsOf } from "./repair";
import type { Fix, RuleContext, TextEdit } from "./rule";
import type { Violation } from "./structure";
import { nameOf, oneOf, shown, whatIs } from "./words";

interface Advice {
  readonly message: string;
  readonly fixes?: readonly Fix[];
}

/** What to say of a value whose shape is not that of its field, and the repair where there is one. */
export function shapeAdvice(violation: Violation, { reading, profile }: Pick<RuleContext, "reading" | "profile">): Advice {
  const { node } = violation;
  switch (violation.params["type"]) {
    case "string":
      return node.type === "scalar" ? textWanted(violation, node, reading, profile.matrix) : oneTextWanted(violation, reading);
    case "number":
    case "integer":
      return numberWanted(violation, reading);
    case "boolean":
      return truthWanted(violation, reading);
    case "array":
      return listWanted(violation, reading);
    default:
      return keysWanted(violation, reading);
  }
}

/** A number or `true` stands where text is wanted. In quotes it would still be none of the words, or not in the form, that the field asks for. */
function textWanted(violation: Violation, node: ScalarNode, { document, part }: Reading, matrix: RiskMatrix): Advice {
  const { definition, owner } = violation;
  const source = node.source || String(node.value);
  const read = `\`${source}\` is read as ${whatIs(node)}, but ${nameOf(violation)} is text.`;
  const style = part.notation === "json" ? "double" : "plain";
  const words = choicesOf(definition ?? owner, matrix);
  if (words.length > 0 && !words.includes(source)) {
    const choices = words.length <= CHOICE_LIMIT ? words : [];
    return { message: `${read} Write ${oneOf(words)}.`, fixes: choices.flatMap((word) => fixWith(`Write ${word}`, [replaceWith(node, asText(word, style, part.notation), document)], false)) };
  }
  const [repair] = definition ? repairsOf(source, definition) : [];
  const form = definition?.format === "identifier" ? undefined : formOf(definition?.format);
  if (repair === undefined && form !== undefined) return { message: `${read} Write ${form}.` };
  const text = repair ?? source;
  const written = repair === undefined ? JSON.stringify(source) : asText(repair, style, part.notation);
  const how = written.startsWith('"') && text === source ? `Put it in quotes: \`${written}\`.` : `Write \`${written}\`.`;
  return { message: `${read} ${how}`, fixes: fixWith(`Write ${written}`, [replaceWith(node, written, document)]) };
}

/** A list or mapping stands where one text is wanted. A colon inside a text makes YAML see a mapping. */
function oneTextWanted(violation: Violation, reading: Reading): Advice {
  const { node } = violation;
  const { document, part } = reading;
  if (node.type === "map" && !node.flow && node.entries.length === 1 && part.notation === "yaml" && isOneLine(node, document)) {
    const text = document.text.slice(node.span.start, node.span.end);
    const message = `The colon makes this a key with a value, but text is wanted here. Put the whole text in quotes.`;
    return { message, fixes: fixWith("Put the text in quotes", [replaceWith(node, JSON.stringify(text), document)]) };
  }
  const [only] = node.type === "list" && node.items.length === 1 ? node.items : [];
  const inner = only?.type === "scalar" && isOneLine(only, document) ? document.text.slice(only.span.start, only.span.end) : undefined;
  const fixes = inner !== undefined && node.type === "list" && node.flow ? fixWith("Write it as one text", [replaceWith(node, inner, document)]) : [];
  return { message: `${nameOf(violation)} is one text, but there is ${whatIs(node)} here. Write it as one text.`, fixes };
}

function numberWanted(violation: Violation, { document }: Reading): Advice {
  const { node } = violation;
  const wanted = violation.params["type"] === "integer" ? "a whole number" : "a number";
  if (node.type !== "scalar" || typeof node.value === "boolean") return { message: `${nameOf(violation)} is ${wanted}, but there is ${whatIs(node)} here.` };
  if (typeof node.value === "number") {
    const problem = Number.isFinite(node.value) ? "has decimals" : "has no finite value";
    return { message: `${nameOf(violation)} is ${wanted}, but \`${node.source}\` ${problem}.` };
  }
  const text = String(node.value).trim();
  const number = /^[-+]?\d+,\d+$/.test(text) ? text.replace(",", ".") : text;
  const fits = violation.params["type"] === "integer" ? /^[-+]?\d+$/.test(number) : /^[-+]?\d+(?:\.\d+)?(?:e[-+]?\d+)?$/i.test(number);
  const plain = number.replace(/^\+/, "").replace(/^(-?)0+(?=\d)/, "$1");
  const percent = /^([-+]?\d+(?:[.,]\d+)?)\s*%$/.exec(text)?.[1]?.replace(",", ".");
  if (percent !== undefined && violation.params["type"] === "number") return percentWanted(violation, node, percent, document);
  if (!fits) return { message: `${nameOf(violation)} is ${wanted}, but ${shown(text)} is text. Write the number alone, without unit or words.` };
  const why = number === text ? "stands in quotes, so it is text" : "is text because of the comma";
  return { message: `${nameOf(violation)} is ${wanted}, but \`${text}\` ${why}. Write \`${plain}\`.`, fixes: fixWith(`Write ${plain}`, [replaceWith(node, plain, document)], !/,\d{3}$/.test(text)) };
}

/** `87.5%` may stand for 0.875 or for 87.5, as the numbers beside it are written; the writer knows which. */
function percentWanted(violation: Violation, node: ScalarNode, percent: string, document: Document): Advice {
  const numbers = [String(Number((Number(percent) / 100).toPrecision(12))), String(Number(percent))];
  return {
    message: `${nameOf(violation)} is a number, but \`${String(node.value).trim()}\` is text because of the percent sign. Write \`${numbers[0] ?? ""}\`, or \`${numbers[1] ?? ""}\` if the numbers beside it are percentages too.`,
    fixes: numbers.flatMap((number) => fixWith(`Write ${number}`, [replaceWith(node, number, document)], false)),
  };
}

function truthWanted(violation: Violation, { document }: Reading): Advice {
  const { node } = violation;
  const text = node.type === "scalar" ? String(node.value).trim().toLowerCase() : "";
  const written = text === "true" || text === "false" ? text : undefined;
  const message = `${nameOf(violation)} is \`true\` or \`false\`, but there is ${whatIs(node)} here. Write ${written ? `\`${written}\` without quotes` : "`true` or `false`"}.`;
  return { message, fixes: written ? fixWith(`Write ${written}`, [replaceWith(node, written, document)]) : [] };
}

/** A single value stands where a list is wanted. */
function listWanted(violation: Violation, reading: Reading): Advice {
  const { node } = violation;
  const { document } = reading;
  const message = `${nameOf(violation)} is a list, but there is ${node.type === "map" ? whatIs(node) : "a single value"} here.`;
  if (node.type === "map") {
    return { message: `${message} Put it into a list as its first entry.`, fixes: wrapMap(node, reading) };
  }
  const item = itemOf(violation, reading);
  if (item === undefined || violation.entry?.merged) return { message: `${message} Write each entry on a line of its own, after \`- \`.` };
  return { message: `${message} Write ${shown(`[${item}]`)}.`, fixes: fixWith(`Write it as a list`, [replaceWith(node, `[${item}]`, document)]) };
}

/** A single value as the entry of a list; where entries have keys, as the value of the key that labels them. */
function itemOf({ node, definition }: Violation, { document, part }: Reading): string | undefined {
  const value = node.type === "scalar" ? asFlowItem(node, document) : undefined;
  if (value === undefined || definition?.shape !== "objects") return value;
  const label = labelOf(definition);
  return label && `{ ${part.notation === "json" ? JSON.stringify(label) : label}: ${value} }`;
}

function labelOf(definition: FieldDefinition | undefined): string | undefined {
  return definition?.itemLabel[0] ?? (definition?.fields.has("name") ? "name" : undefined);
}

/** Makes a mapping the first entry of a list: brackets around it, or a dash before it and its other lines moved in. */
function wrapMap(node: MapNode, { document }: Reading): Fix[] {
  const { lines, text } = document;
  if (!isWrittenHere(node, document)) return [];
  if (node.flow) return fixWith("Put it into a list", [insert(node.span.start, "["), insert(node.span.end, "]")]);
  const first = lines.lineOf(node.span.start);
  const edits: TextEdit[] = [insert(node.span.start, "- ")];
  for (let line = first + 1; line <= lines.lineOf(node.span.end); line++) {
    const { start, end } = lines.lineSpan(line);
    if (start < node.span.end && text.slice(start, end).trim() !== "") edits.push(insert(start, "  "));
  }
  return fixWith("Put it into a list", edits);
}

function insert(place: number, text: string): TextEdit {
  return { span: { start: place, end: place }, text };
}

/** Something else stands where keys with values are wanted, often the name alone of what has more to say. */
function keysWanted(violation: Violation, reading: Reading): Advice {
  const { node, owner, definition, item } = violation;
  if (!owner.parent && definition === owner) {
    return { message: `A ${reading.kind.title.toLowerCase()} is made of keys with values, but there is ${whatIs(node)} here. Begin with \`kind: ${reading.kind.id}\`.` };
  }
  const keys = definition ? [...definition.fields.keys()] : [];
  const subject = item ? `Each entry of ${nameOf(violation)}` : nameOf(violation);
  const wanted = keys.length > 0 ? ` Write it with its keys, such as ${oneOf(keys.slice(0, 3))}.` : " Write it as keys with values.";
  return { message: `${subject} has keys of its own, but there is ${whatIs(node)} here.${wanted}`, fixes: withLabelKey(violation, reading) };
}

/** Makes a bare name the value of the key that labels the entry: `Alice` becomes `{ name: Alice }`. */
function withLabelKey({ node, definition, item, entry }: Violation, { document, part }: Reading): Fix[] {
  const label = labelOf(definition);
  if (!label || node.type !== "scalar" || typeof node.value !== "string" || entry?.merged || !(item || definition?.shape === "object")) return [];
  const value = asFlowItem(node, document);
  if (value === undefined) return [];
  const key = part.notation === "json" ? JSON.stringify(label) : label;
  return fixWith(`Write it as ${label}`, [replaceWith(node, `{ ${key}: ${value} }`, document)]);
}
