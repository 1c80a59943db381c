import assert from "node:assert/strict";
import { ReadOn, Rescan, SettingsChanged, StopReading } from "../../src/server/protocol";
import { Editor } from "./editor";

const uri = (name: string) => `file:///w/${name}`;
const card = (id: string, lines = "") => `kind: model-card\nid: ${id}\nname: ${id}\n${lines}`;
const numbers = Array.from({ length: 20 }, (_, index) => String(index + 10));
const cards = () => new Map(numbers.map((number) => [uri(`${number}.yaml`), card(`c-${number}`, "links: { risks: [R-1] }\n")]));

describe("reading the workspace", () => {
  let editor: Editor;
  afterEach(() => editor.close());

  /** A scan of twenty cards that got three of them and waits for the others. */
  async function halfway(): Promise<void> {
    editor = new Editor(cards());
    for (const name of [...editor.files.keys()].slice(3)) editor.heldBack.add(name);
    await editor.start();
    await editor.until(() => editor.asked.length === 11);
  }

  it("says how far it is, and that it came to its end", async () => {
    editor = new Editor(new Map(Array.from({ length: 120 }, (_, index) => [uri(`${index}.md`), "# Notes\n"])));
    await editor.start();
    await editor.ended();
    assert.deepEqual(editor.progress, [{ done: 0 }, { done: 0, total: 120 }, { done: 50, total: 120 }, { done: 100, total: 120 }, { done: 120, total: 120, end: "whole" }]);
  });

  it("stops when a person wants that, though files are being waited for, and keeps what was read", async () => {
    await halfway();
    editor.tell(StopReading);
    assert.deepEqual(await editor.ended(), { done: 3, total: 20, end: "stopped" });
    assert.deepEqual(await editor.documents(), ["10.yaml", "11.yaml", "12.yaml"]);
    assert.ok(editor.rules(uri("10.yaml")).includes("missing-field"));
    assert.deepEqual(editor.messages(uri("10.yaml"), /no risk/), [], "the risk may stand in a file that was not read");
  });

  it("reads on where it was stopped, and misses things only then", async () => {
    await halfway();
    editor.tell(StopReading);
    await editor.ended();
    const before = editor.asked.splice(0).slice(0, 3);
    editor.release(...editor.files.keys());
    editor.tell(ReadOn);
    await editor.until(() => editor.progress.at(-1)?.end === "whole");
    assert.deepEqual(editor.asked.filter((one) => before.includes(one)), []);
    assert.equal(editor.asked.length, 17);
    assert.deepEqual((await editor.documents()).length, 20);
    assert.deepEqual(editor.messages(uri("10.yaml"), /no risk/).length, 1);
  });

  it("can be stopped while the files are still being listed", async () => {
    editor = new Editor(cards());
    editor.heldBack.add("list");
    await editor.start();
    await editor.until(() => editor.progress.length === 1);
    editor.tell(StopReading);
    assert.deepEqual(await editor.ended(), { done: 0, end: "stopped" });
    editor.release("list");
    editor.tell(ReadOn);
    await editor.until(() => editor.progress.at(-1)?.end === "whole");
    assert.equal((await editor.documents()).length, 20);
  });

  it("does not begin again by itself after it was stopped, and leaves nothing out when it is read on", async () => {
    editor = new Editor(new Map([[uri("clausewise.yaml"), "exclude: ['1*.yaml']\n"], ...cards()]));
    for (const name of numbers.slice(12)) editor.heldBack.add(uri(`${name}.yaml`));
    await editor.start();
    await editor.until(() => editor.asked.length === 11);
    editor.tell(StopReading);
    await editor.ended();
    const told = editor.progress.length;
    editor.tell(SettingsChanged, {});
    editor.write(uri("clausewise.yaml"), "exclude: ['2*.yaml']\n");
    await editor.until(() => editor.asked.filter((one) => one === uri("clausewise.yaml")).length === 2);
    await editor.documents();
    assert.equal(editor.progress.length, told);
    editor.tell(ReadOn);
    await editor.until(() => editor.progress.at(-1)?.end === "whole");
    assert.deepEqual(await editor.documents(), [...numbers.slice(0, 10).map((number) => `${number}.yaml`), "clausewise.yaml"]);
  });

  it("is taken over by a new scan without a stop in between", async () => {
    await halfway();
    editor.tell(Rescan);
    await editor.until(() => editor.asked.length === 22);
    editor.release(...editor.files.keys());
    assert.deepEqual(await editor.ended(), { done: 20, total: 20, end: "whole" });
    assert.deepEqual(editor.progress.filter((one) => one.end === "stopped"), []);
  });

  it("goes on without a file that vanishes meanwhile, and misses what stood in it", async () => {
    editor = new Editor(new Map([[uri("card.yaml"), card("c", "links: { risks: [R-1] }\n")], [uri("risks.yaml"), "kind: security-risk\nid: r\nrisks:\n  - { id: R-1, title: A }\n"]]));
    editor.heldBack.add(uri("risks.yaml"));
    await editor.start();
    await editor.until(() => editor.asked.length === 2);
    editor.files.delete(uri("risks.yaml"));
    editor.release(uri("risks.yaml"));
    assert.deepEqual(await editor.ended(), { done: 2, total: 2, end: "whole" });
    assert.deepEqual(await editor.documents(), ["card.yaml"]);
    assert.match(editor.messages(uri("card.yaml"), /no risk/).join(), /no risk with the id “R-1”/);
  });
});
