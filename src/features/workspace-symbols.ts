import { SymbolKind } from "vscode-languageserver";
import type { WorkspaceSymbol } from "vscode-languageserver";
import type { FeatureContext } from "./context";
import { clausePageUri } from "./page-address";

/** More than this nobody reads; another letter narrows it. */
const MOST = 500;

const KINDS: Readonly<Record<string, SymbolKind>> = {
  "model-card": SymbolKind.File,
  "impact-assessment": SymbolKind.File,
  "security-risk": SymbolKind.File,
  "statement-of-applicability": SymbolKind.File,
  risk: SymbolKind.Event,
  impact: SymbolKind.Event,
  dataset: SymbolKind.Array,
};

/** The clauses, and the things of the workspace that have an id, whose number, id or title holds every word of the query. */
export function workspaceSymbols(context: FeatureContext, query: string): WorkspaceSymbol[] {
  const words = query.toLowerCase().split(/\s+/).filter((word) => word !== "");
  const fits = (name: string) => {
    const text = name.toLowerCase();
    return words.every((word) => text.includes(word));
  };
  return [...things(context, fits), ...(context.pages ? clauses(context, fits) : [])];
}

function things({ index }: FeatureContext, fits: (name: string) => boolean): WorkspaceSymbol[] {
  const found: WorkspaceSymbol[] = [];
  for (const { type, id, title, uri, span, reading } of index.identifiers().all()) {
    const name = title === undefined ? id : `${id} ${title}`;
    if (!fits(name)) continue;
    const location = { uri, range: reading.document.lines.rangeOf(span) };
    found.push({ name, kind: KINDS[type] ?? SymbolKind.Object, containerName: index.get(uri)?.path ?? "", location });
    if (found.length === MOST) break;
  }
  return found;
}

function clauses({ catalogue }: FeatureContext, fits: (name: string) => boolean): WorkspaceSymbol[] {
  const start = { line: 0, character: 0 };
  return catalogue.standards.flatMap(({ designation, clauses: all }) =>
    all
      .filter(({ id, title, ref }) => fits(`${id} ${title} ${ref}`))
      .map(({ id, title, ref }) => ({ name: `${id} ${title}`, kind: SymbolKind.Constant, containerName: designation, location: { uri: clausePageUri(ref), range: { start, end: start } } })),
  );
}
