import assert from "node:assert/strict";
import { Linked } from "./linked";

const card = (lines = "") => `kind: model-card\nid: scorer\nname: Scorer\nversion: 2.1.0\n${lines}`;
const risks = (lines: string, id = "register") => `kind: security-risk\nid: ${id}\nrisks:\n  - { id: R-1, title: Poisoned feed, ${lines} }\n`;
const assessment = (lines = "", version = "2.1.0") => `kind: impact-assessment\nid: assessment\nsystem: { model_card: scorer, version: ${version} }\n${lines}`;
const statement = (entry: string) => `kind: statement-of-applicability\nid: soa\nstandard: iso27001\nentries:\n  - { control: "iso27001:A.8.28", ${entry} }\n`;
const personal = "training_data: { datasets: [{ id: loans, source: A, personal_data: true }] }\n";

/** Two files that contradict each other, and the second one as it must be for both to agree. */
interface Contradiction {
  readonly what: string;
  readonly rule: string;
  /** The file in which it is found. */
  readonly here: readonly [path: string, text: string];
  readonly there: readonly [path: string, text: string, right: string];
  /** True where it is found in the other file too. */
  readonly both: boolean;
  /** How a person gets on from the finding: to the words on the other side, by a repair, or by a sentence that says what is missing where. */
  readonly way: "jump" | "fix" | "sentence";
}

const CONTRADICTIONS: readonly Contradiction[] = [
  { what: "a risk that does not exist", rule: "unknown-reference", here: ["card.yaml", card("links: { risks: [R-01] }\n")], there: ["risks.yaml", risks("status: open"), risks("status: open").replace("R-1", "R-01")], both: false, way: "fix" },
  { what: "an id used twice", rule: "duplicate-id", here: ["a.yaml", risks("status: open", "a")], there: ["b.yaml", risks("status: open", "b"), risks("status: open", "b").replace("R-1", "R-2")], both: true, way: "jump" },
  { what: "a model of people without an assessment", rule: "assessment-missing", here: ["card.yaml", card(personal)], there: ["assessment.yaml", assessment().replace("scorer", "other"), assessment()], both: false, way: "sentence" },
  { what: "an assessment of another version", rule: "assessment-other-version", here: ["card.yaml", card()], there: ["assessment.yaml", assessment("", "1.4.0"), assessment()], both: true, way: "jump" },
  { what: "a use that was not assessed", rule: "use-not-assessed", here: ["card.yaml", card("intended_use: { primary_uses: [Set prices of car insurance] }\n")], there: ["assessment.yaml", assessment("intended_uses: [Ranking of credit applications]\n"), assessment("intended_uses: [Setting car insurance prices]\n")], both: false, way: "jump" },
  { what: "a high harm with neither measure nor risk", rule: "impact-without-measure", here: ["assessment.yaml", assessment("impacts: [{ id: I-1, type: harm, description: Refused, level: high }]\n")], there: ["risks.yaml", risks("status: open"), risks("impact: I-1")], both: false, way: "fix" },
  { what: "an ethical concern with no risk behind it", rule: "concern-without-risk", here: ["card.yaml", card("ethical_considerations: [{ name: Stands in for origin }]\n")], there: ["risks.yaml", risks("model: other"), risks("model: scorer")], both: false, way: "sentence" },
  { what: "a risk of a model that has no card", rule: "unknown-reference", here: ["risks.yaml", risks("model: scorre")], there: ["card.yaml", card(), card().replace("scorer", "scorre")], both: false, way: "fix" },
  { what: "a measure whose control is ruled out", rule: "control-ruled-out", here: ["risks.yaml", risks('treatment: { option: modify, controls: ["iso27001:A.8.28"] }')], there: ["soa.yaml", statement("applicable: false, justification: No code"), statement("applicable: true, justification: Code")], both: true, way: "jump" },
  { what: "an applicable control without evidence or risk", rule: "control-without-support", here: ["soa.yaml", statement("applicable: true, justification: Code")], there: ["risks.yaml", risks("status: open"), risks('treatment: { option: modify, controls: ["iso27001:A.8.28"] }')], both: false, way: "sentence" },
  { what: "a model in use above the appetite", rule: "risk-above-appetite", here: ["card.yaml", card("status: deployed\n")], there: ["risks.yaml", risks("model: scorer, likelihood: likely, consequence: severe"), risks("model: scorer, likelihood: likely, consequence: severe, status: treated")], both: true, way: "jump" },
  { what: "an owner whom the profile does not know", rule: "unknown-owner", here: ["card.yaml", card("owners: [{ name: Fraud desk }]\n")], there: ["clausewise.yaml", "owners: [{ name: Risk team }]\n", "owners: [{ name: Fraud desk }]\n"], both: false, way: "fix" },
];

