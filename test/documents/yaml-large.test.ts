import assert from "node:assert/strict";
import { readDocument } from "../../src/documents/read";
import { readYaml } from "../../src/documents/yaml";
import { largeYaml, tree } from "./large-yaml";

describe("a large YAML text", () => {
  const text = largeYaml(60);
  const before = readDocument("file:///risks.yaml", "yaml", text);

  it("is read in stretches: a root entry, a list's head, one per item, the entry behind", () => {
    assert.equal(before.segments?.length, 1 + 1 + 60 + 1);
  });

  it("reads the same in stretches as whole", () => {
    assert.deepEqual(tree(before), tree(readYaml(text)));
  });

  it("keeps the stretches above an edit as they were", () => {
    const at = text.indexOf("R-50");
    const after = readDocument("file:///risks.yaml", "yaml", `${text.slice(0, at)}new-${text.slice(at)}`, before);
    assert.equal(after.segments?.[30]?.item, before.segments?.[30]?.item);
    assert.notEqual(after.segments?.[55]?.item, before.segments?.[55]?.item);
  });

  it("ends where the parser sees it end, also where the last value is cut off", () => {
    const cut = text.slice(0, -"Feeds\n".length);
    assert.deepEqual(tree(readDocument("file:///risks.yaml", "yaml", cut, before)), tree(readYaml(cut)));
  });

  it("with anchors is read whole, since an alias may lead anywhere", () => {
    assert.equal(readDocument("file:///risks.yaml", "yaml", text.replace("kind:", "base: &base { a: 1 }\nkind:")).segments, undefined);
  });
});
