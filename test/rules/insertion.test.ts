import assert from "node:assert/strict";
import type { Language } from "../../src/documents/document";
import { layoutOf } from "../../src/documents/layout";
import { newValue, plainText } from "../../src/documents/new-value";
import { locate } from "../../src/documents/node";
import { readDocument } from "../../src/documents/read";
import { insertEntries } from "../../src/rules/insertion";
import type { Insertion, MapPlace } from "../../src/rules/insertion";
import { insertItem } from "../../src/rules/item-insertion";

const ORDER = ["kind", "id", "name", "owners", "use", "review"];

/** The text after adding entries to the mapping at `pointer`; undefined when nothing can be added. */
function added(text: string, entries: Record<string, unknown>, pointer = "", language: Language = "yaml"): string | undefined {
  const place = placeIn(text, pointer, language);
  return applied(place, insertEntries(place, Object.entries(entries).map(([key, value]) => ({ key, value: newValue(value) })), ORDER));
}

function withItem(text: string, item: unknown, pointer: string, language: Language = "yaml"): string | undefined {
  const place = placeIn(text, pointer, language);
  return applied(place, insertItem(place, newValue(item)));
}

function placeIn(text: string, pointer: string, language: Language): MapPlace {
  const document = readDocument("file:///a", language, text);
  const part = document.parts[0] ?? { index: 0, notation: "yaml" as const, root: undefined, span: { start: 0, end: text.length } };
  const located = part.root && locate(part.root, pointer);
  return { document, part, node: located?.node, key: located?.entry?.key.span };
}

function applied({ document, part }: MapPlace, insertions: readonly Insertion[] | undefined): string | undefined {
  const { quote } = layoutOf(document, part);
  return insertions?.reduceRight((text, { span, text: put }) => text.slice(0, span.start) + plainText(put, part.notation, quote) + text.slice(span.end), document.text);
}

