// What a reviewer takes along: the report, the statement and the advice, in the real workbench.
import assert from "node:assert/strict";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { eventually } from "../../scripts/workbench.mjs";
import { inWorkbench, serveWorkbench } from "./session.mjs";

describe("the workspace as a whole", () => {
  serveWorkbench();

  it(
    "is read in a report, which leads to the lines and is saved as one file",
    inWorkbench(async (workbench, folder) => {
      await workbench.openGovernance();
      await workbench.row("credit.model-card.yaml").waitFor();
      await workbench.command("Clausewise: Open Report");
      const page = workbench.webview();
      await page.getByRole("heading", { level: 1, name: "AI governance report" }).waitFor();
      await page.getByRole("table", { name: "Open findings" }).getByRole("link", { name: "credit.model-card.yaml:5" }).first().click();
      await workbench.position((text) => text.startsWith("Ln 5,"));
      await workbench.command("Clausewise: Save Report as HTML…");
      await workbench.saveAs("governance-report.html");
      await workbench.page.getByText("The report was saved as governance-report.html.").first().waitFor();
      assert.match(await readFile(join(folder, "governance-report.html"), "utf8"), /^<!DOCTYPE html>/);
    }),
  );

  it(
    "is asked which standards it needs, and the answer is written into its profile",
    inWorkbench(async (workbench, folder) => {
      await workbench.openGovernance();
      await workbench.row("credit.model-card.yaml").waitFor();
      await workbench.command("Clausewise: Which Standard Does Your AI Need?");
      for (let number = 1; number <= 6; number++) {
        await workbench.question(`(${number} of 6)`);
        await workbench.answer("Yes", "Yes");
      }
      await workbench.webview().getByRole("heading", { level: 1, name: "Which standard does your AI need?" }).waitFor();
      await workbench.page.locator(".tab.active", { hasText: "advice" }).waitFor();
      await workbench.webview().getByRole("link", { name: "Write this answer to clausewise.yaml" }).click();
      await workbench.page.locator(".tab.active", { hasText: "clausewise.yaml" }).waitFor();
      await workbench.page.keyboard.press("Control+s");
      const text = await eventually(() => readFile(join(folder, "clausewise.yaml"), "utf8").catch(() => ""), (one) => one !== "");
      assert.equal(text, "standards: [iso42001, iso27001]\n");
    }),
  );
});
