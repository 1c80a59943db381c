import { spawn } from "node:child_process";
import { existsSync } from "node:fs";
import { delimiter, join } from "node:path";

/** A command that ended with something other than 0. `output` is all it printed, `code` its exit code. */
export class CommandFailed extends Error {
  constructor(command, code, output) {
    super(`${command} ended with ${code}.\n${output.trim()}`);
    this.code = code;
    this.output = output;
  }
}

/**
 * Runs a command to its end without a shell.
 * `onLine` receives each line as it is printed (standard output and error together).
 * Returns `{ code, output }`; throws CommandFailed on another exit code than 0 unless `anyCode` is true, and an Error
 * when the command cannot be started at all.
 */
export function run(command, args, { cwd, env, onLine, anyCode = false } = {}) {
  return new Promise((resolve, reject) => {
    const child = spawn(command, args, {
      cwd,
      env: { ...process.env, ...env },
      stdio: ["ignore", "pipe", "pipe"],
      shell: process.platform === "win32" && command === "npm",
    });
    let output = "";
    for (const stream of [child.stdout, child.stderr]) {
      let rest = "";
      stream.setEncoding("utf8");
      stream.on("data", (text) => {
        output += text;
        const lines = (rest + text).split(/\r?\n/);
        rest = lines.pop();
        if (onLine) lines.forEach((line) => onLine(line));
      });
      stream.on("end", () => rest && onLine?.(rest));
    }
    child.on("error", (error) => reject(new Error(`${command} could not be started: ${error.message}`)));
    child.on("close", (exitCode, signal) => {
      const code = exitCode ?? signal;
      if (code === 0 || anyCode) resolve({ code, output });
      else reject(new CommandFailed([command, ...args].join(" "), code, output));
    });
  });
}

/** The full path of the first of `names` found on PATH, or undefined. */
export function findOnPath(...names) {
  const endings = process.platform === "win32" ? [".exe", ".cmd", ""] : [""];
  for (const name of names) {
    for (const folder of (process.env.PATH ?? "").split(delimiter)) {
      for (const ending of endings) {
        const file = join(folder, name + ending);
        if (folder && existsSync(file)) return file;
      }
    }
  }
  return undefined;
}
