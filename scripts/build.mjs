import { join } from "node:path";
import { repository } from "./repository.mjs";
import { run } from "./run.mjs";
import { step } from "./step.mjs";

/** Compiles the validators and bundles everything into dist/. */
export async function build() {
  await step("Building", async () => {
    await run(process.execPath, [join(repository, "scripts", "generate-validators.mjs")], { cwd: repository });
    await run(process.execPath, [join(repository, "esbuild.js"), "--production"], { cwd: repository });
  });
}
