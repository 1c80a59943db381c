// The main job, from end to end in the real workbench: what a person sees and does, by keys and clicks.
import assert from "node:assert/strict";
import { eventually } from "../../scripts/workbench.mjs";
import { inWorkbench, serveWorkbench } from "./session.mjs";

describe("in the workbench", () => {
  serveWorkbench();

  it(
    "a missing field is underlined, and the hover says what it is and which clause asks for it",
    inWorkbench(async (workbench) => {
      await workbench.openFile("credit.model-card.yaml");
      await workbench.waitForSquiggle("warning");
      await workbench.goTo(8, 3);
      const hover = await workbench.hover();
      assert.match(hover, /Out-of-scope uses/);
      assert.match(hover, /missing-field/);
      assert.match(hover, /A\.9\.4 Intended use of the AI system/);
    }),
  );

  it(
    "a wrong word is mended with a keystroke, and is underlined again while it is being typed wrong",
    inWorkbench(async (workbench) => {
      await workbench.openFile("credit.model-card.yaml");
      await workbench.waitForSquiggle("error");
      await workbench.goTo(5, 10);
      await workbench.quickFix("Write deployed");
      await workbench.waitForText("status: deployed");
      await workbench.waitForNoSquiggle("error");
      await workbench.page.keyboard.press("End");
      await workbench.page.keyboard.press("Backspace");
      await workbench.waitForSquiggle("error");
    }),
  );

  it(
    "the Governance container leads from a kind to the line of a field",
    inWorkbench(async (workbench) => {
      await workbench.openGovernance();
      await workbench.expand("credit.model-card.yaml");
      await workbench.expand("Intended use");
      await workbench.row("Primary uses").click();
      assert.match(await workbench.position((text) => text.startsWith("Ln 9,")), /^Ln 9, Col 15 \(12 selected\)$/);
      assert.equal((await eventually(() => workbench.line(9), (text) => text !== undefined)).trim(), "primary_uses:");
    }),
  );

  it(
    "the Documents view never says that there are none while it is still reading them",
    inWorkbench(async (workbench) => {
      await workbench.page.evaluate(() => {
        globalThis.welcomes = [];
        const look = () => globalThis.welcomes.push(...[...document.querySelectorAll(".welcome-view-content")].map((one) => one.textContent ?? ""));
        new MutationObserver(look).observe(document.body, { childList: true, subtree: true, attributes: true });
      });
      await workbench.openGovernance();
      await workbench.row("credit.model-card.yaml").waitFor();
      const seen = await workbench.page.evaluate(() => globalThis.welcomes);
      assert.deepEqual(seen.filter((text) => text.includes("No governance documents yet")), []);
    }),
  );

  it(
    "the field at the cursor is revealed among the documents",
    inWorkbench(async (workbench) => {
      await workbench.openFile("credit.model-card.yaml");
      await workbench.waitForSquiggle("warning");
      await workbench.goTo(9, 5);
      await workbench.command("Clausewise: Reveal in Documents");
      await workbench.page.locator(".sidebar .monaco-list-row.selected", { hasText: "Primary uses" }).waitFor();
    }),
  );

  it(
    "a clause's page shows its evidence and leads to it",
    inWorkbench(async (workbench) => {
      await workbench.openGovernance();
      await workbench.expand("A.9 Use of AI systems");
      await workbench.row("A.9.4 Intended use").click();
      const page = workbench.webview();
      await page.getByRole("heading", { level: 1, name: "A.9.4 Intended use of the AI system" }).waitFor();
      await page.getByRole("row", { name: "Primary uses" }).getByRole("link", { name: "credit.model-card.yaml:9" }).click();
      assert.match(await workbench.position((text) => text.startsWith("Ln 9,")), /^Ln 9, Col 1/);
    }),
  );

  it(
    "the page of a clause opens from the hover on a field",
    inWorkbench(async (workbench) => {
      await workbench.openFile("credit.model-card.yaml");
      await workbench.waitForSquiggle("warning");
      await workbench.goTo(9, 5);
      await workbench.hover();
      await workbench.page.locator(".monaco-hover a", { hasText: "A.9.4" }).first().click();
      await workbench.webview().getByRole("heading", { level: 1, name: "A.9.4 Intended use of the AI system" }).waitFor();
    }),
  );

  it(
    "a new model card begins with the cursor on the first thing to fill",
    inWorkbench(async (workbench) => {
      await workbench.openGovernance();
      await workbench.row("credit.model-card.yaml").waitFor();
      await workbench.command("Clausewise: New Model Card");
      await workbench.question("Name of the model");
      await workbench.answer("Fraud detector");
      await workbench.question("How it is written");
      await workbench.answer("YAML", "YAML");
      await workbench.page.locator(".tab.active", { hasText: "fraud-detector.model-card.yaml" }).waitFor();
      // The name and the id are known already, so the version is the first thing to say.
      assert.match(await workbench.position((text) => text.includes("selected")), /\(\d+ selected\)$/);
      await workbench.page.keyboard.type("0.1.0");
      await workbench.waitForText("version: 0.1.0");
      await workbench.row("fraud-detector.model-card.yaml").waitFor();
    }),
  );

  it(
    "an empty folder says how to begin, and offers it",
    inWorkbench(async (workbench) => {
      await workbench.openGovernance();
      await workbench.page.locator(".welcome-view-content", { hasText: "No governance documents yet" }).waitFor();
      await workbench.page.getByRole("button", { name: "New Model Card" }).click();
      await workbench.question("Name of the model");
    }, { source: null }),
  );

  it(
    "the status says what a file was taken for and how far it is, and lets a person say otherwise",
    inWorkbench(async (workbench) => {
      await workbench.openFile("credit.model-card.yaml");
      const said = /Model card · \d+ of \d+ fields · 1 to fill in · 2 problems/;
      assert.match(await eventually(() => workbench.languageStatus(), (text) => said.test(text)), said);
      await workbench.command("Clausewise: Set Document Kind");
      await workbench.question("What is this file?");
      await workbench.answer("None", "None");
      await workbench.waitForNoSquiggle("error");
      await workbench.command("Clausewise: Set Document Kind");
      await workbench.question("What is this file?");
      await workbench.answer("Let Clausewise", "Let Clausewise decide");
      await workbench.waitForSquiggle("error");
    }),
  );

  it(
    "a file that is only named like a document is offered for a decision",
    inWorkbench(async (workbench) => {
      await workbench.openGovernance();
      await workbench.expand("Not recognised");
      await workbench.row("risks.yaml").hover();
      await workbench.row("risks.yaml").getByRole("button", { name: "Set Document Kind" }).click();
      await workbench.question("What is this file?");
      await workbench.answer("Security", "Security risk file");
      await workbench.page.locator(".sidebar .monaco-list-row", { hasText: "Not recognised" }).waitFor({ state: "detached" });
      await workbench.row("risks.yaml").waitFor();
    }),
  );
});
