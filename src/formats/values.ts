import { westernDigits } from "../documents/digits";
import { dateFrom } from "../kinds/date-words";
import type { FieldDefinition } from "../kinds/field";
import type { FieldValue, Rating } from "./field";
import { phraseOf, placeOfPhrase } from "./phrase";
import { choiceOf } from "./vocabulary";
import levels from "./vocabulary/levels.json";

/** True for a dash that stands where an answer should be, as people fill the cells of a table. */
export function isDash(text: string): boolean {
  return /^[-–—]{1,2}$/.test(text.trim());
}

/**
 * A text as the value of a field, where that is certain: numbers (`87.75%`, `≈ 0.84`), truth values, dates with one reading,
 * and choices in other words (`Mitigate: …` is `modify`). Otherwise the text as it is.
 */
export function valueFor(definition: FieldDefinition, text: string): FieldValue {
  const { shape } = definition;
  if (shape === "number" || shape === "integer" || shape === "numbers") return numberIn(text) ?? text;
  if (shape === "boolean") return truthIn(text) ?? text;
  if (definition.format === "date") return dateFrom(text.trim()) ?? text;
  if (definition.choices.length > 0) {
    return choiceOf(definition.kind, definition.path, definition.choices.map((choice) => choice.value), text) ?? text;
  }
  return text;
}

/** The number a text begins with; a percentage as a fraction. Undefined for words, ranges and several numbers. */
export function numberIn(text: string): number | undefined {
  const match = /^[\s≈~=<>≤≥±]*([-+−]?\d{1,3}(?:,\d{3})+(?:\.\d+)?|[-+−]?\d*[.,]?\d+(?:e[-+]?\d+)?)\s*(%|％)?(?=$|[\s(±[,;])/iu.exec(westernDigits(text));
  if (!match?.[1]) return undefined;
  const written = match[1].replace("−", "-");
  const plain = /^[-+]?\d{1,3}(?:,\d{3})+(?:\.\d+)?$/.test(written) ? written.replace(/,/g, "") : written.replace(",", ".");
  const number = Number(plain);
  if (!Number.isFinite(number)) return undefined;
  return match[2] ? Number((number / 100).toPrecision(12)) : number;
}

const TRUE = ["yes", "y", "true", "included", "include", "applicable", "applies", "x", "✓", "✔", "✅", "☑", "ja", "oui", "si", "sí", "sim", "是", "适用", "はい", "có", "included in scope", "in scope", "enthalten", "anwendbar", "van toepassing", "applicabile", "aplicable", "aplicável"];
const FALSE = ["no", "n", "false", "excluded", "exclude", "not applicable", "n/a", "na", "none", "✗", "✘", "❌", "☐", "nein", "non", "não", "nao", "nee", "否", "不适用", "いいえ", "không", "out of scope", "nicht anwendbar", "niet van toepassing", "non applicable", "no aplicable", "não aplicável"];

/** Yes or no in the words and signs of tables; undefined for anything else. */
export function truthIn(text: string): boolean | undefined {
  const said = text.trim().toLowerCase();
  for (const [words, truth] of [[FALSE, false], [TRUE, true]] as const) {
    if (words.some((word) => said === word || said.startsWith(`${word} `) || said.startsWith(`${word},`) || said.startsWith(`${word} –`) || (/\W/.test(word) && said.startsWith(word) && word.length < 3))) return truth;
  }
  return undefined;
}

const WORDS = Object.entries(levels).flatMap(([word, names]) => [word, ...names].map((name) => [phraseOf(name), word] as const)).sort((a, b) => b[0].length - a[0].length);

/**
 * What a text says on a scale: `Medium (2)`, `6 (Moderate, accepted)`, `4/5`, `H`, `Cao`, `🔴 High`. Undefined for prose.
 * The word is one of those that `vocabulary/levels.json` names; the number counts from the scale's lowest step.
 */
export function scaleRating(written: string, outOf?: number): Rating | undefined {
  const text = westernDigits(written);
  const said = phraseOf(text);
  const fraction = /(\d+(?:\.\d+)?)\s*(?:\/|of|von|sur|de)\s*(\d+)/i.exec(text);
  const alone = /^\D{0,3}(\d+(?:\.\d+)?)\b(?!\s*[-–]\s*\d)|[([](\d+(?:\.\d+)?)[)\]]/.exec(text.trim());
  const number = fraction?.[1] ?? alone?.[1] ?? alone?.[2];
  const steps = fraction?.[2] === undefined ? outOf : Number(fraction[2]);
  const words = said.split(" ");
  const bare = said.replace(/\p{N}+/gu, "").trim();
  const word = words.length > 6 ? undefined : WORDS.find(([name]) => (name.length < 2 ? bare === name : placeOfPhrase(said, name) >= 0))?.[1];
  if (word === undefined && (number === undefined || words.length > 6)) return undefined;
  return { ...(word === undefined ? {} : { word }), ...(number === undefined ? {} : { number: Number(number) }), ...(steps === undefined ? {} : { outOf: steps }) };
}
