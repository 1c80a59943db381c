// What a walk through the workbench looked like: a numbered picture of each step, and one page that shows them in a row.
import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";

/** Takes the pictures of one walk into a folder of their own; those of the walk before are gone. */
export class Recording {
  #steps = [];

  constructor(workbench, folder) {
    this.workbench = workbench;
    this.folder = folder;
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(folder, { recursive: true });
  }

  /** Takes a picture under a sentence that says what is to be seen, and adds it to the page. */
  async step(sentence) {
    const file = `${String(this.#steps.length + 1).padStart(2, "0")}-${sentence.toLowerCase().replace(/[^a-z]+/g, "-")}.png`;
    await this.workbench.screenshot(join(this.folder, file));
    this.#steps.push({ file, sentence });
    const figures = this.#steps.map((one) => `<figure><figcaption>${one.sentence}</figcaption><img src="${one.file}" alt=""></figure>`);
    writeFileSync(join(this.folder, "index.html"), `<!doctype html><meta charset="utf-8"><title>A walk</title><style>body{font:1rem sans-serif;max-width:60rem;margin:auto}img{width:100%}</style>\n<ol>${figures.map((one) => `<li>${one}</li>`).join("\n")}</ol>\n`);
  }
}
