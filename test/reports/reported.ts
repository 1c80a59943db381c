import { readDocument } from "../../src/documents/read";
import { readParts } from "../../src/formats/readings";
import { defaultProfile } from "../../src/kinds/profile";
import { checkDocument } from "../../src/rules/check";
import type { ReportedFile } from "../../src/reports/reported-file";

/** A YAML file with its findings, as the reports take it. */
export function reported(path: string, text: string): ReportedFile {
  const document = readDocument(`file:///${path}`, "yaml", text);
  const checked = checkDocument(readParts(document, { path }), { profile: defaultProfile, today: "2026-11-24" });
  return { path, document, findings: checked.findings };
}

/** A model card with one wrong value behind the given lines, and nothing else to find. */
export function cardWith(lines: string): string {
  return `kind: model-card
id: scorer
name: Scorer
version: 1.0.0
owners: [{ name: Risk team }]
intended_use: { primary_uses: [Rank], out_of_scope_uses: [Mortgages] }
training_data: { datasets: [{ id: loans, source: Loan system }] }
evaluation: { metrics: [{ name: auc, value: 0.9 }] }
limitations: [Self-declared income]
${lines}`;
}
