import { COVERAGE_STATES, withinReachOf } from "../workspace/coverage";
import type { ClauseCoverage, Coverage } from "../workspace/coverage";
import type { Evidence } from "../workspace/evidence";
import { csvText } from "./csv";
import type { ReportSource } from "./report-source";

/** The coverage as plain data: every clause with its state and every place. Lines and characters count from zero, in UTF-16 units. */
export function coverageJson({ index, today, version }: ReportSource, { standards, documents, shared }: Coverage) {
  const place = ({ uri, reading, span, path, state }: Evidence) => ({ path: index.get(uri)?.path ?? uri, field: path, state, range: reading.document.lines.rangeOf(span) });
  return {
    version,
    date: today,
    standards: standards.map(({ standard, clauses, counts }) => ({
      id: standard.id,
      designation: standard.designation,
      counts,
      withinReach: withinReachOf(counts),
      clauses: clauses.map(({ clause, state, evidence }) => ({ id: clause.ref, title: clause.title, kind: clause.kind, state, evidence: evidence.map(place) })),
    })),
    documents: documents.map(({ document, reading, filled, expected }) => ({ path: document.path, kind: reading.kind.id, filled, expected })),
    shared,
  };
}

/** The coverage as a table for a spreadsheet: a row per clause. */
export function coverageCsv({ index }: ReportSource, { standards }: Coverage): string {
  const place = ({ uri, reading, span }: Evidence) => `${index.get(uri)?.path ?? uri}:${reading.document.lines.lineOf(span.start) + 1}`;
  const rows = standards.flatMap(({ standard, clauses }) =>
    clauses.map(({ clause, state, evidence }) => {
      const filled = evidence.filter((one) => one.state === "filled");
      return [standard.designation, clause.id, clause.title, clause.kind, state, filled.length, evidence.length - filled.length, filled.map(place).join(" ")];
    }),
  );
  return csvText([["standard", "clause", "title", "kind", "state", "filled fields", "gaps", "places"], ...rows]);
}

const MARKS: Readonly<Record<ClauseCoverage["state"], string>> = { evidenced: "●", partly: "◐", placeholder: "◌", missing: "○", "not-applicable": "–", "out-of-reach": "–" };

/** The coverage for a terminal: per standard the counts and each clause within reach, then the documents. */
export function coverageText({ standards, documents, shared }: Coverage): string {
  const blocks = standards.map(({ standard, clauses, counts }) => {
    const { evidenced, reachable } = withinReachOf(counts);
    const shown = clauses.filter((one) => one.state !== "out-of-reach");
    const width = Math.max(...shown.map(({ clause }) => clause.id.length));
    const rows = shown.map(({ clause, state, evidence }) => {
      const filled = evidence.filter((one) => one.state === "filled").length;
      const count = state === "not-applicable" ? "ruled out with a reason" : `${filled} of ${evidence.length} fields`;
      return `  ${MARKS[state]} ${clause.id.padEnd(width)}  ${state.padEnd(14)} ${evidence.length === 0 && state === "missing" ? "no field yet" : count}  ${clause.title}`;
    });
    const told = COVERAGE_STATES.filter((state) => counts[state] > 0).map((state) => `${counts[state]} ${state.replace(/-/g, " ")}`);
    return [`${standard.designation}: ${evidenced} of ${reachable} within reach have evidence (${told.join(", ")})`, ...rows, ""].join("\n");
  });
  const files = documents.map(({ document, reading, filled, expected }) => `  ${document.path}  ${reading.kind.title}, ${filled} of ${expected} fields`);
  const work = `${shared.both} answers serve both standards, ${shared.iso42001} ISO/IEC 42001 alone, ${shared.iso27001} ISO/IEC 27001 alone.`;
  return [...blocks, "Documents", ...(files.length > 0 ? files : ["  none"]), "", ...(standards.length > 1 ? [work] : []), "Evidence to look at, not a statement of conformity.", ""].join("\n");
}
