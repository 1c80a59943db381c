import assert from "node:assert/strict";
import { drawn, read } from "./drawn";

const json = (text: string) => read("json", text);
const problems = (text: string) => json(text).problems.map(({ cause, span }) => `${cause} ${JSON.stringify(text.slice(span.start, span.end))}`);

describe("JSON", () => {
  it("gives every key and value its place, keys with their quotes", () => {
    assert.deepEqual(drawn(json('{ "a": 1.50, "b": [null, true, "é\\u00e9"] }')), [
      String.raw`map "{ \"a\": 1.50, \"b\": [null, true, \"é\\u00e9\"] }"`,
      String.raw`  "\"a\"" → "a" double`,
      '    "1.50" → 1.5 json',
      String.raw`  "\"b\"" → "b" double`,
      String.raw`    list "[null, true, \"é\\u00e9\"]"`,
      '      "null" → null json',
      '      "true" → true json',
      String.raw`      "\"é\\u00e9\"" → "éé" double`,
    ]);
  });

  it("takes comments and a trailing comma", () => {
    const text = '{\n  // one\n  "a": 1, /* two */\n}';
    const document = json(text);
    assert.deepEqual(document.comments.map((comment) => [comment.text, text.slice(comment.span.start, comment.span.end)]), [["one", "// one"], ["two", "/* two */"]]);
    assert.deepEqual(document.problems, []);
  });

  it("finds no comment inside text", () => assert.deepEqual(json('{ "a": "https://example.com /* x */" }').comments, []));

  it("keeps the same key twice, for the rule about it", () => {
    const root = json('{ "a": 1, "a": 2 }').parts[0]?.root;
    assert.equal(root?.type === "map" && root.entries.length, 2);
  });

  it("counts a byte order mark", () => assert.equal(json('\ufeff{ "a": 1 }').parts[0]?.root?.span.start, 1));

  it("gives what can be read of broken text", () => {
    assert.deepEqual(problems('{ "a": , "b": 1 }'), ['value-expected ","']);
    assert.deepEqual(drawn(json('{ "a": , "b": 1 }')).slice(1), [String.raw`  "\"a\"" → "a" double`, '    "" → null json', String.raw`  "\"b\"" → "b" double`, '    "1" → 1 json']);
    assert.deepEqual(problems("[1, 2"), ['close-bracket-expected ""']);
  });

  it("has no root in an empty text", () => {
    for (const text of ["", "  \n", "// only"]) assert.deepEqual([json(text).parts[0]?.root, json(text).problems], [undefined, []], text);
  });
});
