import type { Catalogue } from "../standards/catalogue";
import type { Clause, ClauseRef, StandardId } from "../standards/clause";
import { findClauses } from "../standards/reference";
import type { Evidence } from "./evidence";
import { risksOf } from "./risks";
import type { Risk } from "./risks";
import type { WorkspaceIndex } from "./workspace-index";

/** Places of evidence that one entry names; the tree has them all. */
const PLACES = 6;

/** What the workspace lets one propose for a control. What it does not show is left undefined: a person decides. */
export interface ProposedEntry {
  readonly control: Clause;
  readonly applicable: boolean | undefined;
  readonly justification: string | undefined;
  /** `planned`, `in_progress` or `implemented`, from the actions that treat risks by it. */
  readonly status: string | undefined;
  readonly owner: string | undefined;
  /** Ids of the risks that are treated by it. */
  readonly risks: readonly string[];
  /** Where to look, as `path#L12`. */
  readonly evidence: readonly string[];
}

/**
 * One proposal per control of a standard, in the order of print. A control applies where a risk is treated by it, or where documents
 * show it; nothing is ever proposed not to apply, since that takes a reason that only people have.
 */
export function proposeStatement(index: WorkspaceIndex, catalogue: Catalogue, standard: StandardId): ProposedEntry[] {
  const treated = risksByControl(risksOf(index), catalogue);
  return catalogue
    .standard(standard)
    .clauses.filter((clause) => clause.kind === "control")
    .map((control) => {
      const filled = index.evidenceFor(control.ref).filter((one) => one.state === "filled" && one.reading.kind.id !== "statement-of-applicability");
      return proposalFor(control, treated.get(control.ref) ?? [], filled, index);
    });
}

function proposalFor(control: Clause, risks: readonly Risk[], filled: readonly Evidence[], index: WorkspaceIndex): ProposedEntry {
  const owners = new Set(risks.flatMap((risk) => risk.owner ?? []));
  return {
    control,
    applicable: risks.length + filled.length > 0 ? true : undefined,
    justification: justificationOf(risks, filled, index),
    status: statusOf(risks),
    owner: owners.size === 1 ? [...owners][0] : undefined,
    risks: [...new Set(risks.flatMap((risk) => risk.id ?? []))],
    evidence: placesOf(filled, index),
  };
}

function justificationOf(risks: readonly Risk[], filled: readonly Evidence[], index: WorkspaceIndex): string | undefined {
  if (risks.length > 0) return `Treats ${risks.map(({ id, title }) => (id === undefined ? title : `${id} (${title})`)).join(", ")}.`;
  if (filled.length === 0) return undefined;
  const fields = [...new Set(filled.map((one) => one.definition.title))].slice(0, 3).join(", ");
  const files = [...new Set(filled.map((one) => fileOf(one, index)))];
  return `In use: ${fields} in ${files.length > 2 ? `${files.length} documents` : files.join(" and ")}.`;
}

/** As far as the actions of the risks are; undefined where no risk is treated by the control. */
function statusOf(risks: readonly Risk[]): string | undefined {
  const actions = risks.flatMap((risk) => risk.actions.filter((action) => action.status !== "cancelled"));
  if (actions.length === 0) return undefined;
  if (actions.every((action) => action.status === "done")) return "implemented";
  return actions.some((action) => action.status === "done" || action.status === "in_progress") ? "in_progress" : "planned";
}

/** One place per field of a document, since a register of 300 risks says the same 300 times. */
function placesOf(filled: readonly Evidence[], index: WorkspaceIndex): string[] {
  const first = new Map<string, Evidence>();
  for (const one of filled) {
    const key = `${one.uri} ${one.definition.path}`;
    if (!first.has(key)) first.set(key, one);
  }
  const places = [...first.values()].sort((a, b) => (a.uri === b.uri ? a.span.start - b.span.start : a.uri < b.uri ? -1 : 1));
  const written = places.map((one) => `${pathOf(one, index)}#L${one.reading.document.lines.lineOf(one.span.start) + 1}`);
  return [...new Set(written)].slice(0, PLACES);
}

function pathOf({ uri }: Evidence, index: WorkspaceIndex): string {
  return index.get(uri)?.path ?? uri;
}

function fileOf(evidence: Evidence, index: WorkspaceIndex): string {
  const path = pathOf(evidence, index);
  return path.slice(path.lastIndexOf("/") + 1);
}

/** The risks by the controls that their treatments name. */
function risksByControl(risks: readonly Risk[], catalogue: Catalogue): ReadonlyMap<ClauseRef, readonly Risk[]> {
  const byControl = new Map<ClauseRef, Risk[]>();
  for (const risk of risks) {
    for (const text of new Set(risk.controls)) {
      const [control, ...others] = findClauses(text, catalogue).filter((clause) => clause.kind === "control");
      // A number that stands in both standards names neither.
      if (control && others.length === 0) byControl.set(control.ref, [...(byControl.get(control.ref) ?? []), risk]);
    }
  }
  return byControl;
}
