import { coverageCsv, coverageJson, coverageText } from "../reports/coverage-output";
import { oscalComponentDefinition } from "../reports/oscal-component";
import { oscalMapping } from "../reports/oscal-mapping";
import { oscalPoam } from "../reports/oscal-poam";
import { reportFile } from "../reports/report/report";
import type { ReportSource } from "../reports/report-source";
import { catalogue } from "../standards/catalogue";
import { coverageOf } from "../workspace/coverage";
import { json } from "./check-command";
import type { Outcome } from "./check-command";
import { checkedOutCommit } from "./commit";
import { load } from "./load";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { version } from "./version";

/** Shows what the documents evidence of each standard, clause by clause. */
export async function coverage(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  const { source, failures } = await sourceOf(settings, progress);
  const covered = coverageOf(source.index, source.catalogue);
  const outputs: Readonly<Record<string, () => string>> = {
    text: () => coverageText(covered),
    json: () => json(coverageJson(source, covered)),
    csv: () => coverageCsv(source, covered),
    oscal: () => json(oscalComponentDefinition(source)),
  };
  return outcome(outputs, settings, failures);
}

/** Writes the report, or one of the documents for other tools. */
export async function report(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  const { source, failures } = await sourceOf(settings, progress);
  const poam = settings.format === "oscal-poam" ? oscalPoam(source) : undefined;
  if (settings.format === "oscal-poam" && !poam) return { output: "", notes: [...failures, "No risk is open, so there is no plan to write."], status: failures.length > 0 ? 2 : 0 };
  const outputs: Readonly<Record<string, () => string>> = {
    html: () => reportFile(source),
    json: () => json(coverageJson(source, coverageOf(source.index, source.catalogue))),
    "oscal-poam": () => json(poam),
    "oscal-mapping": () => json(oscalMapping(source)),
  };
  return outcome(outputs, settings, failures);
}

function outcome(outputs: Readonly<Record<string, () => string>>, { format }: LoadSettings, failures: readonly string[]): Outcome {
  return { output: outputs[format]?.() ?? "", notes: failures, status: failures.length > 0 ? 2 : 0 };
}

/** The files of the command as what reports are made from, and sentences about those that could not be read. */
export async function sourceOf(settings: LoadSettings, progress: Progress): Promise<{ source: ReportSource; failures: readonly string[] }> {
  const { index, failures } = await load(settings.operands.length > 0 ? settings.operands : ["."], settings, progress);
  return { source: { index, catalogue, today: settings.today, version, commit: await checkedOutCommit(settings.folder) }, failures };
}
