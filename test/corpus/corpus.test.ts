import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { languageOf } from "../../src/documents/read";
import type { KindId } from "../../src/kinds/field";
import { assertWholesome } from "../properties/wholesome";

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
});
