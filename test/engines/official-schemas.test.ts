import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { Validator } from "@cfworker/json-schema";
import type { Schema, SchemaDraft } from "@cfworker/json-schema";
import { oscalComponentDefinition } from "../../src/reports/oscal-component";
import { oscalMapping } from "../../src/reports/oscal-mapping";
import { oscalPoam } from "../../src/reports/oscal-poam";
import { sarifLog } from "../../src/reports/sarif";
import { cardWith, reported } from "../reports/reported";
import { register, workspace } from "../reports/workspace";

/** Copies of the official schemas; where they are from stands beside them. */
const OFFICIAL = "test/fixtures/official";

/** Words on several lines, days that are none, one id for two, and next to nothing. */
const unruly = `kind: security-risk
id: risks
risks:
  - id: 1
    title: "Two\\nlines "
    description: "  "
    owner: "A\\nB"
    atlas_techniques: ["T 1\\n2", 7]
    likelihood: "quite\\nlikely"
    consequence: { a: b }
    level: 3
    status: unheard of
    treatment: { option: "some\\nthing", due: soon, actions: [{ what: "Do\\nit", owner: "x\\ny", due: 2026-02-31, status: "in\\nprogress" }, { what: Later, due: 31.12.2026 }, "just a text", { due: 2026-12-01 }] }
    residual: { likelihood: [a], level: "so\\nso" }
    acceptance: { by: Head, date: then, until: whenever }
  - { id: 1, title: Same id }
  - { title: 😀 }
  - {}
  - just a text
`;

function assertValid(schema: string, draft: SchemaDraft, value: unknown): void {
  // Microsoft's copy of the SARIF schema has a bracket too many in its pattern for languages; this is the one of the errata.
  const text = readFileSync(`${OFFICIAL}/${schema}.schema.json`, "utf8").replaceAll("^[a-zA-Z]{2}|^[a-zA-Z]{2}-[a-zA-Z]{2}]?$", "^[a-zA-Z]{2}(-[a-zA-Z]{2})?$");
  const { errors } = new Validator(JSON.parse(text) as Schema, draft, false).validate(JSON.parse(JSON.stringify(value)));
  // What is wrong itself stands at the end of the way; the rest only leads there.
  assert.deepEqual(errors.filter((one) => !["$ref", "properties", "items"].includes(one.keyword)).map((one) => `${one.instanceLocation} ${one.keyword}`), []);
}

describe("the official schema", () => {
  const files = { "risks.yaml": register, "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\n", "clausewise.yaml": "organisation: Bank\n" };
  const wild = { "clausewise.yaml": 'organisation: "Bank\\nand sons "\n', "a b/risks é.yaml": unruly, "card.yaml": 'kind: model-card\nid: 9 lives\nname: "Two\\nlines "\noverview: |\n\n  Text\n' };

  for (const [name, made] of [["a workspace", files], ["an empty workspace", {}], ["one in which people wrote what the format has no room for", wild]] as const) {
    it(`of OSCAL component definitions finds nothing wrong with that of ${name}`, () => assertValid("oscal-component", "7", oscalComponentDefinition(workspace(made))));
  }

  for (const [name, made] of [["a workspace", files], ["one in which people wrote what the format has no room for", wild]] as const) {
    it(`of OSCAL plans of action finds nothing wrong with that of ${name}`, () => assertValid("oscal-poam", "7", oscalPoam(workspace(made))));
  }

  it("of OSCAL mappings finds nothing wrong with ours", () => {
    for (const made of [{}, wild]) assertValid("oscal-mapping", "7", oscalMapping(workspace(made)));
  });

  const log = sarifLog({ version: "1.2.3", files: [reported("a b/model-card.yaml", cardWith("status: deploid\nstatus: gone\n"))], failures: ["The file “x” cannot be read."], pathOf: () => undefined });

  it("of SARIF finds nothing wrong with a log of findings and failures, nor with an empty one", () => {
    for (const one of [log, sarifLog({ version: "1.2.3", files: [], failures: [], pathOf: () => undefined })]) assertValid("sarif-2.1.0-rtm.5", "4", one);
  });

  it("of SARIF asks every region for a place since its errata, which ours have", () => {
    const regions = JSON.stringify(log).match(/"(?:deletedR|r)egion":\{[^}]*/g) ?? [];
    assert.ok(regions.length > 0);
    for (const region of regions) assert.match(region, /"startLine":[1-9]/);
  });
});
