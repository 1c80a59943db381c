import assert from "node:assert/strict";
import { addressBelow, addressesOf } from "../../src/workspace/file-address";

describe("the address of a file that a document names", () => {
  it("lies beside the document, or else below the folder", () => {
    assert.deepEqual(addressesOf("reports/auc.json", "file:///w/cards/a.yaml", "file:///w"), ["file:///w/cards/reports/auc.json", "file:///w/reports/auc.json"]);
    assert.deepEqual(addressesOf("./b.csv", "file:///w/a.yaml", "file:///w"), ["file:///w/b.csv"]);
    assert.deepEqual(addressesOf("b.csv", "untitled:Untitled-1", ""), []);
  });

  it("follows dots, keeps the authority of virtual file systems, and encodes what has to be", () => {
    assert.equal(addressBelow("vscode-vfs://github/o/r/docs", "../data/ü 1#.csv"), "vscode-vfs://github/o/r/data/%C3%BC%201%23.csv");
    assert.equal(addressBelow("file:///w", "../../x"), undefined);
  });
});
