import assert from "node:assert/strict";
import fc from "fast-check";
import { readDocument } from "../../src/documents/read";
import { readYaml } from "../../src/documents/yaml";
import { largeYaml, tree } from "../documents/large-yaml";

describe("any edit of a large YAML text", () => {
  const text = largeYaml(60);
  const before = readDocument("file:///risks.yaml", "yaml", text);

  it("is read as if the whole text were read anew", () => {
    const pieces = ["\n", "  - id: z\n", "- ", "a: b\n", "    k: v\n", "# c\n", "[", "]", '"', "x", "  ", "|\n", "\t", ": ", "é😀", "\r\n", "scope: 1\n", "---\n", "&a ", "*a ", "? "];
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.array(fc.constantFrom(...pieces), { maxLength: 3 }), (at, removed, inserted) => {
        const edited = text.slice(0, at) + inserted.join("") + text.slice(at + removed);
        assert.deepEqual(tree(readDocument("file:///risks.yaml", "yaml", edited, before)), tree(readYaml(edited)));
      }),
      { numRuns: 40 },
    );
  });
});
