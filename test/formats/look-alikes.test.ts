import assert from "node:assert/strict";
import type { Language } from "../../src/documents/document";
import { recognised } from "./read";

/** Files that only look like ours, by the kind or format that somebody could take them for: path, text, language. */
const OTHERS: Readonly<Record<string, readonly (readonly [path: string, text: string, language: Language])[]>> = {
  "model cards": [
    ["models/model_card.md", "# Model card component\n\n## Props\n\n- title\n\n## Usage\n\n```jsx\n<ModelCard />\n```\n\n## Styling\n\nCSS variables\n", "markdown"],
    ["model_card.yaml", "models:\n  XGBoost:\n    type: XGBClassifier\n    params: { n_jobs: -1 }\n  Forest:\n    type: RandomForestClassifier\n    params: {}\n", "yaml"],
    ["model_card.json", '{ "training_rows": 8665, "holdout_rows": 835, "seed": 7 }', "json"],
    ["model_card_schema.json", '{ "model_name": { "type": "string", "description": "How it is called" }, "intended_use": { "type": "string" }, "limitations": { "type": "array" } }', "json"],
    ["models/orders.yml", "version: 2\nmodels:\n  - name: orders\n    description: One row per order\n    meta: { owner: Sales, license: internal }\n", "yaml"],
    ["cards/dragon.model-card.json", '{ "name": "Dragon", "attack": 7, "rarity": "epic", "description": "Breathes fire" }', "json"],
  ],
  "Hugging Face cards": [
    ["docs/api.md", "---\nopenapi: 3.1.0\ninfo:\n  title: Parcels\n  license: { name: MIT }\ntags: [parcels]\n---\n# Parcels API\n", "markdown"],
    ["_posts/2026-01-01-release.md", "---\nlayout: post\ntitle: A release\ndate: 2026-01-01\ncategories: [news]\nlicense: CC-BY-4.0\n---\nOut now.\n", "markdown"],
    ["README.md", "---\ntitle: Sorter\nemoji: 📦\ncolorFrom: blue\nsdk: gradio\nsdk_version: 5.0.0\napp_file: app.py\nlicense: mit\n---\n# A demo\n", "markdown"],
    ["docs/models.md", "---\nsidebar_position: 3\ndescription: The models of the database\ntags: [models, dbt]\n---\n# Models\n", "markdown"],
  ],
  "bills of materials and toolkit cards": [
    ["bom.json", '{ "bomFormat": "CycloneDX", "specVersion": "1.6", "components": [{ "type": "application", "name": "shop" }, { "type": "data", "name": "photos" }] }', "json"],
    ["aibom.json", '{ "bomFormat": "AIBOM", "specVersion": "1.0", "aiSystems": [{ "name": "bot", "purpose": "support", "risks": ["leaks"] }] }', "json"],
    ["person.json", '{ "model_details": { "height": 181, "agency": "North" }, "shoots": [] }', "json"],
  ],
  "impact assessments": [
    ["docs/impact-assessment.md", "# Impact assessment: move to PostgreSQL 17\n\n## Affected tables\n\norders, parcels\n\n## Downtime\n\nTen minutes.\n\n## Rollback\n\nRestore the snapshot.\n\n## Risks\n\nLocks.\n\n## Monitoring\n\nGrafana.\n", "markdown"],
    ["docs/dpia-guide.md", "# DPIA guide\n\n## When you need one\n\na\n\n## Who writes it\n\nb\n\n## How to begin\n\nc\n\n## Where to file it\n\nd\n", "markdown"],
    ["faq.yaml", "contents:\n  - question: How do I log in?\n    reply: With your key.\n  - question: How do I log out?\n    reply: You do not.\n", "yaml"],
    ["quiz.json", '{ "name": "Quiz", "contents": [{ "title": "Capitals", "answer": "Paris" }] }', "json"],
    ["survey.json", '{ "data": { "question1": "item1-3", "question2": "item2-0", "comment": "x" }, "currentPage": 2 }', "json"],
    ["progress.json", '{ "completed-lessons": 4, "completed-2024": "Yes", "elaboration": "none" }', "json"],
    ["aia.json", '{ "institute": "AIA", "chapters": ["North", "South"], "impact": "high" }', "json"],
  ],
  "risk registers": [
    ["game/risk.yaml", "risk:\n  difficulty: hard\n  likelihood_of_rain: 0.2\n  severity: 3\n", "yaml"],
    ["bot/risks.yaml", "risks:\n  - name: stop loss\n    max_drawdown: 0.1\n  - name: position size\n    max_drawdown: 0.02\n", "yaml"],
    ["rbac/risks.yaml", "- id: 1000\n  name: Pod exec\n  category: Escalation\n  risk_level: Critical\n  resources: [pods/exec]\n  verbs: [create]\n- id: 1001\n  name: Secrets\n  category: Disclosure\n  risk_level: High\n  resources: [secrets]\n  verbs: [get]\n", "yaml"],
    ["ideas/risks.yaml", "- text: Prices go up\n- text: A rival comes\n", "yaml"],
    ["tests/llm-tests.yaml", "- id: t1\n  name: refuses a secret\n  category: safety\n  severity: high\n  expected: refusal\n- id: t2\n  name: translates\n  category: quality\n  severity: low\n  expected: text\n", "yaml"],
    ["scan.json", '{ "results": [{ "id": "CVE-1", "title": "Overflow", "severity": "high", "status": "open" }] }', "json"],
    ["docs/risk-matrix.md", "# Risk matrix\n\n| Likelihood | Description |\n|---|---|\n| 1 | Rare – only in exceptional circumstances |\n| 2 | Unlikely – could happen at some time |\n| 3 | Possible – might happen in a year |\n", "markdown"],
    ["exports/risk-prices.csv", "date,ticker,risk\n2026-01-01,ABC,0.2\n2026-01-02,ABC,0.3\n", "csv"],
    ["exports/risks.csv", "lat,lon,risk\n1.2,3.4,0.5\n5.6,7.8,0.9\n", "csv"],
    ["exports/risk_register.csv", "store,till,register\n1,2,open\n3,4,closed\n", "csv"],
  ],
  "threat models": [
    ["compose.yaml", "services:\n  api:\n    image: shop/api\n    trust_zone: internal\nnetworks:\n  default: {}\n", "yaml"],
    ["deploy.yaml", "title: Shop\ntechnical_assets:\n  api: { cpu: 2 }\ndata_assets:\n  orders: { size: 2Gi }\n", "yaml"],
    ["hardening.yaml", "security_requirements:\n  - Two factors\n  - Signed images\n", "yaml"],
    ["summary.json", '{ "summary": { "title": "Sales" }, "detail": { "diagrams": 4 } }', "json"],
    ["openapi.yaml", "openapi: 3.0.0\ninfo: { title: Threats, version: '1' }\npaths: { /threats: {} }\ncomponents: { schemas: { Threat: { type: object } } }\n", "yaml"],
    ["zones.json", '{ "scope": "eu", "trust_zones": ["a"], "data_flows": [] }', "json"],
    ["plan.json", '{ "plan": { "metadata": {}, "milestones": [] }, "risks": ["late"] }', "json"],
  ],
  "statements of applicability": [
    ["docs/soa.md", "# Structure of arrays\n\n| Layout | Cache | Cycles |\n|---|---|---|\n| SoA | yes | 5.1 |\n| AoS | no | 9.3 |\n", "markdown"],
    ["soa.csv", "zone,serial,refresh\nexample.com,2026010101,3600\nexample.org,2026010102,7200\n", "csv"],
    ["soa.yaml", "ttl: 3600\nsoa:\n  primary: ns1.example.com\n  serial: 2026010101\n", "yaml"],
  ],
  "catalogues with references": [["_docs/rfc.md", "---\ntitle: Retries\nrfc_references: [RFC-7231, RFC-9110]\n---\n# Retries\n", "markdown"]],
};

describe("a file that only looks like a document", () => {
  for (const [what, files] of Object.entries(OTHERS)) {
    it(`is left alone: ${what}`, () => {
      for (const [path, text, language] of files) assert.equal(recognised(path, text, language).kind, undefined, `${path}: ${text.slice(0, 70)}`);
    });
  }
});
