// A recorded walk: from an empty folder to a filled model card at the profile `standard`, with nothing but what the editor offers. The pictures of its steps are in out/walk/; CLAUSEWISE_THEME=light or contrast takes them in another theme.
import assert from "node:assert/strict";
import { mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { repository } from "../../scripts/repository.mjs";
import { themes } from "../../scripts/themes.mjs";
import { inWorkbench, serveWorkbench } from "./session.mjs";

const THEME = process.env.CLAUSEWISE_THEME ?? "dark";
const PICTURES = join(repository, "out", "walk", THEME);

/** Takes numbered pictures of a walk; the ones of the walk before are gone. */
function recorder(workbench) {
  rmSync(PICTURES, { recursive: true, force: true });
  mkdirSync(PICTURES, { recursive: true });
  let number = 0;
  return (name) => workbench.screenshot(join(PICTURES, `${String(++number).padStart(2, "0")}-${name}.png`));
}

/** Types a value over the stand-in that is selected, and goes to the next stop. */
async function fill(workbench, standIn, value) {
  await workbench.waitForSelected(standIn);
  await workbench.page.keyboard.type(value);
  await workbench.page.keyboard.press("Tab");
}

/** Leaves a stand-in for later. */
async function leave(workbench, standIn) {
  await workbench.waitForSelected(standIn);
  await workbench.page.keyboard.press("Tab");
}

/** Takes a value from the list that opens by itself at a stop with choices; the editor goes to the next stop by itself as well. */
async function choose(workbench, value) {
  await workbench.takeSuggestion(value);
}

/** Asks what may stand in place of a stand-in, and takes one. */
async function complete(workbench, standIn, value) {
  await workbench.waitForSelected(standIn);
  await workbench.suggest(value);
  await workbench.takeSuggestion(value);
  await workbench.page.keyboard.press("Tab");
}

async function save(workbench) {
  await workbench.page.keyboard.press("ControlOrMeta+s");
  await workbench.page.locator(".tab.active:not(.dirty)").waitFor();
}

async function startDocument(workbench, command, question, name, file) {
  await workbench.command(command);
  await workbench.question(question);
  await workbench.answer(name);
  await workbench.question("How it is written");
  await workbench.answer("YAML", "YAML");
  await workbench.page.locator(".tab.active", { hasText: file }).waitFor();
}

describe("writing, from an empty folder", () => {
  serveWorkbench({ "workbench.colorTheme": themes[THEME] });

  it(
    "the editor leads through a profile, what a card refers to, and the card, stop by stop",
    inWorkbench(
      async (workbench) => {
        const picture = recorder(workbench);
        const { page } = workbench;
        await workbench.openGovernance();
        await page.locator(".welcome-view-content", { hasText: "No governance documents yet" }).waitFor();
        // Away from the activity bar, whose tip would lie over the pictures.
        await page.mouse.move(900, 600);
        await picture("empty-folder");

        await workbench.command("Clausewise: New Workspace Profile");
        await page.locator(".tab.active", { hasText: "clausewise.yaml" }).waitFor();
        await workbench.waitForSelected("<organisation>");
        await picture("profile");
        await fill(workbench, "<organisation>", "Example Payments");
        await fill(workbench, "<scope>", "Models that score card payments");
        await choose(workbench, "iso42001");
        await page.locator(".suggest-widget.visible .monaco-list-row.focused").waitFor();
        await picture("strictness");
        await choose(workbench, "standard");
        await save(workbench);

        await startDocument(workbench, "Clausewise: New AI Impact Assessment", "What is assessed", "Fraud detector", "fraud-detector.impact-assessment.yaml");
        await page.locator(".suggest-widget.visible .monaco-list-row.focused").waitFor();
        await picture("assessment");
        await choose(workbench, "draft");
        await save(workbench);

        await startDocument(workbench, "Clausewise: New Security Risk File", "What the risks are about", "Fraud detector", "fraud-detector.security-risk.yaml");
        await fill(workbench, "<scope>", "The fraud detector and its data");
        await fill(workbench, "<owner>", "Payments team");
        await complete(workbench, "<next review>", "review interval");
        await workbench.waitForSelected("<identifier>");
        await picture("risks");
        await page.keyboard.type("payments-2025");
        await page.keyboard.press("Tab");
        await choose(workbench, "data");
        await fill(workbench, "<owner>", "Payments team");
        await complete(workbench, "<identifier>", "R-001");
        await fill(workbench, "<title>", "Poisoned training data");
        await save(workbench);

        await workbench.command("Clausewise: New Model Card");
        await workbench.question("Name of the model");
        await picture("name");
        await workbench.answer("Fraud detector");
        await workbench.question("How it is written");
        await picture("notation");
        await workbench.answer("YAML", "YAML");
        await page.locator(".tab.active", { hasText: "fraud-detector.model-card.yaml" }).waitFor();
        await workbench.waitForSelected("<version>");
        await picture("card");
        await fill(workbench, "<version>", "0.1.0");
        await page.locator(".suggest-widget.visible .monaco-list-row.focused").waitFor();
        await picture("card-status");
        await choose(workbench, "in_development");
        await fill(workbench, "<overview>", "Scores card payments for the risk of fraud.");
        await fill(workbench, "<name>", "Payments team");
        await fill(workbench, "<role>", "model owner");
        await fill(workbench, "<contact>", "payments@example.org");
        await fill(workbench, "<primary uses>", "Rank payments for review by an analyst");
        await fill(workbench, "<users>", "Fraud analysts");
        await fill(workbench, "<domain>", "Card payments");
        await fill(workbench, "<out-of-scope uses>", "Refusing a payment without review");
        await fill(workbench, "<foreseeable misuse>", "Ranking customers by their spending");
        await picture("card-filling");
        await fill(workbench, "<human oversight>", "An analyst decides on every payment that is held.");
        await fill(workbench, "<identifier>", "payments-2025");
        await fill(workbench, "<source>", "Card payments of 2025");
        await fill(workbench, "<licence or consent>", "Contract with the card holders");
        await choose(workbench, "true");
        await fill(workbench, "<quality>", "No duplicates, every fiftieth label checked by hand");
        await fill(workbench, "<known bias>", "Few payments from abroad");
        await fill(workbench, "<architecture>", "Gradient-boosted trees");
        await fill(workbench, "<base model>", "none");
        await workbench.waitForSelected("<licence>");
        await workbench.suggest("Apache-2.0");
        await picture("card-licence");
        await workbench.takeSuggestion("Apache-2.0");
        await page.keyboard.press("Tab");
        await fill(workbench, "<test data>", "Card payments of January 2026");
        await fill(workbench, "<metric>", "recall");
        await fill(workbench, "<value>", "0.91");
        await fill(workbench, "<threshold>", "0.85");
        await complete(workbench, "<dataset>", "payments-2025");
        await fill(workbench, "<robustness>", "Recall stays above 0.88 when amounts are rounded");
        await fill(workbench, "<group>", "customers under 30");
        await fill(workbench, "<measure>", "false positive rate");
        await fill(workbench, "<value>", "0.04");
        await fill(workbench, "<threshold>", "0.05");
        await fill(workbench, "<limitations>", "Not tried on business cards");
        await fill(workbench, "<explainability>", "The three strongest reasons stand beside each score");
        await fill(workbench, "<concern>", "A customer may wait for a payment that was held");
        await fill(workbench, "<mitigation>", "Held payments are decided within an hour");
        await fill(workbench, "<environment>", "Hourly batch job");
        await fill(workbench, "<watched metrics>", "Share of payments held");
        await fill(workbench, "<event logs>", "Scores and decisions are kept for a year");
        await fill(workbench, "<incident contact>", "payments@example.org");
        await workbench.waitForSelected("<impact assessment>");
        await workbench.suggest("fraud-detector-assessment");
        await picture("card-assessment");
        await workbench.takeSuggestion("fraud-detector-assessment");
        await page.keyboard.press("Tab");
        await complete(workbench, "<risks>", "R-001");
        await leave(workbench, "<next review>");
        await fill(workbench, "<name>", "Payments team");
        await fill(workbench, "<role>", "approver");
        await leave(workbench, "<date>");
        await picture("card-filled");
        // Behind the last stop, with everything above it written.
        assert.match(await workbench.position((text) => text.startsWith("Ln 73,")), /^Ln 73, Col 1$/);
      },
      { source: null, size: { width: 1440, height: 900 } },
    ),
  );
});
