import type { Runner } from "mocha";

/** What the launcher looks for in the log to know how a run ended. */
export const RESULT_MARK = "CLAUSEWISE-RESULT";

/** A mocha reporter for a host whose console is all that gets out: a line per test, and the counts as JSON at the end. */
export class CollectingReporter {
  constructor(runner: Runner) {
    const counts = { passed: 0, failed: 0, skipped: 0 };
    runner.on("pass", (test) => {
      counts.passed++;
      console.log(`  passed: ${test.fullTitle()}${slow(test.duration)}`);
    });
    runner.on("pending", (test) => {
      counts.skipped++;
      console.log(`  skipped: ${test.fullTitle()}`);
    });
    runner.on("fail", (test, error: Error) => {
      counts.failed++;
      console.log(`  FAILED: ${test.fullTitle()}\n${error.stack ?? error.message}`);
    });
    runner.on("end", () => console.log(`${RESULT_MARK} ${JSON.stringify(counts)}`));
  }
}

/** Milliseconds from which on a test says how long it took. */
const SLOW = 2_000;

function slow(duration = 0): string {
  return duration < SLOW ? "" : ` (${(duration / 1000).toFixed(1)} s)`;
}
