import Mocha from "mocha";
import { CollectingReporter } from "./results";

/** Runs the suite in the Node extension host. */
export async function run(): Promise<void> {
  const mocha = new Mocha({ ui: "bdd", timeout: 240_000, reporter: CollectingReporter as unknown as Mocha.ReporterConstructor });
  mocha.suite.emit("pre-require", globalThis, "", mocha);
  await import("./suite");
  await new Promise<void>((resolve, reject) => {
    mocha.run((failures) => (failures === 0 ? resolve() : reject(new Error(`${failures} failed`))));
  });
}
