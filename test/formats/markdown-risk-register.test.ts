import assert from "node:assert/strict";
import { scaleRating } from "../../src/formats/values";
import { defaultMatrix } from "../../src/kinds/profile";
import { assertMarked, check, findingsOf, fixed } from "../rules/checked";
import { read, recognised, said, wordsAt } from "./read";

const path = "docs/risk-register.md";
const setting = { language: "markdown", path } as const;
const risksOf = (text: string) => Object.fromEntries(Object.entries(said(read(path, text))).filter(([name]) => name.startsWith("risks")));

const WIDE = `# Risk register: Parcel sorter

Likelihood and impact are rated 1–5.

| # | Risk | L | I | Score | Level | Treatment | Owner | Status |
|---|---|---|---|---|---|---|---|---|
| R1 | Labels are swapped | 2 | 3 | 6 | Medium (2) | Mitigate: scan twice | Depot lead | Open (since May) |
| **Machines** | | | | | | | | |
| R2 | Camera fails | 3 | 4 | 12 | 🔴 High | Accept | — | ✅ Closed |

## Scale

| Score | Likelihood | Impact |
|---|---|---|
| 1 | Rare | Minor |
| 5 | Certain | Severe |
`;

describe("a Markdown risk register", () => {
  it("is read from one wide table, without its sections, scales and bands", () => {
    assert.deepEqual(risksOf(WIDE), {
      "risks[0].id": "R1",
      "risks[0].title": "Labels are swapped",
      "risks[0].likelihood": "2",
      "risks[0].consequence": "3",
      "risks[0].level": "Medium (2)",
      "risks[0].treatment.option": "modify",
      "risks[0].treatment.actions[0].what": "scan twice",
      "risks[0].owner": "Depot lead",
      "risks[0].status": "open",
      "risks[1].id": "R2",
      "risks[1].title": "Camera fails",
      "risks[1].likelihood": "3",
      "risks[1].consequence": "4",
      "risks[1].level": "🔴 High",
      "risks[1].treatment.option": "retain",
      "risks[1].owner": "empty",
      "risks[1].status": "closed",
    });
    assert.equal(wordsAt(read(path, WIDE), "risks[0].treatment.actions[0].what"), "scan twice");
  });

  it("is read from a heading per risk, with bullets or with a table of what is and what is left", () => {
    const bullets = "# Risk register\n\n## R-1 – Labels are swapped\n\n- **Probability:** High\n- **Severity:** Low\n- **Response:** Scan twice\n- **Target date:** 2027-01-31\n";
    assert.deepEqual(risksOf(bullets), {
      "risks[0].id": "R-1",
      "risks[0].title": "Labels are swapped",
      "risks[0].likelihood": "High",
      "risks[0].consequence": "Low",
      "risks[0].treatment.actions[0].what": "Scan twice",
      "risks[0].due": "2027-01-31",
    });
    const tables = "# Risk register\n\n### RK1 - Camera fails\n\nThe belt stops.\n\n| | Likelihood | Impact |\n|---|---|---|\n| Inherent | 4 | 5 |\n| Residual | 2 | 4 |\n";
    assert.deepEqual(risksOf(tables), {
      "risks[0].id": "RK1",
      "risks[0].title": "Camera fails",
      "risks[0].likelihood": "4",
      "risks[0].consequence": "5",
      "risks[0].residual.likelihood": "2",
      "risks[0].residual.consequence": "4",
      "risks[0].description": "The belt stops.",
    });
  });

  it("joins a second table by id", () => {
    const text = "# Risk register\n\n| ID | Risk | Likelihood |\n|---|---|---|\n| R1 | Labels | High |\n\n## Owners\n\n| ID | Owner | Due |\n|---|---|---|\n| R1 | Depot lead | 2027-01-31 |\n";
    assert.deepEqual(risksOf(text), { "risks[0].id": "R1", "risks[0].title": "Labels", "risks[0].likelihood": "High", "risks[0].owner": "Depot lead", "risks[0].due": "2027-01-31" });
  });

  it("is read from bullets that go on with their mitigation", () => {
    const text = "# Risk register\n\n## Safety risks\n\n- A parcel falls. Mitigation: nets below the belt.\n- A belt jams. Mitigation: stop button.\n";
    assert.deepEqual(risksOf(text), {
      "risks[0].title": "A parcel falls",
      "risks[0].treatment.actions[0].what": "nets below the belt.",
      "risks[0].category": "safety",
      "risks[1].title": "A belt jams",
      "risks[1].treatment.actions[0].what": "stop button.",
      "risks[1].category": "safety",
    });
  });

  it("takes “Impact” for a rating in one file and for prose in the next", () => {
    const text = "# Risk register\n\n| Risk | Severity | Impact |\n|---|---|---|\n| Labels | High | Parcels go to the wrong town and come back |\n";
    assert.deepEqual(risksOf(text), { "risks[0].title": "Labels", "risks[0].consequence": "High", "risks[0].description": "Parcels go to the wrong town and come back" });
  });

  it("may be written in other languages", () => {
    const text = "# Sổ đăng ký rủi ro\n\n| Mã | Rủi ro | P | I | Score | Mức độ | Chiến lược ứng phó |\n|---|---|---|---|---|---|---|\n| R-01 | Nhãn sai | 0.5 | 0.7 | 0.35 | Cao | Mitigate: quét hai lần |\n";
    const found = risksOf(text);
    assert.equal(found["risks[0].title"], "Nhãn sai");
    assert.equal(found["risks[0].treatment.option"], "modify");
  });

  it("is told of a wrong product, and gets the right one", () => {
    const marked = WIDE.replace("| 3 | 4 | 12 |", "| 3 | 4 | ⟦15⟧ |");
    const [finding] = assertMarked("score-not-product", marked, setting);
    assert.match(fixed(marked, finding?.fixes[0]), /\| 3 \| 4 \| 12 \|/);
    assert.deepEqual(findingsOf("score-not-product", WIDE, setting), []);
  });

  it("is held to the workspace's matrix where its words or numbers are certain, and to none other", () => {
    const matrix = { ...defaultMatrix, table: defaultMatrix.table.map((row) => [...row]) };
    const text = "# Risk register (1–5)\n\n| Risk | Likelihood | Impact | Level |\n|---|---|---|---|\n| Labels | 3 | Severe | Low |\n| Camera | Possible | 5 | High |\n";
    const [finding, ...more] = findingsOf("level-not-from-matrix", text, { ...setting, profile: { matrix } });
    assert.match(finding?.message ?? "", /“high”, not “low”/);
    assert.deepEqual(more, []);
    assert.deepEqual(findingsOf("level-not-from-matrix", text, setting), []);
  });

  it("is told of gaps once, and gets columns for them", () => {
    const text = "# Risk register\n\n| Risk | Likelihood | Impact |\n|---|---|---|\n| Labels | High | Low |\n| Camera | Low | High |\n";
    const found = check(text, setting);
    assert.deepEqual(found.map((one) => one.rule), ["missing-essentials"]);
    const repaired = fixed(text, found[0]?.fixes[0]);
    assert.match(repaired, /\| Risk \| Likelihood \| Impact \| Risk owner \| Option \|\n/);
    assert.match(repaired, /\| Labels \| High \| Low \| TODO \| TODO \|\n/);
  });

  it("takes no scale for risks, whatever its columns are called", () => {
    const text = "# Risk register\n\n## Scale\n\n| Level | Description | Impact | Probability |\n|---|---|---|---|\n| Minor | Small loss | 1 | 10% |\n| Major | Great loss | 4 | 40% |\n\n## Risk assessment matrix\n\n**Likelihood:** 1 (Rare) to 5 (Certain)\n**Impact:** 1 (Minor) to 5 (Severe)\n\n## Risks\n\n| Risk | Impact |\n|---|---|\n| Labels | High |\n";
    assert.deepEqual(risksOf(text), { "risks[0].title": "Labels", "risks[0].consequence": "High" });
  });

  it("reads measures that stand in a list below their key, and an impact in prose beside the rating", () => {
    const text = "# 风险登记表\n\n### 1. 成本超预期\n\n- **影响**：项目不可持续\n- **严重程度**：中等\n- **概率**：60%\n- **应对措施**：\n  - 模型分层\n  - 缓存\n";
    assert.deepEqual(risksOf(text), {
      "risks[0].id": "1",
      "risks[0].title": "成本超预期",
      "risks[0].impact": "项目不可持续",
      "risks[0].consequence": "中等",
      "risks[0].likelihood": "60%",
      "risks[0].treatment.actions[0].what": "模型分层\n\n缓存",
    });
  });

  it("is read from bullets that name a risk before a colon, where the title says that it is a register", () => {
    const bullets = "- Numerical drift: fixed seeds and a schema\n- Supply chain: signed packages only\n";
    assert.deepEqual(risksOf(`# Risk register\n\n${bullets}`), {
      "risks[0].title": "Numerical drift",
      "risks[0].treatment.actions[0].what": "fixed seeds and a schema",
      "risks[1].title": "Supply chain",
      "risks[1].treatment.actions[0].what": "signed packages only",
    });
    assert.equal(recognised("docs/risks.md", `# How we assess risks\n\n${bullets}`).kind, undefined);
  });

  it("is held to its own bands, before any other matrix", () => {
    const text = "# Risk register\n\n| Score | Level |\n|---|---|\n| 1–5 | Low |\n| 6–11 | Moderate |\n| 12+ | High |\n\n| Risk | Likelihood (1–5) | Impact (1–5) | Score | Level |\n|---|---|---|---|---|\n| Labels | 2 | 3 | 6 | ⟦Low⟧ |\n| Camera | 3 | 4 | 12 | High |\n| Belt | 2 | 4 | 8 | Medium |\n| Door | 1 | 2 | 2 | Low |\n";
    const matrix = { ...defaultMatrix, table: defaultMatrix.table.map((row) => [...row]) };
    const [finding, ...more] = assertMarked("level-not-from-matrix", text, { ...setting, profile: { matrix } });
    assert.deepEqual(more, []);
    assert.match(finding?.message ?? "", /^A score of 6 is “Moderate” on the scale of this file, not “Low”/);
    assert.match(fixed(text, finding?.fixes[0]), /\| 6 \| Moderate \|/);
  });

  it("is held to its own matrix, whichever side is which", () => {
    const grid = (corner: string, rows: string) => `# Risk register\n\n| ${corner} | Low | High |\n|---|---|---|\n${rows}\n| Risk | Likelihood | Impact | Level |\n|---|---|---|---|\n| Labels | Low | High | Medium |\n| Camera | High | Low | Low |\n| Belt | High | High | High |\n`;
    const rows = "| Low | Low | Medium |\n| High | Low | High |\n";
    assert.deepEqual(findingsOf("level-not-from-matrix", grid("Likelihood ↓ / Impact →", rows), setting), []);
    assert.deepEqual(findingsOf("level-not-from-matrix", grid("Impact \\\\ Likelihood", rows.replace("Low | Medium", "Low | Low").replace("High | Low", "High | Medium")), setting), []);
    const [wrong] = findingsOf("level-not-from-matrix", grid("Likelihood / Impact", rows.replace("Low | Low | Medium", "Low | Low | High")), setting);
    assert.match(wrong?.message ?? "", /^Where “Low” and “High” meet is “High”/);
  });

  it("says nothing of a scale that half of its risks do not follow", () => {
    const text = "# Risk register\n\n| Score | Level |\n|---|---|\n| 1–5 | Low |\n| 6–25 | High |\n\n| Risk | Likelihood | Impact | Level |\n|---|---|---|---|\n| Labels | 2 | 4 | Low |\n| Camera | 1 | 2 | High |\n| Belt | 1 | 4 | Low |\n";
    assert.deepEqual(findingsOf("level-not-from-matrix", text, setting), []);
  });

  it("reads digits of every script in ratings, scores, bands and days", () => {
    const register = (likelihood: string, impact: string, score: string, due: string) => `# Risks\n\n| ID | Risk | Likelihood | Impact | Score | Due |\n|---|---|---|---|---|---|\n| R1 | Labels are swapped | ${likelihood} | ${impact} | ${score} | ${due} |\n| R2 | Foil | 5 | 5 | 25 | |\n`;
    for (const [likelihood, impact, score, due] of [["2", "3", "7", "2026-09-01"], ["۲", "۳", "۷", "۲۰۲۶-۰۹-۰۱"], ["٢", "٣", "٧", "٢٠٢٦-٠٩-٠١"], ["２", "３", "７", "２０２６－０９－０１"], ["२", "३", "७", "२०२६-०९-०१"]] as const) {
      const text = register(likelihood, impact, score, due);
      assert.equal(said(read("risks.md", text))["risks[0].due"], "2026-09-01", due);
      const [found, ...more] = findingsOf("score-not-product", text, { language: "markdown", path: "risks.md" });
      assert.ok(found && more.length === 0, likelihood);
      assert.equal(text.slice(found.span.start, found.span.end), score);
    }
  });

  it("knows levels in Persian, Arabic and Korean", () => {
    for (const [written, word] of [["کم", "low"], ["متوسط", "medium"], ["بحرانی", "critical"], ["منخفض", "low"], ["عالي", "high"], ["낮음", "low"], ["높음", "high"], ["매우 높음", "critical"]] as const) assert.equal(scaleRating(written)?.word, word, written);
  });

  it("is no table that explains the numbers of a rating", () => {
    const text = "# Risk register\n\n| Likelihood | Description |\n|---|---|\n| 1 | Rare – only exceptionally |\n| 2 | Unlikely – at some time |\n| 3 | Possible – within a year |\n\n| ID | Risk | Likelihood | Inherent |\n|---|---|---|---|\n| R1 | Labels are swapped | 2 | High |\n";
    const all = said(read("risk-register.md", text));
    assert.deepEqual(all, { title: "Risk register", "risks[0].id": "R1", "risks[0].title": "Labels are swapped", "risks[0].likelihood": "2", "risks[0].level": "High" });
  });

  it("takes a passage below “Register” for what it is about, and not for its title", () => {
    const text = "# Risks of the depot\n\n## Register\n\nThis register brings together what can happen to the sorting of parcels in the depot, day and night.\n\n| ID | Risk | Likelihood | Impact |\n|---|---|---|---|\n| R1 | Foil | 2 | 3 |\n";
    const all = said(read("risk-register.md", text));
    assert.match(String(all["scope"]), /^This register/);
  });
});
