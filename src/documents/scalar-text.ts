import type { Notation } from "./document";

/** How a text is enclosed where it could stand without quotes as well. */
export type QuoteHabit = "plain" | "single" | "double";

/** Words that some YAML reader takes for something else than text. */
const NOT_TEXT = /^(?:true|false|yes|no|on|off|y|n|null|~)$/i;
/** Words, a stand-in such as `<name>`, a date, or a version of three numbers: read as text by every reader of YAML 1.2. */
const PLAIN = /^(?:\p{L}(?:[\p{L}\p{N} ._/'()+-]*[\p{L}\p{N}.)])?|<[\p{L}\p{N} ._'()-]+>|\d{4}-\d{2}-\d{2}|\d+\.\d+\.\d+(?:[-+][\w.+-]*)?)$/u;

/** True when YAML reads the characters as this text without quotes around them, between brackets too. */
export function isPlainYaml(text: string): boolean {
  return PLAIN.test(text) && !NOT_TEXT.test(text);
}

/** A text as a document writes it: in JSON always in double quotes, in YAML quoted where that is the habit or where it has to be. */
export function scalarText(text: string, notation: Notation, habit: QuoteHabit = "plain"): string {
  const printable = !/[\p{Cc}\u2028\u2029]/u.test(text);
  if (notation === "json" || habit === "double" || !printable) return JSON.stringify(text);
  if (habit === "single") return `'${text.replace(/'/g, "''")}'`;
  return isPlainYaml(text) ? text : JSON.stringify(text);
}
