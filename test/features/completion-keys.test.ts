import assert from "node:assert/strict";
import { offered } from "./completed";

describe("completion of keys", () => {
  it("offers what is missing, the most important first", async () => {
    const { labels } = await offered("kind: model-card\nname: A\n|");
    assert.deepEqual(labels.slice(0, 4), ["id", "version", "owners", "intended_use"]);
    assert.ok(!labels.includes("name") && !labels.includes("kind"));
    assert.ok(labels.indexOf("limitations") < labels.indexOf("status"), "starter before standard");
    assert.ok(labels.indexOf("status") < labels.indexOf("version_date"), "standard before audit");
  });

  it("names the clauses of each field beside it, and finds it by its title", async () => {
    const { item } = await offered("kind: model-card\nintended_use:\n  |");
    assert.match(item("primary_uses").detail ?? "", /^Primary uses · iso42001:A\.9\.4/);
    assert.equal(item("primary_uses").filterText, "primary_uses Primary uses");
  });

  it("reads a half-typed key on its own line, although it runs into the next one", async () => {
    const { taken } = await offered("kind: model-card\nver|\nowners:\n  - name: A\n");
    assert.equal(taken("version"), "kind: model-card\nversion: <version>\nowners:\n  - name: A\n");
  });

  it("moves blocks in as far as the neighbours are", async () => {
    const { taken } = await offered("kind: model-card\nevaluation:\n    metrics:\n    - name: auc\nintend|\n");
    assert.equal(taken("intended_use").slice(-103), "- name: auc\nintended_use:\n    primary_uses:\n    - <primary uses>\n    out_of_scope_uses:\n    - <out-of-scope uses>\n".slice(-103));
  });

  it("keeps the line endings of the file", async () => {
    const { taken } = await offered("kind: model-card\r\nowners|\r\n");
    assert.equal(taken("owners"), "kind: model-card\r\nowners:\r\n  - name: <name>\r\n");
  });

  it("offers the keys of an object inside of it, at the end of a list's item too", async () => {
    assert.deepEqual((await offered("kind: model-card\nowners:\n  - name: A\n    |\n")).labels, ["role", "contact"]);
    assert.deepEqual((await offered("kind: model-card\nowners:\n  - name: A\n    ro|\n")).taken("role"), "kind: model-card\nowners:\n  - name: A\n    role: <role>\n");
  });

  it("offers them where an editor leaves the cursor below a dash, moved in", async () => {
    const { taken, labels } = await offered("kind: model-card\nowners:\n  - name: A\n  |\n");
    assert.deepEqual(labels, ["- Owners", "role", "contact"]);
    assert.equal(taken("role"), "kind: model-card\nowners:\n  - name: A\n    role: <role>\n");
  });

  it("writes between braces on the same line, with the commas that are missing", async () => {
    const { taken } = await offered("kind: model-card\nowners:\n  - { name: A, |}\n");
    assert.equal(taken("role"), "kind: model-card\nowners:\n  - { name: A, role: <role>}\n");
    const before = await offered("kind: model-card\nowners:\n  - { |name: A }\n");
    assert.equal(before.taken("role"), "kind: model-card\nowners:\n  - { role: <role>, name: A }\n");
  });

  it("renames a key without touching its value, and only to what may have that value", async () => {
    const { taken, labels } = await offered("kind: model-card\nown|: [{ name: A }]\n");
    assert.equal(taken("owners"), "kind: model-card\nowners: [{ name: A }]\n");
    assert.ok(!labels.includes("version"), "a list is no version");
  });

  it("renames a key only to a name under which its value is right", async () => {
    const { labels } = await offered("kind: model-card\nevaluation:\n  metrics:\n    - name: auc\n      evi|: reports/m.json\n");
    assert.ok(labels.includes("evidence") && labels.includes("slice"));
    for (const other of ["value", "threshold", "direction", "date"]) assert.ok(!labels.includes(other), other);
    const groups = await offered("kind: security-risk\nrisks:\n  - id: R-001\n    acc|:\n      option: modify\n", { path: "r.yaml" });
    assert.ok(groups.labels.includes("treatment") && !groups.labels.includes("acceptance"));
    const rating = await offered("kind: security-risk\nrisks:\n  - id: R-001\n    l|: possible\n", { path: "r.yaml" });
    assert.ok(rating.labels.includes("likelihood") && !rating.labels.includes("level"));
  });

  it("lets a new key have the lines that stand below it", async () => {
    const { taken } = await offered("kind: security-risk\nrisks:\n  - id: R-001\n    treatment:\n      act|\n        - what: Sign\n", { path: "r.yaml" });
    assert.equal(taken("actions"), "kind: security-risk\nrisks:\n  - id: R-001\n    treatment:\n      actions:\n        - what: Sign\n");
  });

  it("offers everything that the profile expects as one block", async () => {
    const { taken, item } = await offered("kind: model-card\nreview: { last: 2026-01-01 }\nintended_use:\n  |\n", { others: { "clausewise.yaml": "profile: starter\n" } });
    assert.equal(taken("the 2 fields expected here").split("\n").slice(2, 7).join("\n"), "intended_use:\n  primary_uses:\n    - <primary uses>\n  out_of_scope_uses:\n    - <out-of-scope uses>");
    assert.equal(item("the 2 fields expected here").insertTextFormat, 2);
  });

  it("opens the list again where a value can be picked", async () => {
    const { item } = await offered("kind: model-card\nstat|\n");
    assert.equal(item("status").command?.command, "editor.action.triggerSuggest");
    assert.equal(item("status").textEdit?.newText, "status: ");
  });

  it("writes no tab stops for an editor without snippets", async () => {
    const { items, taken } = await offered("kind: model-card\nown|\n", { snippets: false });
    assert.ok(items.every((one) => one.insertTextFormat === 1 && one.command === undefined && !one.textEdit?.newText.includes("$")));
    assert.equal(taken("owners"), "kind: model-card\nowners:\n  - name: <name>\n");
  });

  it("offers nothing inside of texts and comments, before other words, or in files of no kind", async () => {
    const silent = ["kind: model-card\noverview: some |thing\n", "kind: model-card\noverview: >\n  some\n  |\n", "kind: model-card # |\n", "kind: model-card\n# na|\n", "kind: model-card\n|  name: A\n", "kind: model-card\nname: 'A\n  |'\n"];
    for (const text of silent) assert.deepEqual((await offered(text)).labels, [], text);
    assert.deepEqual((await offered("apiVersion: v1\nkind: Service\n|\n", { path: "service.yaml" })).labels, []);
  });

  it("stays quiet while a line is only moved in", async () => {
    assert.deepEqual((await offered("kind: model-card\nintended_use:\n  |\n", { typed: " " })).labels, []);
  });
});

