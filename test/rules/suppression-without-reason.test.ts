import assert from "node:assert/strict";
import { assertMarked } from "./checked";

describe("suppression-without-reason", () => {
  it("asks why, though the finding stays silent", () => {
    const text = "kind: model-card\n⟦# clausewise-disable-next-line placeholder⟧\nname: TODO\n";
    const [finding] = assertMarked("suppression-without-reason", text);
    assert.equal(finding?.message, "This suppression gives no reason. Add “-- ” and why the finding may stay, so that a reviewer can follow.");
    assert.deepEqual(finding?.clauses, ["iso42001:7.5.2"]);
    assert.equal(finding?.severity, "warning");
    assertMarked("placeholder", text.replace(/[⟦⟧]/g, ""));
  });

  it("takes two dashes with nothing behind them for no reason, in JSON and Markdown too", () => {
    assertMarked("suppression-without-reason", '{\n  ⟦// clausewise-disable-file placeholder --⟧\n  "kind": "model-card", "name": "TODO"\n}', { language: "json" });
    assertMarked("suppression-without-reason", "---\nkind: model-card\nname: TODO\n---\n⟦<!-- clausewise-disable-file placeholder -->⟧\n", { language: "markdown" });
  });

  it("is quiet where a reason is given", () => {
    assertMarked("suppression-without-reason", "kind: model-card\n# clausewise-disable-next-line placeholder -- named in May\nname: TODO\n");
  });

  it("takes the long dash that some editors make of two for both", () => {
    const text = "kind: model-card\n# clausewise-disable-next-line placeholder — named in May\nname: TODO\n";
    assertMarked("suppression-without-reason", text);
    assertMarked("suppression-unused", text);
  });

  it("does not take a comment of another tool for one", () => {
    assertMarked("suppression-without-reason", "kind: model-card\n# eslint-disable-next-line foo\n# clausewise is good\nname: Scorer\n");
  });
});
