import { plainValue } from "../documents/node";
import { languageOf, readDocument } from "../documents/read";
import type { Overlay } from "../standards/catalogue";

/**
 * Reads a local overlay of the catalogue (YAML or JSON, as `overlay.schema.json` describes it). Undefined when it is none: the
 * catalogue then stays as shipped.
 */
export function readOverlay(uri: string, text: string): Overlay | undefined {
  const root = readDocument(uri, languageOf(uri) ?? "json", text).parts[0]?.root;
  const value = root && (plainValue(root) as { standard?: unknown; clauses?: unknown });
  if (value?.standard !== "iso42001" && value?.standard !== "iso27001") return undefined;
  if (typeof value.clauses !== "object" || value.clauses === null) return undefined;
  const clauses = Object.entries(value.clauses as Record<string, unknown>).flatMap(([id, entry]) => {
    const { text: words, note } = (typeof entry === "object" && entry !== null ? entry : {}) as Record<string, unknown>;
    return [[id, { ...(typeof words === "string" ? { text: words } : {}), ...(typeof note === "string" ? { note } : {}) }] as const];
  });
  return { standard: value.standard, clauses: Object.fromEntries(clauses) };
}
