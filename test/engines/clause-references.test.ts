import assert from "node:assert/strict";
import { readFileSync } from "node:fs";
import { loadWASM, OnigScanner, OnigString } from "vscode-oniguruma";
import { INITIAL, parseRawGrammar, Registry } from "vscode-textmate";
import type { IGrammar } from "vscode-textmate";

const ours = "syntaxes/clause-references.tmLanguage.json";

/** Stand-ins for the editor's own grammars: a string in quotes, a comment, and text in a fence. */
const hosts: Readonly<Record<string, string>> = {
  "source.yaml": '{"scopeName":"source.yaml","patterns":[{"name":"comment.line","begin":"#","end":"$"},{"name":"string.quoted","begin":"\\"","end":"\\""},{"name":"string.unquoted","begin":"(?<=: )","end":"$"}]}',
  "source.json": '{"scopeName":"source.json","patterns":[{"name":"string.quoted","begin":"\\"","end":"\\"","patterns":[{"name":"constant.character.escape","match":"\\\\\\\\."}]}]}',
  "source.json.comments": '{"scopeName":"source.json.comments","patterns":[{"name":"comment.block","begin":"/\\\\*","end":"\\\\*/"}]}',
  "text.html.markdown": '{"scopeName":"text.html.markdown","patterns":[{"name":"markup.heading","begin":"^#","end":"$"}]}',
  "text.plain": '{"scopeName":"text.plain","patterns":[]}',
};

const registry = new Registry({
  onigLib: loadWASM(readFileSync("node_modules/vscode-oniguruma/release/onig.wasm")).then(() => ({
    createOnigScanner: (patterns: string[]) => new OnigScanner(patterns),
    createOnigString: (text: string) => new OnigString(text),
  })),
  loadGrammar: (scope) => Promise.resolve(scope === "clausewise.references" ? parseRawGrammar(readFileSync(ours, "utf8"), ours) : hosts[scope] === undefined ? null : parseRawGrammar(hosts[scope], `${scope}.json`)),
  getInjections: (scope) => (scope === "text.plain" ? [] : ["clausewise.references"]),
});

async function grammar(scope: string): Promise<IGrammar> {
  return (await registry.loadGrammar(scope)) ?? assert.fail(`there is no grammar for ${scope}`);
}

/** What is coloured on a line, as `standard | clause`. */
async function coloured(line: string, scope = "text.html.markdown"): Promise<string[]> {
  const { tokens } = (await grammar(scope)).tokenizeLine(line, INITIAL);
  const words = tokens.flatMap(({ startIndex, endIndex, scopes }) => {
    const part = scopes.some((one) => one.startsWith("entity.name.type.standard")) ? "standard" : scopes.some((one) => one.startsWith("constant.numeric.clause")) ? "clause" : undefined;
    return part === undefined ? [] : [{ part, text: line.slice(startIndex, endIndex) }];
  });
  return words.flatMap(({ part, text }, index) => (part === "standard" ? [`${text} | ${words[index + 1]?.text ?? ""}`] : []));
}

describe("the colour of clause references", () => {
  for (const [line, expected] of [
    ["iso42001:A.6.2.4", "iso42001 | A.6.2.4"],
    ["see ISO/IEC 42001:2023 A.6.2.4.", "ISO/IEC 42001:2023 | A.6.2.4"],
    ["ISO 27001 A.5.7", "ISO 27001 | A.5.7"],
    ["(ISO/IEC 27001:2022, A.8.15)", "ISO/IEC 27001:2022 | A.8.15"],
    ["ISO 42001 Annex A.6.2.4", "ISO 42001 | A.6.2.4"],
    ["ISO 27001 Annex A 8.15", "ISO 27001 | A 8.15"],
    ["ISO42001.A.6.2.4", "ISO42001 | A.6.2.4"],
    ["ISO-27001 control A.5.7", "ISO-27001 | A.5.7"],
    ["ISO/IEC 42001 B.6.2.3", "ISO/IEC 42001 | B.6.2.3"],
    ["ISO/IEC 42001 clause 6.1.2", "ISO/IEC 42001 | 6.1.2"],
    ["ISO/IEC 42001, §6.1.4", "ISO/IEC 42001 | 6.1.4"],
    ["ISO 27001:2022 5.7", "ISO 27001:2022 | 5.7"],
    ["iso42001:10", "iso42001 | 10"],
    ["ISO 27001 A.5.7, A.5.9 and A.8.2", "ISO 27001 | A.5.7, A.5.9 and A.8.2"],
    ["ISO 27001 A.5.7–A.5.9", "ISO 27001 | A.5.7–A.5.9"],
  ] as const) {
    it(`is seen in “${line}”`, async () => assert.deepEqual(await coloured(line), [expected]));
  }

  for (const line of [
    "A.6.2.4",
    "6.1.2",
    "version 2.1.0",
    "ISO/IEC 42001:2023",
    "ISO 27001:2022 certificate",
    "ISO 27001 12 months",
    "ISO 42001A.6.2.4",
    "https://example.com/iso42001:A.6.2.4",
    "iso42001:A.6.2.4b",
    "ISO 9001 4.1",
    "ISO 27001 1.2.3.4.5",
  ]) {
    it(`is not seen in “${line}”`, async () => assert.deepEqual(await coloured(line), []));
  }

  it("is there in values, comments, strings and headings of every language", async () => {
    for (const [scope, line] of [
      ["source.yaml", 'controls: ["iso27001:A.5.21"] # not ISO 42001'],
      ["source.yaml", "basis: iso27001:A.5.21"],
      ["source.yaml", "# iso27001:A.5.21"],
      ["source.json", '"control": "iso27001:A.5.21"'],
      ["source.json.comments", "/* iso27001:A.5.21 */"],
      ["text.html.markdown", "# About iso27001:A.5.21"],
    ] as const) {
      assert.deepEqual(await coloured(line, scope), ["iso27001 | A.5.21"], `${scope}: ${line}`);
    }
  });

  it("keeps the string around it a string, and takes JSON's escaped slash", async () => {
    assert.deepEqual(await coloured('"ISO\\/IEC 42001 A.5.2"', "source.json"), ["ISO\\/IEC 42001 | A.5.2"]);
    const { tokens } = (await grammar("source.json")).tokenizeLine('"iso27001:A.5.21" ', INITIAL);
    assert.deepEqual(tokens.at(-1)?.scopes, ["source.json"]);
  });

  it("leaves other languages alone", async () => assert.deepEqual(await coloured("iso42001:A.6.2.4", "text.plain"), []));

  it("is told to the editor for the languages it is for", () => {
    const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { grammars: { scopeName: string; path: string; injectTo: string[] }[] } };
    assert.deepEqual(contributes.grammars, [{ scopeName: "clausewise.references", path: `./${ours}`, injectTo: ["source.yaml", "source.json", "source.json.comments", "text.html.markdown"] }]);
  });
});
