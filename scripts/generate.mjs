// Makes everything that is derived: the compiled validators (not committed), snippets, reference pages and parts of the manifest.
// With --check nothing committed is written: it ends with status 1 and names every file that is not as it would be made.
import { mkdir, readdir, readFile, rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";
import { generateValidators } from "./generate-validators.mjs";

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "..");

/** Folders that hold nothing but generated files, so that one too many is drift as well. */
const GENERATED_FOLDERS = ["docs/rules", "docs/fields", "snippets"];

/** The committed files as they should be: path below the root → text. */
async function wantedFiles() {
  const outfile = path.join(root, "out/generate/outputs.cjs");
  await build({
    entryPoints: [path.join(root, "scripts/generate/outputs.ts")],
    outfile,
    bundle: true,
    platform: "node",
    format: "cjs",
    mainFields: ["module", "main"],
    logLevel: "error",
  });
  const { outputs } = await import(`${pathToFileURL(outfile).href}?${Date.now()}`);
  return outputs(JSON.parse(await readFile(path.join(root, "package.json"), "utf8")));
}

/** Generates, or with `check` only compares. Gives back the paths that were not as they should be. */
export async function generate({ check }) {
  await generateValidators();
  const wanted = await wantedFiles();
  const drifted = [];
  for (const [file, text] of wanted) {
    const current = await readFile(path.join(root, file), "utf8").catch(() => undefined);
    if (current === text) continue;
    drifted.push(file);
    if (check) continue;
    await mkdir(path.dirname(path.join(root, file)), { recursive: true });
    await writeFile(path.join(root, file), text);
  }
  for (const folder of GENERATED_FOLDERS) {
    for (const name of await readdir(path.join(root, folder)).catch(() => [])) {
      const file = `${folder}/${name}`;
      if (wanted.has(file)) continue;
      drifted.push(file);
      if (!check) await rm(path.join(root, file), { recursive: true });
    }
  }
  return drifted;
}

if (process.argv[1] === fileURLToPath(import.meta.url)) {
  const check = process.argv.includes("--check");
  const drifted = await generate({ check });
  for (const file of drifted) console.log(`${check ? "not up to date" : "written"}: ${file}`);
  if (check && drifted.length > 0) {
    console.log("Run `node scripts/generate.mjs` and commit what it writes.");
    process.exitCode = 1;
  }
}
