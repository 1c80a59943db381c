import path from "node:path";
import { nativeDocument } from "../reports/native-document";
import type { Outcome } from "./check-command";
import { load } from "./load";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { UsageError } from "./usage-error";

/** Writes a document in another format anew in our own shape, and tells what has no place in it. The file itself is never touched. */
export async function convert(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  const [file, ...more] = settings.operands;
  if (file === undefined || more.length > 0) throw new UsageError("convert takes one file, or - for standard input.");
  if (settings.out !== undefined && path.resolve(settings.folder, settings.out) === path.resolve(settings.folder, file)) throw new UsageError(`convert never writes over the file that it reads. Give --out another name than “${settings.out}”.`);
  const { files, failures } = await load([file], settings, progress);
  const loaded = files[0];
  if (!loaded || failures.length > 0) throw new UsageError(failures[0] ?? `“${file}” is no file that can be read.`);
  const [reading] = loaded.document.readings.readings;
  if (!reading) throw new UsageError(`“${file}” is not a governance document. ${loaded.document.readings.recognitions[0]?.because ?? ""}`.trim());
  const { text, lost } = nativeDocument(reading, settings.format === "json" ? "json" : "yaml");
  const left = lost.length === 0 ? [] : [`Not taken over (${lost.length}):`, ...lost.map((one) => `  ${one}`)];
  return { output: text, notes: left, status: 0 };
}
