import assert from "node:assert/strict";
import { existsSync, readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import type { Schema, SchemaDraft } from "@cfworker/json-schema";
import { oscalComponentDefinition } from "../../src/reports/oscal-component";
import { oscalMapping } from "../../src/reports/oscal-mapping";
import { oscalPoam } from "../../src/reports/oscal-poam";
import { sarifLog } from "../../src/reports/sarif";
import { cardWith, reported } from "../reports/reported";
import { register, workspace } from "../reports/workspace";

/** The official schemas, where the shared material lies beside the repository. */
const OFFICIAL = "../shared/peer-schemas";

function assertValid(schema: string, draft: SchemaDraft, value: unknown): void {
  const validator = new Validator(JSON.parse(readFileSync(`${OFFICIAL}/${schema}`, "utf8")) as Schema, draft, false);
  assert.deepEqual(validator.validate(JSON.parse(JSON.stringify(value))).errors, []);
}

describe("the official schema", () => {
  before(function () {
    if (existsSync(OFFICIAL)) return;
    console.log(`    (${OFFICIAL} is not here, so the official schemas were not asked)`);
    this.skip();
  });

  const files = { "risks.yaml": register, "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\n", "clausewise.yaml": "organisation: Bank\n" };

  for (const [name, made] of [["a workspace", files], ["an empty workspace", {}]] as const) {
    it(`of OSCAL component definitions finds nothing wrong with that of ${name}`, () => assertValid("oscal_component_schema.json", "7", oscalComponentDefinition(workspace(made))));
  }

  it("of OSCAL plans of action finds nothing wrong with ours", () => assertValid("oscal_poam_schema.json", "7", oscalPoam(workspace(files))));

  it("of OSCAL mappings finds nothing wrong with ours", () => assertValid("oscal_mapping_schema.json", "7", oscalMapping(workspace({}))));

  it("of SARIF finds nothing wrong with a log of findings and failures", () => {
    const log = sarifLog({ version: "1.2.3", files: [reported("a b/model-card.yaml", cardWith("status: deploid\nstatus: gone\n"))], failures: ["The file “x” cannot be read."], pathOf: () => undefined });
    assertValid("sarif-schema-2.1.0.json", "4", log);
  });
});
