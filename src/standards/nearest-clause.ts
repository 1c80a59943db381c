import { catalogue } from "./catalogue";
import type { Clause, StandardId } from "./clause";
import { fittingClauses } from "./title-fit";

/**
 * The clause that a number which no clause has most likely means: the one whose title is written beside it, else the one that
 * the number is a part of, else its nearest neighbour. Undefined when none is near.
 */
export function nearestClause(standard: StandardId, id: string, title: string | undefined): Clause | undefined {
  const [best] = title === undefined ? [] : fittingClauses(title, standard);
  if (best && best.explains >= 0.75 && best.covered >= 0.5) return best.clause;
  const parts = id.split(".");
  const part = catalogue.clause(`${standard}:${parts.slice(0, -1).join(".")}`);
  const last = Number(parts.at(-1));
  const siblings = (part?.children ?? []).flatMap((ref) => catalogue.clause(ref) ?? []).filter((clause) => clause.id.split(".").length === parts.length);
  const near = siblings.toSorted((a, b) => Math.abs(lastNumber(a) - last) - Math.abs(lastNumber(b) - last))[0];
  if (near) return near;
  if (part) return part;
  return parts.length > 2 ? nearestClause(standard, parts.slice(0, -1).join("."), undefined) : undefined;
}

function lastNumber(clause: Clause): number {
  return Number(clause.id.slice(clause.id.lastIndexOf(".") + 1));
}