describe("completion of keys in JSON", () => {
  const path = "a.model-card.json";

  it("writes the quotes, whether they were begun or not", async () => {
    for (const typed of ["ver|", '"ver|', '"ver|"']) {
      const { taken } = await offered(`{\n  "kind": "model-card",\n  ${typed}\n}\n`, { path });
      assert.equal(taken("version"), '{\n  "kind": "model-card",\n  "version": "<version>"\n}\n', typed);
    }
  });

  it("adds the comma before and the comma behind", async () => {
    const before = await offered('{\n  "kind": "model-card"\n  |\n}\n', { path });
    assert.equal(before.taken("version"), '{\n  "kind": "model-card",\n  "version": "<version>"\n}\n');
    const behind = await offered('{\n  "kind": "model-card",\n  |\n  "name": "A"\n}\n', { path });
    assert.equal(behind.taken("version").replace(/, $/m, ","), '{\n  "kind": "model-card",\n  "version": "<version>",\n  "name": "A"\n}\n');
  });

  it("offers the next key behind an object that is complete, and leaves the object alone", async () => {
    const { taken, labels } = await offered('{ "kind": "clausewise", "rules": { "placeholder": "hint" }| }', { path: "clausewise.json" });
    assert.ok(labels.includes("profile") && !labels.includes("off"));
    assert.match(taken("scope"), /"rules": \{ "placeholder": "hint" \}, ?"scope": "<scope>" \}$/);
  });

  it("moves blocks in by tabs where the file does", async () => {
    const { taken } = await offered('{\n\t"kind": "model-card",\n\t"owners|"\n}\n', { path });
    assert.equal(taken("owners"), '{\n\t"kind": "model-card",\n\t"owners": [\n\t\t{\n\t\t\t"name": "<name>"\n\t\t}\n\t]\n}\n');
  });

  it("stays on the line where the object does", async () => {
    const { taken } = await offered('{ "kind": "model-card", "owners": [{ "name": "A", | }] }', { path });
    assert.equal(taken("role"), '{ "kind": "model-card", "owners": [{ "name": "A", "role": "<role>" }] }');
  });

  it("offers nothing inside of comments", async () => {
    assert.deepEqual((await offered('{\n  "kind": "model-card", // |\n}\n', { path })).labels, []);
  });
});

describe("completion of keys in front matter", () => {
  it("offers them between its lines and nowhere else", async () => {
    const path = "MODEL_CARD.md";
    const { taken } = await offered("---\nkind: model-card\nver|\n---\n\n# A card\n", { path });
    assert.equal(taken("version"), "---\nkind: model-card\nversion: <version>\n---\n\n# A card\n");
    assert.deepEqual((await offered("---\nkind: model-card\n---\n\nver|\n", { path })).labels, []);
  });

  it("offers them before the closing line is typed", async () => {
    const { taken } = await offered("---\nkind: model-card\nver|\n", { path: "MODEL_CARD.md" });
    assert.equal(taken("version"), "---\nkind: model-card\nversion: <version>\n");
  });
});
