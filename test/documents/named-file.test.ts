import assert from "node:assert/strict";
import { looksLikePath, namedFile } from "../../src/documents/named-file";

describe("a file that a text names", () => {
  it("parts a path from the place in the file", () => {
    assert.deepEqual(namedFile("reports\\m.json#/test/auc"), { path: "reports/m.json", fragment: "/test/auc" });
    for (const none of ["https://example.com/a.json", "/etc/passwd", "C:\\a.txt", "~/a.txt", "", "one\ntwo", "what?"]) assert.equal(namedFile(none), undefined, none);
  });

  it("is seen in a text only where it can hardly be anything else", () => {
    for (const path of ["reports/metrics.json", "./data", "../x/y", "train.csv", "a/b.md#L3"]) assert.ok(looksLikePath(path), path);
    for (const prose of ["Internal loan system", "and/or", "2.1.0", "v1.2", "see a.csv", "e.g.", "https://a.b/c.md"]) assert.ok(!looksLikePath(prose), prose);
  });
});
