import type { WorkspaceEdit } from "vscode-languageserver";
import type { Position } from "../documents/span";
import type { ClauseView } from "../features/clause-view";
import type { Row } from "../features/row";
import type { KindId } from "../kinds/field";

export { TELLING_FILES } from "../features/telling-files";
export { clausePageUri, PAGE_SCHEME, rulePageUri } from "../features/page-address";
export { REPORT_STYLE } from "../reports/report/style";
export type { ClauseView } from "../features/clause-view";
export type { CoverageState } from "../workspace/coverage";
export type { StandardId } from "../standards/clause";
export type { Page } from "../features/page";
export type { WriteOffer, WrittenDocument } from "../features/write-as";
export type { Row, RowState, Target } from "../features/row";
export type { ClauseItem } from "../features/clause-list";
export type { DocumentStatus } from "../features/status";
export type { Position as Place } from "../documents/span";

/**
 * What the language server and its client say to each other beyond the language server protocol. Plain JSON both ways. Of the
 * core it takes types, addresses of pages and names of files, so the client can use it without the rest.
 */

/** Client → server, at start (`initializationOptions`). */
export interface ServerOptions {
  /** True when the client can open the pages of `pageUri`, so findings may point at them. */
  readonly pages: boolean;
  /** Today as `YYYY-MM-DD`, for tests and pictures; the server's own clock where it is missing. */
  readonly today?: string;
}

/** The settings below `clausewise` in the editor. */
export interface EditorSettings {
  /** Overrides the profile's strictness; `workspace` leaves it to `clausewise.yaml`. */
  readonly profile: "workspace" | "starter" | "standard" | "audit";
  /** Severity by rule id; wins over `clausewise.yaml`. */
  readonly rules: Readonly<Record<string, "off" | "hint" | "information" | "warning" | "error">>;
  /** The kind a person chose, by URI; kept in the workspace's state by the client. */
  readonly kinds: Readonly<Record<string, KindId | "none">>;
}

/** Server → client request: the files that may hold documents, below every root. Answers `ListedFile[]`. */
export const ListFiles = "clausewise/listFiles";
export interface ListedFile {
  readonly uri: string;
}

/**
 * Server → client request without parameters: all files that a document may name as evidence, of whatever type and below every root.
 * Answers `ListedFile[]`.
 */
export const ListNamedFiles = "clausewise/listNamedFiles";

/** Server → client request `{ uri }`: the text of a file, or why it cannot be had. */
export const ReadFile = "clausewise/readFile";
export interface ReadFileResult {
  readonly text?: string;
  /** A sentence for people, when the file cannot be read. */
  readonly problem?: string;
}

/** Server → client request `{ uris }`: those of the files that are there. */
export const FilesThere = "clausewise/filesThere";
export interface FilesThereParams {
  readonly uris: readonly string[];
}

/** Client → server notification with `EditorSettings`, at start and after each change. */
export const SettingsChanged = "clausewise/settingsChanged";

/**
 * Client → server notification with `FilesEvent`: files outside the open editors were created, changed or deleted. A deleted
 * address may be a folder's, and then stands for everything below it.
 */
export const FilesChanged = "clausewise/filesChanged";
export interface FilesEvent {
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
  /** Files of other sorts that came or went; documents may name them. */
  readonly others?: readonly string[];
}

/** Client → server notification without parameters: list and read all files again. */
export const Rescan = "clausewise/rescan";

/** Server → client notification: something that trees or status show has changed; ask again. */
export const ModelChanged = "clausewise/modelChanged";

/** Server → client notification with `ScanProgressParams` while the workspace is read. */
export const ScanProgress = "clausewise/scanProgress";
export interface ScanProgressParams {
  readonly done: number;
  /** Missing while the files are still being listed. */
  readonly total?: number;
  /** Given at the end alone. Where the reading was stopped what was read stays, and the rest waits for `ReadOn`. */
  readonly end?: "whole" | "stopped";
}

/** Client → server notification without parameters: stop reading the workspace. */
export const StopReading = "clausewise/stopReading";

/** Client → server notification without parameters: read what was left unread when the reading was stopped. */
export const ReadOn = "clausewise/readOn";

/** Client → server request with `RowsParams`; answers `Row[]`: the children of a row, or the top rows. */
export const Rows = "clausewise/rows";
export interface RowsParams {
  readonly tree: "documents" | "clauses";
  /** `id` of the parent row; undefined for the top. */
  readonly parent?: string;
  /** How the Clauses tree is looked at. */
  readonly view?: ClauseView;
}

/**
 * Client → server request with `ChangedRowsParams`; answers `RowsBelow[]`: the rows below those parents where they are not the ones of the
 * `print` any more. So an edit brings only what it changed.
 */
export const ChangedRows = "clausewise/changedRows";
export interface ChangedRowsParams {
  readonly tree: RowsParams["tree"];
  readonly view?: ClauseView;
  /** A parent without a print is always answered. */
  readonly known: readonly KnownRows[];
}
export interface KnownRows {
  /** `id` of the parent row; undefined for the top. */
  readonly parent?: string | undefined;
  /** Stands for the rows below it: equal rows have equal prints. */
  readonly print?: string | undefined;
}
export interface RowsBelow extends KnownRows {
  readonly rows: readonly Row[];
}

