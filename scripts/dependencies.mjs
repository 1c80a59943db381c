import { existsSync, statSync } from "node:fs";
import { join } from "node:path";
import { repository } from "./repository.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/**
 * Installs the packages of package-lock.json when they are missing or older than the lock file.
 * Uses nothing but Node itself, because it runs before anything is installed.
 */
export async function ensureDependencies() {
  // npm writes this file as the last thing of an install, so it is also the mark of a complete one.
  const installed = join(repository, "node_modules", ".package-lock.json");
  const wanted = join(repository, "package-lock.json");
  if (existsSync(installed) && statSync(installed).mtimeMs >= statSync(wanted).mtimeMs) return;
  await step("Installing dependencies (npm ci, about 15 s)", () =>
    run("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund"], { cwd: repository }),
  );
}
