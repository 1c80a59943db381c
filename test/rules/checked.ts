import assert from "node:assert/strict";
import type { Language } from "../../src/documents/document";
import { readDocument } from "../../src/documents/read";
import { readParts } from "../../src/formats/readings";
import type { KindId } from "../../src/kinds/field";
import { defaultProfile } from "../../src/kinds/profile";
import type { WorkspaceProfile } from "../../src/kinds/profile";
import { checkDocument } from "../../src/rules/check";
import type { Finding, Fix } from "../../src/rules/rule";

/** What a test may set; the rest is a YAML file of a workspace without a profile, on 24 November 2026. */
export interface Setting {
  readonly language?: Language;
  readonly path?: string;
  readonly kind?: KindId;
  readonly today?: string;
  readonly profile?: Partial<WorkspaceProfile>;
  /** Leaves out what is said of fields elsewhere than at or below this path. */
  readonly only?: string;
}

const ENDINGS: Readonly<Record<Language, string>> = { yaml: "yaml", json: "json", markdown: "md", csv: "csv" };

/** All findings of a text. */
export function check(text: string, { language = "yaml", path = `file.${ENDINGS[language]}`, kind, today = "2026-11-24", profile, only }: Setting = {}): Finding[] {
  const readings = readParts(readDocument(`file:///${path}`, language, text), { path, forced: kind });
  const found = [...checkDocument(readings, { profile: { ...defaultProfile, ...profile }, today }).findings];
  return only === undefined ? found : found.filter(({ field = "" }) => field === only || field.startsWith(`${only}.`) || field.startsWith(`${only}[`));
}

/** The findings of one rule. */
export function findingsOf(rule: string, text: string, setting?: Setting): Finding[] {
  return check(text, setting).filter((finding) => finding.rule === rule);
}

/** Takes the marks ⟦ and ⟧ out of a text and gives the places between them. */
export function unmarked(marked: string): { text: string; spans: { start: number; end: number }[] } {
  const spans: { start: number; end: number }[] = [];
  let text = "";
  let start = 0;
  for (const piece of marked.split(/(⟦|⟧)/)) {
    if (piece === "⟦") start = text.length;
    else if (piece === "⟧") spans.push({ start, end: text.length });
    else text += piece;
  }
  return { text, spans };
}

/** Asserts that the rule reports exactly the marked places, and gives its findings back. */
export function assertMarked(rule: string, marked: string, setting?: Setting): Finding[] {
  const { text, spans } = unmarked(marked);
  const found = findingsOf(rule, text, setting);
  const cut = (all: readonly { start: number; end: number }[]) => all.map(({ start, end }) => `${start}: ${text.slice(start, end)}`);
  assert.deepEqual(cut(found.map((finding) => finding.span)), cut(spans));
  return found;
}

/** The text after a repair. */
export function fixed(marked: string, fix: Fix | undefined): string {
  assert.ok(fix, "there is a fix");
  const { text } = unmarked(marked);
  const edits = [...fix.edits].sort((a, b) => b.span.start - a.span.start);
  return edits.reduce((so, { span, text: put }) => so.slice(0, span.start) + put + so.slice(span.end), text);
}
