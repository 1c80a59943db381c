import assert from "node:assert/strict";
import { documentKinds, kinds } from "../../src/kinds/kinds";
import { catalogue } from "../../src/standards/catalogue";
import { propertiesOf, schemas } from "./written-schemas";

for (const schema of schemas) {
  const name = schema.title ?? "";
  const all = [...propertiesOf(schema)];

  describe(`the schema “${name}”`, () => {
    it("refers to no other file", () => assert.doesNotMatch(JSON.stringify(schema), /"\$ref":"[^#]/));

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
