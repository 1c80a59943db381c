import type { Document } from "../documents/document";
import type { Span } from "../documents/span";
import type { Reading } from "../formats/format";
import type { DocumentReadings } from "../formats/readings";
import type { WorkspaceProfile } from "../kinds/profile";
import type { Neighbours } from "./neighbours";
import { allRules, referenceRules, rules } from "./rules";
import type { Draft, Finding, Fix, Rule, RuleContext } from "./rule";
import { structureOf } from "./structure";
import { misspeltInstructions, silences, suppressionsOf } from "./suppression";
import type { Suppression } from "./suppression";
import { suppressionUnused, suppressionWithoutReason } from "./suppression-rules";
import type { UnusedSuppression } from "./suppression-rules";
import { syntaxDrafts, unreadableProblem } from "./syntax-error";

const ruleIds = allRules.map((rule) => rule.id);

/** What findings depend on beside the text. */
export interface CheckSettings {
  readonly profile: WorkspaceProfile;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** What the other documents of the workspace say, where they are known. */
  readonly neighbours?: Neighbours;
}

/** The findings of one part of a document, in the order of the text. */
export interface CheckedReading {
  readonly reading: Reading;
  readonly findings: readonly Finding[];
}

/** The findings of a whole document. */
export interface CheckedDocument {
  /** Those of its parts that are of a kind. */
  readonly parts: readonly CheckedReading[];
  /** All of them, in the order of the text: also those about references in a text that is of no kind. */
  readonly findings: readonly Finding[];
}

/**
 * Checks every part of a document that is of a kind, and the references to clauses in any text. Each finding has a non-empty
 * span inside the text; suppressed ones are left out, and suppressions that keep nothing silent are findings themselves.
 */
export function checkDocument(taken: DocumentReadings, settings: CheckSettings): CheckedDocument {
  const { document, readings } = taken;
  const isOurs = readings.length > 0;
  if (!isOurs && taken.references().standards.length === 0) return { parts: [], findings: [] };
  const suppressions = suppressionsOf(document);
  const used = new Map<Suppression, Set<string>>(suppressions.map((one) => [one, new Set()]));
  const silent = (finding: Finding) => {
    const matching = suppressions.filter((one) => silences(one, finding.rule, finding.span));
    for (const one of matching) used.get(one)?.add(finding.rule);
    return matching.length > 0;
  };
  const checked = readings.map((reading) => ({ reading, findings: readingFindings(reading, settings).filter((finding) => !silent(finding)) }));
  const structural = checked.flatMap((one) => one.findings);
  const about = [
    ...(isOurs ? textFindings(document, settings) : []).filter((finding) => !silent(finding)),
    ...referenceFindings(taken, settings).filter((finding) => !structural.some((one) => saysAlready(one, finding)) && !silent(finding)),
    ...findingsOf(suppressionWithoutReason, suppressionWithoutReason.about(suppressions, ruleIds), document, settings),
    ...findingsOf(suppressionUnused, suppressionUnused.about([...unusedOf(used), ...misspeltInstructions(document)], ruleIds), document, settings),
  ];
  const parts = checked.map(({ reading, findings }, index) => {
    const own = about.filter((finding) => partOf(readings, finding.span) === index);
    return { reading, findings: [...findings, ...own].sort(inTextOrder) };
  });
  return { parts, findings: isOurs ? parts.flatMap((part) => part.findings) : about.sort(inTextOrder) };
}

/** The suppressions that kept nothing silent, as a whole or with some of their rules. */
function unusedOf(used: ReadonlyMap<Suppression, ReadonlySet<string>>): UnusedSuppression[] {
  return [...used].flatMap(([suppression, silenced]) => {
    const unused = suppression.rules.filter(({ id }) => !silenced.has(id));
    return silenced.size === 0 || unused.length > 0 ? [{ suppression, unused, isUsed: silenced.size > 0 }] : [];
  });
}

/** What is wrong with the references in the text, whatever kind it is of. */
function referenceFindings({ document, references }: DocumentReadings, settings: CheckSettings): Finding[] {
  const cited = { document, references: references() };
  if (cited.references.standards.length === 0) return [];
  return referenceRules.flatMap((rule) => findingsOf(rule, rule.about(cited), document, settings));
}

/** True where a finding about a field says what one about its text would say, or knows which clause was meant. */
function saysAlready(field: Finding, reference: Finding): boolean {
  if (field.span.start !== reference.span.start || field.span.end !== reference.span.end) return false;
  return field.rule === reference.rule || (field.rule === "bad-format" && (reference.rule === "unknown-clause" || reference.rule === "ambiguous-clause") && field.fixes.length > 0);
}

/** What is wrong with the text itself, whatever kind it is of. */
function textFindings(document: Document, settings: CheckSettings): Finding[] {
  return syntaxDrafts(document).flatMap(({ rule, drafts }) => findingsOf(rule, drafts, document, settings));
}

