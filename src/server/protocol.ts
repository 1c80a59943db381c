import type { KindId } from "../kinds/field";

/**
 * What the language server and its client say to each other beyond the language server protocol. Plain JSON both ways; this file
 * imports types only, so the client can use it without the core.
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

/** Server → client request `{ uri }`: the text of a file, or why it cannot be had. */
export const ReadFile = "clausewise/readFile";
export interface ReadFileResult {
  readonly text?: string;
  /** A sentence for people, when the file cannot be read. */
  readonly problem?: string;
}

/** Client → server notification with `EditorSettings`, at start and after each change. */
export const SettingsChanged = "clausewise/settingsChanged";

/** Client → server notification with `FilesEvent`: files outside the open editors were created, changed or deleted. */
export const FilesChanged = "clausewise/filesChanged";
export interface FilesEvent {
  readonly changed: readonly string[];
  readonly deleted: readonly string[];
}

/** Server → client notification: something that trees or status show has changed; ask again. */
export const ModelChanged = "clausewise/modelChanged";

/** Server → client notification `{ done, total }` while the workspace is read; `done === total` at the end. */
export const ScanProgress = "clausewise/scanProgress";
export interface ScanProgressParams {
  readonly done: number;
  readonly total: number;
}

/** Client → server request with `RowsParams`; answers `Row[]`: the children of a row, or the top rows. */
export const Rows = "clausewise/rows";
export interface RowsParams {
  readonly tree: "documents" | "clauses";
  /** `id` of the parent row; undefined for the top. */
  readonly parent?: string;
}

/** The state that a row shows. */
export type RowState = "filled" | "partly" | "placeholder" | "missing" | "out-of-reach" | "none";

/** One row of a tree, ready to be shown. */
export interface Row {
  /** Unique in its tree and stable while the thing it stands for exists. */
  readonly id: string;
  readonly label: string;
  /** Quiet text behind the label. */
  readonly description?: string;
  readonly state: RowState;
  /** Name of a theme icon for rows that show what they are instead of a state. */
  readonly icon?: string;
  /** Markdown. */
  readonly tooltip?: string;
  /** What a screen reader says instead of label and description. */
  readonly spoken: string;
  readonly expandable: boolean;
  /** Open at first. */
  readonly expanded?: boolean;
  /** Where a click goes. */
  readonly target?: Target;
  /** For menus: `document`, `field`, `clause`, `standard`, `candidate`, … */
  readonly context: string;
}

/** A place in a document, or a page. */
export interface Target {
  readonly uri: string;
  readonly range?: { readonly start: Place; readonly end: Place };
}
export interface Place {
  readonly line: number;
  readonly character: number;
}

/** Client → server request `{ tree, uri, position }`: the row for a place, with its ancestors from the top (`Row[]`), empty when none. */
export const RowPath = "clausewise/rowPath";

/** Client → server request `{ uri }`; answers `DocumentStatus` or null for a file that the server does not look at. */
export const Status = "clausewise/status";
export interface DocumentStatus {
  readonly kind: KindId | null;
  /** E.g. `Model card`. */
  readonly title: string;
  readonly format: string;
  /** Why the file was taken for this, as a sentence. */
  readonly because: string;
  readonly filled: number;
  readonly expected: number;
  readonly problems: number;
  /** `starter`, `standard` or `audit`. */
  readonly profile: string;
  /** What the name promises when the content is something else. */
  readonly candidate?: KindId;
}

/** Client → server request `{ uri }` of a page (`clausewise:/…`); answers `Page` or null when there is no such page. */
export const GetPage = "clausewise/page";
export interface Page {
  readonly title: string;
  /** A fragment of HTML without scripts, styles or event handlers; links are `href`s of pages, documents or https addresses. */
  readonly html: string;
}

/** Client → server request with `NewDocumentParams`; answers `NewDocument`. */
export const CreateDocument = "clausewise/newDocument";
export interface NewDocumentParams {
  readonly kind: KindId;
  readonly notation: "yaml" | "json" | "markdown";
  /** What the file is about, used for `name`/`title` and the file's name; may be empty. */
  readonly name: string;
  /** Folder the file goes to. */
  readonly folder: string;
}
export interface NewDocument {
  /** File name in that folder, e.g. `credit-scorer.model-card.yaml`. */
  readonly fileName: string;
  /** The text as a snippet in the editor's snippet syntax; the first tab stop is the first thing to fill. */
  readonly snippet: string;
}

/** Scheme of the tool's own read-only pages. */
export const PAGE_SCHEME = "clausewise";

/** The address of a clause's page, e.g. `clausewise:/iso42001/A.9.4.clausewise-page`. */
export function clausePageUri(ref: string): string {
  return `${PAGE_SCHEME}:/${ref.replace(":", "/")}.clausewise-page`;
}

/** The address of a rule's page, e.g. `clausewise:/rules/missing-field.clausewise-page`. */
export function rulePageUri(rule: string): string {
  return `${PAGE_SCHEME}:/rules/${rule}.clausewise-page`;
}
