import type { CodeAction, CodeActionContext, Range as ProtocolRange } from "vscode-languageserver";
import type { Document } from "../documents/document";
import type { Finding, Fix } from "../rules/rule";
import type { FeatureContext } from "./context";
import { diagnosticOf } from "./diagnostics";
import { filesToCreate, missingFile } from "./file-creation";
import { fixAll, preferredFixOf, safeFix } from "./fix-all";
import { headingMeanings } from "./heading-meaning";
import { nearestFile } from "./nearest-file";
import { rulePageUri } from "./page-address";
import { severityEdit } from "./severity-edit";
import { suppressHere, suppressInFile } from "./suppress-edit";
import { creatingEdit, workspaceEdit } from "./workspace-edit";
import type { EditAbilities } from "./workspace-edit";
import { REWRITE, writeActions } from "./write-as";

/** The client's command that opens one of our pages; its argument is the address. */
export const OPEN_PAGE = "clausewise.openPage";

/** The client's command that asks for the severity of a rule; its arguments are the rule and the file it spoke in. */
export const SET_SEVERITY = "clausewise.setSeverity";

/** Kind of the action that makes every safe repair of a file, for `editor.codeActionsOnSave`. */
export const FIX_ALL = "source.fixAll.clausewise";

/** The kinds of action that there are. */
export const ACTION_KINDS = ["quickfix", FIX_ALL, REWRITE];

/** Rules about comments that keep findings silent, and about files that say nothing: no comment keeps these silent. */
const NEVER_SILENT = new Set(["suppression-unused", "suppression-without-reason", "unreadable-file"]);

/** What a client asks for, and what it can do. */
export interface ActionRequest {
  readonly range: ProtocolRange;
  /** The kinds it wants, all where it names none. */
  readonly only?: CodeActionContext["only"];
  /** The rules of the diagnostics it asks about, all where it names none. */
  readonly rules?: readonly string[];
  /** Version of the open file; null for a closed one. */
  readonly version: number | null;
  readonly versionOf: (uri: string) => number | null;
  readonly abilities: EditAbilities;
  /** True for JSON whose language has comments. */
  readonly comments: boolean;
  /** True when the client asks for the edits of an action only once it was chosen. */
  readonly resolves: boolean;
  /** The workspace's files as URIs, for a range that `asksForFiles`. */
  readonly files?: readonly string[];
}

/** What an action whose edit is still to come carries. */
export interface FixAllData {
  readonly uri: string;
  readonly rule: string;
  readonly version: number | null;
}

/**
 * The repairs on offer in a range of a file; then, per rule that speaks there, all repairs of the rule in the file, an explanation,
 * its severity, and comments that keep it silent.
 */
export function codeActionsAt(context: FeatureContext, uri: string, request: ActionRequest): CodeAction[] {
  const document = context.index.get(uri)?.readings.document;
  if (!document) return [];
  const wanted = (kind: string) => !request.only || request.only.some((one) => kind === one || kind.startsWith(`${one}.`));
  // A source action changes the whole file, so it is made for those only who ask for it by its kind.
  const source = request.only && wanted(FIX_ALL) ? fixAllAction(context, document, request) : [];
  const rewrites = wanted(REWRITE) ? writeActions(context, uri, request.range) : [];
  if (!wanted("quickfix")) return [...source, ...rewrites];
  const span = { start: document.lines.offsetAt(request.range.start), end: document.lines.offsetAt(request.range.end) };
  const all = context.index.findings(uri);
  const here = all.filter((finding) => finding.span.start <= span.end && finding.span.end >= span.start && (request.rules?.includes(finding.rule) ?? true));
  const fixes = here.flatMap((finding) => finding.fixes.map((fix) => quickFix(context, document, finding, fix, request)));
  const first = new Map<string, Finding>();
  for (const finding of here) if (!first.has(finding.rule)) first.set(finding.rule, finding);
  const about = [...first.values()];
  return [
    ...onlyOnePreferred(withoutRepetition(fixes)),
    ...here.flatMap((finding) => writeNearestFile(context, document, finding, request)),
    ...here.flatMap((finding) => createFile(context, document, finding, request)),
    ...(request.rules ? [] : headingMeanings(context, uri, span, request)),
    ...about.flatMap((finding) => fixAllOfRule(context, document, finding, all, request)),
    ...about.flatMap((finding) => (context.pages ? explain(context, document, finding) : [])),
    ...about.flatMap((finding) => silence(context, document, finding, request)),
    ...about.flatMap((finding) => setSeverity(context, document, finding, request)),
    ...source,
    ...rewrites,
  ];
}

function quickFix(context: FeatureContext, document: Document, finding: Finding, fix: Fix, { version, versionOf, abilities }: ActionRequest): CodeAction {
  return {
    title: fix.title,
    kind: "quickfix",
    diagnostics: [diagnosticOf(context, document, finding)],
    ...(fix.preferred ? { isPreferred: true } : {}),
    edit: fix.document ? workspaceEdit(fix.document, fix.edits, versionOf(fix.document.uri), abilities) : workspaceEdit(document, fix.edits, version, abilities),
  };
}

/** Findings at one place may offer the same repair: what adds all that is missing comes with each of the missing fields. */
function withoutRepetition(actions: readonly CodeAction[]): CodeAction[] {
  const known = new Map<string, CodeAction>();
  for (const action of actions) {
    const key = JSON.stringify([action.title, action.edit]);
    const before = known.get(key);
    known.set(key, before ? { ...before, diagnostics: [...(before.diagnostics ?? []), ...(action.diagnostics ?? [])] } : action);
  }
  return [...known.values()];
}