/** Client → server request with `RowMarkdownParams`; answers a row and all below it as a nested Markdown list (`string`). */
export const RowMarkdown = "clausewise/rowMarkdown";
export interface RowMarkdownParams {
  readonly tree: RowsParams["tree"];
  readonly row: Row;
  readonly view?: ClauseView;
}

/**
 * Client → server request with `RowPathParams`: the row for a place in an editor with its ancestors from the top (`Row[]`); empty
 * when the tree has none.
 */
export const RowPath = "clausewise/rowPath";
export interface RowPathParams {
  readonly tree: RowsParams["tree"];
  readonly uri: string;
  readonly position: Position;
  readonly view?: ClauseView;
}

/** What requests about one file or page carry. */
export interface UriParams {
  readonly uri: string;
}

/** Client → server request `{ uri }`; answers `DocumentStatus` or null for a file that the server does not look at. */
export const Status = "clausewise/status";

/** Client → server request `{ uri }` of a page (`clausewise:/…`); answers `Page` or null when there is no such page. */
export const GetPage = "clausewise/page";

/** Client → server request `{ uri }` of a page of a clause or rule; answers its plain text (`string`) or null, for where only text can be shown. */
export const PageText = "clausewise/pageText";

/** Client → server request without parameters; answers `ClauseItem[]`: every clause of both standards, in their order. */
export const ClauseList = "clausewise/clauseList";

/**
 * Client → server request with `SeverityEditParams`; answers `SeverityEditResult`, or null where no profile can be written: outside of
 * every folder, or when the profile has syntax errors.
 */
export const SeverityEdit = "clausewise/severityEdit";
export interface SeverityEditParams {
  /** The file in which the rule spoke; the profile of its folder is changed. */
  readonly uri: string;
  readonly rule: string;
  readonly setting: EditorSettings["rules"][string];
}
export interface SeverityEditResult {
  /** The profile, which the edit may create. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
}

/** Client → server request `{ texts }`: the name that the repository's files give to what they build; null when they give none. */
export const SuggestName = "clausewise/suggestName";

/** Client → server request with `NewDocumentParams`; answers `NewDocument`. */
export const CreateDocument = "clausewise/newDocument";
export interface NewDocumentParams {
  readonly kind: KindId;
  readonly notation: "yaml" | "json" | "markdown";
  /** What the file is about, used for `name`/`title` and the file's name; may be empty. */
  readonly name: string;
  /** Folder the file goes to. */
  readonly folder: string;
  /** Texts of the repository's files that are named in `TELLING_FILES`, from beside the new file and from the root. */
  readonly texts: Readonly<Record<string, string>>;
}
export interface NewDocument {
  /** File name in that folder, e.g. `credit-scorer.model-card.yaml`. */
  readonly fileName: string;
  /** The folder below the given one that holds documents of this kind already, if there is one. */
  readonly beside?: string;
  /** The text as a snippet in the editor's snippet syntax; the first tab stop is the first thing to fill. */
  readonly snippet: string;
}

/** Client → server request with `WriteOfferParams`; answers `WriteOffer`: how a document can be written and what each way loses; null where there is none. */
export const OfferToWrite = "clausewise/writeOffer";
export interface WriteOfferParams {
  readonly uri: string;
  /** A place in one of the documents of the file; the first is meant without it. */
  readonly position?: Position;
}

/** Client → server request with `WriteParams`; answers `WrittenDocument`, or null when the document is no longer there. */
export const WriteDocument = "clausewise/writeDocument";
export interface WriteParams {
  readonly uri: string;
  readonly part: number;
  readonly target: string;
}

/** Client → server request `{ commit? }`; answers the report as the text of one HTML file. */
export const ReportFile = "clausewise/reportFile";

/** A file to be made or changed, with what that changes in words. */
export interface ChangeOfFile {
  readonly uri: string;
  readonly isNew: boolean;
  readonly changes: readonly string[];
  readonly edit: WorkspaceEdit;
}

/** Client → server request with `StatementParams`; answers `ChangeOfFile`: a new statement of applicability, or what keeps the one there is in step. */
export const StatementChange = "clausewise/statementChange";
export interface StatementParams {
  readonly standard: "iso42001" | "iso27001";
  /** The root folder that a new statement goes to. */
  readonly folder: string;
}

/** Client → server request without parameters; answers `AdviceQuestion[]`: what to ask before an advice on standards. */
export const AdviceQuestions = "clausewise/adviceQuestions";
export interface AdviceQuestion {
  readonly id: string;
  readonly text: string;
  readonly detail: string;
  /** What the workspace suggests, and why. */
  readonly suggested?: boolean;
  readonly because?: string;
}

/** Client → server request with `AdviceParams`; answers the address of the page with the advice and its reasons. */
export const AdviceFor = "clausewise/advice";
export interface AdviceParams {
  readonly answers: Readonly<Record<string, boolean>>;
}

/** Client → server request with `StandardsParams`; answers `ChangeOfFile`, or null where the profile cannot be changed. */
export const StandardsChange = "clausewise/standards";
export interface StandardsParams {
  /** Ids of standards, as the address of the link has them. */
  readonly standards: readonly string[];
  readonly folder: string;
}
