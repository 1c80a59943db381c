import assert from "node:assert/strict";
import { ALL_MODEL_LIBRARY_KEYS, PIPELINE_TYPES } from "@huggingface/tasks";
import hub from "../../src/formats/hub.json";
import { assertMarked, findingsOf, fixed } from "../rules/checked";
import { read, said } from "./read";

const setting = { language: "markdown", path: "README.md" } as const;

describe("a Hugging Face card", () => {
  it("is read from its front matter and its sections", () => {
    const reading = read(
      "README.md",
      "---\nlicense: mit\nlibrary_name: timm\nbase_model: owner/base\npipeline_tag: image-classification\ndatasets: [depot/photos]\nmodel-index:\n  - name: sorter\n    results:\n      - task: { type: image-classification }\n        dataset: { type: depot, name: Depot photos, split: test }\n        metrics:\n          - { type: accuracy, value: 0.97 }\n---\n# Model Card for Sorter\n\n## Uses\n\n### Direct Use\n\nSort parcels.\n\n### Out-of-Scope Use\n\n[More Information Needed]\n\n## Bias, Risks, and Limitations\n\nFoil.\n",
    );
    assert.equal(reading.format.id, "hugging-face-model");
    assert.deepEqual(said(reading), {
      "design.license": "mit",
      "design.base_model": "owner/base",
      "design.libraries": ["timm"],
      "intended_use.task": "image-classification",
      "intended_use.primary_uses": ["Sort parcels."],
      "intended_use.out_of_scope_uses": "placeholder",
      "training_data.datasets[0].source": "depot/photos",
      "evaluation.metrics[0].name": "accuracy",
      "evaluation.metrics[0].value": 0.97,
      "evaluation.metrics[0].dataset": "Depot photos",
      "evaluation.metrics[0].slice": "test",
      limitations: ["Foil."],
      name: "Sorter",
    });
  });

  it("may carry our own fields in a governance block", () => {
    const reading = read("README.md", "---\nlicense: mit\ntags: [x]\ngovernance:\n  version: 1.2.0\n  owners:\n    - { name: Depot lead, contact: d@example.com }\n  review: { next: 2026-01-31 }\n---\n# Sorter\n");
    assert.equal(said(reading)["owners[0].name"], "Depot lead");
    assert.equal(said(reading)["review.next"], "2026-01-31");
    assertMarked("review-overdue", "---\nlicense: mit\ngovernance:\n  review: { next: ⟦2026-01-31⟧ }\n---\n# Sorter\n", setting);
    assertMarked("hub-metadata", "---\nlicense: mit\ngovernance:\n  ⟦ownerz⟧: x\n---\n# Sorter\n", setting);
  });

  it("of a data set says what a model card asks about data, and is asked for no more", () => {
    const text = "---\nlicense: mit\npretty_name: Photos\ntask_categories: [image-classification]\n---\n# Dataset Card for Photos\n\n## Uses\n\n### Direct Use\n\nTrain sorters.\n\n## Dataset Creation\n\n### Source Data\n\nOur depots.\n";
    const reading = read("README.md", text);
    assert.equal(reading.format.id, "hugging-face-dataset");
    assert.deepEqual(said(reading), {
      name: "Photos",
      "training_data.datasets[0].license_or_consent": "mit",
      "training_data.datasets[0].source": "Our depots.",
      "intended_use.primary_uses": ["Train sorters."],
    });
    const [gap] = findingsOf("missing-essentials", text, setting);
    assert.doesNotMatch(gap?.message ?? "", /metrics|version/);
  });

  it("is told what the Hub does not understand", () => {
    for (const [line, to] of [
      ["license: ⟦Apache-2.0⟧", "apache-2.0"],
      ["license: ⟦Apache License 2.0⟧", "apache-2.0"],
      ["license: mit\npipeline_tag: ⟦text-generaton⟧", "text-generation"],
      ["license: mit\nlibrary_name: ⟦transformer⟧", "transformers"],
      ["license: mit\nlanguage: [en, ⟦German⟧]", "de"],
      ["license: mit\nbase_model: ⟦https://huggingface.co/owner/base⟧", "owner/base"],
    ] as const) {
      const text = `---\n${line}\ntags: [x]\n---\n# Sorter\n`;
      const [finding] = assertMarked("hub-metadata", text, setting);
      assert.ok(fixed(text, finding?.fixes[0]).includes(to), `${line} becomes ${to}`);
    }
    assertMarked("hub-metadata", "---\nlicense: ⟦other⟧\ntags: [x]\n---\n# Sorter\n", setting);
    for (const line of ["license: other\nlicense_name: ours\nlicense_link: LICENSE", "license: cc-by-4.0\nlanguage: [en, zh-CN, fra, multilingual]", "license: mit\nlibrary_name: of-our-own"]) {
      assert.deepEqual(findingsOf("hub-metadata", `---\n${line}\ntags: [x]\n---\n# Sorter\n`, setting), [], line);
    }
  });

  it("is told which part of a result is missing", () => {
    const card = (result: string) => `---\nlicense: mit\nmodel-index:\n  - name: sorter\n    results:\n      - ${result}\n---\n# Sorter\n`;
    assertMarked("hub-results", card("task: { type: x }\n        ⟦dataset⟧: { name: D }\n        metrics:\n          - { ⟦type⟧: acc }"), setting);
    assertMarked("hub-results", card("⟦task⟧: { type: x }\n        dataset: { name: D, type: d }"), setting);
    assert.deepEqual(findingsOf("hub-results", card("task: { type: x }\n        dataset: { name: D, type: d }\n        metrics: [{ type: acc, value: 1 }]"), setting), []);
  });

  it("is held to what the Hub knows today", () => {
    assert.deepEqual(hub.pipelines, [...PIPELINE_TYPES].sort());
    assert.deepEqual(hub.libraries, [...ALL_MODEL_LIBRARY_KEYS].sort());
  });
});
