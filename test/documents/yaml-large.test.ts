import assert from "node:assert/strict";
import fc from "fast-check";
import { readDocument } from "../../src/documents/read";
import { readYaml } from "../../src/documents/yaml";

const item = (number: number) => `  - id: R-${number}
    title: "Feed ${number}: records that nobody sent"
    # looked at in spring
    affects: [integrity]
    note: |
      first [ line

      last line
    residual: { level: low }

`;
const large = (items: number) => `# a register\nkind: security-risk\nrisks:   # the list\n${Array.from({ length: items }, (_, index) => item(index)).join("")}scope: Feeds\n`;

/** What was read, without the memory of how. */
const tree = ({ parts, problems, comments }: ReturnType<typeof readYaml>) => ({ parts, problems, comments });

describe("a large YAML text", () => {
  const text = large(260);
  const before = readDocument("file:///risks.yaml", "yaml", text);

  it("is read in stretches: a root entry, a list's head, one per item, the entry behind", () => {
    assert.equal(before.segments?.length, 1 + 1 + 260 + 1);
  });

  it("reads the same in stretches as whole", () => {
    assert.deepEqual(tree(before), tree(readYaml(text)));
  });

  it("keeps the stretches above an edit as they were", () => {
    const at = text.indexOf("R-200");
    const after = readDocument("file:///risks.yaml", "yaml", `${text.slice(0, at)}new-${text.slice(at)}`, before);
    assert.equal(after.segments?.[150]?.item, before.segments?.[150]?.item);
    assert.notEqual(after.segments?.[250]?.item, before.segments?.[250]?.item);
  });

  it("reads the same after any edit as if it were read anew", () => {
    const pieces = ["\n", "  - id: z\n", "- ", "a: b\n", "    k: v\n", "# c\n", "[", "]", '"', "x", "  ", "|\n", "\t", ": ", "é😀", "\r\n", "scope: 1\n", "---\n", "&a ", "*a ", "? "];
    fc.assert(
      fc.property(fc.nat(text.length), fc.nat(40), fc.array(fc.constantFrom(...pieces), { maxLength: 3 }), (at, removed, inserted) => {
        const edited = text.slice(0, at) + inserted.join("") + text.slice(at + removed);
        assert.deepEqual(tree(readDocument("file:///risks.yaml", "yaml", edited, before)), tree(readYaml(edited)));
      }),
      { numRuns: 8 },
    );
  });

  it("ends where the parser sees it end, also where the last value is cut off", () => {
    const cut = text.slice(0, -"Feeds\n".length);
    assert.deepEqual(tree(readDocument("file:///risks.yaml", "yaml", cut, before)), tree(readYaml(cut)));
  });

  it("with anchors is read whole, since an alias may lead anywhere", () => {
    assert.equal(readDocument("file:///risks.yaml", "yaml", text.replace("kind:", "base: &base { a: 1 }\nkind:")).segments, undefined);
  });
});
