import path from "node:path";
import { itemTitle, textOf } from "../formats/field";
import type { Reading } from "../formats/format";
import { targets, writtenAs } from "../formats/writing/targets";
import type { Outcome } from "./check-command";
import { load } from "./load";
import type { LoadSettings } from "./load";
import type { Progress } from "./progress";
import { UsageError } from "./usage-error";

/** Writes a document in another format, and tells what has no place in it. The file itself is never touched. */
export async function convert(settings: LoadSettings, progress: Progress): Promise<Outcome> {
  const [file, ...more] = settings.operands;
  if (file === undefined || more.length > 0) throw new UsageError("convert takes one file, or - for standard input.");
  if (settings.out !== undefined && path.resolve(settings.folder, settings.out) === path.resolve(settings.folder, file)) throw new UsageError(`convert never writes over the file that it reads. Give --out another name than “${settings.out}”.`);
  const { files, failures } = await load([file], settings, progress);
  const loaded = files[0];
  if (!loaded || failures.length > 0) throw new UsageError(failures[0] ?? `“${file}” is no file that can be read.`);
  const reading = oneOf(loaded.document.readings.readings, settings.part, file);
  if (!reading) throw new UsageError(`“${file}” is not a governance document. ${loaded.document.readings.recognitions[0]?.because ?? ""}`.trim());
  const target = targets.find(({ id }) => id === settings.format);
  if (!target?.kinds.includes(reading.kind.id)) {
    const ways = targets.filter(({ kinds }) => kinds.includes(reading.kind.id)).map(({ id }) => id);
    throw new UsageError(ways.length === 0 ? `“${file}” sets the tool up and is written in its own way alone.` : `“${file}” is of the kind ${reading.kind.id}, which can be written as ${ways.join(", ")}.`);
  }
  const { text, lost } = writtenAs(reading, target, loaded.document.folder.profile.headings);
  const lines = loaded.document.readings.document.lines;
  const left = lost.length === 0 ? ["Nothing is lost."] : [`Not taken over (${lost.length}):`, ...lost.map(({ message, span }) => `  ${loaded.path}:${lines.positionAt(span.start).line + 1}  ${message}`)];
  return { output: text, notes: left, status: 0 };
}

/** The one document of a file, or the one that a person named by its number. */
function oneOf(readings: readonly Reading[], part: number | undefined, file: string): Reading | undefined {
  if (part === undefined && readings.length > 1) {
    const names = readings.map(({ root }, index) => `${index + 1} ${textOf(root, "name") ?? textOf(root, "title") ?? itemTitle(root)}`);
    throw new UsageError(`“${file}” holds ${readings.length} documents: ${names.join(", ")}. Say which with --part.`);
  }
  if (part !== undefined && readings.length > 0 && !readings[part - 1]) throw new UsageError(`“${file}” holds ${readings.length} document${readings.length === 1 ? "" : "s"}; --part ${part} is none of them.`);
  return readings[(part ?? 1) - 1];
}
