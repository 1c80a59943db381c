import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StrictnessProfile } from "../../src/kinds/field";
import type { Finding } from "../../src/rules/rule";
import { allRules } from "../../src/rules/rules";
import { opened, ROOT } from "../features/opened";
import { fixed } from "./checked";
import { Linked } from "./linked";

/**
 * Inputs and, beside them, what comes out: `near-match.yaml` and `near-match.fixed.yaml`. Where a repair belongs into the workspace
 * profile that is `block.profile.yaml`, which becomes `block.profile.fixed.yaml`. A folder `beside` holds other files of the workspace.
 */
const FOLDER = join("test", "fixtures", "fixes");

/** `fix unknown-field at owners[0].nmae: Rename to name (standard)`: the finding, the repair, and a profile other than starter. */
const WANTED = /^(?:#|\/\/|<!--) fix ([a-z-]+)(?: at (\S+))?: (.+?)(?: \((standard|audit|stays)\))?(?: -->)?$/m;

interface Wanted {
  readonly rule: string;
  readonly path: string | undefined;
  readonly title: string;
  readonly strictness: StrictnessProfile;
  /** True for the one repair that only makes room for what a person has to write. */
  readonly stays: boolean;
}

function wantedIn(text: string): Wanted {
  const match = WANTED.exec(text);
  assert.ok(match?.[1] && match[3], "a comment says which repair of which finding is wanted");
  const option = match[4];
  return { rule: match[1], path: match[2], title: match[3], strictness: option === "standard" || option === "audit" ? option : "starter", stays: option === "stays" };
}

/** The other files of the workspace in which the repairs of a rule are made, by name. */
const beside = new Map(readdirSync(FOLDER).map((rule) => {
  const folder = join(FOLDER, rule, "beside");
  return [rule, existsSync(folder) ? Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(join(folder, name), "utf8")])) : {}];
}));

/** The findings of a file in a workspace of itself and the files beside it. */
function findings(text: string, file: string, rule: string, strictness: StrictnessProfile): readonly Finding[] {
  const { index } = opened({ [file]: text, ...beside.get(rule) }, { profile: { strictness } });
  index.setWhole(true);
  return index.findings(`${ROOT}/${file}`);
}

describe("a repair", () => {
  for (const rule of readdirSync(FOLDER)) {
    for (const file of inputsOf(rule)) {
      const input = readFileSync(join(FOLDER, rule, file), "utf8");
      const profile = ["yaml", "json"].map((ending) => file.replace(/\.\w+$/, `.profile.${ending}`)).find((name) => existsSync(join(FOLDER, rule, name)));
      if (profile !== undefined) {
        const [before = "", after = ""] = [profile, profile.replace(".profile.", ".profile.fixed.")].map((name) => readFileSync(join(FOLDER, rule, name), "utf8"));
        it(`puts what ${rule}/${file} asks for into the profile`, () => assertProfileRepair(input, before, after, profile));
        it(`puts what ${rule}/${file} asks for into a profile with CRLF`, () => assertProfileRepair(input, before.replace(/\n/g, "\r\n"), after.replace(/\n/g, "\r\n"), profile));
        continue;
      }
      const expected = readFileSync(join(FOLDER, rule, file.replace(/\.(\w+)$/, ".fixed.$1")), "utf8");
      it(`gives ${rule}/${file} as it should be`, () => assertRepair(input, expected, file));
      it(`gives ${rule}/${file} as it should be with CRLF`, () => assertRepair(input.replace(/\n/g, "\r\n"), expected.replace(/\n/g, "\r\n"), file));
    }
  }
});

function inputsOf(rule: string): string[] {
  const folder = join(FOLDER, rule);
  return existsSync(folder) ? readdirSync(folder).filter((name) => /\.\w+$/.test(name) && !/\.(?:fixed|profile)\./.test(name)) : [];
}

