import assert from "node:assert/strict";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "../../src/documents/read";
import type { KindId } from "../../src/kinds/field";
import { assertWholesome } from "../properties/wholesome";
import { take, tableOf } from "./table";
import type { Tried } from "./table";

/** Real files of other people beside the repository; the stage looks whether they are there. Mocha runs in the repository's root. */
const CORPUS = join(process.cwd(), "..", "shared", "corpus");

/** What a folder's files are about, by the beginning of its name. */
const SUBJECTS: readonly (readonly [beginning: string, kind: KindId])[] = [
  ["model-card", "model-card"],
  ["system-card", "model-card"],
  ["impact", "impact-assessment"],
  ["risk", "security-risk"],
  ["statement", "statement-of-applicability"],
];

describe("real files of other people", () => {
  const files = readdirSync(CORPUS, { recursive: true, encoding: "utf8" }).filter((file) => languageOf(file) !== undefined).sort();

  for (const folder of new Set(files.map((file) => file.split(/[/\\]/)[0] ?? ""))) {
    const own = files.filter((file) => file.startsWith(folder) && !/[\w-]/.test(file.charAt(folder.length)));
    // The names of its repository stand before a file's own: `owner__repository__risk_register.yaml`.
    const each = (use: (name: string, text: string) => void) => own.forEach((file) => use(file.replace(/^.*__/, "").replace(/^.*[/\\]/, ""), readFileSync(join(CORPUS, file), "utf8")));

    it(`of ${folder} are read without a slip`, () => each((name, text) => assertWholesome(name, text)));

    const kind = SUBJECTS.find(([beginning]) => folder.startsWith(beginning))?.[1];
    if (kind) it(`of ${folder} are read without a slip as a ${kind}`, () => each((name, text) => assertWholesome(name, text, { forced: () => kind })));
  }

  /** Folders whose files are all documents of one kind, in one of these formats. */
  const WHOLE: Readonly<Record<string, RegExp>> = {
    "cyclonedx-mlbom": /^cyclonedx$/,
    "impact-assessment": /^ai-verify-checklist$/,
    "impact-assessment-markdown": /^markdown-impact-assessment$/,
    "model-card-hf-fixtures": /^hugging-face/,
    "model-card-markdown": /^(?:markdown-model-card|hugging-face-model)$/,
    "model-card-mct": /^model-card-toolkit$/,
    "model-card-yaml": /^bridge2ai$/,
    "risk-markdown-frontmatter": /^finos-entry$/,
    "risk-register-markdown": /^markdown-risk-register$/,
    "risk-register-yaml": /^risk-register$/,
    "risk-threagile": /^threagile$/,
    "risk-threatdragon": /^(?:threat-dragon|open-threat-model)$/,
    "statement-of-applicability": /^markdown-statement-of-applicability$/,
    negative: /^nothing$/,
    "cyclonedx-invalid": /^nothing$/,
  };
  const all = files.filter((file) => /[/\\]/.test(file)).map((file): Tried => ({ group: file.split(/[/\\]/)[0] ?? "", name: file.replace(/^.*__/, "").replace(/^.*[/\\]/, ""), text: readFileSync(join(CORPUS, file), "utf8") }));
  const taken = all.map((one) => [one, take(one)] as const);

  it("are taken for what they are", () => {
    const sure = taken.flatMap(([{ group, name }, { format }]) => (WHOLE[group] ? [{ name, right: WHOLE[group].test(format ?? "nothing") }] : []));
    const wrong = sure.filter(({ right }) => !right).map(({ name }) => name);
    assert.ok(wrong.length <= sure.length * 0.03, `${wrong.length} of ${sure.length} are taken for something else: ${wrong.join(", ")}`);
  });

  it("leave the writers of popular Hugging Face cards in peace", () => {
    const counts = taken.filter(([{ group }, { kind }]) => group === "model-card-hf" && kind !== undefined).map(([, { findings }]) => findings.error + findings.warning + findings.information).sort((a, b) => a - b);
    assert.ok((counts[Math.floor(counts.length / 2)] ?? 0) <= 2, `findings per card: ${counts.join(" ")}`);
  });

  after(() => console.log(`\n${tableOf(taken, ([{ group }, { format }]) => format ?? `none of ours (${group})`)}`));
});
