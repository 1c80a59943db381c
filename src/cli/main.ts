import { readArguments } from "./arguments";
import type { Arguments } from "./arguments";
import { check } from "./check-command";
import type { Outcome } from "./check-command";
import { clause } from "./clause-command";
import { help } from "./help";
import { inspect } from "./inspect-command";
import { progressOn } from "./progress";
import { styleFor } from "./text";
import { UsageError } from "./usage-error";
import { version } from "./version";

async function run(settings: Arguments): Promise<Outcome> {
  if (settings.version) return { output: `${version}\n`, notes: [], status: 0 };
  if (settings.help) return { output: help, notes: [], status: 0 };
  if (settings.command === "check") {
    const colours = process.stdout.isTTY && !process.env["NO_COLOR"];
    return check(settings, styleFor(colours), progressOn(process.stderr));
  }
  if (settings.command === "inspect") return inspect(settings);
  if (settings.command === "clause") return clause(settings);
  if (settings.command === undefined) throw new UsageError("Say what to do: check, inspect or clause. --help shows how.");
  throw new UsageError(`There is no command “${settings.command}”. The commands are check, inspect and clause; --help shows how.`);
}

async function main(): Promise<void> {
  try {
    const outcome = await run(readArguments(process.argv.slice(2), () => new Date()));
    for (const note of outcome.notes) process.stderr.write(`${note}\n`);
    // Ending by itself instead of by `process.exit` lets a slow reader of a pipe have all of it.
    process.exitCode = outcome.status;
    process.stdout.write(outcome.output);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    process.stderr.write(`clausewise: ${error.message}\n`);
    process.exitCode = 2;
  }
}

// A reader that closes the pipe early (`| head`) has all it wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});
void main();
