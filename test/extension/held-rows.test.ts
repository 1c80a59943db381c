import assert from "node:assert/strict";
import { HeldRows } from "../../src/extension/held-rows";
import type { Row } from "../../src/server/protocol";

const row = (id: string, description = ""): Row => ({ id, label: id, description, state: "none", spoken: id, expandable: true, context: "clause" });

/** The rows of a small tree as an editor has them: a with a1 and a2, and b. */
function held() {
  const rows = new HeldRows();
  const top = rows.take(undefined, [row("a"), row("b")]);
  const below = rows.take("a", [row("a1"), row("a2")]);
  return { rows, top, below };
}

describe("the rows that the editor has", () => {
  it("stay the same objects, with new content, when they are read again", () => {
    const { rows, top } = held();
    const again = rows.take(undefined, [row("a", "3 fields"), row("b")]);
    assert.equal(again[0], top[0]);
    assert.equal(top[0]?.description, "3 fields");
  });

  it("lose what a row has no more", () => {
    const { rows, top } = held();
    rows.take(undefined, [{ ...row("a"), tooltip: "T" }, row("b")]);
    const { description, ...bare } = row("a");
    rows.take(undefined, [bare, row("b")]);
    assert.deepEqual([description, top[0]], ["", bare]);
  });

  it("are shown anew where they changed, and nowhere else", () => {
    const { rows, below } = held();
    assert.deepEqual(rows.renew([{ parent: "a", rows: [row("a1"), row("a2", "line 10")], print: "2" }]), [below[1]]);
    assert.deepEqual(rows.renew([{ parent: "a", rows: [row("a1"), row("a2", "line 10")], print: "2" }]), []);
  });

  it("are shown anew from the parent on where one came, went or moved", () => {
    const { rows, top } = held();
    assert.deepEqual(rows.renew([{ parent: "a", rows: [row("a2"), row("a1")], print: "2" }]), [top[0]]);
    assert.deepEqual(rows.renew([{ parent: "a", rows: [row("a2")], print: "3" }]), [top[0]]);
    assert.equal(rows.renew([{ parent: undefined, rows: [row("b")], print: "1" }]), "all");
  });

  it("are asked about with the print of the last news", () => {
    const { rows } = held();
    assert.deepEqual(rows.known(), [{ parent: undefined, print: undefined }, { parent: "a", print: undefined }]);
    rows.renew([{ parent: "a", rows: [row("a1"), row("a2")], print: "p" }]);
    assert.deepEqual(rows.known()[1], { parent: "a", print: "p" });
  });

  it("are forgotten with all below them when they go, and not when they stand below another row by then", () => {
    const { rows, below } = held();
    rows.take("b", [row("a1")]);
    rows.take("a", []);
    assert.equal(below[0] && rows.parentOf(below[0])?.id, "b");
    rows.take(undefined, [row("b")]);
    assert.deepEqual(rows.known().map(({ parent }) => parent), [undefined, "b"]);
  });

  it("take in nothing for a parent that went in the same news", () => {
    const { rows } = held();
    assert.equal(rows.renew([{ parent: undefined, rows: [row("b")], print: "1" }, { parent: "a", rows: [row("a3")], print: "2" }]), "all");
    assert.deepEqual(rows.known().map(({ parent }) => parent), [undefined]);
  });

  it("know the parents of a row that is shown before it was asked for", () => {
    const { rows, top } = held();
    const shown = rows.hold(row("b1"), "b");
    assert.equal(rows.parentOf(shown), top[1]);
    assert.equal(rows.parentOf(top[1] ?? row("b")), undefined);
  });
});
