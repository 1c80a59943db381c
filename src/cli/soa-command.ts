import path from "node:path";
import { fileURLToPath } from "node:url";
import { newStatement, statementFileName } from "../reports/statement/new-statement";
import { statementsAbout, updateStatement, withEdits } from "../reports/statement/update-statement";
import { statementCsv, statementHtml, statementMarkdown } from "../reports/statement/views";
import type { ReportSource } from "../reports/report-source";
import { standardsInUse } from "../workspace/coverage";
import type { StandardId } from "../standards/clause";
import type { Outcome } from "./check-command";
import { writeText } from "./files";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { sourceOf } from "./report-commands";
import { UsageError } from "./usage-error";

/**
 * Proposes a statement of applicability, or brings the one that is there up to date: every word a person wrote stays, and what changes
 * is told on standard error. With `--write` the file is written, else the text is printed. The other formats are views of what is there.
 */
export async function soa(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  if (settings.write && settings.format !== "yaml") throw new UsageError(`--write brings the statement itself up to date, which is YAML; for a view as ${settings.format} name its file with --out.`);
  const { source, failures } = await sourceOf(settings, progress);
  const standard = settings.standard ?? likelyStandard(source);
  const status = failures.length > 0 ? 2 : 0;
  if (settings.format !== "yaml" && statementsAbout(source, standard).length === 0) {
    return { output: "", notes: [...failures, `There is no statement about ${source.catalogue.standard(standard).designation} yet, so there is nothing to view. “clausewise soa --standard ${standard} --write” proposes one.`], status };
  }
  if (settings.format === "csv") return { output: statementCsv(source, standard), notes: failures, status };
  if (settings.format === "markdown") return { output: statementMarkdown(source, standard), notes: failures, status };
  if (settings.format === "html") return { output: statementHtml(source, standard), notes: failures, status };
  const { output, notes } = await statementText(source, standard, settings);
  return { output, notes: [...failures, ...notes], status };
}

/** The standard that a statement here is about; where there is none, or one for each, ISO/IEC 27001 where it is in use. */
function likelyStandard(source: ReportSource): StandardId {
  const inUse = (["iso27001", "iso42001"] as const).filter((one) => standardsInUse(source.index).includes(one));
  return inUse.find((one) => statementsAbout(source, one).length > 0) ?? inUse[0] ?? "iso42001";
}

async function statementText(source: ReportSource, standard: StandardId, { write, folder }: LoadSettings): Promise<{ output: string; notes: string[] }> {
  const { designation } = source.catalogue.standard(standard);
  const [uri, ...others] = statementsAbout(source, standard);
  const notes = others.length > 0 ? [`${others.length + 1} statements are about ${designation}; the first is brought up to date.`] : [];
  const update = uri === undefined ? undefined : updateStatement(source, uri);
  const document = uri === undefined ? undefined : source.index.get(uri);
  if (uri !== undefined && update && document) {
    const told = update.changes.length > 0 ? update.changes : [`${document.path} is up to date.`];
    const text = withEdits(document.readings.document.text, update.edits);
    if (!write) return { output: text, notes: [...notes, ...told] };
    await writeText(fileURLToPath(uri), text);
    return { output: "", notes: [...notes, ...told, ...(update.edits.length > 0 ? [`Written: ${document.path}`] : [])] };
  }
  const text = newStatement(source, standard);
  if (!write) return { output: text, notes };
  const file = path.join(folder, statementFileName(standard));
  await writeText(file, text);
  return { output: "", notes: [...notes, `Written: ${path.basename(file)}. Decide what is marked TODO.`] };
}
