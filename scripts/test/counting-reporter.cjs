// Mocha's own list of failures, with the counts as JSON on the last line for the test command.
const { readFileSync } = require("node:fs");
const { SourceMap } = require("node:module");
const { dirname, relative, resolve } = require("node:path");
const { reporters } = require("mocha");

module.exports = class CountingReporter extends reporters.Base {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on("pass", () => counts.passed++);
    runner.on("fail", (_test, error) => {
      counts.failed++;
      if (error.stack) error.stack = inSources(error.stack);
    });
    runner.on("pending", () => counts.skipped++);
    runner.once("end", () => {
      this.epilogue();
      setImmediate(() => console.log(`CLAUSEWISE-RESULT ${JSON.stringify(counts)}`));
    });
  }
};

const maps = new Map();

/** A stack that names the sources in the place of their bundle. Node can do so itself, but reads the map for every run, not only for one that fails. */
function inSources(stack) {
  return stack.replace(/([^\s()]*out[\\/]test[\\/]\w+\.js):(\d+):(\d+)/g, (place, bundle, line, column) => {
    const { originalSource, originalLine, originalColumn } = mapOf(bundle).findEntry(line - 1, column - 1);
    return originalSource === undefined ? place : `${relative(".", resolve(dirname(bundle), originalSource))}:${originalLine + 1}:${originalColumn + 1}`;
  });
}

function mapOf(bundle) {
  if (!maps.has(bundle)) maps.set(bundle, new SourceMap(JSON.parse(readFileSync(`${bundle}.map`, "utf8"))));
  return maps.get(bundle);
}