describe("two files that contradict each other", () => {
  for (const { what, rule, here: [path, text], there: [other, wrong, right], both, way } of CONTRADICTIONS) {
    const found = (made: Linked) => [path, other].map((one) => made.findings(one, rule).length > 0);

    it(`${what}: found${both ? " in both" : ""}, with a way on, and gone in both when the other file is right`, () => {
      const made = new Linked({ [path]: text, [other]: wrong });
      assert.deepEqual(found(made), [true, both]);
      const [finding] = made.findings(path, rule);
      if (way === "jump") assert.equal(finding?.related[0]?.document?.uri, `file:///w/${other}`);
      if (way === "fix") assert.ok(finding?.fixes.length);
      if (way === "sentence") assert.match(finding?.message ?? "", /`[a-z_.]+`/);
      if (both) assert.equal(made.findings(other, rule)[0]?.related[0]?.document?.uri, `file:///w/${path}`);
      made.write(other, right);
      assert.deepEqual(found(made), [false, false]);
      made.write(other, wrong);
      assert.deepEqual(found(made), [true, both]);
    });

    if (way !== "jump") continue;
    it(`${what}: leads to the right words when lines come in above them`, () => {
      const made = new Linked({ [path]: text, [other]: wrong });
      const place = () => made.findings(path, rule)[0]?.related[0];
      const words = () => place()?.document?.text.slice(place()?.span.start, place()?.span.end);
      const before = words();
      made.write(other, `# one more line\n${wrong}`);
      assert.equal(words(), before);
      assert.equal(place()?.document?.lines.positionAt(place()?.span.start ?? 0).line, wrong.slice(0, wrong.indexOf(before ?? "")).split("\n").length);
    });
  }
});

describe("an edit in a large workspace", () => {
  it("has the edited file checked anew, and those that say something of the same things", () => {
    const files: Record<string, string> = {};
    for (let number = 0; number < 40; number++) {
      files[`${number}.card.yaml`] = card("status: deployed\n").replace("scorer", `m-${number}`);
      files[`${number}.assessment.yaml`] = assessment().replace("scorer", `m-${number}`).replace("id: assessment", `id: a-${number}`);
      files[`${number}.risks.yaml`] = risks(`model: m-${number}, likelihood: rare, consequence: minor`, `s-${number}`).replace("R-1", `R-${number}`);
    }
    const made = new Linked(files);
    const checks = () => new Map(Object.keys(files).map((path) => [path, made.index.findings(`file:///w/${path}`)]));
    const before = checks();
    const again = () => [...checks()].filter(([path, findings]) => findings !== before.get(path)).map(([path]) => path);
    assert.deepEqual(again(), []);
    made.write("7.risks.yaml", (files["7.risks.yaml"] ?? "").replace("rare", "likely"));
    assert.deepEqual(again(), ["7.card.yaml", "7.assessment.yaml", "7.risks.yaml"]);
    made.write("9.card.yaml", (files["9.card.yaml"] ?? "").replace("2.1.0", "2.2.0"));
    assert.deepEqual(again(), ["7.card.yaml", "7.assessment.yaml", "7.risks.yaml", "9.card.yaml", "9.assessment.yaml", "9.risks.yaml"]);
  });
});
