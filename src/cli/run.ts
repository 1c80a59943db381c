import path from "node:path";
import { advise } from "./advise-command";
import { readArguments } from "./arguments";
import { check } from "./check-command";
import type { Outcome } from "./check-command";
import { clause } from "./clause-command";
import { convert } from "./convert-command";
import { writeText } from "./files";
import { help } from "./help";
import { inspect } from "./inspect-command";
import { pacedProgress, Stopped } from "./progress";
import type { ProgressLine } from "./progress";
import { coverage, report } from "./report-commands";
import { soa } from "./soa-command";
import { styleFor } from "./text";
import { UsageError } from "./usage-error";
import { version } from "./version";

const COMMANDS = "check, inspect, clause, coverage, report, soa, advise and convert";

/** What the command line takes from the process around it. */
export interface Surroundings {
  /** Absolute path of the folder in which the command was started. */
  readonly folder: string;
  readonly standardInput: AsyncIterable<unknown>;
  /** True when the output is read on a terminal that shows colours. */
  readonly colours: boolean;
  readonly progress: ProgressLine;
  /** Says that somebody wants to stop. */
  readonly signal?: AbortSignal;
  /** Folder for what is kept between runs; nothing is kept without one. */
  readonly cacheFolder?: string;
  readonly clock: () => Date;
}

/** Runs one command. What cannot be done ends with status 2 and one sentence; nothing is thrown for it. */
export async function runCommand(words: readonly string[], surroundings: Surroundings): Promise<Outcome> {
  try {
    return await toFile(await dispatch(words, surroundings), words, surroundings);
  } catch (error) {
    if (error instanceof Stopped) return { output: "", notes: [`clausewise: ${error.message} Nothing was printed or written.`], status: 130 };
    if (!(error instanceof UsageError)) throw error;
    return { output: "", notes: [`clausewise: ${error.message}`], status: 2 };
  }
}

async function dispatch(words: readonly string[], { folder, standardInput, colours, clock, cacheFolder, ...more }: Surroundings): Promise<Outcome> {
  const settings = { ...readArguments(words, folder, clock), standardInput, cacheFolder };
  const progress = pacedProgress(more.progress, more.signal);
  if (settings.version) return { output: `${version}\n`, notes: [], status: 0 };
  if (settings.help) return { output: help, notes: [], status: 0 };
  switch (settings.command) {
    case "check":
      return check(settings, styleFor(colours), progress);
    case "inspect":
      return inspect(settings, progress);
    case "clause":
      return clause(settings);
    case "coverage":
      return coverage(settings, progress);
    case "report":
      return report(settings, progress);
    case "soa":
      return soa(settings, progress);
    case "advise":
      return advise(settings, progress);
    case "convert":
      return convert(settings, progress);
    case undefined:
      throw new UsageError(`Say what to do: ${COMMANDS}. --help shows how.`);
    default:
      throw new UsageError(`There is no command “${settings.command}”. The commands are ${COMMANDS}; --help shows how.`);
  }
}

/** With `--out` the output goes to a file, and a note says so. */
async function toFile(outcome: Outcome, words: readonly string[], { folder, clock }: Surroundings): Promise<Outcome> {
  const { out } = readArguments(words, folder, clock);
  if (out === undefined || outcome.output === "") return outcome;
  await writeText(path.resolve(folder, out), outcome.output);
  return { ...outcome, output: "", notes: [...outcome.notes, `Written: ${out}`] };
}
