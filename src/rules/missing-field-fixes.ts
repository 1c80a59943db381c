import { missingIn, walk } from "../formats/field";
import type { Field } from "../formats/field";
import type { FieldDefinition } from "../kinds/field";
import { skeletonEntries, skeletonValue } from "../kinds/skeleton";
import type { NewEntry } from "../documents/new-value";
import { addFields, fieldInsertions, fixFrom, isOwnShape } from "./additions";
import { dateOf } from "./dates";
import type { Insertion } from "./insertion";
import { derivedLevel } from "./rating";
import { nextReview } from "./review-dates";
import type { Fix, RuleContext } from "./rule";

/** What `missing-field` reports of one object. */
export type Gaps = (owner: Field) => readonly FieldDefinition[];

/** Fields that hold a review's dates; `last` is written only by who did the review. */
const REVIEW = ["last", "next"] as const;

/** Repairs for one missing field: this one, all of its object, and all that the profile expects in the part. */
export function missingFieldFixes(owner: Field, missing: FieldDefinition, gaps: Gaps, context: RuleContext): Fix[] {
  const { reading, profile } = context;
  if (!isOwnShape(reading)) return [];
  const here = gaps(owner);
  const section = owner.path === "" ? `the ${reading.kind.title.toLowerCase()}` : `“${owner.definition.title}”`;
  const fixes = [...addFields(`Add ${missing.name}`, owner, [entryOf(owner, missing, context)], reading), ...reviewedToday(owner, missing, context)];
  if (here.length > 1) fixes.push(...addFields(`Add the ${here.length} missing fields of ${section}`, owner, here.map((one) => entryOf(owner, one, context)), reading, false));
  const owners = [reading.root, ...walk(reading.root)].filter((one) => gaps(one).length > 0);
  if (owners.length > 1) fixes.push(...fixFrom(`Add everything that profile ${profile.strictness} expects in this file`, everywhere(owners, gaps, context), reading, false));
  return fixes;
}

/** Inner objects first: what is added at the end of one stands before what is added below it. */
function everywhere(owners: readonly Field[], gaps: Gaps, context: RuleContext): Insertion[] | undefined {
  const all: Insertion[] = [];
  for (const owner of [...owners].sort((a, b) => depth(b) - depth(a))) {
    all.push(...(fieldInsertions(owner, gaps(owner).map((one) => entryOf(owner, one, context)), context.reading) ?? []));
  }
  return all;
}

function depth({ path }: Field): number {
  return path === "" ? 0 : path.split(/[.[]/).length;
}

/** A missing field with what follows from its neighbours, and stand-ins for the rest. */
function entryOf(owner: Field, missing: FieldDefinition, { reading, profile }: RuleContext): NewEntry {
  const { strictness, matrix } = profile;
  const level = missing.scale === "level" ? derivedLevel(owner, matrix) : undefined;
  const last = missing.name === "next" && isReview(owner.definition) ? dateOf(owner, "last") : undefined;
  const known = level ?? (last === undefined ? undefined : nextReview(last, reading.kind.id, profile));
  return { key: missing.name, value: skeletonValue(missing, { strictness, matrix, known: known === undefined ? {} : { [missing.path]: known } }) };
}

/** For the dates of a review: that it was done today, which only a person can know. */
function reviewedToday(owner: Field, missing: FieldDefinition, { reading, profile, today }: RuleContext): Fix[] {
  const next = nextReview(today, reading.kind.id, profile);
  if (isReview(missing)) {
    const known = { [`${missing.path}.last`]: today, [`${missing.path}.next`]: next };
    const value = { type: "map" as const, entries: skeletonEntries(missing, { strictness: profile.strictness, matrix: profile.matrix, known }, `${missing.path}.`) };
    return addFields(`Add ${missing.name}: done today, next on ${next}`, owner, [{ key: missing.name, value }], reading, false);
  }
  if (!isReview(owner.definition) || missing.name !== "last") return [];
  return addFields(`Add last: done today, ${today}`, owner, [{ key: "last", value: { type: "scalar", value: today } }], reading, false);
}

function isReview({ name, fields }: FieldDefinition): boolean {
  return name === "review" && REVIEW.every((one) => fields.has(one));
}

/** True when a field is missing that the profile expects and no other finding stands for it. */
export function gapsBy(strictness: RuleContext["profile"]["strictness"], spokenFor: (owner: Field, missing: FieldDefinition) => boolean): Gaps {
  const known = new Map<Field, readonly FieldDefinition[]>();
  return (owner) => {
    const before = known.get(owner);
    if (before) return before;
    const missing = missingIn(owner, strictness);
    // Most fields have none, and a register has thousands of them: only what was worked out is kept.
    if (missing.length === 0) return missing;
    const gaps = missing.filter((one) => !spokenFor(owner, one));
    known.set(owner, gaps);
    return gaps;
  };
}
