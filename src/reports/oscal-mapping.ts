import type { Clause, Relation, RelationKind, Standard } from "../standards/clause";
import { controlId, metadata, oneLine, uuidOf } from "./oscal";
import type { ReportSource } from "./report-source";

/**
 * Our kinds of relation in the set words of NIST IR 8477, which OSCAL 1.2.1 takes for its mappings. None of ours says that two
 * clauses ask for the same: the two standards look at the same thing for different ends.
 */
const RELATIONSHIPS: Readonly<Record<RelationKind, string>> = {
  "same-structure": "intersects-with",
  parallel: "intersects-with",
  overlaps: "intersects-with",
  related: "intersects-with",
  narrower: "subset-of",
  broader: "superset-of",
};

/** The crosswalk between the two standards as an OSCAL mapping collection. It is the same for every workspace. */
export function oscalMapping(source: ReportSource) {
  const [first, second] = source.catalogue.standards;
  if (!first || !second) throw new Error("The catalogue holds two standards.");
  return {
    "mapping-collection": {
      uuid: uuidOf("mapping-collection"),
      metadata: metadata(source, `${first.designation} and ${second.designation}`),
      provenance: { method: "human", "matching-rationale": "functional", status: "complete", "mapping-description": "Which clauses of the two standards one set of documents can serve, and how they relate, in our own words." },
      mappings: [
        {
          uuid: uuidOf("mapping", first.id, second.id),
          "source-resource": resourceOf(first),
          "target-resource": resourceOf(second),
          maps: first.clauses.flatMap((clause) => clause.related.map((relation) => mapOf(clause, relation))),
        },
      ],
    },
  };
}

function resourceOf({ url, designation }: Standard) {
  return { type: "catalog", href: url, remarks: designation };
}

function mapOf(clause: Clause, { clause: other, relation, why }: Relation) {
  return {
    uuid: uuidOf("map", clause.ref, other),
    relationship: RELATIONSHIPS[relation],
    sources: [{ type: "control", "id-ref": controlId(clause.ref) }],
    targets: [{ type: "control", "id-ref": controlId(other) }],
    remarks: oneLine(`${relation}: ${why}`),
  };
}
