import assert from "node:assert/strict";
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { runCommand } from "../../src/cli/run";

const card = (lines: string) => `kind: model-card\nid: scorer\nname: Scorer\nversion: 1.0.0\nowners: [{ name: Risk team }]
intended_use: { primary_uses: [Rank], out_of_scope_uses: [Mortgages] }
training_data: { datasets: [{ id: loans, source: Loan system }] }
evaluation: { metrics: [{ name: auc, value: 0.9 }] }
limitations: [Self-declared income]
${lines}`;

describe("the command line", () => {
  let folder: string;
  beforeEach(() => (folder = mkdtempSync(path.join(tmpdir(), "clausewise-cli-"))));
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string) => {
    mkdirSync(path.dirname(path.join(folder, name)), { recursive: true });
    writeFileSync(path.join(folder, name), text);
  };
  const run = (words: string, input = "") =>
    runCommand(words.match(/"[^"]*"|\S+/g)?.map((word) => word.replace(/"/g, "")) ?? [], {
      folder,
      standardInput: Readable.from([Buffer.from(input)]),
      colours: false,
      progress: () => undefined,
      clock: () => new Date(2026, 10, 24),
    });
  const findings = async (words: string, input?: string) => {
    const { output } = await run(words, input);
    const { documents } = JSON.parse(output) as { documents: { path: string; findings: { rule: string }[] }[] };
    return documents.flatMap((one) => one.findings.map((finding) => `${one.path} ${finding.rule}`));
  };

  describe("convert", () => {
    it("writes a document of another format in our own shape into a new file, and tells what is left", async () => {
      write("MODEL_CARD.md", "# Model Card: Sorter\n\n## Intended use\n\nSort\n\n## Limitations\n\nFoil\n\n## Zorg\n\nx\n");
      const { notes, status } = await run("convert MODEL_CARD.md -o sorter.model-card.yaml");
      assert.equal(status, 0);
      assert.match(notes.join("\n"), /Not taken over \(1\):\n {2}MODEL_CARD\.md:11 {2}The section “Zorg” belongs to no field[^]*Written: sorter/);
      assert.match(readFileSync(path.join(folder, "sorter.model-card.yaml"), "utf8"), /^kind: model-card\nid: sorter\nname: Sorter\n/);
    });

    it("writes a card in the format that is asked for, where its kind has it", async () => {
      write("MODEL_CARD.md", "# Model Card: Sorter\n\n## Intended use\n\nSort\n\n## Limitations\n\nFoil\n");
      const { output, notes } = await run("convert MODEL_CARD.md --format cyclonedx-1.6");
      assert.match(output, /"bomFormat": "CycloneDX"[^]*"useCases": \["Sort"\]/);
      assert.deepEqual(notes, ["Nothing is lost."]);
      write("risks.security-risk.yaml", "kind: security-risk\nrisks:\n  - id: R1\n    title: Labels\n");
      assert.deepEqual((await run("convert risks.security-risk.yaml --format hugging-face")).notes, ["clausewise: “risks.security-risk.yaml” is of the kind security-risk, which can be written as yaml, markdown, json."]);
    });

    it("asks which one where a file holds several documents", async () => {
      write("cards.yaml", "kind: model-card\nname: A\n---\nkind: model-card\nname: B\n");
      assert.deepEqual((await run("convert cards.yaml")).notes, ["clausewise: “cards.yaml” holds 2 documents: 1 A, 2 B. Say which with --part."]);
      assert.match((await run("convert cards.yaml --part 2 --format json")).output, /"name": "B"/);
      assert.deepEqual((await run("convert cards.yaml --part 3")).notes, ["clausewise: “cards.yaml” holds 2 documents; --part 3 is none of them."]);
    });

    it("never writes over the file that it reads", async () => {
      write("MODEL_CARD.md", "# Model Card: Sorter\n\n## Limitations\n\nFoil\n");
      assert.equal((await run("convert MODEL_CARD.md --out ./MODEL_CARD.md")).status, 2);
    });
  });

  describe("check", () => {
    it("ends with 0 when nothing is wrong", async () => {
      write("model-card.yaml", card(""));
      assert.deepEqual(await run("check"), { output: "1 document checked: 0 errors, 0 warnings, 0 information.\n", notes: [], status: 0 });
    });

    it("prints a finding as a compiler would", async () => {
      write("model-card.yaml", card("status: deploid\n"));
      const { output, status } = await run("check model-card.yaml");
      const lines = output.split("\n");
      assert.match(lines[0] ?? "", /^model-card\.yaml:10:9: error: .*deployed.* \[value-not-listed\]$/);
      assert.equal(lines[1], " 10 | status: deploid");
      assert.equal(lines[2], "    |         ^^^^^^^");
      assert.equal(lines[3], "    = ISO/IEC 42001 A.6.1.3 Processes for responsible AI system design and development");
      assert.equal(status, 1);
    });

    it("prints JSON with places counted from zero in UTF-16 units", async () => {
      write("model-card.yaml", card("overview: 😀 [\nstatus: deploid\n").replace("😀 [", "Counts 😀"));
      const { output } = await run("check --format json");
      const { version, documents, summary } = JSON.parse(output) as { version: string; documents: unknown; summary: unknown };
      assert.match(version, /^\d+\.\d+\.\d+$/);
      assert.deepEqual(summary, { documents: 1, texts: 0, errors: 1, warnings: 0, information: 0 });
      const [document] = documents as { path: string; kind: string; format: string; findings: { rule: string; severity: string; message: string; range: unknown; clauses: string[]; fixes: { title: string }[] }[] }[];
      assert.deepEqual([document?.path, document?.kind, document?.format], ["model-card.yaml", "model-card", "yaml"]);
      const [finding] = document?.findings ?? [];
      assert.deepEqual(
        { rule: finding?.rule, severity: finding?.severity, range: finding?.range, clauses: finding?.clauses },
        { rule: "value-not-listed", severity: "error", range: { start: { line: 10, character: 8 }, end: { line: 10, character: 15 } }, clauses: ["iso42001:A.6.1.3", "iso42001:A.6.2.2"] },
      );
      assert.ok(finding?.fixes.some(({ title }) => title.includes("deployed")));
    });

    it("fails from the level on that --fail-on names", async () => {
      write("model-card.yaml", card("").replace("limitations: [Self-declared income]", ""));
      assert.deepEqual(await Promise.all(["error", "warning", "information"].map(async (level) => (await run(`check --fail-on ${level}`)).status)), [0, 1, 1]);
    });

    it("expects more at a stricter profile", async () => {
      write("model-card.yaml", card(""));
      assert.deepEqual(await findings("check --format json"), []);
      assert.ok((await findings("check --format json --profile audit")).length > 10);
    });

    it("takes the date from --today", async () => {
      write("model-card.yaml", card("review: { last: 2026-01-01, next: 2026-06-30 }\n"));
      assert.deepEqual(await findings("check --format json --today 2026-06-30"), []);
      assert.deepEqual(await findings("check --format json --today 2026-07-01"), ["model-card.yaml review-overdue"]);
    });

    it("reads standard input for -", async () => {
      assert.deepEqual(await findings("check - --format json", card("status: deploid\n")), ["- value-not-listed"]);
    });

    it("takes the kind of standard input from --stdin-name when the text does not say it", async () => {
      assert.deepEqual(await findings("check - --format json --stdin-name model-card.yaml", card("status: deploid\n").replace("kind: model-card\n", "")), [
        "model-card.yaml missing-field",
        "model-card.yaml value-not-listed",
      ]);
    });

    it("respects .gitignore, nested and negated", async () => {
      write(".gitignore", "drafts/\n*.tmp.yaml\n!keep.tmp.yaml\n");
      for (const name of ["model-card.yaml", "drafts/model-card.yaml", "a.tmp.yaml", "keep.tmp.yaml", "deep/model-card.yaml", "deep/other/x.yaml"]) write(name, card("status: deploid\n").replace("id: scorer", `id: ${name.replace(/\W/g, "-")}`));
      write("deep/.gitignore", "/other\n");
      assert.deepEqual(await findings("check --format json"), ["deep/model-card.yaml value-not-listed", "keep.tmp.yaml value-not-listed", "model-card.yaml value-not-listed"]);
    });

    it("looks into a folder that is ignored when somebody names it", async () => {
      write(".git/HEAD", "ref: refs/heads/main\n");
      write(".gitignore", "made/\n");
      write("made/a.yaml", card("status: deploid\n"));
      write("made/.gitignore", "b.yaml\n");
      write("made/b.yaml", card("status: deploid\n"));
      assert.deepEqual(await findings("check made --format json"), ["made/a.yaml value-not-listed"]);
      assert.deepEqual(await findings("check . --format json"), []);
    });

    it("reads a pipe, as a shell hands it over for <(…)", async function () {
      if (process.platform === "win32") this.skip(); // There are no named pipes in the file system of Windows.
      const pipe = path.join(folder, "pipe.model-card.yaml");
      execFileSync("mkfifo", [pipe]);
      const [found] = await Promise.all([findings("check pipe.model-card.yaml --format json"), writeFile(pipe, card("status: deploid\n"))]);
      assert.deepEqual(found, ["pipe.model-card.yaml value-not-listed"]);
    });

    it("reads the profile of the folder, its severities and what it leaves out", async () => {
      write("clausewise.yaml", "organisation: Bank\nscope: Lending\nstandards: [iso42001]\nrules: { value-not-listed: information }\nexclude: [old]\n");
      write("model-card.yaml", card("status: deploid\n"));
      write("old/model-card.yaml", card("status: deploid\n"));
      const { output, status } = await run("check --fail-on warning");
      assert.match(output, /^model-card\.yaml:10:9: information: /);
      assert.match(output, /2 documents checked: 0 errors, 0 warnings, 1 information\.\n$/);
      assert.equal(status, 0);
    });

    it("leaves alone what merely has such a name", async () => {
      write("risks.yaml", "max_position: 10\nstop_loss: 0.02\n");
      write("soa.md", "# Struct of arrays\n");
      assert.equal((await run("check")).output, "No governance documents were found.\n");
    });

    it("checks the references of a text that is no governance document, and says null for its kind", async () => {
      write("notes.md", "# Notes\n\nISO 42001 A.6.2.9 is met.\n");
      write("other.md", "# Nothing of ours\n");
      const { output, status } = await run("check --format json");
      const { documents, summary } = JSON.parse(output) as { documents: { path: string; kind: unknown; format: unknown; findings: { rule: string }[] }[]; summary: unknown };
      assert.deepEqual(documents.map(({ path: name, kind, format, findings: own }) => [name, kind, format, own.map(({ rule }) => rule)]), [["notes.md", null, null, ["unknown-clause"]]]);
      assert.deepEqual(summary, { documents: 0, texts: 1, errors: 1, warnings: 0, information: 0 });
      assert.equal(status, 1);
      assert.match((await run("check")).output, /^notes\.md:3:11: error: [\s\S]*1 text with references to clauses checked: 1 error, 0 warnings, 0 information\.\n$/);
      assert.deepEqual((await run("check notes.md")).notes, ["notes.md: not a governance document. Neither its content nor its name says what it is. Its reference to a clause was checked."]);
    });

    it("ends with 2 and one sentence for a path that is not there", async () => {
      assert.deepEqual(await run("check nowhere.yaml"), { output: "", notes: ["clausewise: There is no file or folder “nowhere.yaml”."], status: 2 });
    });

    for (const [words, note] of [
      ["check --format xml", "clausewise: --format takes text, json, sarif, junit, github; “xml” is none of them."],
      ["inspect --format sarif x", "clausewise: --format takes text, json; “sarif” is none of them."],
      ["check --today 2026-02-30", "clausewise: --today takes a date such as 2026-09-01; “2026-02-30” is none."],
      ["check --colour", "clausewise: The option --colour is not known, or lacks its value."],
      ["chek", "clausewise: There is no command “chek”. The commands are check, inspect, clause, coverage, report, soa, advise and convert; --help shows how."],
    ] as const) {
      it(`ends with 2 for “${words}”`, async () => assert.deepEqual(await run(words), { output: "", notes: [note], status: 2 }));
    }

    for (const [format, shape] of [
      ["sarif", /^\{\n {2}"\$schema": .*sarif-schema-2\.1\.0\.json"/],
      ["junit", /^<\?xml version="1\.0" encoding="UTF-8"\?>\n<testsuites name="Clausewise" tests="2" failures="1"/],
      ["github", /^::error file=model-card\.yaml,line=10,endLine=10,col=9,endColumn=15,title=Clausewise value-not-listed::/],
    ] as const) {
      it(`prints ${format} for other tools`, async () => {
        write("model-card.yaml", card("status: deploid\noverview: TODO\n"));
        const { output, status } = await run(`check --format ${format}`);
        assert.match(output, shape);
        assert.equal(status, 1);
      });
    }

    it("gives one finding for a file that is binary", async () => {
      write("model-card.yaml", "kind: model-card\n\0\0\0");
      assert.deepEqual(await findings("check --format json"), ["model-card.yaml unreadable-file"]);
    });
  });

  describe("inspect", () => {
    it("lists each field with its state, place and clauses", async () => {
      write("model-card.yaml", "kind: model-card\nname: TODO\nlimitations: []\n");
      const { kind, format, fields } = JSON.parse((await run("inspect model-card.yaml --format json")).output) as { kind: string; format: string; fields: { path: string; state: string; range: unknown; clauses: string[] }[] };
      assert.deepEqual([kind, format], ["model-card", "yaml"]);
      const state = (name: string) => fields.find((field) => field.path === name)?.state;
      assert.deepEqual(["kind", "name", "limitations", "version", "intended_use"].map(state), ["filled", "placeholder", "empty", "missing", "missing"]);
      assert.deepEqual(fields.find((field) => field.path === "name"), {
        path: "name",
        state: "placeholder",
        range: { start: { line: 1, character: 0 }, end: { line: 1, character: 10 } },
        clauses: ["iso42001:A.6.2.7", "iso42001:7.5.2", "iso27001:A.5.9"],
      });
    });

    it("says null for a file that is none of ours", async () => {
      write("package.yaml", "name: x\n");
      const { path: name, kind, fields } = JSON.parse((await run("inspect package.yaml --format json")).output) as Record<string, unknown>;
      assert.deepEqual([name, kind, fields], ["package.yaml", null, []]);
    });
  });

  describe("clause", () => {
    const unknown: readonly (readonly [string, string])[] = [
      ['"event logs"', "clausewise: “event logs” is not a clause reference. Write it like iso42001:A.6.2.4 or ISO 27001 A.8.15. Is one of these meant? ISO/IEC 42001 A.6.2.8 AI system recording of event logs."],
      ["A.2.1", "clausewise: A.2.1 is the objective of ISO/IEC 42001 A.2 Policies related to AI, not a control. Its controls follow from A.2.2 on."],
      ["A.12.6.1", "clausewise: A.12.6.1 is a control of the 2013 edition of ISO/IEC 27001; in the 2022 edition it is ISO/IEC 27001 A.8.8 Management of technical vulnerabilities."],
      ["iso27001:A.5.99", "clausewise: There is no clause A.5.99 in ISO/IEC 27001:2022."],
    ];
    for (const [reference, sentence] of unknown) {
      it(`tells the way from ${reference} to what may be meant`, async () => {
        assert.deepEqual(await run(`clause ${reference}`), { output: "", notes: [sentence], status: 2 });
      });
    }

    it("shows a clause by any usual spelling", async () => {
      const { id, title, kind, related } = JSON.parse((await run('clause "ISO/IEC 42001 A.6.2.8" --format json')).output) as { id: string; title: string; kind: string; related: { clause: string }[] };
      assert.deepEqual([id, title, kind, related.map((one) => one.clause)], ["iso42001:A.6.2.8", "AI system recording of event logs", "control", ["iso27001:A.8.15"]]);
    });

    it("understands the spellings that texts use", async () => {
      for (const [spelling, id] of [["A.6.2.8 of ISO 42001", "iso42001:A.6.2.8"], ["ISO42001.A-6-2-8", "iso42001:A.6.2.8"], ["Annexe A 8.15, ISO 27001", "iso27001:A.8.15"], ["27001 5.7", "iso27001:A.5.7"], ["ISO 42001 B.7.4", "iso42001:A.7.4"], ["§6.1.4", "iso42001:6.1.4"]] as const) {
        assert.equal((JSON.parse((await run(`clause "${spelling}" --format json`)).output) as { id: string }).id, id, spelling);
      }
    });

    it("shows both clauses when the number stands in both standards", async () => {
      const { id, alternatives } = JSON.parse((await run("clause 6.1.2 --format json")).output) as { id: string; alternatives: { id: string }[] };
      assert.deepEqual([id, ...alternatives.map((one) => one.id)], ["iso42001:6.1.2", "iso27001:6.1.2"]);
    });

    it("leads from a control of 2013 to its successor", async () => {
      assert.deepEqual((await run("clause A.12.6.1")).notes, [
        "clausewise: A.12.6.1 is a control of the 2013 edition of ISO/IEC 27001; in the 2022 edition it is ISO/IEC 27001 A.8.8 Management of technical vulnerabilities.",
      ]);
    });

    it("ends with 2 for a clause that does not exist", async () => {
      assert.deepEqual(await run('clause "ISO 42001 8.5"'), { output: "", notes: ["clausewise: There is no clause 8.5 in ISO/IEC 42001:2023."], status: 2 });
    });
  });

  describe("coverage and report", () => {
    beforeEach(() => {
      write("model-card.yaml", card(""));
      write("clausewise.yaml", "organisation: Bank\nscope: Lending\nstandards: [iso42001]\n");
    });

    it("show each clause of the standards in use with its state", async () => {
      const { output, status } = await run("coverage");
      assert.match(output, /^ISO\/IEC 42001:2023: \d+ of 55 within reach have evidence/);
      assert.match(output, /^ {2}● A\.9\.4 +evidenced +2 of 2 fields +Intended use of the AI system$/m);
      assert.equal(status, 0);
    });

    it("give the same as data", async () => {
      const { standards, documents } = JSON.parse((await run("coverage --format json")).output) as { standards: { id: string; clauses: { id: string; state: string; evidence: unknown[] }[] }[]; documents: unknown[] };
      const clause = standards[0]?.clauses.find((one) => one.id === "iso42001:A.9.4");
      assert.deepEqual([standards.map((one) => one.id), clause?.state, clause?.evidence.length], [["iso42001"], "evidenced", 2]);
      assert.deepEqual(documents, [{ path: "model-card.yaml", kind: "model-card", filled: 12, expected: 12 }]);
    });

    it("write to the file that --out names", async () => {
      const { output, notes } = await run("report --out report.html");
      assert.deepEqual([output, notes], ["", ["Written: report.html"]]);
      assert.match(readFileSync(path.join(folder, "report.html"), "utf8"), /^<!DOCTYPE html>/);
    });

    it("say when there is no open risk to plan for", async () => {
      assert.deepEqual(await run("report --format oscal-poam"), { output: "", notes: ["No risk is open, so there is no plan to write."], status: 0 });
    });

    it("name the commit from git's own files", async () => {
      const commit = "0123456789abcdef0123456789abcdef01234567";
      write(".git/HEAD", "ref: refs/heads/main\n");
      write(".git/packed-refs", `# pack-refs with: peeled\n${commit} refs/heads/main\n`);
      assert.match((await run("report")).output, /commit <code>0123456789ab<\/code>/);
    });
  });

  describe("advise", () => {
    it("answers from what the workspace shows, and tells what it took for granted", async () => {
      write("model-card.yaml", card("fairness: [{ group: over 60, metric: ratio, value: 0.9 }]\n"));
      const { output, status } = await run("advise");
      assert.match(output, /^ISO\/IEC 42001: what you answer for is what your AI does\.\n/);
      assert.match(output, /people +yes +Do they decide about people, or help to\? \(1 document speaks of people that a model affects\.\)/);
      assert.match(output, /information +no .*\(nothing here says so\)/);
      assert.equal(status, 0);
    });

    it("takes answers, and writes the standards into the profile without touching the rest", async () => {
      write("model-card.yaml", card(""));
      write("clausewise.yaml", "# ours\norganisation: Bank   # of course\nstandards: [iso42001]\n");
      const { notes } = await run("advise --answer information=yes --write");
      assert.deepEqual(notes, ["Written: clausewise.yaml"]);
      assert.equal(readFileSync(path.join(folder, "clausewise.yaml"), "utf8"), "# ours\norganisation: Bank   # of course\nstandards: [iso42001, iso27001]\n");
    });

    it("ends with 2 for an answer to no question", async () => {
      assert.match((await run("advise --answer size=big")).notes[0] ?? "", /^clausewise: --answer takes a question and yes or no, such as people=yes; the questions are ai, people,/);
    });
  });

  describe("soa", () => {
    it("prints a proposal, and with --write makes the file", async () => {
      write("clausewise.yaml", "standards: [iso42001]\n");
      assert.equal((await run("soa")).output.match(/control: /g)?.length, 38);
      assert.deepEqual((await run("soa --write")).notes, ["Written: iso42001.soa.yaml. Decide what is marked TODO."]);
      assert.deepEqual((await run("soa --write")).notes, ["iso42001.soa.yaml is up to date."]);
      assert.match((await run("soa --format csv")).output, /^Control,Title,Applicable,/);
    });

    it("is about the standard that there is a statement for", async () => {
      write("clausewise.yaml", "standards: [iso42001, iso27001]\n");
      assert.match((await run("soa")).output, /^standard: iso27001$/m);
      await run("soa --standard iso42001 --write");
      assert.match((await run("soa")).output, /^standard: iso42001$/m);
    });

    it("says that there is nothing to view yet, and that a view is no statement", async () => {
      write("clausewise.yaml", "standards: [iso42001]\n");
      assert.deepEqual(await run("soa --format markdown"), { output: "", notes: ["There is no statement about ISO/IEC 42001:2023 yet, so there is nothing to view. “clausewise soa --standard iso42001 --write” proposes one."], status: 0 });
      assert.equal((await run("soa --format csv --write")).status, 2);
    });
  });
});
