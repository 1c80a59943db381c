// What an edit costs the Clauses tree of a large workspace, in the real workbench:
//   node scripts/bench/tree.mjs [--documents 10000] [--out FOLDER]
// Prints how long the workspace took to read, how long an edit takes until the tree shows it, which rows of the tree the editor touched
// for it, and whether selection and expansion are still there. With --out it leaves pictures of before and after.
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { developmentPayload, startHostedServer } from "../hosted-server.mjs";
import { ensureHostedVSCode } from "../hosted-vscode.mjs";
import { repository } from "../repository.mjs";
import { eventually, openBrowser, Workbench } from "../workbench.mjs";

const { values } = parseArgs({ options: { documents: { type: "string", default: "10000" }, out: { type: "string" } } });
const FIRST = "a-scorer.model-card.yaml";

/** A card with all that a starter needs; its uses stand on lines 7 and 8. */
function card(number) {
  return `kind: model-card\nid: model-${number}\nname: Model ${number}\nversion: 1.0.${number}\nowners:\n  - name: Team ${number % 17}\nintended_use:\n  primary_uses: [Rank parcels of depot ${number}]\nlimitations:\n  - Trained on one year\n`;
}

/** Writes so many cards, a hundred to a folder, and one at the top that is edited. */
async function fill(folder, count) {
  await writeFile(join(folder, FIRST), card(0));
  for (let start = 1; start < count; start += 100) {
    const below = join(folder, `team-${start}`);
    await mkdir(below);
    const numbers = Array.from({ length: Math.min(100, count - start) }, (_, at) => start + at);
    await Promise.all(numbers.map((number) => writeFile(join(below, `m${number}.model-card.yaml`), card(number))));
  }
}

/** Begins to note the labels of tree rows that the editor puts in or changes. */
function watchRows(page) {
  return page.evaluate(() => {
    const touched = new Set();
    const rowOf = (node) => (node instanceof Element ? node : node.parentElement)?.closest(".sidebar .monaco-list-row");
    const note = (node) => {
      const row = rowOf(node);
      if (row) touched.add(row.getAttribute("aria-label"));
      if (node instanceof Element) for (const one of node.querySelectorAll(".monaco-list-row")) touched.add(one.getAttribute("aria-label"));
    };
    globalThis.touchedRows = touched;
    const observer = new MutationObserver((records) => {
      for (const { target, addedNodes } of records) {
        note(target);
        for (const node of addedNodes) note(node);
      }
    });
    observer.observe(document.querySelector(".sidebar"), { subtree: true, childList: true, characterData: true });
  });
}

const clausesRows = (page) => page.evaluate(() => [...document.querySelectorAll(".sidebar .monaco-list-row")].map((row) => `${row.classList.contains("selected") ? "> " : "  "}${row.getAttribute("aria-label")}`));

const folder = await mkdtemp(join(tmpdir(), "clausewise-many-"));
const dataFolder = await mkdtemp(join(tmpdir(), "clausewise-data-"));
const picture = async (workbench, name) => values.out && workbench.screenshot(join(resolve(values.out), `${name}.png`));
if (values.out) await mkdir(resolve(values.out), { recursive: true });
let server;
let browser;
try {
  await fill(folder, Number(values.documents));
  server = await startHostedServer(await ensureHostedVSCode(), { dataFolder });
  browser = await openBrowser();
  const workbench = await Workbench.open(browser, server.address({ folder, payload: developmentPayload(server.port, { extension: repository }) }));
  const { page } = workbench;
  const started = Date.now();
  await workbench.openFile(FIRST);
  await workbench.openGovernance();
  await workbench.widenSideBar(520);
  await workbench.row("being read").waitFor().catch(() => console.log("The workspace was read before the tree was shown."));
  await picture(workbench, "1-being-read");
  await workbench.row("within reach").waitFor();
  console.log(`${values.documents} documents read and shown: ${((Date.now() - started) / 1000).toFixed(1)} s`);
  await workbench.focusEditor();
  await workbench.goTo(8, 5);
  await workbench.command("Clausewise: Reveal in Clauses");
  const selected = page.locator(".sidebar .monaco-list-row.selected", { hasText: FIRST });
  await selected.waitFor();
  await picture(workbench, "2-before");
  for (const [what, type] of [["a word typed", " more"], ["a line above", "\n"], ["a field emptied", undefined]]) {
    await workbench.focusEditor();
    const before = await clausesRows(page);
    await workbench.goTo(what === "a word typed" ? 8 : what === "a line above" ? 1 : 9, what === "a word typed" ? 31 : 1);
    await watchRows(page);
    const start = Date.now();
    if (type) await page.keyboard.insertText(type);
    else await page.keyboard.press("ControlOrMeta+Shift+k");
    const after = await eventually(() => clausesRows(page), (rows) => what === "a word typed" || rows.join() !== before.join());
    const touched = await page.evaluate(() => [...globalThis.touchedRows]);
    console.log(`${what}: ${Date.now() - start} ms, ${touched.length} of ${after.length} rows to be seen were touched${touched.map((one) => `\n    ${one}`).join("")}`);
    console.log(`  selected: ${after.filter((row) => row.startsWith(">")).join() || "nothing"}`);
    await picture(workbench, `3-after-${what.replaceAll(" ", "-")}`);
  }
} finally {
  await browser?.close();
  server?.stop();
  await server?.exited;
  await rm(folder, { recursive: true, force: true });
  await rm(dataFolder, { recursive: true, force: true, maxRetries: 10 });
}
