import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { repository } from "../repository.mjs";
import { run } from "../run.mjs";

/** What a package may hold beside the files that its manifest names. */
const ADMITTED = /^(?:dist\/.*\.js|docs\/.*\.md|media\/.*\.(?:svg|png)|schemas\/.*\.json|snippets\/.*\.json|syntaxes\/.*\.json|package\.json|README\.md|CHANGELOG\.md|LICENSE)$/;

/** What is wrong with the package that would be shipped: files that the manifest names and that are missing, and files that have no business in it. */
export async function packageProblems() {
  const { output } = await run("npm", ["pack", "--dry-run", "--json", "--ignore-scripts", "--silent"], { cwd: repository });
  const [{ files }] = JSON.parse(output.slice(output.indexOf("[")));
  const shipped = new Set(files.map(({ path }) => path));
  const manifest = await readFile(join(repository, "package.json"), "utf8");
  // Every path that the manifest names begins in one of these folders.
  const named = [...manifest.matchAll(/"(?:\.\/)?((?:dist|media|snippets|schemas|syntaxes)\/[^"*]+)"/g)].map((match) => match[1]);
  const readme = await readFile(join(repository, "README.md"), "utf8");
  const pictures = [...readme.matchAll(/!\[[^\]]*\]\(([^):]+)\)/g)].map((match) => match[1]);
  return [
    ...[...named, ...pictures, "README.md", "dist/node/server.js", "dist/browser/server.js", "dist/cli.js"].filter((path) => !shipped.has(path)).map((path) => `${path} is named and would not be shipped`),
    ...[...shipped].filter((path) => !ADMITTED.test(path)).map((path) => `${path} would be shipped and has no business there`),
  ];
}