function readingFindings(reading: Reading, settings: CheckSettings): Finding[] {
  // Gaps in a text that could not be read are no gaps of the document.
  if (unreadableProblem(reading.document)) return [];
  const context: RuleContext = { ...settings, reading, ruleIds, structure: structureOf(reading) };
  return rules.flatMap((rule) => {
    if (settings.profile.rules[rule.id] === "off") return [];
    return findingsOf(rule, rule.check(context), reading.document, settings).filter((finding) => !followsFromSyntax(finding, reading.document));
  });
}

/**
 * A half-typed key or value is one slip, which `syntax-error` reports: what other rules say of the same words follows from it. So
 * does what they say inside a merge conflict, and of keys that a tab has moved out of their group.
 */
function followsFromSyntax({ rule, span }: Finding, { problems, text, lines }: Document): boolean {
  if (rule === "missing-field") return false;
  return problems.some((problem) => {
    if (problem.cause === "merge-conflict" && span.start >= problem.span.start && span.start <= conflictEnd(problem.span, text)) return true;
    if (problem.cause === "tab-as-indent" && text[lines.lineSpan(lines.lineOf(span.start)).start] === "\t") return true;
    if (span.start < problem.span.end && problem.span.start < span.end) return true;
    return (rule === "empty-field" || rule === "wrong-type") && problem.span.start >= span.end && VALUE_AHEAD.test(text.slice(span.end, problem.span.start));
  });
}

/** Between a key and the problem that stands in the place of its value. */
const VALUE_AHEAD = /^[ \t]*:?[ \t]*(?:\r?\n|\r)?$/;

/** Where the last line of a merge conflict ends. */
function conflictEnd({ end }: Span, text: string): number {
  const last = /^>{7}[^\r\n]*/m.exec(text.slice(end));
  return last ? end + last.index + last[0].length : end;
}

function findingsOf(rule: Rule, drafts: Iterable<Draft>, document: Document, { profile }: CheckSettings): Finding[] {
  const severity = profile.rules[rule.id] ?? rule.severity;
  if (severity === "off") return [];
  const findings: Finding[] = [];
  for (const draft of drafts) {
    const span = visible(draft.span, document.text);
    if (!span) continue;
    const related = (draft.related ?? []).flatMap((one) => {
      const place = visible(one.span, (one.document ?? document).text);
      return place ? [{ ...one, span: place }] : [];
    });
    findings.push(new DraftedFinding(rule, severity, draft, span, related));
  }
  return findings;
}

/** A finding whose repairs are worked out when somebody asks. A class: an object literal with a getter would get a shape of its own, which V8 keeps until a full collection. */
class DraftedFinding implements Finding {
  readonly rule: string;
  readonly message: string;
  readonly clauses: Finding["clauses"];
  readonly field: string | undefined;
  #fixes: Draft["fixes"];

  constructor(
    { id, clauses }: Rule,
    readonly severity: Finding["severity"],
    draft: Draft,
    readonly span: Span,
    readonly related: Finding["related"],
  ) {
    this.rule = id;
    this.message = draft.message;
    this.clauses = draft.clauses && draft.clauses.length > 0 ? draft.clauses : clauses;
    this.field = draft.field;
    this.#fixes = draft.fixes;
  }

  get fixes(): readonly Fix[] {
    if (typeof this.#fixes === "function") this.#fixes = this.#fixes();
    return this.#fixes ?? [];
  }
}

/** A span inside the text that can be seen: an empty one, or one of line endings alone, grows to the nearest character of the text. */
function visible(span: Span, text: string): Span | undefined {
  const start = Math.max(0, Math.min(span.start, text.length));
  const end = Math.max(start, Math.min(span.end, text.length));
  if (/[^\r\n]/.test(text.slice(start, end))) return { start: wholeCharacter(start, text).start, end: wholeCharacter(end - 1, text).end };
  for (let before = start; before > 0; before--) {
    if (/\S/.test(text[before - 1] ?? "")) return wholeCharacter(before - 1, text);
  }
  const after = text.search(/\S/);
  return after < 0 ? undefined : wholeCharacter(after, text);
}

/** The character at `index`, both halves of it where it is a surrogate pair. */
function wholeCharacter(index: number, text: string): Span {
  const inside = /[\udc00-\udfff]/.test(text[index] ?? "") && /[\ud800-\udbff]/.test(text[index - 1] ?? "");
  const start = inside ? index - 1 : index;
  return { start, end: start + ((text.codePointAt(start) ?? 0) > 0xffff ? 2 : 1) };
}

/** The part that a place belongs to: the last one that begins before it. */
function partOf(readings: readonly Reading[], span: Span): number {
  const after = readings.findIndex((reading) => reading.part.span.start > span.start);
  return after < 0 ? readings.length - 1 : Math.max(0, after - 1);
}

function inTextOrder(a: Finding, b: Finding): number {
  return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}