describe("a new entry in indented YAML", () => {
  it("goes behind the nearest entry that comes before it in the order", () => {
    assert.equal(added("kind: a\nname: b\nreview: c\n", { id: "x" }), "kind: a\nid: x\nname: b\nreview: c\n");
    assert.equal(added("review: c\nkind: a\n", { use: "x" }), "review: c\nkind: a\nuse: x\n");
  });

  it("goes to the top when it comes first", () => {
    assert.equal(added("# about\nname: b\n", { kind: "a" }), "# about\nkind: a\nname: b\n");
  });

  it("goes to the end when the order does not have it", () => {
    assert.equal(added("kind: a\nx-own: b\n", { other: 1 }), "kind: a\nx-own: b\nother: 1\n");
  });

  it("goes below the whole of a nested value", () => {
    assert.equal(added("owners:\n  - name: a\n    role: b\nreview: c\n", { use: { a: 1 } }), "owners:\n  - name: a\n    role: b\nuse:\n  a: 1\nreview: c\n");
  });

  it("takes the writer's indentation and dashes", () => {
    assert.equal(added("use:\n    a: 1\n", { review: { last: 1 } }), "use:\n    a: 1\nreview:\n    last: 1\n");
    assert.equal(added("owners:\n- a\n", { use: { a: [1] } }), "owners:\n- a\nuse:\n  a:\n  - 1\n");
    assert.equal(added("owners:\n  - a\n", { use: { a: [{ b: 1, c: 2 }] } }), "owners:\n  - a\nuse:\n  a:\n    - b: 1\n      c: 2\n");
  });

  it("takes the writer's quotes", () => {
    assert.equal(added("id: 'a'\nname: 'b'\n", { owners: "it's" }), "id: 'a'\nname: 'b'\nowners: 'it''s'\n");
    assert.equal(added('id: "a"\n', { owners: "c" }), 'id: "a"\nowners: "c"\n');
    assert.equal(added("id: a\n", { owners: "yes" }), 'id: a\nowners: "yes"\n');
  });

  it("stays with the line ending of the file", () => {
    assert.equal(added("id: a\r\nreview: b\r\n", { use: { a: 1 } }), "id: a\r\nuse:\r\n  a: 1\r\nreview: b\r\n");
  });

  it("ends as the file ends", () => {
    assert.equal(added("id: a", { name: "b" }), "id: a\nname: b");
  });

  it("leaves comments with the entries they stand at", () => {
    assert.equal(added("id: a # my id\n# about the review\nreview: b\n", { name: "c" }), "id: a # my id\nname: c\n# about the review\nreview: b\n");
    assert.equal(added("owners:\n  - a\n  # - b left\nreview: b\n", { use: "c" }), "owners:\n  - a\n  # - b left\nuse: c\nreview: b\n");
  });

  it("is parted by a blank line where its neighbours are", () => {
    assert.equal(added("id: a\n\nowners:\n  - b\n\nreview:\n  last: 1\n", { use: { a: 1 } }), "id: a\n\nowners:\n  - b\n\nuse:\n  a: 1\n\nreview:\n  last: 1\n");
    assert.equal(added("kind: a\nid: b\n\nowners:\n  - b\n", { name: "c" }), "kind: a\nid: b\nname: c\n\nowners:\n  - b\n");
    assert.equal(added("kind: a\nname: b\n\nreview:\n  last: 1\n", { owners: ["c"] }), "kind: a\nname: b\n\nowners:\n  - c\n\nreview:\n  last: 1\n");
  });

  it("does not become part of a block text", () => {
    assert.equal(added("name: |\n  a\n  b\nreview: c\n", { use: "x" }), "name: |\n  a\n  b\nuse: x\nreview: c\n");
    assert.equal(added("name: |+\n  a\n\nreview: c\n", { use: "x" }), "name: |+\n  a\n\nuse: x\nreview: c\n");
    assert.equal(added("name: |\n  a", { use: "x" }), "name: |\n  a\nuse: x");
  });

  it("lines up inside an item of a list", () => {
    assert.equal(added("owners:\n  - id: a\n    review: b\n", { name: "x" }, "/owners/0"), "owners:\n  - id: a\n    name: x\n    review: b\n");
    assert.equal(added("owners:\n  - id: a\n", { kind: { a: 1 } }, "/owners/0"), "owners:\n  - kind:\n      a: 1\n    id: a\n");
  });

  it("fills a key without a value", () => {
    assert.equal(added("use:\nreview: a\n", { name: "x" }, "/use"), "use:\n  name: x\nreview: a\n");
    assert.equal(added("use: # soon\nreview: a\n", { name: "x" }, "/use"), "use: # soon\n  name: x\nreview: a\n");
    assert.equal(added("use: null\n", { name: "x" }, "/use"), "use:\n  name: x\n");
    assert.equal(added("use: {} # soon\n", { name: "x" }, "/use"), "use: # soon\n  name: x\n");
    assert.equal(added("use:", { name: "x" }, "/use"), "use:\n  name: x");
  });

  it("goes below what a merge brings in", () => {
    assert.equal(added("use: &b\n  a: 1\nreview:\n  <<: *b\n", { name: "x" }, "/review"), "use: &b\n  a: 1\nreview:\n  <<: *b\n  name: x\n");
  });

  it("is not added where the mapping is written elsewhere", () => {
    assert.equal(added("use: &b\n  id: 1\nreview: *b\n", { name: "x" }, "/review"), undefined);
  });

  it("comes with others in the order of the kind", () => {
    assert.equal(added("id: a\nuse: b\n", { review: 1, kind: 2, name: 3, owners: 4 }), "kind: 2\nid: a\nname: 3\nowners: 4\nuse: b\nreview: 1\n");
  });

  it("starts an empty file", () => {
    assert.equal(added("", { kind: "a", id: "b" }), "kind: a\nid: b\n");
    assert.equal(added("\ufeff# about", { kind: "a" }), "\ufeff# about\nkind: a\n".trimEnd());
  });

  it("goes into the front matter", () => {
    assert.equal(added("---\nid: a\n---\n\n# Title\n", { name: "b" }, "", "markdown"), "---\nid: a\nname: b\n---\n\n# Title\n");
    assert.equal(added("---\n---\nText\n", { name: "b" }, "", "markdown"), "---\nname: b\n---\nText\n");
    assert.equal(added("# Title\n", { name: "b" }, "", "markdown"), "---\nname: b\n---\n\n# Title\n");
  });
});

