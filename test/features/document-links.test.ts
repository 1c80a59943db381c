import assert from "node:assert/strict";
import { documentLinksOf } from "../../src/features/document-links";
import { opened, ROOT } from "./opened";

/** The links of the first file as `words → target`, with these other files on disk. */
async function links(files: Readonly<Record<string, string>>, onDisk: readonly string[] = [], pages = true): Promise<string[]> {
  const context = opened(files, { pages });
  const uri = `${ROOT}/${Object.keys(files)[0]}`;
  const { lines, text } = context.index.get(uri)?.readings.document ?? assert.fail("the file is held");
  const found = await documentLinksOf(context, uri, (uris) => Promise.resolve(uris.filter((one) => onDisk.includes(one.slice(ROOT.length + 1)))));
  return found.map(({ range, target }) => `${text.slice(lines.offsetAt(range.start), lines.offsetAt(range.end))} → ${target}`);
}

describe("a link", () => {
  it("leads from an id to the line that gives it", async () => {
    const files = { "card.yaml": 'kind: model-card\nlinks:\n  risks: [R-1, "R-2", R-9]\n', "risks.yaml": "kind: security-risk\nrisks:\n  - id: R-1\n  - id: R-2\n" };
    assert.deepEqual(await links(files), [`R-1 → ${ROOT}/risks.yaml#L3,9-L3,12`, `R-2 → ${ROOT}/risks.yaml#L4,9-L4,12`]);
  });

  it("leads to files that are there, beside the document first, and to no others", async () => {
    const card = "kind: model-card\nevaluation:\n  metrics:\n    - name: auc\n      evidence: 'reports/m.json#/auc'\n    - name: f1\n      evidence: gone.json\ntraining_data:\n  datasets:\n    - source: data/train.csv#L2\n";
    assert.deepEqual(await links({ "cards/a.yaml": card }, ["reports/m.json", "cards/reports/m.json", "data/train.csv"]), [
      `reports/m.json#/auc → ${ROOT}/cards/reports/m.json`,
      `data/train.csv#L2 → ${ROOT}/data/train.csv#L2`,
    ]);
  });

  it("leads from a control to the page of its clause, where the client has pages", async () => {
    const soa = { "soa.yaml": "kind: statement-of-applicability\nstandard: iso27001\nentries:\n  - control: A.5.7\n  - control: iso27001:A.99.1\n" };
    assert.deepEqual(await links(soa), ["A.5.7 → clausewise:/iso27001/A.5.7"]);
    assert.deepEqual(await links(soa, [], false), []);
  });

  it("is not drawn in files that are none of ours", async () => {
    assert.deepEqual(await links({ "a.yaml": "evidence: b.json\n" }, ["b.json"]), []);
  });
});
