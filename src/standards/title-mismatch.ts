import { catalogue } from "./catalogue";
import type { Clause } from "./clause";
import { contentStems } from "./stems";
import type { WrittenTitle } from "./title-beside";
import { fittingClauses, titleFit } from "./title-fit";

/**
 * The clause whose title is written beside the number of others, or undefined. It has to be surely another's: nearly all its
 * words are those of one other title, and what is written has nothing to do with the clauses that are cited, be it in title,
 * note, or the titles around them. Whatever fits no title at all is a paraphrase or a translation.
 */
export function otherClauseOf({ text, form }: Pick<WrittenTitle, "text" | "form">, cited: readonly Clause[]): Clause | undefined {
  const [own] = cited;
  const written = contentStems(text);
  if (!own || written.size === 0 || cited.some((clause) => titleFit(text, clause).explains > 0.3)) return undefined;
  const [best] = fittingClauses(text, own.standard);
  if (!best || cited.includes(best.clause) || isRelative(best.clause, own)) return undefined;
  // Word for word another's title; in small letters between brackets it may still be an explanation.
  const exact = best.explains > 0.95 && best.covered > 0.95 && (form !== "gloss" || /^\p{Lu}/u.test(text));
  if (exact) return best.clause;
  if (cited.some((clause) => speaksOf(clause, text, written))) return undefined;
  // In brackets stands an explanation as often as a title, and one telling word says little: there more of the title has to be written.
  const telling = [...written].filter((stem) => !GENERAL.has(stem)).length;
  const least = form === "gloss" ? { explains: 0.9, covered: 0.8 } : { explains: 0.8, covered: telling > 1 ? 0.4 : 0.6 };
  return best.explains >= least.explains && best.covered >= least.covered ? best.clause : undefined;
}

/** The words have something to do with the clause: the titles above and below it, or, for half of them, what it is about. */
function speaksOf(clause: Clause, text: string, written: ReadonlySet<string>): boolean {
  const around = [clause.parent, ...clause.children].flatMap((ref) => (ref && catalogue.clause(ref)) || []);
  if (around.some((one) => titleFit(text, one).explains > 0.3)) return true;
  const about = contentStems(`${clause.note} ${clause.evidence}`);
  const telling = [...written].filter((stem) => !GENERAL.has(stem));
  return telling.length > 0 && telling.filter((stem) => about.has(stem)).length / telling.length > 0.5;
}

/** Words that half of all clauses are about. */
const GENERAL = contentStems("AI system information security management control process organization");

/** Parent and child have titles in common, and are cited for each other. */
function isRelative(a: Clause, b: Clause): boolean {
  return a.parent === b.ref || b.parent === a.ref;
}
