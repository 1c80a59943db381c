import type { Evidence } from "../workspace/evidence";
import { coverageOf } from "../workspace/coverage";
import type { ClauseCoverage, StandardCoverage } from "../workspace/coverage";
import { controlId, listOf, metadata, oneLine, placeLink, property, uuidOf } from "./oscal";
import type { Link } from "./oscal";
import type { ReportSource } from "./report-source";

/** Links per clause; the whole list is in the tree and in the report. */
const LINKS = 50;

/**
 * The coverage as an OSCAL component definition: the documentation of the workspace is the component, and each clause that it shows
 * something for is an implemented requirement with links to the lines. Clauses without evidence are not in it; gaps are no components.
 */
export function oscalComponentDefinition(source: ReportSource) {
  const { standards } = coverageOf(source.index, source.catalogue);
  const implementations = standards.flatMap((standard) => implementationOf(standard, source) ?? []);
  return {
    "component-definition": {
      uuid: uuidOf("component-definition", source.today, source.commit ?? ""),
      metadata: metadata(source, "Coverage by governance documents"),
      components: [
        {
          uuid: uuidOf("component"),
          type: "plan",
          title: "Governance documents of the workspace",
          description: "Model cards, AI impact assessments, security risk files and statements of applicability kept beside the code.",
          ...listOf("control-implementations", implementations),
        },
      ],
    },
  };
}

function implementationOf({ standard, clauses, counts }: StandardCoverage, source: ReportSource) {
  const shown = clauses.filter((one) => one.state === "evidenced" || one.state === "partly");
  if (shown.length === 0) return undefined;
  return {
    uuid: uuidOf("implementation", standard.id),
    source: standard.url,
    description: `What the documents show for ${standard.designation}: evidence to look at, by clause.`,
    props: Object.entries(counts).map(([state, count]) => property(`clauses-${state}`, String(count))),
    "implemented-requirements": shown.map((one) => requirementOf(one, source)),
  };
}

function requirementOf({ clause, state, evidence }: ClauseCoverage, source: ReportSource) {
  const filled = evidence.filter((one) => one.state === "filled");
  const fields = [...new Set(filled.map((one) => one.definition.title))];
  return {
    uuid: uuidOf("requirement", clause.ref),
    "control-id": controlId(clause.ref),
    description: oneLine(`${clause.id} ${clause.title}: ${fields.join(", ")}.`),
    props: [property("state", state), property("filled-fields", String(filled.length))],
    ...listOf("links", filled.slice(0, LINKS).map((one) => linkOf(one, source))),
  };
}

function linkOf({ uri, reading, span, definition }: Evidence, { index }: ReportSource): Link {
  return placeLink(index.get(uri)?.path ?? uri, reading.document.lines.lineOf(span.start) + 1, definition.title);
}
