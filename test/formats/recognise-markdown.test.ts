import assert from "node:assert/strict";
import { mayBeDocument } from "../../src/formats/glance";
import { recognised } from "./read";

/** Files of the formats: path, text, format. */
const OURS: readonly (readonly [path: string, text: string, format: string])[] = [
  ["MODEL_CARD.md", "# Model Card\n\n## Intended use\n\nSort parcels.\n", "markdown-model-card"],
  ["docs/model_card.md", "## Zweck\n\nx\n\n## Einschränkungen\n\ny\n\n## Trainingsdaten\n\nz\n", "markdown-model-card"],
  ["notes/about.md", "# Model Card: Sorter\n\n## Intended use\n\na\n\n## Limitations\n\nb\n\n## Training data\n\nc\n", "markdown-model-card"],
  ["README.md", "---\nlicense: mit\npipeline_tag: image-classification\n---\n# Sorter\n", "hugging-face-model"],
  ["README.md", "---\nlicense: apache-2.0\n---\n# Sorter\n", "hugging-face-model"],
  ["README.md", "---\nlicense: mit\ntask_categories: [image-classification]\n---\n# Photos\n", "hugging-face-dataset"],
  ["docs/risk-register.md", "# Risk register\n\n| ID | Risk | Likelihood | Impact |\n|---|---|---|---|\n| R1 | Labels are swapped | 2 | 3 |\n", "markdown-risk-register"],
  ["docs/risk_register.md", "# Risks\n\n## R1: Labels are swapped\n\n- **Likelihood:** high\n- **Impact:** low\n- **Owner:** Depot lead\n", "markdown-risk-register"],
  ["docs/ai-impact-assessment.md", "# AI impact assessment\n\n## Purpose\n\na\n\n## Who is affected\n\nb\n\n## Human oversight\n\nc\n", "markdown-impact-assessment"],
  ["docs/dpia.md", "# DPIA\n\n## Description of the processing\n\na\n\n## Necessity and proportionality\n\nb\n\n## Data subjects\n\nc\n", "markdown-impact-assessment"],
  ["SoA.md", "# Statement of Applicability\n\n| Control | Applicable | Justification |\n|---|---|---|\n| A.5.1 | Yes | x |\n| A.5.2 | Yes | y |\n| A.5.3 | No | z |\n", "markdown-statement-of-applicability"],
  ["_risks/ri-1.md", "---\nsequence: 1\ntitle: Leak\nlayout: risk\niso-42001_references: [A-6-2-4]\n---\n## Summary\n\nx\n", "finos-entry"],
];

/** Files that only look like ours: path and text. */
const OTHERS: readonly (readonly [path: string, text: string])[] = [
  ["models/orders.md", "---\nversion: 2\nmodels:\n  - name: orders\n    description: One row per order\n---\n{% docs orders %}\n"],
  ["docs/api.md", "---\nopenapi: 3.1.0\ntitle: Parcels\nlicense: MIT\nversion: 1.0.0\n---\n# API\n"],
  ["game/risk.md", "# Risk settings\n\n| Territory | Armies |\n|---|---|\n| Alaska | 3 |\n"],
  ["game/risks.md", "# Risks\n\n| Name | Damage | Cooldown |\n|---|---|---|\n| Fireball | 30 | 4 |\n"],
  ["docs/impact-assessment.md", "# Impact assessment: database migration\n\n## Affected tables\n\norders\n\n## Downtime\n\nnone\n\n## Rollback\n\nrestore\n\n## Risks\n\nlocks\n"],
  ["docs/IMPACT_ASSESSMENT.md", "# Impact Assessment extension\n\nThe method `resolveImpactAssessmentUrl` returns the page.\n\n## Usage\n\ncall it\n"],
  ["impact-assessment.md", "# Impact Assessment – change request\n\n## Requests\n\n| # | Request | Verdict |\n|---|---|---|\n| 1 | Confirm before deleting data | done |\n"],
  ["tests/llm.md", "# Model tests\n\n- gpt: summarises a mail\n- llama: translates a page\n"],
  ["README.md", "# Sorter\n\nA library.\n\n## Installation\n\nnpm install\n\n## License\n\nMIT\n\n## Limitations\n\nnone\n"],
  ["README.md", "---\ntitle: Demo\nemoji: 🎈\nsdk: gradio\napp_file: app.py\nlicense: mit\n---\n# Demo\n"],
  ["_posts/2026-01-01-cards.md", "---\nlayout: post\ntitle: Model cards\ndate: 2026-01-01\ntags: [ai]\n---\nWhy we write model cards.\n"],
  ["docs/soa.md", "# Struct of arrays\n\n| Layout | Fast | Notes |\n|---|---|---|\n| SoA | yes | 5.1 ns |\n| AoS | no | 9.3 ns |\n"],
  ["docs/soa.md", "# Service-oriented architecture\n\n## Services\n\n- orders\n- parcels\n"],
  ["governance/risk-register.md", "---\ntitle: Risk Register\ntype: placeholder\n---\n# Risk Register\n\n## Contents\n\nReserved.\n"],
  ["docs/model-card-guide.md", "# Model card guide\n\nHow to write one.\n\n## Before you begin\n\nRead.\n"],
  ["docs/guide.md", "# Model card template\n\n## Intended use\n\nSay what.\n\n## Limitations\n\nSay which.\n\n## Training data\n\nSay where.\n"],
  ["policies/risk-assessment.md", "# Risk assessment policy\n\n## Purpose\n\nWe assess risks.\n\n| Level | Action |\n|---|---|\n| High | Now |\n| Low | Later |\n"],
  ["tables/controls-xref-risks.md", "| Control ID | Control | Risk ID | Risk title |\n|---|---|---|---|\n| c1 | Test | r1 | Leak |\n| c2 | Train | r2 | Theft |\n"],
  ["cards/pokemon-model-card.md", "# Pikachu\n\nElectric.\n"],
  ["docs/theme.md", "---\nlicense: MIT\ndescription: A theme\ntags: [blog]\n---\n# Theme\n"],
  ["docs/usecase.md", "---\nlayout: usecase\ntitle: Lending\nrelated_risks: [ri-1]\neu-ai-act_references: [c2-a5]\n---\n"],
  ["CHANGELOG.md", "# Changelog\n\n## 1.0.0\n\n- Model card added\n"],
];

describe("recognition of Markdown", () => {
  it("knows the formats by name and content, or by marks of their own", () => {
    for (const [path, text, format] of OURS) {
      assert.equal(recognised(path, text).format?.id, format, `${path}: ${text.slice(0, 60)}`);
      assert.ok(mayBeDocument(path, text), `a glance at ${path}`);
    }
  });

  it("claims nothing that only looks like them", () => {
    for (const [path, text] of OTHERS) assert.equal(recognised(path, text).kind, undefined, `${path}: ${text.slice(0, 60)}`);
  });

  it("reads a file as the kind that a person, a comment or a pattern names", () => {
    const text = "# Sorter\n\n## Verwendungszweck\n\nPakete\n";
    assert.equal(recognised("a.md", text, "markdown", { forced: "model-card" }).format?.id, "markdown-model-card");
    assert.equal(recognised("a.md", text, "markdown", { pattern: "model-card" }).format?.id, "markdown-model-card");
    assert.equal(recognised("a.md", `<!-- clausewise: kind=model-card -->\n${text}`).format?.id, "markdown-model-card");
    assert.equal(recognised("MODEL_CARD.md", `<!-- clausewise: kind=none -->\n# Model card\n\n## Limitations\n\nx\n`).kind, undefined);
  });
});
