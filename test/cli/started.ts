import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { Readable } from "node:stream";
import { runCommand } from "../../src/cli/run";
import type { Surroundings } from "../../src/cli/run";

/** A model card with these lines. */
export const card = (id: string, lines = "") => `kind: model-card\nid: ${id}\nname: Scorer\nversion: 2.1.0\n${lines}`;

/** A risk file with risks of these ids. */
export const risks = (...ids: string[]) => `kind: security-risk\nid: register\nrisks:\n${ids.map((id) => `  - { id: ${id}, title: A }\n`).join("")}`;

/** A folder of its own in which commands are started, on 24 November 2026. */
export class Started {
  readonly folder = mkdtempSync(path.join(tmpdir(), "clausewise-cli-"));

  write(name: string, text: string): void {
    mkdirSync(path.dirname(path.join(this.folder, name)), { recursive: true });
    writeFileSync(path.join(this.folder, name), text);
  }

  /** A repository with two cards, the risk that one of them names, and notes that cite a clause. */
  writeRepository(): void {
    this.write(".git/HEAD", "ref: refs/heads/main\n");
    this.write("a.yaml", card("a", "links: { risks: [R-1] }\n"));
    this.write("b.yaml", card("b"));
    this.write("risks.yaml", risks("R-1"));
    this.write("notes.md", "# Notes\n\nISO 42001 A.6.2.9\n");
  }

  remove(name = "."): void {
    rmSync(path.join(this.folder, name), { recursive: true });
  }

  run(words: string, more: Partial<Surroundings> = {}, input = "") {
    return runCommand(words.split(" "), {
      folder: this.folder,
      standardInput: Readable.from([Buffer.from(input)]),
      colours: false,
      progress: () => undefined,
      clock: () => new Date(2026, 10, 24),
      ...more,
    });
  }

  /** The findings of `check`, as `path rule`. */
  async findings(words: string, more: Partial<Surroundings> = {}, input = ""): Promise<string[]> {
    const { output } = await this.run(`check --format json ${words}`, more, input);
    const { documents } = JSON.parse(output) as { documents: { path: string; findings: { rule: string }[] }[] };
    return documents.flatMap((one) => one.findings.map((finding) => `${one.path} ${finding.rule}`));
  }
}
