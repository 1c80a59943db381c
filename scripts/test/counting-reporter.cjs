// Mocha's own short report, with the counts as JSON on the last line for the test command.
const { reporters } = require("mocha");

module.exports = class CountingReporter extends reporters.Dot {
  constructor(runner, options) {
    super(runner, options);
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on("pass", () => counts.passed++);
    runner.on("fail", () => counts.failed++);
    runner.on("pending", () => counts.skipped++);
    runner.once("end", () => setImmediate(() => console.log(`CLAUSEWISE-RESULT ${JSON.stringify(counts)}`)));
  }
};
