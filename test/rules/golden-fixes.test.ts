import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { StrictnessProfile } from "../../src/kinds/field";
import { languageOf, readDocument } from "../../src/documents/read";
import type { Finding } from "../../src/rules/rule";
import { check, fixed } from "./checked";
import type { Setting } from "./checked";
import { Linked } from "./linked";

/**
 * Inputs and, beside them, what comes out: `near-match.yaml` and `near-match.fixed.yaml`. Where a repair belongs into the workspace
 * profile that is `block.profile.yaml`, which becomes `block.profile.fixed.yaml`.
 */
const FOLDER = join("test", "fixtures", "fixes");

/** `fix unknown-field at owners[0].nmae: Rename to name (standard)`: the finding, the repair, and a profile other than starter. */
const WANTED = /fix ([a-z-]+)(?: at (\S+))?: (.+?)(?: \((standard|audit|stays)\))?(?: -->)?$/;

interface Wanted {
  readonly rule: string;
  readonly path: string | undefined;
  readonly title: string;
  readonly strictness: StrictnessProfile;
  /** True for the one repair that only makes room for what a person has to write. */
  readonly stays: boolean;
}

function wantedIn(text: string): Wanted {
  const comment = readDocument("", text.startsWith("---") ? "markdown" : text.startsWith("//") ? "json" : "yaml", text).comments[0];
  const match = WANTED.exec(comment?.text ?? "");
  assert.ok(match?.[1] && match[3], "the first comment says which repair of which finding is wanted");
  const option = match[4];
  return { rule: match[1], path: match[2], title: match[3], strictness: option === "standard" || option === "audit" ? option : "starter", stays: option === "stays" };
}

function findingIn(text: string, { rule, path, title }: Wanted, setting: Setting): Finding | undefined {
  return check(text, setting).find((one) => one.rule === rule && (path === undefined || one.field === path) && one.fixes.some((fix) => fix.title === title));
}

describe("a repair", () => {
  for (const rule of readdirSync(FOLDER)) {
    for (const file of readdirSync(join(FOLDER, rule)).filter((name) => !/\.(?:fixed|profile)\./.test(name))) {
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

function assertRepair(input: string, expected: string, file: string): void {
  const wanted = wantedIn(input);
  const setting: Setting = { language: languageOf(file) ?? "yaml", profile: { strictness: wanted.strictness } };
  const finding = findingIn(input, wanted, setting);
  if (!finding) assert.fail(check(input, setting).map((one) => `${one.rule} at ${one.field}: ${one.fixes.map((fix) => fix.title).join(" | ")}`).join("\n"));
  const output = fixed(input, finding.fixes.find((fix) => fix.title === wanted.title));
  assert.equal(output, expected);
  const left = check(output, setting).filter((one) => one.rule === wanted.rule && one.field === finding.field && one.message === finding.message);
  assert.equal(left.length, wanted.stays ? 1 : 0, "the finding is gone");
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
