// Bundles the extension, the language server and the command line into dist/.
//
//   node esbuild.js                 readable, with source maps
//   node esbuild.js --production    minified, without source maps
//   node esbuild.js --watch         rebuilds on change until stopped
//
// Types are checked apart from this, by tsc.
const { mkdirSync, readFileSync, rmSync, writeFileSync } = require("node:fs");
const esbuild = require("esbuild");

const production = process.argv.includes("--production");
const watch = process.argv.includes("--watch");

/** @type {import("esbuild").BuildOptions} */
const common = {
  bundle: true,
  format: "cjs",
  target: "es2022",
  minify: production,
  sourcemap: !production,
  sourcesContent: false,
  metafile: true,
  legalComments: "none",
  logLevel: "silent",
};

/** @type {import("esbuild").BuildOptions} */
const node = { ...common, platform: "node", target: "node20", mainFields: ["module", "main"] };

/** @type {import("esbuild").BuildOptions} */
const browser = {
  ...common,
  platform: "browser",
  mainFields: ["browser", "module", "main"],
  // Both run in Web Workers, where there is no `document`: packages that have a build for those have to give that one.
  conditions: ["worker", "module"],
  define: { global: "globalThis" },
};

/** One entry per file of dist/. An extension must be CommonJS: the web host loads nothing else. */
const bundles = [
  { ...node, entryPoints: ["src/extension/node.ts"], outfile: "dist/node/extension.js", external: ["vscode"] },
  { ...node, entryPoints: ["src/server/node.ts"], outfile: "dist/node/server.js" },
  { ...browser, entryPoints: ["src/extension/browser.ts"], outfile: "dist/browser/extension.js", external: ["vscode"] },
  { ...browser, entryPoints: ["src/server/browser.ts"], outfile: "dist/browser/server.js", format: "iife" },
  { ...node, entryPoints: ["src/cli/main.ts"], outfile: "dist/cli.js", banner: { js: "#!/usr/bin/env node" } },
];

/** Prints every message as `file:line:column: error: text`, the form editors make links of. */
function printMessages(kind, messages) {
  for (const { text, location } of messages) {
    const place = location ? `${location.file}:${location.line}:${location.column + 1}: ` : "";
    console.error(`${place}${kind}: ${text}`);
  }
}

/** Writes dist/meta.json (readable by esbuild's bundle analyser) and prints the size of each bundle. */
function reportSizes(metafiles) {
  const meta = { inputs: {}, outputs: {} };
  for (const metafile of metafiles) {
    Object.assign(meta.inputs, metafile.inputs);
    Object.assign(meta.outputs, metafile.outputs);
  }
  writeFileSync("dist/meta.json", JSON.stringify(meta));
  for (const [file, output] of Object.entries(meta.outputs)) {
    if (!file.endsWith(".map")) console.log(`${String(Math.ceil(output.bytes / 1024)).padStart(6)} KB  ${file}`);
  }
}

async function buildOnce() {
  rmSync("dist", { recursive: true, force: true });
  mkdirSync("dist");
  const results = await Promise.allSettled(bundles.map((bundle) => esbuild.build(bundle)));
  for (const result of results) {
    if (result.status === "fulfilled") {
      printMessages("warning", result.value.warnings);
    } else if (result.reason.errors) {
      printMessages("error", result.reason.errors);
    } else {
      console.error(`error: ${result.reason.message}`);
    }
  }
  const failed = results.filter((result) => result.status === "rejected");
  if (failed.length > 0) {
    console.error(`${failed.length} of ${bundles.length} bundles could not be built.`);
    process.exitCode = 1;
    return;
  }
  if (production) for (const { outfile } of bundles) writeFileSync(outfile, asciiOf(readFileSync(outfile, "utf8"), outfile));
  reportSizes(results.map((result) => result.value.metafile));
}

/**
 * The same program in ASCII: expressions and templates are left as they are written, and one letter beyond Latin-1 doubles the
 * memory that V8 takes for a whole file.
 */
function asciiOf(text, outfile) {
  // Behind a backslash the escape would come to mean something else.
  const escaped = /(?<!\\)\\(?:\\\\)*[^\x00-\x7f]/.exec(text);
  if (escaped) throw new Error(`${outfile} escapes a letter that is no ASCII at ${escaped.index}. Write it without the backslash.`);
  return text.replace(/[^\x00-\x7f]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, "0")}`);
}

/** Lets an editor's task know when a rebuild begins and ends, and what went wrong in it. */
const announceRebuilds = {
  name: "announce-rebuilds",
  setup(build) {
    build.onStart(() => console.log("[watch] build started"));
    build.onEnd((result) => {
      printMessages("error", result.errors);
      printMessages("warning", result.warnings);
      console.log("[watch] build finished");
    });
  },
};

async function watchAll() {
  mkdirSync("dist", { recursive: true });
  const contexts = await Promise.all(
    bundles.map((bundle) => esbuild.context({ ...bundle, plugins: [announceRebuilds] })),
  );
  await Promise.all(contexts.map((context) => context.watch()));
}

(watch ? watchAll() : buildOnce()).catch((error) => {
  console.error(`error: ${error.message}`);
  process.exitCode = 1;
});
