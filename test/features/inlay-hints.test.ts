import assert from "node:assert/strict";
import type { InlayHintLabelPart } from "vscode-languageserver";
import { inlayHintsIn } from "../../src/features/inlay-hints";
import { opened, ROOT } from "./opened";

const CARD = "kind: model-card\nversion: 2.1.0   \nintended_use:\n  primary_uses: [A]\nreview: { last: 2026-01-01, next: 2027-01-01 }\n";
const hints = (text: string, range = { start: { line: 0, character: 0 }, end: { line: 99, character: 0 } }, pages = true, path = "a.yaml") => inlayHintsIn(opened({ [path]: text }, { pages }), `${ROOT}/${path}`, range);
const shown = (all: ReturnType<typeof hints>) => all.map(({ position, label }) => `${position.line}:${position.character}${(label as InlayHintLabelPart[]).map(({ value }) => value).join("")}`);

describe("a clause hint", () => {
  it("stands at the end of the line on which a field begins, once per line", () => {
    const found = shown(hints(CARD));
    assert.deepEqual(found.map((one) => one.split(" ")[0]), ["1:17", "2:13", "3:19", "4:46"]);
    assert.match(found[0] ?? "", /^1:17 iso\d+:[A-Z\d.]+(?: · iso\d+:[A-Z\d.]+){1,2}(?: \+\d)?$/);
  });

  it("is given for the lines that are asked for", () => {
    assert.deepEqual(hints(CARD, { start: { line: 2, character: 3 }, end: { line: 3, character: 0 } }).map(({ position }) => position.line), [2, 3]);
  });

  it("leads to the page of the clause, where the client has pages", () => {
    const first = (pages: boolean) => (hints(CARD, undefined, pages)[0]?.label as InlayHintLabelPart[])[1];
    assert.deepEqual(first(true)?.command?.arguments, ["clausewise:/iso42001/7.5.2"]);
    assert.equal(first(false)?.command, undefined);
    assert.match((first(true)?.tooltip as { value: string }).value, /^\*\*ISO\/IEC 42001 7\.5\.2 /);
  });

  it("names only the standards that the workspace uses", () => {
    const context = opened({ "clausewise.yaml": "standards: [iso27001]\n", "a.yaml": CARD });
    const [first] = inlayHintsIn(context, `${ROOT}/a.yaml`, { start: { line: 1, character: 0 }, end: { line: 1, character: 0 } });
    assert.deepEqual((first?.label as InlayHintLabelPart[]).map(({ value }) => value), [" ", "iso27001:A.8.9", " · ", "iso27001:A.8.32"]);
  });

  it("is not given in files that are none of ours", () => {
    assert.deepEqual(hints("version: 1\n"), []);
  });
});
