import { textOf } from "../formats/field";
import { isNative } from "../formats/format";
import type { Reading } from "../formats/format";
import { fixWith } from "./edits";
import type { NamedThing } from "./neighbours";
import { nextIdAfter } from "./next-id";
import type { Fix, Rule } from "./rule";

/** Things that have an id of their own in the whole workspace; data sets and assets are described in several documents. */
const UNIQUE: ReadonlySet<string> = new Set(["model-card", "impact-assessment", "security-risk", "statement-of-applicability", "risk"]);
/** Things that have an id of their own in their document. */
const UNIQUE_INSIDE: ReadonlySet<string> = new Set(["dataset", "asset", "impact", "measure"]);

/** An id that two things have. */
export const duplicateId: Rule = {
  id: "duplicate-id",
  title: "An id is used twice",
  severity: "error",
  clauses: ["iso42001:7.5.3", "iso42001:A.4.2", "iso27001:7.5.3"],
  page: {
    why: "Other documents point at a thing by its id. When two things have the same, nobody knows which one is meant, and a treatment or an approval may count for the wrong one.",
    fix: "Give one of them another id, and correct what points at it.",
    wrong: "kind: security-risk\nrisks:\n  - { id: R-001, title: Poisoned feed }\n  - { id: R-001, title: Copied weights }",
    right: "kind: security-risk\nrisks:\n  - { id: R-001, title: Poisoned feed }\n  - { id: R-002, title: Copied weights }",
  },
  *check({ reading, neighbours }) {
    // A foreign format has rules of its own for what its ids tell apart.
    if (!neighbours || !isNative(reading.format)) return;
    const own = neighbours.namesIn(reading);
    for (const thing of own) {
      if (!UNIQUE.has(thing.type) && !UNIQUE_INSIDE.has(thing.type)) continue;
      const alike = UNIQUE.has(thing.type) ? neighbours.named(thing.type, thing.id) : own.filter(({ type, id }) => type === thing.type && id === thing.id);
      const others = alike.filter((one) => isAnother(one, thing) && clashes(one, thing));
      const [other] = others;
      if (!other) continue;
      yield {
        message: `“${thing.id}” is the id of ${other.title === undefined || other.title === thing.title ? "something else" : `“${other.title}”`} too. Give one of them another id.`,
        span: thing.span,
        clauses: thing.owner.definition.fields.get("id")?.clauses,
        related: others.map(({ reading: { document }, span }) => ({ document, span, message: "The same id is here." })),
        fixes: () => anotherId(thing, neighbours?.idsFor(thing.type) ?? [thing.id], reading),
        field: thing.owner.path === "" ? "id" : `${thing.owner.path}.id`,
      };
    }
  },
};

/** The next free number, for a thing whose id has one. Where the other things point at is for a person to say, so nobody is asked to prefer it. */
function anotherId({ id, span }: NamedThing, ids: readonly string[], { document }: Reading): Fix[] {
  const next = nextIdAfter(id, ids);
  const isWritten = next !== undefined && document.text.slice(span.start, span.end) === id;
  return isWritten ? fixWith(`Give it the next free id, ${next}`, [{ span, text: next }], false) : [];
}

function isAnother(a: NamedThing, b: NamedThing): boolean {
  return a.reading.document.uri !== b.reading.document.uri || a.span.start !== b.span.start;
}

function clashes(a: NamedThing, b: NamedThing): boolean {
  const sameFile = a.reading.document.uri === b.reading.document.uri && a.reading.part.index === b.reading.part.index;
  if (UNIQUE_INSIDE.has(a.type)) return sameFile;
  // Two versions of a model, each with a card of its own, are one model.
  const versions = [textOf(a.owner, "version"), textOf(b.owner, "version")];
  return sameFile || versions[0] === undefined || versions[0] === versions[1];
}
