import assert from "node:assert/strict";
import { statusOf } from "../../src/features/status";
import { opened, ROOT } from "./opened";
import type { Setting } from "./opened";

const status = (path: string, text: string, setting?: Setting) => statusOf(opened({ [path]: text }, setting), `${ROOT}/${path}`);

describe("the status of a file", () => {
  it("says what it was taken for and why, and how much is filled", () => {
    assert.deepEqual(status("a.yaml", "kind: model-card\nid: scorer\nname: TODO\n"), {
      kind: "model-card",
      title: "Model card",
      format: "YAML",
      because: "Its `kind` is `model-card`.",
      filled: 2,
      expected: 9,
      problems: 6,
      toFillIn: 1,
      profile: "starter",
    });
  });

  it("says which part it speaks of where there are several", () => {
    assert.match(status("a.yaml", "other: 1\n---\nkind: model-card\n")?.because ?? "", /This is part 2 of 2 in the file\.$/);
  });

  it("asks when only the name promises a kind", () => {
    const { kind, title, candidate, because } = status("risks.yaml", "max_loss: 3\n") ?? {};
    assert.deepEqual([kind, title, candidate], [null, "Security risk file?", "security-risk"]);
    assert.match(because ?? "", /^Its name promises a kind/);
  });

  it("says none for another file, and that a person said so", () => {
    assert.deepEqual([status("a.yaml", "x: 1\n")?.kind, status("a.yaml", "x: 1\n")?.title], [null, "None"]);
    assert.match(status("a.yaml", "kind: model-card\n", { forced: () => "none" })?.because ?? "", /^You chose/);
  });

  it("does not count hints as problems", () => {
    const count = (severity: "hint" | "warning") => status("a.yaml", "kind: model-card\n", { profile: { rules: { "missing-field": severity } } })?.problems;
    assert.equal(count("hint"), 0);
    assert.ok((count("warning") ?? 0) > 0);
  });

  it("is unknown for a file that is not held", () => assert.equal(statusOf(opened({}), `${ROOT}/a.yaml`), undefined));
});
