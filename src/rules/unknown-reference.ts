import { looksLikePath, namedFile } from "../documents/named-file";
import { fieldWithPath } from "../formats/field";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import { fixWith } from "./edits";
import { nearest } from "./nearest";
import type { Neighbours, Pointer } from "./neighbours";
import type { Draft, Rule } from "./rule";
import { inQuotes } from "./written";

/** What a field points at, as people call it. */
const THINGS: Readonly<Record<string, string>> = {
  "model-card": "model card",
  "impact-assessment": "impact assessment",
  risk: "risk",
  dataset: "data set",
  asset: "asset",
  impact: "impact",
  measure: "measure",
};

/** A field points at a thing or a file that is not there. */
export const unknownReference: Rule = {
  id: "unknown-reference",
  title: "A reference leads nowhere",
  severity: "warning",
  clauses: ["iso42001:7.5.3", "iso42001:A.4.2", "iso27001:7.5.3"],
  page: {
    why: "Documents serve as evidence together. A reviewer who follows a reference and finds nothing has to stop there, and whatever stood behind it is lost.",
    fix: "Write the id as the other document has it, add what is missing, or take the reference out.",
    wrong: "kind: model-card\nid: credit-scorer\nlinks:\n  risks: [R-99]",
    right: "kind: model-card\nid: credit-scorer\nlinks:\n  risks: [R-001]   # a risk of a security risk file in the same workspace",
  },
  *check({ reading, neighbours }) {
    // In a foreign format the same place may hold a sentence, or an id of that tool's own.
    if (!neighbours || !isNative(reading.format)) return;
    for (const pointer of neighbours.pointersIn(reading)) {
      if (pointer.type === "file") yield* fileDraft(pointer, reading, neighbours);
      else if (THINGS[pointer.type] !== undefined && neighbours.meant(pointer.type, pointer.id).length === 0) yield* thingDraft(pointer, reading, neighbours);
    }
  },
};

function* thingDraft({ type, id, span, path }: Pointer, reading: Reading, neighbours: Neighbours): Generator<Draft> {
  const ids = neighbours.idsFor(type);
  const thing = THINGS[type] ?? type;
  const near = nearest(id, ids);
  const advice = near === undefined ? (ids.length === 0 ? `No document here has ${thing === "impact assessment" || thing === "asset" || thing === "impact" ? "an" : "a"} ${thing} yet.` : "Check the id, or add what is missing.") : `Did you mean “${near}”?`;
  yield {
    message: `There is no ${thing} with the id “${id}” in this workspace. ${advice}`,
    span,
    clauses: fieldWithPath(reading.root, path)?.definition.clauses,
    fixes: near === undefined ? [] : fixWith(`Write ${near}`, [{ span, text: inQuotes(near, span.start, reading) }]),
    field: path,
  };
}

function* fileDraft({ id, span, path }: Pointer, reading: Reading, neighbours: Neighbours): Generator<Draft> {
  // A text about a record, without the look of a path, is no file of the workspace.
  const file = looksLikePath(id) ? namedFile(id)?.path : undefined;
  if (file === undefined || neighbours.hasFile(reading, file) !== false) return;
  yield {
    message: `There is no file “${file}”, neither beside this document nor below the root of the workspace. Correct the path, or add the file.`,
    span,
    clauses: fieldWithPath(reading.root, path)?.definition.clauses,
    field: path,
  };
}
