import { plainValue } from "../documents/node";
import type { NewValue } from "../documents/new-value";
import { child, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import { skeletonEntries } from "../kinds/skeleton";
import { catalogue } from "../standards/catalogue";
import type { ClauseRef, StandardId } from "../standards/clause";
import { displayReference } from "../standards/reference";
import { fixFrom, isOwnShape, placeOf } from "./additions";
import { fixWith, removeItem } from "./edits";
import { insertItems } from "./item-insertion";
import { listed } from "./objects";
import type { Fix, Rule, RuleContext } from "./rule";

/** From this share of a standard's controls on a statement claims to be whole; below, it is a part or a draft. */
const CLAIMS_WHOLE = 0.75;

/** Missing controls that a message names. */
const NAMED = 8;

/** A control stands twice in a statement of applicability. */
export const controlListedTwice: Rule = {
  id: "control-listed-twice",
  title: "A control is listed twice",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3"],
  page: {
    why: "Two entries for one control soon say two things, and nobody knows which of them was decided.",
    fix: "Keep one entry and move what the other says into it.",
    wrong: "# Statement of Applicability\n\nISO/IEC 27001:2022\n\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | Labels are printed by rule |\n| A.5.2 | Yes | Every depot has a lead |\n| A.5.3 | No | One person works alone |\n| A.5.1 | Yes | Depots ask for it |\n",
    right: "# Statement of Applicability\n\nISO/IEC 27001:2022\n\n| Control | Applicable | Justification |\n| --- | --- | --- |\n| A.5.1 | Yes | Labels are printed by rule |\n| A.5.2 | Yes | Every depot has a lead |\n| A.5.3 | No | One person works alone |\n",
  },
  *check({ reading }) {
    const first = new Map<string, Field>();
    const list = child(reading.root, "entries")?.node;
    for (const { ref, entry } of controlsIn(reading)) {
      const before = first.get(ref);
      if (!before) first.set(ref, entry);
      else {
        yield {
          message: `${displayReference(ref)} is listed twice. Keep one entry and move what the other says into it.`,
          span: entry.anchor,
          related: [{ span: before.anchor, message: "It stands here first." }],
          fixes: () => (list?.type === "list" && entry.node && isOwnShape(reading) ? fixWith("Remove this entry", [removeItem(list, entry.node, reading.document)], sameAnswers(before, entry)) : []),
          field: entry.path,
        };
      }
    }
  },
};

/** A statement that is nearly whole lacks a few controls. */
export const controlsMissing: Rule = {
  id: "controls-missing",
  title: "A statement of applicability lacks controls",
  severity: "warning",
  clauses: ["iso42001:6.1.3", "iso27001:6.1.3"],
  page: {
    why: "The statement says of every control whether it is needed and why. A control that is not in it was forgotten or decided in silence, and both are asked about.",
    fix: "Add an entry for each of them. One that does not apply is an entry with its reason.",
    wrong: "kind: statement-of-applicability\nstandard: iso42001\nentries: # 37 of the 38 controls of Annex A\n  - { control: iso42001:A.2.2, applicable: true, justification: The policy is the base of all }",
    right: "kind: statement-of-applicability\nstandard: iso42001\nentries: # all 38 controls of Annex A\n  - { control: iso42001:A.2.2, applicable: true, justification: The policy is the base of all }",
  },
  *check(context) {
    const { reading } = context;
    const here = new Set<string>(controlsIn(reading).map(({ ref }) => ref));
    const standard = reading.kind.id === "statement-of-applicability" ? standardOf(here) : undefined;
    if (!standard) return;
    const all = catalogue.standards.find((one) => one.id === standard)?.clauses.filter((clause) => clause.kind === "control").map((clause) => clause.ref) ?? [];
    const missing = all.filter((ref) => !here.has(ref));
    if (missing.length === 0 || all.length - missing.length < all.length * CLAIMS_WHOLE) return;
    const names = missing.slice(0, NAMED).map((ref) => ref.slice(ref.indexOf(":") + 1));
    const rest = missing.length > NAMED ? [`${missing.length - NAMED} more`] : [];
    yield { message: `${all.length - missing.length} of ${all.length} controls are here. Missing: ${listed([...names, ...rest])}.`, span: reading.root.anchor, fixes: () => addControls(missing, context) };
  },
};

/** True where the second entry says nothing that the first one does not say. */
function sameAnswers(a: Field, b: Field): boolean {
  return a.node !== undefined && b.node !== undefined && JSON.stringify(plainValue(a.node)) === JSON.stringify(plainValue(b.node));
}

/** An entry for each of the controls, with its decision left to a person. */
function addControls(missing: readonly ClauseRef[], { reading, profile: { strictness, matrix } }: RuleContext): Fix[] {
  const entries = child(reading.root, "entries");
  if (!entries || !isOwnShape(reading)) return [];
  const items = missing.map((ref): NewValue => ({ type: "map", entries: skeletonEntries(entries.definition, { strictness, matrix, known: { "entries[].control": ref } }, "entries[].") }));
  const title = missing.length === 1 ? `Add ${displayReference(missing[0] as ClauseRef)}` : `Add the ${missing.length} missing controls`;
  return fixFrom(title, insertItems(placeOf(entries, reading), items), reading);
}

function controlsIn({ kind, root }: Reading): { ref: ClauseRef; entry: Field }[] {
  if (kind.id !== "statement-of-applicability") return [];
  return itemsOf(root, "entries").flatMap((entry) => {
    const ref = textOf(entry, "control");
    return ref !== undefined && /^iso(?:42001|27001):A\./.test(ref) ? [{ ref: ref as ClauseRef, entry }] : [];
  });
}

/** The standard that most of the controls are from. */
function standardOf(refs: ReadonlySet<string>): StandardId | undefined {
  const of = (id: StandardId) => [...refs].filter((ref) => ref.startsWith(`${id}:`)).length;
  if (refs.size === 0) return undefined;
  return of("iso42001") > of("iso27001") ? "iso42001" : "iso27001";
}
