// A recorded walk: from an empty folder to a model card without findings at the profile `standard`, with what the editor offers and
// the writer's own words alone. Its pictures are in out/walk/<theme>/; CLAUSEWISE_THEME=light or contrast takes them in another theme.
import assert from "node:assert/strict";
import { join } from "node:path";
import { repository } from "../../scripts/repository.mjs";
import { run } from "../../scripts/run.mjs";
import { themes } from "../../scripts/themes.mjs";
import { eventually } from "../../scripts/workbench.mjs";
import { Recording } from "./recording.mjs";
import { inWorkbench, serveWorkbench } from "./session.mjs";

const THEME = process.env.CLAUSEWISE_THEME ?? "dark";

/** What a person does at a tab stop: takes a value from the list that opens there by itself, */
const choose = (value) => ({ value, of: "choices" });
/** asks for the list and takes a value from it, by a part of what it says, */
const complete = (value) => ({ value, of: "suggestions" });
/** leaves what stands there, */
const keep = { of: "kept" };
/** or types: a plain string. */
const isTyped = (answer) => typeof answer === "string";

const PROFILE = {
  "<organisation>": ["Example Payments"],
  "<scope>": ["Models that score card payments"],
  iso42001: [keep],
  iso27001: [keep],
  starter: [choose("standard")],
};

const ASSESSMENT = {
  "<name>": ["Payments team"],
  "<description>": ["Scores card payments for the risk of fraud", "A payment waits for a review"],
  "<purpose>": ["Hold payments that are likely to be fraud"],
  "<intended uses>": ["Rank payments for review by an analyst"],
  "<directly affected>": ["Card holders"],
  "<affected group>": ["Card holders"],
  "<severity>": [choose("minor")],
  "<human oversight>": ["An analyst decides on every payment that is held"],
};

const RISKS = {
  "<scope>": ["The fraud detector and its data"],
  "<owner>": ["Payments team", "Payments team"],
  "<identifier>": ["R-001"],
  "<title>": ["Poisoned training data"],
  "<risk owner>": ["Payments team"],
  "<likelihood>": [choose("unlikely")],
  "<consequence>": [choose("minor")],
  "<option>": [choose("modify")],
  "<what>": ["Sign and verify the files of partners"],
  "<due>": [complete("in one month")],
};

const CARD = {
  // As a tag in git is written; the editor says what is wanted.
  "<version>": ["v0.1.0"],
  "<status>": [choose("in_development")],
  "<overview>": ["Scores card payments for the risk of fraud"],
  "<name>": ["Payments team", "Payments team"],
  "<role>": ["model owner", "approver"],
  "<contact>": ["payments@example.org"],
  "<primary uses>": ["Rank payments for review by an analyst"],
  "<users>": ["Fraud analysts"],
  "<domain>": ["Card payments"],
  "<out-of-scope uses>": ["Refusing a payment without review"],
  "<foreseeable misuse>": ["Ranking customers by their spending"],
  "<human oversight>": ["An analyst decides on every payment that is held"],
  "<identifier>": ["payments-2025"],
  "<source>": ["Card payments of 2025"],
  "<licence or consent>": ["Contract with the card holders"],
  "<personal data>": [choose("true")],
  "<quality>": ["No duplicates, every fiftieth label checked by hand"],
  "<known bias>": ["Few payments from abroad"],
  "<architecture>": ["Gradient-boosted trees"],
  "<base model>": ["none"],
  "<licence>": [complete("Apache-2.0")],
  "<test data>": [complete("payments-2025")],
  "<metric>": ["recall"],
  "<value>": ["0.91", "0.04"],
  "<threshold>": ["0.85", "0.05"],
  "<dataset>": [complete("payments-2025")],
  "<robustness>": ["Recall stays above 0.88 when amounts are rounded"],
  "<group>": ["customers under 30"],
  "<measure>": ["false positive rate"],
  "<limitations>": ["Not tried on business cards"],
  "<explainability>": ["The three strongest reasons stand beside each score"],
  "<concern>": ["A customer may wait for a payment that was held"],
  "<mitigation>": ["Held payments are decided within an hour"],
  "<environment>": ["Hourly batch job"],
  "<watched metrics>": ["Share of payments held"],
  "<event logs>": ["Scores and decisions are kept for a year"],
  "<incident contact>": ["payments@example.org"],
  "<risks>": [complete("R-001")],
  "<next review>": [complete("review interval")],
  "<date>": [complete("today")],
};

/**
 * Goes from tab stop to tab stop and answers each by what stands there, until none is left. `seen` is called at each stop, before it is
 * answered. Says which answers nobody asked for: the editor is to ask for all of them.
 */