describe("a new entry between brackets", () => {
  it("stays on the line of the others", () => {
    assert.equal(added("use: { id: a, review: b }\n", { name: "x" }, "/use"), "use: { id: a, name: x, review: b }\n");
    assert.equal(added("use: {id: a}\n", { name: { a: 1 } }, "/use"), "use: {id: a, name: {a: 1}}\n");
    assert.equal(added("use: { review: b }\n", { name: "x" }, "/use"), "use: { name: x, review: b }\n");
    assert.equal(added("[{ use: {} }]\n", { name: "x" }, "/0/use"), "[{ use: { name: x } }]\n");
  });

  it("gets a line of its own in JSON, with the commas right", () => {
    const json = '{\n  "id": "a",\n  "use": "b"\n}\n';
    assert.equal(added(json, { name: "x" }, "", "json"), '{\n  "id": "a",\n  "name": "x",\n  "use": "b"\n}\n');
    assert.equal(added(json, { review: { last: 1 } }, "", "json"), '{\n  "id": "a",\n  "use": "b",\n  "review": {\n    "last": 1\n  }\n}\n');
    assert.equal(added(json, { kind: "x" }, "", "json"), '{\n  "kind": "x",\n  "id": "a",\n  "use": "b"\n}\n');
  });

  it("takes tabs and line endings in JSON", () => {
    assert.equal(added('{\r\n\t"id": "a"\r\n}', { use: { a: 1 } }, "", "json"), '{\r\n\t"id": "a",\r\n\t"use": {\r\n\t\t"a": 1\r\n\t}\r\n}');
  });

  it("leaves comments behind their entries in JSON", () => {
    assert.equal(added('{\n  "id": "a", // mine\n  "use": "b"\n}', { name: "x" }, "", "json"), '{\n  "id": "a", // mine\n  "name": "x",\n  "use": "b"\n}');
    assert.equal(added('{\n  "id": "a" // mine\n}', { name: "x" }, "", "json"), '{\n  "id": "a", // mine\n  "name": "x"\n}');
    assert.equal(added('{\n  "id": "a",\n}', { name: "x" }, "", "json"), '{\n  "id": "a",\n  "name": "x",\n}');
  });

  it("keeps JSON on one line on one line", () => {
    assert.equal(added('{"id": "a"}', { name: "x" }, "", "json"), '{"id": "a", "name": "x"}');
  });

  it("fills an empty mapping in JSON", () => {
    assert.equal(added('{\n  "use": {}\n}', { name: "x" }, "/use", "json"), '{\n  "use": {\n    "name": "x"\n  }\n}');
    assert.equal(added("", { name: "x" }, "", "json"), '{\n  "name": "x"\n}\n');
  });

  it("stays in the style of JSON-like YAML", () => {
    assert.equal(added("{\n  id: a,\n  review: b\n}\n", { name: "x" }), "{\n  id: a,\n  name: x,\n  review: b\n}\n");
  });
});

describe("a new item of a list", () => {
  it("goes to the end, written as the others", () => {
    assert.equal(withItem("a:\n- b: 1\n- b: 2\nc: 3\n", { b: 3, d: 4 }, "/a"), "a:\n- b: 1\n- b: 2\n- b: 3\n  d: 4\nc: 3\n");
    assert.equal(withItem("a: [1, 2]\n", 3, "/a"), "a: [1, 2, 3]\n");
    assert.equal(withItem('{\n  "a": [\n    { "b": 1 }\n  ]\n}', { b: 2 }, "/a", "json"), '{\n  "a": [\n    { "b": 1 },\n    {\n      "b": 2\n    }\n  ]\n}');
  });

  it("starts a list where there is none yet", () => {
    assert.equal(withItem("a: []\nc: 3\n", { b: 1 }, "/a"), "a:\n  - b: 1\nc: 3\n");
    assert.equal(withItem("a:\nc: 3\n", "x", "/a"), "a:\n  - x\nc: 3\n");
    assert.equal(withItem('{\n  "a": []\n}', { b: 1 }, "/a", "json"), '{\n  "a": [\n    {\n      "b": 1\n    }\n  ]\n}');
  });
});
