import assert from "node:assert/strict";
import { addressBelow, addressesOf, looksLikePath, namedFile } from "../../src/workspace/file-address";

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

  it("parts a path from the place in the file", () => {
    assert.deepEqual(namedFile("reports\\m.json#/test/auc"), { path: "reports/m.json", fragment: "/test/auc" });
    for (const none of ["https://example.com/a.json", "/etc/passwd", "C:\\a.txt", "~/a.txt", "", "one\ntwo", "what?"]) assert.equal(namedFile(none), undefined, none);
  });

  it("is seen in a text only where it can hardly be anything else", () => {
    for (const path of ["reports/metrics.json", "./data", "../x/y", "train.csv", "a/b.md#L3"]) assert.ok(looksLikePath(path), path);
    for (const prose of ["Internal loan system", "and/or", "2.1.0", "v1.2", "see a.csv", "e.g.", "https://a.b/c.md"]) assert.ok(!looksLikePath(prose), prose);
  });
});