/** Where findings meet at one place, the first repair alone is the one that a single keystroke makes. */
function onlyOnePreferred(actions: readonly CodeAction[]): CodeAction[] {
  const first = actions.find((action) => action.isPreferred);
  return actions.map((action) => {
    const { isPreferred: _, ...plain } = action;
    return action === first ? action : plain;
  });
}

function fixAllOfRule(context: FeatureContext, document: Document, finding: Finding, all: readonly Finding[], request: ActionRequest): CodeAction[] {
  const { rule } = finding;
  const choose = preferredFixOf(rule);
  const count = all.filter((one) => choose(one) !== undefined).length;
  if (count < 2) return [];
  const action: CodeAction = { title: `Repair all ${count} ${rule} findings in this file`, kind: "quickfix", diagnostics: [diagnosticOf(context, document, finding)] };
  const data: FixAllData = { uri: document.uri, rule, version: request.version };
  return [request.resolves ? { ...action, data } : { ...action, edit: workspaceEdit(document, fixAll(context, document.uri, choose), request.version, request.abilities) }];
}

/** Gives an action its edit, as long as the file is the one that the action was made for. */
export function resolveAction(context: FeatureContext, action: CodeAction, versionOf: (uri: string) => number | null, abilities: EditAbilities): CodeAction {
  const data = action.data as FixAllData | undefined;
  const document = data && context.index.get(data.uri)?.readings.document;
  if (!document || versionOf(data.uri) !== data.version) return action;
  return { ...action, edit: workspaceEdit(document, fixAll(context, data.uri, preferredFixOf(data.rule)), data.version, abilities) };
}

function fixAllAction(context: FeatureContext, document: Document, { version, abilities }: ActionRequest): CodeAction[] {
  const edits = fixAll(context, document.uri, safeFix);
  return edits.length === 0 ? [] : [{ title: "Make every safe repair in this file", kind: FIX_ALL, edit: workspaceEdit(document, edits, version, abilities) }];
}

function explain(context: FeatureContext, document: Document, finding: Finding): CodeAction[] {
  const title = `Explain ${finding.rule}`;
  return [about(context, document, finding, { title, command: { title, command: OPEN_PAGE, arguments: [rulePageUri(finding.rule)] } })];
}

/** A missing file may be meant that has nearly this name, or has it in another folder. */
function writeNearestFile(context: FeatureContext, document: Document, finding: Finding, { files = [], version, abilities }: ActionRequest): CodeAction[] {
  const near = nearestFile(context, document, finding, files);
  return near ? [about(context, document, finding, { title: `Write ${near.path}`, edit: workspaceEdit(document, [near.edit], version, abilities) })] : [];
}

/** True where a finding in a range is about a missing file, so that the workspace's files are worth asking for. */
export function asksForFiles(context: FeatureContext, uri: string, range: ProtocolRange): boolean {
  const document = context.index.get(uri)?.readings.document;
  if (!document) return false;
  const [start, end] = [document.lines.offsetAt(range.start), document.lines.offsetAt(range.end)];
  return context.index.findings(uri).some((finding) => finding.span.start <= end && finding.span.end >= start && missingFile(context, document, finding) !== undefined);
}

/** The missing file that a document names can be begun, in each place where it may be meant; our own client opens it. */
function createFile(context: FeatureContext, document: Document, finding: Finding, { abilities }: ActionRequest): CodeAction[] {
  if (!abilities.creates) return [];
  return filesToCreate(context, document, finding).map(({ uri, path, text }) => {
    const title = `Create the file ${path}`;
    return about(context, document, finding, { title, edit: creatingEdit(uri, text), ...(context.pages ? { command: { title, command: OPEN_PAGE, arguments: [uri] } } : {}) });
  });
}

/** Comments that keep a rule silent. Strict JSON has none, so they are offered only where the file has comments already or may. */
function silence(context: FeatureContext, document: Document, finding: Finding, { version, abilities, comments }: ActionRequest): CodeAction[] {
  // A table of values has no comments.
  if (NEVER_SILENT.has(finding.rule) || document.language === "csv" || (document.language === "json" && !comments && document.comments.length === 0)) return [];
  const here = suppressHere(document, finding);
  const make = (title: string, edit: Fix["edits"][number]) => about(context, document, finding, { title, edit: workspaceEdit(document, [edit], version, abilities) });
  return [
    ...(here ? [make(`Keep ${finding.rule} silent here, with a reason`, here)] : []),
    make(`Keep ${finding.rule} silent in this file, with a reason`, suppressInFile(document, finding.rule)),
  ];
}

/** Our own client asks which severity; any other one can turn the rule off. */
function setSeverity(context: FeatureContext, document: Document, finding: Finding, { versionOf, abilities }: ActionRequest): CodeAction[] {
  const off = severityEdit(context, document.uri, finding.rule, "off", versionOf, abilities);
  if (!off) return [];
  const title = context.pages ? `Set the severity of ${finding.rule} in clausewise.yaml…` : `Turn off ${finding.rule} in clausewise.yaml`;
  return [about(context, document, finding, context.pages ? { title, command: { title, command: SET_SEVERITY, arguments: [finding.rule, document.uri] } } : { title, edit: off.edit })];
}

function about(context: FeatureContext, document: Document, finding: Finding, action: CodeAction): CodeAction {
  return { kind: "quickfix", diagnostics: [diagnosticOf(context, document, finding)], ...action };
}
