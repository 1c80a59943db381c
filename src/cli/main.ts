import { homedir } from "node:os";
import { defaultCacheFolder } from "./check-cache";
import { progressOn } from "./progress";
import { runCommand } from "./run";

// A reader that closes the pipe early (`| head`) has all it wants.
process.stdout.on("error", (error: NodeJS.ErrnoException) => {
  if (error.code !== "EPIPE") throw error;
});

// The first Ctrl-C ends the work in order and says so; a second one ends the program at once.
const stop = new AbortController();
process.once("SIGINT", () => stop.abort());

void runCommand(process.argv.slice(2), {
  folder: process.cwd(),
  standardInput: process.stdin,
  colours: process.stdout.isTTY && !process.env["NO_COLOR"],
  progress: progressOn(process.stderr),
  clock: () => new Date(),
  signal: stop.signal,
  cacheFolder: defaultCacheFolder(process.platform, process.env, homedir()),
}).then(({ output, notes, status }) => {
  for (const note of notes) process.stderr.write(`${note}\n`);
  // The program ends by itself, not by `process.exit`, so that a slow reader of the pipe gets all of it.
  process.exitCode = status;
  process.stdout.write(output);
});
