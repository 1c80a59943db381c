import assert from "node:assert/strict";
import { Validator } from "@cfworker/json-schema";
import type { Schema } from "@cfworker/json-schema";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import clausewise from "../../schemas/clausewise.schema.json";
import impactAssessment from "../../schemas/impact-assessment.schema.json";
import modelCard from "../../schemas/model-card.schema.json";
import securityRisk from "../../schemas/security-risk.schema.json";
import statement from "../../schemas/statement-of-applicability.schema.json";
import { documentKinds, kinds } from "../../src/kinds/kinds";
import type { FieldSchema } from "../../src/kinds/schema";
import { catalogue } from "../../src/standards/catalogue";

const schemas = [modelCard, impactAssessment, securityRisk, statement, clausewise] as unknown as (FieldSchema & { required?: string[] })[];
const OWN_KEYWORDS = ["x-clauses", "x-profile", "x-section", "x-format", "x-scale", "x-reference", "x-suggest", "x-item-label", "x-only-if", "enumDescriptions"];

interface Property {
  readonly path: string;
  readonly schema: FieldSchema & { required?: string[] };
  readonly owner: FieldSchema & { required?: string[] };
}

/** Every property at every depth, without `$schema`. */
function* properties(owner: FieldSchema & { required?: string[] }, prefix = ""): Generator<Property> {
  for (const [name, schema] of Object.entries(owner.properties ?? {})) {
    if (name === "$schema") continue;
    const path = prefix === "" ? name : `${prefix}.${name}`;
    yield { path, schema, owner };
    yield* properties(schema.items ?? schema, path);
  }
}

for (const schema of schemas) {
  const name = schema.title ?? "";
  const all = [...properties(schema)];

  describe(`the schema “${name}”`, () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    addFormats(ajv);
    for (const keyword of OWN_KEYWORDS) ajv.addKeyword(keyword);
    ajv.addKeyword({ keyword: "x-skeleton", schemaType: "boolean" });

    it("is valid JSON Schema 2020-12 without references to other files", () => {
      ajv.compile(schema);
      assert.doesNotMatch(JSON.stringify(schema), /"\$ref":"[^#]/);
    });

    it("says of every property what to write, which clauses it serves, from when it is expected, and an example", () => {
      for (const { path, schema: property } of all) {
        assert.match(property.title ?? "", /^[A-Z].{1,40}$/, path);
        assert.match(property.description ?? "", /^[A-Z].{10,}[.:]/s, path);
        assert.ok((property["x-clauses"] ?? []).length > 0, `${path} names no clause`);
        assert.match(property["x-profile"] ?? "", /^(?:starter|standard|audit|optional)$/, path);
        assert.ok((property.examples ?? []).length > 0, `${path} has no example`);
      }
    });

    it("names clauses that exist, each once", () => {
      for (const { path, schema: property } of all) {
        const clauses = property["x-clauses"] ?? [];
        assert.equal(new Set(clauses).size, clauses.length, path);
        for (const clause of clauses) assert.ok(catalogue.clause(clause), `${path} names ${clause}`);
      }
    });

    it("gives examples that are right by two validators", () => {
      for (const { path, schema: property } of all) {
        const first = ajv.compile(property);
        const second = new Validator(property as Schema, "2020-12");
        for (const example of property.examples ?? []) {
          assert.ok(first(example), `${path}: ${JSON.stringify(first.errors)}`);
          assert.deepEqual(second.validate(example).errors, [], path);
        }
      }
    });

    it("requires exactly what profile starter expects", () => {
      for (const owner of new Set(all.map((property) => property.owner))) {
        const starter = Object.entries(owner.properties ?? {}).flatMap(([key, value]) => (value["x-profile"] === "starter" ? [key] : []));
        assert.deepEqual(owner.required ?? [], starter);
      }
    });

    it("tells neighbours apart by their titles", () => {
      for (const owner of new Set(all.map((property) => property.owner))) {
        const titles = Object.values(owner.properties ?? {}).flatMap((property) => property.title ?? []);
        assert.equal(new Set(titles).size, titles.length, titles.join(", "));
      }
    });

    it("explains every value of a list of choices", () => {
      for (const { path, schema: property } of all) {
        const value = property.items ?? property;
        if (value.enum) assert.equal(value.enumDescriptions?.length, value.enum.length, path);
      }
    });

    it("has no bare unions", () => {
      assert.doesNotMatch(JSON.stringify(schema), /"(?:oneOf|anyOf)":|"type":\[/);
    });

    it("keeps the properties of one section together", () => {
      const sections = Object.values(schema.properties ?? {}).flatMap((property) => property["x-section"] ?? []);
      const changes = sections.filter((section, index) => section !== sections[index - 1]);
      assert.equal(new Set(changes).size, changes.length, changes.join(", "));
    });
  });
}

describe("the kinds together", () => {
  it("evidence 35 of 38 controls of ISO/IEC 42001 and 35 of 93 of ISO/IEC 27001", () => {
    const served = new Set(documentKinds.flatMap((kind) => kind.fields.flatMap((field) => field.clauses)));
    const controls = (standard: "iso42001" | "iso27001") => catalogue.standard(standard).clauses.filter((clause) => clause.kind === "control" && served.has(clause.ref));
    assert.deepEqual([controls("iso42001").length, controls("iso27001").length], [35, 35]);
  });

  it("leave out only the three controls about the AI policy itself", () => {
    const served = new Set(documentKinds.flatMap((kind) => kind.fields.flatMap((field) => field.clauses)));
    const out = catalogue.standard("iso42001").clauses.filter((clause) => clause.kind === "control" && !served.has(clause.ref));
    assert.deepEqual(out.map((clause) => clause.id), ["A.2.2", "A.2.3", "A.2.4"]);
  });

  it("expect little of a beginner: at most fourteen top-level fields each", () => {
    for (const kind of kinds) {
      const starter = [...kind.root.fields.values()].filter((field) => field.profile === "starter");
      assert.ok(starter.length <= 14, kind.id);
    }
  });
});
