import "mocha/mocha";
import { CollectingReporter } from "./results";

/** Runs the suite in the Web Worker extension host, with mocha's build for browsers. */
export async function run(): Promise<void> {
  mocha.setup({ ui: "bdd", timeout: 240_000, reporter: CollectingReporter as unknown as Mocha.ReporterConstructor });
  await import("./suite");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
