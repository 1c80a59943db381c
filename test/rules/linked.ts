import { languageOf } from "../../src/documents/read";
import type { Finding } from "../../src/rules/rule";
import { WorkspaceIndex } from "../../src/workspace/workspace-index";

/** A workspace of files by path, all of it known, on 24 November 2026. Paths that begin with `/` are outside the root `w`. */
export class Linked {
  readonly index: WorkspaceIndex;

  constructor(files: Readonly<Record<string, string>>, there: readonly string[] = []) {
    const exists = (uri: string) => there.some((path) => uri === `file:///w/${path}`);
    this.index = new WorkspaceIndex({ today: "2026-11-24", adjust: (profile) => profile, forced: () => undefined, exists });
    this.index.setFolders(["w", "v"].map((name) => ({ uri: `file:///${name}`, name })));
    for (const [path, text] of Object.entries(files)) this.write(path, text);
    this.index.setWhole(true);
  }

  write(path: string, text: string): void {
    this.index.update(this.uri(path), languageOf(path) ?? "yaml", text);
  }

  remove(path: string): void {
    this.index.remove(this.uri(path));
  }

  /** The findings of a rule in a file. */
  findings(path: string, rule: string): Finding[] {
    return this.index.findings(this.uri(path)).filter((finding) => finding.rule === rule);
  }

  /** The words that a rule underlines in a file. */
  words(path: string, rule: string): string[] {
    const text = this.index.get(this.uri(path))?.readings.document.text ?? "";
    return this.findings(path, rule).map(({ span }) => text.slice(span.start, span.end));
  }

  private uri(path: string): string {
    return path.startsWith("/") ? `file://${path}` : `file:///w/${path}`;
  }
}

