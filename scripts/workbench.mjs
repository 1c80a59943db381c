import { setTimeout as wait } from "node:timers/promises";
import { chromium } from "playwright-core";
import { chromiumArguments, ensureChromium } from "./chromium.mjs";

/** Longest wait for something to become true, in milliseconds. */
const LIMIT = Number(process.env.CLAUSEWISE_PATIENCE ?? 180_000);

/** Milliseconds between two looks. */
const LOOK_AGAIN = 100;

/** Longest wait for a search for files before it is begun again, in milliseconds. */
const SEARCH_LIMIT = 30_000;

/** Milliseconds after which a key that had no effect is pressed again. */
const PATIENCE = 5_000;

/** Looks until `ready` is content with what is seen, and gives that; what was seen last when it never is. */
export async function eventually(look, ready) {
  const end = Date.now() + LIMIT;
  for (;;) {
    const seen = await look();
    if (ready(seen) || Date.now() > end) return seen;
    await wait(LOOK_AGAIN);
  }
}

/** Opens a browser of ours; the caller closes it. */
export async function openBrowser() {
  // Whoever ends us ends the browser and the server too: both hang on our exit, which a signal alone would skip.
  process.once("SIGTERM", () => process.exit(143));
  return chromium.launch({ executablePath: await ensureChromium(), args: chromiumArguments, handleSIGTERM: false });
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
    await this.answer(`>${title}`, title);
  }

  /** Opens a file of the workspace by its name. */
  async openFile(path) {
    const name = path.split("/").at(-1);
    // A search for files that began before the workbench was ready may never end.
    await eventually(
      async () => {
        await this.page.keyboard.press("ControlOrMeta+p");
        return this.answer(path, name, SEARCH_LIMIT).then(() => true, () => this.page.keyboard.press("Escape"));
      },
      (opened) => opened === true,
    );
    await this.page.locator(".tab.active", { hasText: name }).waitFor();
    await this.page.locator(".editor-instance .view-lines .view-line").first().waitFor();
  }

  /** Types into the question at the top of the window, waits until the choice named `choice` is the one that Enter takes, and takes it. `timeout` limits how long, in milliseconds. */
  async answer(text, choice, timeout = LIMIT) {
    const input = this.page.locator(".quick-input-widget:visible input[type=text]");
    await input.waitFor();
    await input.fill(text);
    if (choice !== undefined) await this.page.locator(".quick-input-list .monaco-list-row.focused", { hasText: choice }).first().waitFor({ timeout });
    await input.press("Enter");
  }

  /** Waits for the question with this title. */
  async question(title) {
    await this.page.locator(".quick-input-widget:visible .quick-input-title", { hasText: title }).waitFor();
  }

  /** Takes the place that the editor's own dialog proposes for a file of this name. */
  async saveAs(name) {
    const dialog = this.page.locator(".quick-input-widget:visible");
    const input = dialog.locator("input[type=text]");
    await eventually(() => input.inputValue(), (path) => path.endsWith(name));
    // While it still reads the folder the dialog takes no answer.
    await this.#press("Enter", dialog, "hidden");
  }

  /** Presses keys until something is to be seen or hidden: a workbench that is still at work may pass over the first time. */
  async #press(keys, element, state) {
    await eventually(
      async () => {
        for (const key of keys.split(" ")) await this.page.keyboard.press(key);
        return element.waitFor({ state, timeout: PATIENCE }).then(() => true, () => false);
      },
      (done) => done,
    );
  }

  /** Waits for a squiggle of a severity: `error`, `warning` or `info`. */
  async waitForSquiggle(severity) {
    await this.page.locator(`.squiggly-${severity}`).first().waitFor({ state: "attached" });
  }

  /** Waits until no squiggle of a severity is left. */
  async waitForNoSquiggle(severity) {
    await this.page.locator(`.squiggly-${severity}`).first().waitFor({ state: "detached" });
  }

  /** Waits for a text in the active editor. */
  async waitForText(text) {
    // The editor writes its spaces as ones that do not break.
    const words = new RegExp(text.split(" ").map((word) => word.replace(/[^\w]/g, "\\$&")).join("\\s"));
    await this.page.locator(".editor-group-container.active .view-lines", { hasText: words }).first().waitFor();
  }

  /** Opens the quick fixes at the cursor and takes the one with this title, by keys; `offered` is called while they are to be seen. */
  async quickFix(title, offered = async () => undefined) {
    const menu = this.page.locator(".action-widget .monaco-list");
    const wanted = menu.locator(".monaco-list-row.action", { hasText: title });
    // The editor's answer where there is nothing: it fades, and stays in the page unseen.
    const nothing = this.page.locator(".monaco-editor-overlaymessage:visible");
    const isOffered = await eventually(
      async () => {
        await this.page.keyboard.press("ControlOrMeta+.");
        await wanted.or(menu).or(nothing).first().waitFor();
        if (await wanted.first().isVisible()) return true;
        // Asked before the findings are there: away with the answer, and once more.
        await this.page.keyboard.press("Escape");
        await menu.or(nothing).first().waitFor({ state: "hidden" });
        return false;
      },
      (visible) => visible,
    );
    if (!isOffered) throw new Error(`“${title}” is not among the quick fixes.`);
    await offered();
    await this.focusRow(menu, title);
    await this.page.keyboard.press("Enter");
    await menu.waitFor({ state: "detached" });
  }

  /** Moves the focus of an open list down to the row with this text, by keys. */
  async focusRow(list, text) {
    const focused = list.locator(".monaco-list-row.focused");
    for (let at = await focused.textContent(); !at.includes(text); ) {
      const before = at;
      await this.page.keyboard.press("ArrowDown");
      at = await eventually(() => focused.textContent(), (now) => now !== before);
      if (at === before) throw new Error(`“${text}” cannot be reached from “${before}”.`);
    }
  }

  /** Asks for suggestions at the cursor and waits for one with this text. */
  async suggest(text) {
    const rows = this.page.locator(".suggest-widget.visible .monaco-list-row");
    const nothing = this.page.locator(".suggest-widget.visible .message", { hasText: "No suggestions" });
    // Asked before the document is known, the editor says that it has nothing to suggest.
    await eventually(
      async () => {
        await this.page.keyboard.press("Control+Space");
        await rows.first().or(nothing).first().waitFor();
        return rows.first().isVisible();
      },
      (offered) => offered,
    );
    await rows.filter({ hasText: text }).first().waitFor();
  }

  /**
   * Takes the suggestion with this text from the list at the cursor, by keys; the list is open or about to open by itself. Where one list
   * follows upon the other, it `reopens` at the next place, perhaps before anybody sees that it was gone.
   */
  async takeSuggestion(text, { reopens = false } = {}) {
    const list = this.page.locator(".suggest-widget.visible");
    await list.locator(".monaco-list-row", { hasText: text }).first().waitFor();
    await this.focusRow(list, text);
    await this.page.keyboard.press("Enter");
    if (!reopens) await list.waitFor({ state: "detached" });
  }

  /** Where the cursor stands and the words that are selected there, within one line; undefined while nothing is. */
  async selection() {
    const position = await this.position();
    const [, line, column, length] = /^Ln (\d+), Col (\d+) \((\d+) selected\)$/.exec(position) ?? [];
    if (length === undefined) return undefined;
    const text = await this.line(Number(line));
    return { position, text: text?.slice(Number(column) - 1 - Number(length), Number(column) - 1) };
  }

  /** Gives the keyboard to the active editor. */
  async focusEditor() {
    await this.command("View: Focus Active Editor Group");
  }

  /** Puts the cursor at a place, both counted from 1. */
  async goTo(line, column = 1) {
    await this.page.keyboard.press("Control+g");
    const input = this.page.locator(".quick-input-widget:visible input[type=text]");
    await input.waitFor();
    await input.fill(`:${line}:${column}`);
    await this.#press("Enter", this.page.locator(".quick-input-widget"), "hidden");
  }

  /** The text of the hover at the cursor. */
  async hover() {
    const hover = this.page.locator(".monaco-hover:not(.hidden) .monaco-hover-content").first();
    await this.#press("ControlOrMeta+k ControlOrMeta+i", hover, "visible");
    return hover.innerText();
  }

  /** The texts that the status bar's entry about the language of the active editor opens. */
  async languageStatus() {
    await this.page.locator("#status\\.languageStatus").first().click();
    const flyout = this.page.locator(".hover-language-status").first();
    await flyout.waitFor();
    return flyout.innerText();
  }

  /** Opens the Governance container. */
  async openGovernance() {
    await this.page.locator(".activitybar .action-item a[aria-label^='Governance']").click();
    await this.page.locator(".pane-header", { hasText: "Documents" }).waitFor();
  }

  /** Makes the side bar about so many pixels wide, by its border. */
  async widenSideBar(width) {
    const { x, y, height, width: before } = await this.page.locator(".part.sidebar").boundingBox();
    await this.page.mouse.move(x + before, y + height / 2);
    await this.page.mouse.down();
    await this.page.mouse.move(x + width, y + height / 2, { steps: 5 });
    await this.page.mouse.up();
  }

  /** The row of a tree by a part of its text. */
  row(text) {
    return this.page.locator(".sidebar .monaco-list-row", { hasText: text }).first();
  }

  /** Opens a row's children. */
  async expand(text) {
    await this.row(text).waitFor();
    // A tree that is read anew puts another row in this place, so the row is looked up each time.
    await eventually(
      async () => {
        const row = this.row(text);
        if ((await row.getAttribute("aria-expanded")) === "false") await row.locator(".monaco-tl-twistie").click();
        return row.getAttribute("aria-expanded");
      },
      (state) => state !== "false",
    );
  }

  /** `Ln 3, Col 7` of the status bar, with the length of the selection behind it where there is one, once `ready` is content with it. */
  async position(ready = () => true) {
    return eventually(() => this.page.locator("#status\\.editor\\.selection").innerText(), ready);
  }

  /** The text of a line that is to be seen, counted from 1. */
  async line(number) {
    return this.page.evaluate((wanted) => {
      const editor = document.querySelector(".editor-group-container.active .monaco-editor") ?? document.querySelector(".monaco-editor");
      const label = [...editor.querySelectorAll(".margin-view-overlays .line-numbers")].find((one) => one.textContent.trim() === String(wanted));
      const top = label?.parentElement.style.top;
      const line = [...editor.querySelectorAll(".view-lines > .view-line")].find((one) => one.style.top === top);
      return line?.textContent.replaceAll("\u00a0", " ");
    }, number);
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
