import { chromium } from "playwright-core";
import { chromiumArguments, ensureChromium } from "./chromium.mjs";

/** Longest wait for something to become true, in milliseconds. */
const LIMIT = Number(process.env.CLAUSEWISE_PATIENCE ?? 60_000);

/** Opens a browser of ours; the caller closes it. */
export async function openBrowser() {
  return chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments });
}

/** A workbench in a browser page, driven as a person would: by keys, by clicks, by what is to be seen. */
export class Workbench {
  constructor(page) {
    this.page = page;
    page.setDefaultTimeout(LIMIT);
  }

  /** Opens the workbench at an address and waits until it is usable. */
  static async open(browser, address, { width = 1440, height = 900 } = {}) {
    const page = await browser.newPage({ viewport: { width, height } });
    const workbench = new Workbench(page);
    await page.goto(address);
    await page.waitForSelector(".monaco-workbench .part.editor");
    await page.waitForSelector(".monaco-workbench .statusbar-item");
    return workbench;
  }

  /** Runs a command of the palette by its title. */
  async command(title) {
    await this.page.keyboard.press("F1");
    const input = this.page.locator(".quick-input-widget:visible input[type=text]");
    await input.waitFor();
    await input.fill(`>${title}`);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: title }).first().waitFor();
    await this.page.keyboard.press("Enter");
  }

  /** Opens a file of the workspace by its name. */
  async openFile(name) {
    await this.page.keyboard.press("ControlOrMeta+p");
    const input = this.page.locator(".quick-input-widget:visible input[type=text]");
    await input.waitFor();
    await input.fill(name);
    await this.page.locator(".quick-input-list .monaco-list-row", { hasText: name.split("/").at(-1) }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.page.locator(".tab.active", { hasText: name.split("/").at(-1) }).waitFor();
    await this.page.locator(".editor-instance .view-lines .view-line").first().waitFor();
  }

  /** Waits for a squiggle of a severity: `error`, `warning` or `info`. */
  async waitForSquiggle(severity) {
    await this.page.locator(`.squiggly-${severity}`).first().waitFor({ state: "attached" });
  }

  /** Puts the cursor at a place, both counted from 1. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press("Control+g");
    const input = this.page.locator(".quick-input-widget:visible input[type=text]");
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.page.keyboard.press("Enter");
    await this.page.locator(".quick-input-widget").waitFor({ state: "hidden" });
  }

  /** The text of the hover at the cursor. */
  async hover() {
    await this.page.keyboard.press("ControlOrMeta+k");
    await this.page.keyboard.press("ControlOrMeta+i");
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    await hover.waitFor();
    return hover.innerText();
  }

  /** Opens the Governance container. */
  async openGovernance() {
    await this.page.locator(".activitybar .action-item a[aria-label^='Governance']").click();
    await this.page.locator(".pane-header", { hasText: "Documents" }).waitFor();
  }

  /** The row of a tree by a part of its text. */
  row(text) {
    return this.page.locator(".sidebar .monaco-list-row", { hasText: text }).first();
  }

  /** Opens a row's children. */
  async expand(text) {
    const row = this.row(text);
    await row.waitFor();
    if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
    await this.page.waitForFunction((node) => node.getAttribute("aria-expanded") !== "false", await row.elementHandle());
  }

  /** `Ln 3, Col 7` of the status bar, with a selection behind it where there is one. */
  async position() {
    return this.page.locator("#status\\.editor\\.selection").innerText();
  }

  /** The names of all open tabs. */
  async tabs() {
    return this.page.locator(".tab .label-name").allInnerTexts();
  }

  /** The document inside the active webview. */
  webview() {
    return this.page.frameLocator("iframe.webview.ready").frameLocator("#active-frame");
  }

  async screenshot(path) {
    await this.page.screenshot({ path, animations: "disabled" });
  }
}
