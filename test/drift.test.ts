import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import manifest from "../package.json";
import jsonSnippets from "../snippets/json.json";
import markdownSnippets from "../snippets/markdown.json";
import yamlSnippets from "../snippets/yaml.json";
import type { Language } from "../src/documents/document";
import { keyText } from "../src/documents/node";
import { languageOf, readDocument } from "../src/documents/read";
import type { FieldDefinition, Kind } from "../src/kinds/field";
import { documentKinds, kinds } from "../src/kinds/kinds";
import { allRules } from "../src/rules/rules";
import { catalogue } from "../src/standards/catalogue";
import { inserted } from "./features/inserted";
import { check, findingsOf } from "./rules/checked";
import type { Setting } from "./rules/checked";

// Mocha runs the bundle in the repository's root.
const files = (folder: string) => readdirSync(join(process.cwd(), folder)).sort();
const textOf = (path: string) => readFileSync(join(process.cwd(), path), "utf8");

/** Asserts that both sides name the same, apart from what a side may have of its own, and that no exception is out of date. */
function assertSame(left: Iterable<string>, right: Iterable<string>, onlyLeft: readonly string[] = [], onlyRight: readonly string[] = []): void {
  const [a, b] = [new Set(left), new Set(right)];
  assert.deepEqual([...a].filter((one) => !b.has(one)).sort(), [...onlyLeft].sort());
  assert.deepEqual([...b].filter((one) => !a.has(one)).sort(), [...onlyRight].sort());
}

const snippetFiles: readonly (readonly [language: Language, snippets: Readonly<Record<string, { prefix: string; description: string; body: string[] }>>])[] = [
  ["yaml", yamlSnippets],
  ["json", jsonSnippets],
  ["markdown", markdownSnippets],
];

