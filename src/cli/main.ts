import { progressOn } from "./progress";
import { runCommand } from "./run";

// A reader that closes the pipe early (`| head`) has all it wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

void runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  standardInput: process.stdin,
  colours: process.stdout.isTTY && !process.env["NO_COLOR"],
  progress: progressOn(process.stderr),
  clock: () => new Date(),
}).then(({ output, notes, status }) => {
  for (const note of notes) process.stderr.write(`${note}\n`);
  // The program ends by itself, not by `process.exit`, so that a slow reader of the pipe gets all of it.
  process.exitCode = status;
  process.stdout.write(output);
});