function assertRepair(input: string, expected: string, file: string): void {
  const { rule, path, title, strictness, stays } = wantedIn(input);
  const all = findings(input, file, rule, strictness);
  const finding = all.find((one) => one.rule === rule && (path === undefined || one.field === path) && one.fixes.some((fix) => fix.title === title));
  // Only a failure is worth the repairs of all other findings.
  if (!finding) assert.fail(all.map((one) => `${one.rule} at ${one.field}: ${one.fixes.map((fix) => fix.title).join(" | ")}`).join("\n"));
  const output = fixed(input, finding.fixes.find((fix) => fix.title === title));
  assert.equal(output, expected);
  const after = findings(output, file, rule, strictness);
  const left = after.filter((one) => one.rule === rule && one.field === finding.field && one.message === finding.message);
  assert.equal(left.length, stays ? 1 : 0, "the finding is gone");
  const errors = (some: readonly Finding[]) => some.filter((one) => one.severity === "error").length;
  assert.ok(errors(after) <= errors(all), after.map((one) => `${one.severity} ${one.message}`).join("\n"));
}

function assertProfileRepair(input: string, before: string, after: string, file: string): void {
  const { rule, path, title } = wantedIn(input);
  const name = file.endsWith(".json") ? "clausewise.json" : "clausewise.yaml";
  const made = new Linked({ "file.yaml": input, [name]: before });
  const fix = made.findings("file.yaml", rule).find((one) => one.field === path)?.fixes.find((one) => one.title === title);
  assert.equal(fix?.document?.uri, `file:///w/${name}`);
  const output = fixed(before, fix);
  assert.equal(output, after);
  made.write(name, output);
  assert.deepEqual(made.findings("file.yaml", rule), [], "the finding is gone");
}

/** Rules that say what only a person can decide, with what that is. */
const NOTHING_TO_REPAIR: Readonly<Record<string, string>> = {
  "unreadable-file": "nobody but its writer can make it readable",
  "format-violation": "the other tool decides how its files are written",
  "hub-results": "a result is measured, not written",
  "deadline-passed": "whether a thing was done, or until when it waits, is not in the text",
  "residual-above-inherent": "one of two ratings is wrong, and the text does not say which",
  "open-without-measure": "the measure has to be thought of",
  "tracking-incomplete": "the reason has to be given",
  "assessment-missing": "the assessment has to be made",
  "assessment-other-version": "whether the assessment still holds is a judgement",
  "use-not-assessed": "the use has to be assessed",
  "concern-without-risk": "the risk has to be judged",
  "control-ruled-out": "the statement or the treatment is wrong, and somebody has to say which",
  "control-without-support": "the evidence has to be found",
  "risk-above-appetite": "the treatment has to be decided",
  "definition-cited-as-requirement": "what asks for it instead is a question of meaning",
};

/** Syntaxes in which a rule cannot speak, or has nothing that it could repair. */
const NOT_IN: Readonly<Record<string, string>> = {
  "missing-essentials yaml": "foreign forms in YAML have a shape of their own, to which nothing may be added",
  "missing-essentials json": "foreign forms in JSON have a shape of their own, to which nothing may be added",
  "hub-metadata yaml": "the Hub reads the front matter of a README only",
  "hub-metadata json": "the Hub reads the front matter of a README only",
  "score-not-product yaml": "products are read from the columns of tables",
  "score-not-product json": "products are read from the columns of tables",
};

describe("the repairs of every rule", () => {
  for (const { id, page } of allRules) {
    const silent = NOTHING_TO_REPAIR[id];
    if (silent !== undefined) {
      it(`${id} offers none: ${silent}`, () => {
        assert.deepEqual(inputsOf(id), [], "it has a golden repair");
        const text = /^(?:\S.*\n)*?kind: /.test(page.wrong) ? page.wrong : `kind: model-card\n${page.wrong}`;
        assert.deepEqual(findings(text, "a.yaml", id, "audit").filter((one) => one.rule === id).flatMap((one) => one.fixes), []);
      });
      continue;
    }
    for (const ending of ["yaml", "json", "md"]) {
      const reason = NOT_IN[`${id} ${ending}`];
      if (reason === undefined) it(`${id} have a golden one in ${ending}`, () => assert.ok(inputsOf(id).some((name) => name.endsWith(`.${ending}`))));
      else it(`${id} have none in ${ending}: ${reason}`, () => assert.ok(inputsOf(id).every((name) => !name.endsWith(`.${ending}`))));
    }
  }

  it("are all known by name", () => {
    const ids = allRules.map(({ id }) => id);
    for (const name of [...Object.keys(NOTHING_TO_REPAIR), ...Object.keys(NOT_IN).map((key) => key.split(" ")[0] ?? ""), ...readdirSync(FOLDER)]) assert.ok(ids.includes(name), name);
  });
});
