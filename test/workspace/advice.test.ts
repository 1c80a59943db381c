import assert from "node:assert/strict";
import { adviseOn, QUESTIONS, sharedSubjects } from "../../src/workspace/advice";
import type { Answers, QuestionId } from "../../src/workspace/advice";
import { answersWith, suggestedAnswers } from "../../src/workspace/advice-facts";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

const answers = (...yes: QuestionId[]) => Object.fromEntries(QUESTIONS.map(({ id }) => [id, yes.includes(id)])) as Answers;
const about = (...yes: QuestionId[]) => [...new Set(adviseOn(answers(...yes)).reasons.map((reason) => reason.about))];
const workspace = (files: Readonly<Record<string, string>>) => {
  const index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined });
  index.setFolders([{ uri: "file:///w", name: "w" }]);
  for (const [path, text] of Object.entries(files)) index.update(`file:///w/${path}`, "yaml", text);
  return index;
};

describe("the advice on standards", () => {
  for (const [yes, standards] of [
    [[], []],
    [["suppliers"], []],
    [["ai"], ["iso42001"]],
    [["ai", "people", "aiDuty"], ["iso42001"]],
    [["information"], ["iso27001"]],
    [["security"], ["iso27001"]],
    [["ai", "information"], ["iso42001", "iso27001"]],
    [["ai", "people", "security"], ["iso42001", "iso27001"]],
  ] as const) {
    it(`for ${yes.join(", ") || "nothing"} is ${standards.join(" and ") || "neither yet"}`, () => assert.deepEqual(adviseOn(answers(...yes)).standards, standards));
  }

  it("gives its reasons by purpose, risk, law and trust", () => {
    assert.deepEqual(about("ai", "people", "information", "aiDuty"), ["Purpose and scope", "Kind of risk", "Legal duties", "Whose trust is at stake"]);
    assert.deepEqual(about(), []);
  });

  it("names what one set of documents serves in both, where both are needed", () => {
    assert.deepEqual(adviseOn(answers("ai")).shared, []);
    assert.deepEqual(adviseOn(answers("ai", "information")).shared, sharedSubjects());
    assert.ok(sharedSubjects().some(({ kind, fields }) => kind === "Model card" && fields.includes("Training data")));
  });
});

describe("the answers that a workspace suggests", () => {
  it("come from its documents, each with a reason", () => {
    const index = workspace({
      "card.yaml": "kind: model-card\nid: a\ntraining_data: { datasets: [{ id: d, source: s, personal_data: true }] }\ndesign: { base_model: meta/base }\nregulation: { classification: high-risk }\n",
      "assessment.yaml": "kind: impact-assessment\nautomated_decisions: The score refuses below 300\n",
      "risks.yaml": "kind: security-risk\nrisks: [{ id: R-1 }]\n",
    });
    assert.deepEqual(Object.fromEntries(Object.entries(suggestedAnswers(index)).map(([id, one]) => [id, one.because])), {
      ai: "1 model card is here.",
      people: "1 document speaks of people that a model affects.",
      information: "1 document names personal data.",
      security: "1 security document is here.",
      aiDuty: "1 model card names a high-risk classification.",
      suppliers: "1 model card names a base model or a third party.",
    });
  });

  it("are left out where nothing is known, and give way to a person's", () => {
    assert.deepEqual(suggestedAnswers(workspace({})), {});
    assert.equal(answersWith({ ai: { answer: true, because: "" } }, { ai: false }).ai, false);
    assert.equal(answersWith({}, {}).people, false);
  });
});
