import assert from "node:assert/strict";
import { check, findingsOf, fixed } from "../rules/checked";
import { read, said, wordsAt } from "./read";

const CARD = `# Model Card: Parcel sorter

| | |
|---|---|
| Version | 1.2.0 |
| Owner | Logistics analytics |

## 1. 🎯 Intended use

- **Primary:** Sort parcels by size
- **Not for:** Weighing parcels

## 2. Training data

40,000 photos from our own depots.

## 3. Metrics

| Metric | Value | Target |
|---|---:|---:|
| Accuracy | 97.1% | 95% |
| Recall | TBD | 0.9 |

## 4. Limitations and biases

- Poor on transparent foil
- Few photos from the north

## 5. Ethical considerations

## 6. Colour of the depot

Yellow.
`;

describe("a Markdown model card", () => {
  it("is read into the canonical fields", () => {
    const reading = read("docs/model_card.md", CARD);
    assert.equal(reading.format.id, "markdown-model-card");
    assert.deepEqual(said(reading), {
      version: "1.2.0",
      "owners[0].name": "Logistics analytics",
      "intended_use.primary_uses": ["Sort parcels by size"],
      "intended_use.out_of_scope_uses": ["Weighing parcels"],
      "training_data.datasets[0].source": "40,000 photos from our own depots.",
      "evaluation.metrics[0].name": "Accuracy",
      "evaluation.metrics[0].value": 0.971,
      "evaluation.metrics[0].threshold": 0.95,
      "evaluation.metrics[1].name": "Recall",
      "evaluation.metrics[1].value": "placeholder",
      "evaluation.metrics[1].threshold": 0.9,
      limitations: ["Poor on transparent foil", "Few photos from the north"],
      "ethical_considerations[0].name": "empty",
      name: "Parcel sorter",
    });
    assert.equal(wordsAt(reading, "evaluation.metrics[0].value"), "97.1%");
    assert.deepEqual(reading.unmapped.map((one) => one.name.text), ["6. Colour of the depot"]);
  });

  it("is told of defects one by one and of gaps once", () => {
    const found = check(CARD, { language: "markdown", path: "docs/model_card.md" }).map((one) => [one.rule, CARD.slice(one.span.start, one.span.end)]);
    assert.deepEqual(found, [["placeholder", "TBD"], ["empty-field", "5. Ethical considerations"]]);
    const [gap] = findingsOf("missing-essentials", CARD.replace("| Version | 1.2.0 |\n", "").replace("- **Not for:** Weighing parcels\n", ""), { language: "markdown", path: "MODEL_CARD.md" });
    assert.equal(gap?.severity, "information");
    assert.equal(gap?.message, "10 of 12 essential fields are here. Missing: version and out-of-scope uses.");
  });

  it("gets what is missing in its own manner: a row in its table, a section with the next number", () => {
    const text = CARD.replace("| Version | 1.2.0 |\n", "").replace("- **Not for:** Weighing parcels\n", "");
    const [gap] = findingsOf("missing-essentials", text, { language: "markdown", path: "MODEL_CARD.md" });
    const repaired = fixed(text, gap?.fixes[0]);
    assert.match(repaired, /\| Owner \| Logistics analytics \|\n\| Version \| TODO: .+ \|\n/);
    assert.match(repaired, /Yellow\.\n\n## 7\. Out-of-scope uses\n\nTODO: .+\n$/);
    assert.deepEqual(findingsOf("missing-essentials", repaired, { language: "markdown", path: "MODEL_CARD.md" }), []);
  });

  it("says in a sentence what it is not for, when no heading does", () => {
    const reading = read("MODEL_CARD.md", "# Model card\n\n## Intended use\n\nIt ranks parcels. It must not be used to weigh them.\n");
    assert.deepEqual(said(reading)["intended_use.out_of_scope_uses"], ["It must not be used to weigh them."]);
  });

  it("may be written in other languages", () => {
    const german = read("model-card.md", "# Modellkarte: Paketsortierer\n\n## Verwendungszweck\n\nPakete sortieren\n\n## Nicht vorgesehene Verwendung\n\nWiegen\n\n## Einschränkungen\n\nFolie\n");
    assert.deepEqual(said(german), { "intended_use.primary_uses": ["Pakete sortieren"], "intended_use.out_of_scope_uses": ["Wiegen"], limitations: ["Folie"], name: "Paketsortierer" });
    const chinese = read("model-card.md", "# 模型卡：分拣\n\n## 预期用途\n\n- 分拣包裹\n\n## 禁止用途与限制\n\n- 不得称重\n");
    assert.deepEqual(said(chinese), { "intended_use.primary_uses": ["分拣包裹"], "intended_use.out_of_scope_uses": ["不得称重"], limitations: ["不得称重"], name: "分拣" });
  });

  it("reads a heading as the workspace says", () => {
    const text = "# Model card\n\n## Sinn und Ziel\n\nPakete sortieren\n";
    const reading = read("MODEL_CARD.md", text, "markdown", { names: { "model-card": { "Sinn und Ziel": "intended_use.primary_uses" } } });
    assert.deepEqual(said(reading), { "intended_use.primary_uses": ["Pakete sortieren"] });
  });

  it("finds metrics below a heading that goes on behind the word, and wherever a column or a key is called like one", () => {
    const text = "# Model card: Sorter\n\n## Metrics from the last run\n\n| Metric | Value |\n|---|---|\n| MAE | 2.1 |\n\n## Task 1: sizes\n\n| Model | Test macro-F1 | Verdict |\n|---|---|---|\n| Trees | 0.76 | kept |\n\n## Task 2: towns\n\n- Test PR-AUC: 0.47\n- Towns: 12\n";
    const found = Object.entries(said(read("MODEL_CARD.md", text))).filter(([path]) => /metrics.*(?:name|value)$/.test(path));
    assert.deepEqual(found.map(([, value]) => value), ["MAE", 2.1, "Test macro-F1", 0.76, "Test PR-AUC", 0.47]);
  });

  it("finds its name in the title, with a remark in brackets and an “of” of its own", () => {
    const name = (title: string) => said(read("MODEL_CARD.md", `# ${title}\n\n## Intended use\n\na\n\n## Limitations\n\nb\n`))["name"];
    assert.equal(name("Model Card — Probability of late parcels (PL) (draft)"), "Probability of late parcels");
    assert.equal(name("Model Card for Parcel sorter"), "Parcel sorter");
    assert.equal(name("Model Card (template)"), undefined);
  });

  it("reads several keys on one line, and what a form puts in brackets as a stand-in", () => {
    const found = said(read("MODEL_CARD.md", "# Model card\n\n**Version:** 1.0 | **Date:** 2026-03-01\n\n**Owner:** [Names, affiliations]\n\n## Limitations\n\n[e.g., poor on foil]\n\n## Intended use\n\nSort\n"));
    assert.deepEqual([found["version"], found["version_date"], found["owners[0].name"], found["limitations"]], ["1.0", "2026-03-01", "placeholder", "placeholder"]);
  });

  it("takes what the rows of a table of results are called for metrics", () => {
    const found = said(read("MODEL_CARD.md", "# Model card\n\n## Evaluation summary\n\n| Measurement | Result |\n|---|---|\n| Small fruit | 0.43 |\n"));
    assert.equal(found["evaluation.metrics[0].name"], "Small fruit");
    assert.equal(found["evaluation.metrics[0].value"], 0.43);
  });

  it("reads tables of what is allowed and what is not, side by side or use by use", () => {
    const uses = (table: string) => {
      const all = said(read("MODEL_CARD.md", `# Model card\n\n## Intended use\n\n${table}\n\n## Limitations\n\nFoil\n`));
      return [all["intended_use.primary_uses"], all["intended_use.out_of_scope_uses"]];
    };
    const sides = [["Sort parcels", "Count parcels"], ["Weigh parcels"]];
    for (const [yes, no] of [["Allowed", "Not allowed"], ["Do", "Don’t"], ["In scope", "Out of scope"], ["✅ Intended", "❌ Not intended"], ["Erlaubt", "Nicht erlaubt"], ["Recomendado", "No recomendado"], ["允许", "禁止"], ["Toegestaan", "Niet toegestaan"]] as const) {
      assert.deepEqual(uses(`| ${yes} | ${no} |\n|---|---|\n| Sort parcels | Weigh parcels |\n| Count parcels | |`), sides, yes);
    }
    assert.deepEqual(uses("| Use case | Allowed? | Why |\n|---|---|---|\n| Sort parcels | Yes | tested |\n| Count parcels | ✅ | tested |\n| Weigh parcels | No | no scales |"), sides);
    assert.deepEqual(uses("- ✅ Sort parcels\n- ✅ Count parcels\n- ❌ Weigh parcels"), [["✅ Sort parcels", "✅ Count parcels"], ["❌ Weigh parcels"]]);
  });

  it("takes no columns of a data set for fields, and no table without answers for an answer", () => {
    const columns = "## Data fields\n\n| Field | Type | Description |\n|---|---|---|\n| owner | string | Whose parcel |\n| status | string | Where it is |\n";
    const all = said(read("MODEL_CARD.md", `# Model card\n\n## Intended use\n\n| Question | Answer |\n|---|---|\n| Who | |\n| What for | |\n\n${columns}`));
    assert.equal(all["owners[0].name"], undefined);
    assert.equal(all["status"], undefined);
    assert.notEqual(typeof all["intended_use.primary_uses"], "object");
  });
});
