// npm test: sets up what is missing and runs everything. `npm test -- --only core,lint` runs single stages.
import { parseArgs } from "node:util";
import { ensureDependencies } from "./dependencies.mjs";
import { duration } from "./step.mjs";

const { values } = parseArgs({ options: { only: { type: "string" } } });

async function main() {
  await ensureDependencies();
  // Only now is there anything to import that the stages need.
  const { stages } = await import("./test/stages.mjs");
  const only = values.only?.split(",");
  const unknown = only?.find((name) => !stages.some((stage) => stage.name === name));
  if (unknown) throw new Error(`There is no stage “${unknown}”. The stages are ${stages.map((stage) => stage.name).join(", ")}.`);
  const total = { passed: 0, failed: 0, skipped: 0 };
  for (const stage of stages.filter(({ name, onlyWhenAsked }) => only?.includes(name) ?? !onlyWhenAsked)) {
    console.log(`\n${stage.title} (${stage.name})`);
    const start = Date.now();
    const counts = await stage.run().catch((error) => {
      console.log(`  ${error.stack ?? error.message}`);
      return { passed: 0, failed: 1, skipped: 0 };
    });
    console.log(`  ${counts.passed} passed, ${counts.failed} failed${counts.skipped > 0 ? `, ${counts.skipped} skipped` : ""}, ${duration(Date.now() - start)}`);
    for (const key of Object.keys(total)) total[key] += counts[key];
  }
  console.log(`\n${total.passed} passed, ${total.failed} failed${total.skipped > 0 ? `, ${total.skipped} skipped` : ""}`);
  process.exitCode = total.failed > 0 ? 1 : 0;
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exitCode = 1;
});