async function fillIn(workbench, answers, seen = async () => undefined) {
  const { keyboard } = workbench.page;
  const left = new Map(Object.entries(answers).map(([standIn, list]) => [standIn, [...list]]));
  const remaining = () => [...left].flatMap(([standIn, list]) => list.map(() => standIn));
  for (let before = ""; remaining().length > 0; ) {
    const stop = await eventually(() => workbench.selection(), (now) => now !== undefined && now.position !== before && left.has(now.text));
    const answer = left.get(stop?.text)?.shift();
    if (answer === undefined) throw new Error(`At ${JSON.stringify(stop)} there is nothing to answer; still to come: ${remaining().join(", ")}.`);
    before = stop.position;
    await seen(stop.text);
    // At once, as from a clipboard: two thousand single keys would take a minute.
    if (isTyped(answer)) await keyboard.insertText(answer);
    if (answer.of === "suggestions") await workbench.suggest(answer.value);
    if (answer.of === "suggestions" || answer.of === "choices") await workbench.takeSuggestion(answer.value, { reopens: answer.of === "choices" });
    // With a choice the editor goes on by itself.
    if (answer.of !== "choices") await keyboard.press("Tab");
  }
}

async function save(workbench) {
  await workbench.page.keyboard.press("ControlOrMeta+s");
  await workbench.page.locator(".tab.active:not(.dirty)").waitFor();
}

/** Answers the questions of the wizard, and waits for the file. */
async function start(workbench, command, question, file) {
  await workbench.command(command);
  await workbench.question(question);
  await workbench.answer("Fraud detector");
  await workbench.question("How it is written");
  await workbench.answer("YAML", "YAML");
  await workbench.page.locator(".tab.active", { hasText: file }).waitFor();
}

describe("writing, from an empty folder", () => {
  // The words of a file are no suggestions for its prose: Tab goes on to the next stop.
  serveWorkbench({ "workbench.colorTheme": themes[THEME], "editor.wordBasedSuggestions": "off" });

  it(
    "the editor leads to a model card without findings, stop by stop",
    inWorkbench(
      async (workbench, folder) => {
        const { page } = workbench;
        const recording = new Recording(workbench, join(repository, "out", "walk", THEME));
        await workbench.openGovernance();
        await page.locator(".welcome-view-content", { hasText: "No governance documents yet" }).waitFor();
        // Away from the activity bar, whose tip would lie over the pictures.
        await page.mouse.move(900, 600);
        await recording.step("An empty folder says how to begin");

        await start(workbench, "Clausewise: New AI Impact Assessment", "What is assessed", "fraud-detector.impact-assessment.yaml");
        await recording.step("A new impact assessment asks for its first answer");
        await fillIn(workbench, ASSESSMENT, async (stop) => {
          if (stop === "<severity>") await recording.step("A severity is chosen from the list");
        });
        await save(workbench);

        await start(workbench, "Clausewise: New Security Risk File", "What the risks are about", "fraud-detector.security-risk.yaml");
        await fillIn(workbench, RISKS);
        await save(workbench);
        await recording.step("The first risk is written down");

        await workbench.command("Clausewise: New Workspace Profile");
        await page.locator(".tab.active", { hasText: "clausewise.yaml" }).waitFor();
        await fillIn(workbench, PROFILE, async (stop) => {
          if (stop === "starter") await recording.step("The profile asks how strict to be");
        });
        await save(workbench);

        await workbench.command("Clausewise: New Model Card");
        await workbench.question("Name of the model");
        await recording.step("The wizard asks for the name");
        await workbench.answer("Fraud detector");
        await workbench.question("How it is written");
        await recording.step("and how the card is written");
        await workbench.answer("YAML", "YAML");
        await page.locator(".tab.active", { hasText: "fraud-detector.model-card.yaml" }).waitFor();
        await fillIn(workbench, CARD, async (stop) => {
          if (stop === "<version>") await recording.step("The card opens at the version");
          if (stop === "<users>") await recording.step("What was said counts at once");
          if (stop === "<risks>") await recording.step("The assessment is linked already, the risks are next");
        });
        await save(workbench);
        await recording.step("Every stop is answered");

        await workbench.command("Clausewise: Go to Next Problem");
        await page.locator(".peekview-widget, .zone-widget", { hasText: "is not a semantic version" }).first().waitFor();
        await recording.step("One problem is left");
        await page.keyboard.press("Escape");
        await workbench.quickFix("Write 0.1.0", () => recording.step("and its repair is a keystroke away"));
        await workbench.waitForText("version: 0.1.0");
        await save(workbench);
        await page.locator(".codelens-decoration", { hasText: "no problems" }).waitFor();
        const status = await eventually(() => workbench.languageStatus(), (text) => text.includes("no problems"));
        assert.match(status, /Model card · (\d+) of \1 fields · no problems/);
        await recording.step("The card has no problems");

        const { code, output } = await run(process.execPath, [join(repository, "dist", "cli.js"), "check", "fraud-detector.model-card.yaml", "--fail-on", "information"], { cwd: folder, anyCode: true });
        assert.equal(code, 0, output);
        assert.match(output, /1 document checked: 0 errors, 0 warnings, 0 information/);
      },
      { source: null, size: { width: 1440, height: 1000 } },
    ),
  );
});