describe("rules", () => {
  const ids = allRules.map((rule) => rule.id);

  it("have one id each, in kebab-case", () => {
    assert.equal(new Set(ids).size, ids.length);
    for (const id of ids) assert.match(id, /^[a-z]+(?:-[a-z]+)*$/);
  });

  it("have a page each in docs/rules, and there is no page without its rule", () => {
    /** The list of all rules. */
    const INDEX = ["README.md"];
    assertSame(files("docs/rules"), ids.map((id) => `${id}.md`), INDEX);
  });

  it("stand in the list of docs/rules with their severity", () => {
    const listed = [...textOf("docs/rules/README.md").matchAll(/^\| \[([a-z-]+)\]\(\1\.md\) \| (\w+) \|/gm)].map(([, id, severity]) => `${id} ${severity}`);
    assertSame(listed, allRules.map(({ id, severity }) => `${id} ${severity}`));
  });

  it("have a setting each in the manifest with their severity, and there is no setting without its rule", () => {
    const { properties } = manifest.contributes.configuration.properties["clausewise.rules"];
    assertSame(Object.entries(properties).map(([id, { default: severity }]) => `${id} ${severity}`), allRules.map(({ id, severity }) => `${id} ${severity}`));
  });

  it("name clauses that exist", () => {
    for (const rule of allRules) {
      assert.ok(rule.clauses.length > 0, rule.id);
      for (const clause of rule.clauses) assert.ok(catalogue.clause(clause), `${rule.id} names ${clause}`);
    }
  });

  /** Rules whose right example is part of a document of which other parts are missing. */
  const ONLY_A_PART = ["missing-field"];

  /** Files in forms of other people, for the rules about those. */
  const FOREIGN = ["README.md", "model-card.md", "impact-assessment.md", "risk-register.md", "statement-of-applicability.md", "file.yaml", "file.json"];

  /** As what an example may be read: as the kind that it says, as a file of the language that it is in, or as any kind or file at all. */
  function readingsOf(example: string): Setting[] {
    const said = kinds.filter(({ id }) => example.split("\n").includes(`kind: ${id}`));
    const ending = example.startsWith("{") ? ".json" : /^(?:---\n|# [A-Z])/.test(example) ? ".md" : "";
    if (said.length > 0) return said.map(({ id }) => ({ kind: id }));
    return [...(ending === "" ? kinds.map(({ id }) => ({ kind: id })) : []), ...FOREIGN.filter((path) => path.endsWith(ending)).map((path): Setting => ({ language: languageOf(path), path }))];
  }

  /** Rules about what several files say of one another: an example is one of the files, and says nothing alone. */
  const OF_SEVERAL_FILES = ["unknown-reference", "duplicate-id", "assessment-missing", "assessment-other-version", "use-not-assessed", "concern-without-risk", "control-ruled-out", "control-without-support", "risk-above-appetite", "unknown-owner"];

  it("of several files say nothing where only one is known", () => {
    for (const id of OF_SEVERAL_FILES) {
      const wrong = allRules.find((rule) => rule.id === id)?.page.wrong;
      assert.ok(wrong, id);
      for (const kind of kinds) assert.deepEqual(findingsOf(id, wrong, { kind: kind.id }), [], id);
    }
  });

  /** Rules whose example would be too long to show: it stands for dozens of entries. */
  const ABRIDGED = ["controls-missing"];

  for (const rule of allRules.filter(({ id }) => !OF_SEVERAL_FILES.includes(id) && !ABRIDGED.includes(id))) {
    it(`report what the page of ${rule.id} calls wrong, and not what it calls right`, () => {
      const placesIn = (text: string, setting: Setting) => findingsOf(rule.id, text, setting).map(({ field }) => field ?? "");
      const shown = readingsOf(rule.page.wrong).some((setting) => {
        const wrong = placesIn(rule.page.wrong, setting);
        if (wrong.length === 0) return false;
        const right = placesIn(rule.page.right, setting);
        return ONLY_A_PART.includes(rule.id) ? wrong.some((place) => !right.includes(place)) : right.length === 0;
      });
      assert.ok(shown);
    });
  }
});

describe("kinds", () => {
  it("have a page each in docs/fields that names every field with its clauses", () => {
    assertSame(files("docs/fields"), kinds.map(({ id }) => `${id}.md`));
    for (const kind of kinds) {
      const rows = [...textOf(`docs/fields/${kind.id}.md`).matchAll(/^\| `([^`]+)` \|.*\| ([^|]*) \|$/gm)].map(([, path, clauses]) => `${path} ${clauses}`);
      assertSame(rows, kind.fields.map(({ path, clauses }) => `${path} ${clauses.join(" ")}`));
    }
  });

  it("have a schema each in schemas/, and there is no schema without its kind", () => {
    assertSame(files("schemas"), kinds.map(({ id }) => `${id}.schema.json`));
  });

  it("have a command each that begins a new document", () => {
    /** Commands by kind; the profile is called what people call it. */
    const COMMANDS: Readonly<Record<Kind["id"], string>> = { "model-card": "clausewise.newModelCard", "impact-assessment": "clausewise.newImpactAssessment", "security-risk": "clausewise.newSecurityRisk", "statement-of-applicability": "clausewise.newStatementOfApplicability", clausewise: "clausewise.newProfile" };
    /** Begins a document of any kind. */
    const ASKS_FIRST = ["clausewise.newDocument"];
    assertSame(manifest.contributes.commands.map(({ command }) => command).filter((command) => command.startsWith("clausewise.new")), kinds.map(({ id }) => COMMANDS[id]), ASKS_FIRST);
  });

  it("evidence every control of ISO/IEC 42001 but those about the AI policy itself", () => {
    /** The policy, its alignment and its review are documents of their own. */
    const POLICY = ["iso42001:A.2.2", "iso42001:A.2.3", "iso42001:A.2.4"];
    const served = documentKinds.flatMap((kind) => kind.fields.flatMap(({ clauses }) => clauses));
    const controls = catalogue.standard("iso42001").clauses.filter(({ kind }) => kind === "control").map(({ ref }) => ref);
    assertSame(controls, served.filter((ref) => controls.includes(ref)), POLICY);
  });
});

describe("snippets", () => {
  for (const [language, snippets] of snippetFiles) {
    const prefixes = Object.values(snippets).map(({ prefix }) => prefix);

    it(`in ${language} begin every kind, and nothing that is none`, () => {
      /** A profile in front matter would be read by nobody. */
      const NOT_IN_MARKDOWN = language === "markdown" ? ["clausewise"] : [];
      assertSame(kinds.map(({ id }) => id), prefixes.filter((prefix) => !prefix.includes(".")).map((prefix) => prefix.replace(/-(?:standard|audit)$/, "")), NOT_IN_MARKDOWN);
    });

    it(`in ${language} write an item of every list of objects, and of nothing else`, () => {
      const lists = kinds.flatMap((kind) => kind.fields.filter(({ shape }) => shape === "objects").map((field) => `${kind.id}.${field.path.replace(/\[\]/g, "")}`));
      assertSame(language === "markdown" ? [] : lists, prefixes.filter((prefix) => prefix.includes(".")));
    });

    it(`in ${language} have prefixes of their own and a description`, () => {
      assert.equal(new Set(prefixes).size, prefixes.length);
      for (const [name, { description }] of Object.entries(snippets)) assert.match(description, /^[A-Z].{10,}/, name);
    });

    it(`in ${language} insert documents that ask for nothing but their placeholders`, () => {
      for (const [name, { prefix, body }] of Object.entries(snippets)) {
        if (prefix.includes(".")) continue;
        const strictness = (["standard", "audit"] as const).find((one) => prefix.endsWith(`-${one}`)) ?? "starter";
        const found = check(inserted(body.join("\n")), { language, profile: { strictness } });
        assert.deepEqual(found.filter(({ rule }) => rule !== "placeholder").map(({ rule, message }) => `${name}: ${rule}: ${message}`), []);
      }
    });

    it(`in ${language} insert items with the keys of their list`, () => {
      for (const [name, { prefix, body }] of Object.entries(snippets)) {
        const field = fieldOf(prefix);
        if (!field) continue;
        const document = readDocument("file:///x", language, inserted(body.join("\n")));
        const root = document.parts[0]?.root;
        const item = root?.type === "list" ? root.items[0] : root;
        assert.deepEqual(document.problems, [], name);
        assert.ok(item?.type === "map" && item.entries.length > 0, name);
        for (const entry of item.entries) assert.ok(field.fields.has(keyText(entry)), `${name}: ${keyText(entry)}`);
      }
    });
  }

  function fieldOf(prefix: string): FieldDefinition | undefined {
    const [id = "", ...path] = prefix.split(".");
    return kinds.find((kind) => kind.id === id)?.fields.find((field) => path.length > 0 && field.path.replace(/\[\]/g, "") === path.join("."));
  }
});

describe("the manifest", () => {
  const { contributes } = manifest;
  const commands = contributes.commands.map(({ command }) => command);

  it("contributes files that are there", () => {
    for (const path of [manifest.icon, ...contributes.snippets.map((one) => one.path), ...contributes.viewsContainers.activitybar.map(({ icon }) => icon)]) assert.ok(textOf(path).length > 0, path);
  });

  it("offers in its menus and welcomes only commands that it declares, or the editor's own", () => {
    const inMenus = Object.values(contributes.menus).flat().flatMap((one) => ("command" in one && one.command ? [one.command] : []));
    const inWelcomes = contributes.viewsWelcome.flatMap(({ contents }) => [...contents.matchAll(/\(command:([\w.]+)/g)].map(([, command = ""]) => command));
    /** Commands that every VS Code has. */
    const OF_THE_EDITOR = /^(?:vscode|workbench)\./;
    for (const command of [...inMenus, ...inWelcomes]) assert.ok(commands.includes(command) || OF_THE_EDITOR.test(command), command);
  });

  it("says in front of every command and setting whose it is", () => {
    for (const { command, category } of contributes.commands) assert.ok(command.startsWith("clausewise.") && category === "Clausewise", command);
    for (const setting of Object.keys(contributes.configuration.properties)) assert.ok(setting.startsWith("clausewise."), setting);
  });
});
