import assert from "node:assert/strict";
import path from "node:path";
import { Started } from "./started";

const card = (lines = "") => `kind: model-card\nid: scorer\nname: Scorer\nversion: 2.1.0\nowners: [{ name: Risk team }]
intended_use: { primary_uses: [Rank], out_of_scope_uses: [Mortgages] }
training_data: { datasets: [{ id: loans, source: Loan system }] }
evaluation: { metrics: [{ name: auc, value: 0.9 }] }
limitations: [Self-declared income]
${lines}`;
const assessment = (version: string) => `kind: impact-assessment\nid: assessment\nsystem: { model_card: scorer, version: ${version} }\n`;

describe("check of some files of a workspace", () => {
  let started: Started;
  beforeEach(() => (started = new Started()));
  afterEach(() => started.remove());

  for (const [root, text] of [["clausewise.yaml", "rules: { missing-field: 'off' }\n"], [".git/HEAD", "ref: refs/heads/main\n"]] as const) {
    it(`knows the others below the root that ${root} marks, and reports only what was asked for`, async () => {
      started.write(root, text);
      started.write("cards/card.yaml", card("links: { risks: [R-1] }\n"));
      started.write("assessment.yaml", assessment("1.4.0"));
      assert.deepEqual(await started.findings("cards/card.yaml --fail-on error"), ["cards/card.yaml assessment-other-version", "cards/card.yaml unknown-reference"]);
      assert.deepEqual(await started.findings("cards"), await started.findings("cards/card.yaml"));
      started.write("risks.yaml", "kind: security-risk\nrisks: [{ id: R-1, title: A }]\n");
      assert.deepEqual(await started.findings("cards/card.yaml"), ["cards/card.yaml assessment-other-version"]);
    });
  }

  it("shows the other side of a contradiction", async () => {
    started.write("clausewise.yaml", "rules: { missing-field: 'off' }\n");
    started.write("cards/card.yaml", card());
    started.write("assessment.yaml", assessment("1.4.0"));
    assert.match((await started.run("check cards")).output, /\^\^\^\^\^\n {3}> assessment\.yaml:3:40: The version that was assessed\.\n/);
    const { documents } = JSON.parse((await started.run("check --format json card.yaml", { folder: path.join(started.folder, "cards") })).output) as { documents: { findings: { related?: unknown }[] }[] };
    assert.deepEqual(documents[0]?.findings[0]?.related, [{ path: "../assessment.yaml", range: { start: { line: 2, character: 39 }, end: { line: 2, character: 44 } }, message: "The version that was assessed." }]);
    const sarif = JSON.parse((await started.run("check --format sarif cards")).output) as { runs: { results: { relatedLocations?: { physicalLocation: { artifactLocation: { uri: string } } }[] }[] }[] };
    assert.equal(sarif.runs[0]?.results[0]?.relatedLocations?.[0]?.physicalLocation.artifactLocation.uri, "assessment.yaml");
  });

  it("takes standard input in the place of the file that it is named after", async () => {
    started.write("clausewise.yaml", "rules: { missing-field: 'off' }\n");
    started.write("card.yaml", card());
    started.write("assessment.yaml", assessment("1.4.0"));
    assert.deepEqual(await started.findings("- --stdin-name card.yaml", {}, card()), ["card.yaml assessment-other-version"]);
    assert.deepEqual(await started.findings("- --stdin-name card.yaml", {}, card().replace("2.1.0", "1.4.0")), []);
  });

  it("misses nothing in a folder that is no workspace, since nobody knows where it ends", async () => {
    started.write("cards/card.yaml", card("links: { risks: [R-1] }\n"));
    assert.deepEqual(await started.findings("cards/card.yaml"), []);
  });

  it("goes on without a file that vanishes while others are read", async () => {
    for (let number = 10; number < 60; number++) started.write(`${number}.yaml`, "a: 1\n");
    started.write("z.yaml", card());
    started.write("zz.yaml", card().replace("scorer", "other"));
    let isThere = true;
    const progress = () => {
      if (isThere) started.remove("zz.yaml");
      isThere = false;
    };
    const { output, status, notes } = await started.run("check", { progress });
    assert.deepEqual([output, notes, status], ["1 document checked: 0 errors, 0 warnings, 0 information.\n", [], 0]);
  });

  it("stops when somebody wants that, and writes nothing", async () => {
    for (const number of [1, 2, 3]) started.write(`${number}.yaml`, card().replace("scorer", `scorer-${number}`));
    const stop = new AbortController();
    for (const words of ["check", "report --out report.html", "soa --write"]) {
      const { output, notes, status } = await started.run(words, { signal: stop.signal, progress: () => stop.abort() });
      assert.deepEqual([output, status], ["", 130], words);
      assert.match(notes.join(), /^clausewise: Reading files: stopped at 3 of 3\. Nothing was printed or written\.$/);
    }
    assert.deepEqual(await started.run("check"), { output: "3 documents checked: 0 errors, 0 warnings, 0 information.\n", notes: [], status: 0 });
  });
});
