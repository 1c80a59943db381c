import assert from "node:assert/strict";
import { assertMarked, fixed } from "./checked";

const card = (comment: string, name = "Scorer") => `kind: model-card\n${comment}\nname: ${name}\n`;

describe("suppression-unused", () => {
  it("reports a suppression that keeps nothing silent", () => {
    const [finding] = assertMarked("suppression-unused", card("⟦# clausewise-disable-next-line placeholder -- asked in May⟧"));
    assert.equal(finding?.message, "There is no placeholder finding here to keep silent. Remove this comment.");
    assert.deepEqual(finding?.clauses, ["iso42001:7.5.2"]);
    assert.equal(finding?.severity, "information");
  });

  it("knows the rule that was meant", () => {
    const [finding] = assertMarked("suppression-unused", card("⟦# clausewise-disable-next-line plaecholder -- asked in May⟧", "TODO"));
    assert.equal(finding?.message, "There is no rule `plaecholder`, so this comment keeps nothing silent. Did you mean `placeholder`?");
  });

  it("reports each form in each language", () => {
    assertMarked("suppression-unused", card("⟦# clausewise-disable placeholder -- draft⟧\n# clausewise-enable placeholder", "TODO"));
    assertMarked("suppression-unused", "kind: model-card\nname: Scorer ⟦# clausewise-disable-line placeholder -- draft⟧\n");
    assertMarked("suppression-unused", '{ ⟦/* clausewise-disable-file placeholder -- draft */⟧ "kind": "model-card", "name": "Scorer" }', { language: "json" });
    assertMarked("suppression-unused", "---\nkind: model-card\nname: Scorer\n---\n⟦<!-- clausewise-disable-file placeholder -- draft -->⟧\n", { language: "markdown" });
  });

  it("reports what stands for nothing beside a rule that is used", () => {
    const text = card("# clausewise-disable-next-line placeholder, ⟦review-overdue⟧ -- asked in May", "TODO");
    const [finding] = assertMarked("suppression-unused", text);
    assert.equal(finding?.message, "There is no review-overdue finding here to keep silent. Take it out of this comment.");
    assert.equal(fixed(text, finding?.fixes[0]), card("# clausewise-disable-next-line placeholder -- asked in May", "TODO"));
  });

  it("takes the first of several rules out with its comma", () => {
    const text = card("# clausewise-disable-next-line ⟦review-overdue⟧, placeholder -- asked in May", "TODO");
    assert.equal(fixed(text, assertMarked("suppression-unused", text)[0]?.fixes[0]), card("# clausewise-disable-next-line placeholder -- asked in May", "TODO"));
  });

  it("writes the rule that was meant, alone and beside others", () => {
    const alone = card("⟦# clausewise-disable-next-line plaecholder -- asked in May⟧", "TODO");
    assert.equal(fixed(alone, assertMarked("suppression-unused", alone)[0]?.fixes[0]), card("# clausewise-disable-next-line placeholder -- asked in May", "TODO"));
    const beside = card("# clausewise-disable-next-line placeholder ⟦reveiw-overdue⟧ -- asked in May", "TODO");
    assert.equal(fixed(beside, assertMarked("suppression-unused", beside)[0]?.fixes[0]), card("# clausewise-disable-next-line placeholder review-overdue -- asked in May", "TODO"));
  });

  it("reports an instruction that is none, with the one that was meant", () => {
    const text = card("# ⟦clausewise-disable-nextline⟧ placeholder -- asked in May", "TODO");
    const [finding] = assertMarked("suppression-unused", text);
    assert.equal(finding?.message, "`clausewise-disable-nextline` is no instruction, so this comment keeps nothing silent. Did you mean `clausewise-disable-next-line`?");
    assert.equal(fixed(text, finding?.fixes[0]), card("# clausewise-disable-next-line placeholder -- asked in May", "TODO"));
    assertMarked("suppression-unused", card("# ⟦clausewise-ignore⟧ placeholder", "TODO"));
    assertMarked("suppression-unused", card("# clausewise-core is good"));
  });

  it("is quiet about one that is used", () => {
    assertMarked("suppression-unused", card("# clausewise-disable-next-line placeholder -- asked in May", "TODO"));
    assertMarked("suppression-unused", card("# clausewise-disable-next-line -- asked in May", "TODO"));
  });

  it("says nothing in a file that is none of ours", () => {
    assertMarked("suppression-unused", "# clausewise-disable-file placeholder -- draft\nreplicas: 3\n", { path: "deployment.yaml" });
  });
});
