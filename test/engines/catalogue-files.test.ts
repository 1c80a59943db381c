import assert from "node:assert/strict";
import Ajv2020 from "ajv/dist/2020";
import catalogueSchema from "../../src/standards/catalogue.schema.json";
import crosswalk from "../../src/standards/crosswalk.json";
import crosswalkSchema from "../../src/standards/crosswalk.schema.json";
import superseded from "../../src/standards/iso27001-2013.json";
import iso27001 from "../../src/standards/iso27001.json";
import iso42001 from "../../src/standards/iso42001.json";
import overlaySchema from "../../src/standards/overlay.schema.json";
import supersededSchema from "../../src/standards/superseded.schema.json";
import titleAliases from "../../src/standards/title-aliases.json";
import titleAliasesSchema from "../../src/standards/title-aliases.schema.json";

const ajv = new Ajv2020({ allErrors: true, strict: true, strictRequired: false, strictTypes: false });
ajv.addSchema(catalogueSchema, "catalogue.schema.json");

describe("the data files of the catalogue", () => {
  const files: [string, object, object][] = [
    ["iso42001.json", iso42001, catalogueSchema],
    ["iso27001.json", iso27001, catalogueSchema],
    ["crosswalk.json", crosswalk, crosswalkSchema],
    ["iso27001-2013.json", superseded, supersededSchema],
    ["title-aliases.json", titleAliases, titleAliasesSchema],
  ];
  for (const [name, file, schema] of files) {
    it(`${name} is as its schema says`, () => {
      const valid = ajv.compile(schema);
      assert.ok(valid(file), JSON.stringify(valid.errors));
    });
  }

  it("have a schema for the overlay of a licence holder", () => {
    const valid = ajv.compile(overlaySchema);
    assert.ok(valid({ standard: "iso42001", clauses: { "A.6.2.4": { text: "The licensed text." } } }), JSON.stringify(valid.errors));
    assert.ok(!valid({ standard: "iso42001", clauses: { "A.6.2.4": { txt: "The licensed text." } } }));
  });
});
