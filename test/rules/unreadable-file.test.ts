import assert from "node:assert/strict";
import { assertMarked, check } from "./checked";

const laughs = `kind: model-card\nx-a: &a [1,1,1,1,1,1,1,1,1,1]\n${"bcdef".split("").map((name, index) => `x-${name}: &${name} [${Array(10).fill(`*${"abcde"[index]}`).join(",")}]\n`).join("")}`;

describe("unreadable-file", () => {
  const cases: readonly [what: string, text: string, message: RegExp][] = [
    ["a file with more than two million characters", `kind: model-card\n${"# x".repeat(700_000)}`, /^This file is too large to be checked: it has more than 2 million characters\. Split it\.$/],
    ["a binary file", "kind: model-card\n\0\u0001\0", /binary or stored in another encoding\. Save it as UTF-8 text\.$/],
    ["brackets without end", `kind: model-card\nname: ${"[".repeat(5000)}`, /^This file is nested too deeply to be read\.$/],
    ["dashes without end", `kind: model-card\nlimitations:\n  ${"- ".repeat(5000)}a\n`, /nested too deeply/],
    ["indentation without end", `kind: model-card\n${Array.from({ length: 300 }, (_, depth) => `${" ".repeat(depth)}a:`).join("\n")}`, /nested too deeply/],
    ["an alias that leads back to itself", "kind: model-card\nlimitations: &all\n  - *all\n", /^This alias leads back to itself/],
    ["aliases that multiply without end", laughs, /multiply without end/],
  ];
  for (const [what, text, message] of cases) {
    it(`is the one finding about ${what}`, () => {
      const found = check(text);
      assert.deepEqual(found.map(({ rule }) => rule), ["unreadable-file"]);
      assert.match(found[0]?.message ?? "", message);
      assert.deepEqual([found[0]?.severity, found[0]?.clauses], ["error", ["iso42001:7.5.3", "iso27001:7.5.3"]]);
    });
  }

  it("holds for JSON and Markdown", () => {
    assert.deepEqual(check(`{ "kind": "model-card", "x": ${'{"a":'.repeat(5000)}`, { language: "json" }).map(({ rule }) => rule), ["unreadable-file"]);
    assert.deepEqual(check("---\nkind: model-card\n---\n\0", { language: "markdown" }).map(({ rule }) => rule), ["unreadable-file"]);
  });

  it("says nothing of such a file when it is none of ours", () => {
    assert.deepEqual(check(`a: ${"[".repeat(5000)}`), []);
  });

  it("is quiet about a deep but human file, and about brackets in prose", () => {
    assertMarked("unreadable-file", `kind: model-card\nx-deep: ${"[".repeat(100)}${"]".repeat(100)}\noverview: |\n  ${"(see [1]) ".repeat(500)}\n`);
  });
});
