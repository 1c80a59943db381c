import assert from "node:assert/strict";
import { Validator } from "@cfworker/json-schema";
import type { Schema } from "@cfworker/json-schema";
import Ajv2020 from "ajv/dist/2020";
import addFormats from "ajv-formats";
import { propertiesOf, schemas } from "../schemas/written-schemas";

const OWN_KEYWORDS = ["x-clauses", "x-profile", "x-section", "x-format", "x-scale", "x-reference", "x-suggest", "x-item-label", "x-only-if", "enumDescriptions"];

for (const schema of schemas) {
  describe(`the schema “${schema.title ?? ""}”`, () => {
    const ajv = new Ajv2020({ strict: true, strictRequired: false });
    addFormats(ajv);
    for (const keyword of OWN_KEYWORDS) ajv.addKeyword(keyword);
    ajv.addKeyword({ keyword: "x-skeleton", schemaType: "boolean" });

    it("is valid JSON Schema 2020-12", () => void ajv.compile(schema));

    for (const { path, schema: property } of propertiesOf(schema)) {
      it(`gives examples for ${path} that are right by two validators`, () => {
        const first = ajv.compile(property);
        const second = new Validator(property as Schema, "2020-12");
        for (const example of property.examples ?? []) {
          assert.ok(first(example), JSON.stringify(first.errors));
          assert.deepEqual(second.validate(example).errors, []);
        }
      });
    }
  });
}
