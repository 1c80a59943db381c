import type { Notation } from "../documents/document";
import { isExpected } from "../kinds/field";
import type { KindId } from "../kinds/field";
import { kind as kindWithId } from "../kinds/kinds";
import type { WorkspaceProfile } from "../kinds/profile";
import { skeletonOf } from "../kinds/skeleton";
import type { WorkspaceIndex } from "../workspace/workspace-index";
import { linked } from "./linked-documents";
import { slugOf } from "../documents/slug";
import { factsOf, prefilled } from "./prefill";

/** How a new document is written. */
export type NewNotation = Notation | "markdown";

/** A document to be created. */
export interface NewDocumentText {
  /** A file name such as `credit-scorer.model-card.yaml`. */
  readonly fileName: string;
  /** An editor snippet; its first tab stop is the first thing to fill. */
  readonly snippet: string;
}

const ENDINGS: Readonly<Record<NewNotation, string>> = { yaml: "yaml", json: "json", markdown: "md" };

/** What a new document is made from. */
export interface NewDocumentSource {
  readonly profile: WorkspaceProfile;
  /** Today as `YYYY-MM-DD`. */
  readonly today: string;
  /** The files of the repository that tell something, by name. */
  readonly texts?: Readonly<Record<string, string>>;
  /** The other documents, and the root of those that it may point at. */
  readonly workspace?: { readonly index: WorkspaceIndex; readonly root: string };
}

/** The text of a new document with the fields that the profile expects. `name` is what the document is about, and may be empty. */
export function newDocument(kind: KindId, notation: NewNotation, name: string, { profile, today, texts = {}, workspace }: NewDocumentSource): NewDocumentText {
  const slug = slugOf(name);
  const known = { ...prefilled(kind, factsOf(texts)), ...(workspace ? linked(kind, name, workspace.index, workspace.root) : {}) };
  const review = kindWithId(kind).root.fields.get("review");
  if (review && isExpected(review, profile.strictness)) known["review.last"] = today;
  if (slug !== "") known["id"] = kind === "model-card" ? slug : `${slug}-${SUFFIXES[kind]}`;
  if (name.trim() !== "") for (const path of NAMED[kind]) known[path] = name.trim();
  // Nothing in a workspace profile is essential, but an empty one would be no start.
  const strictness = kind === "clausewise" ? "standard" : profile.strictness;
  const settings = { strictness, matrix: profile.matrix, known };
  const body = skeletonOf(kindWithId(kind).root, notation === "json" ? "json" : "yaml", settings);
  const heading = name.trim() === "" ? kindWithId(kind).title : name.trim();
  const snippet = notation === "markdown" ? `---\n${body}\n---\n\n# ${heading.replace(/[\\$}]/g, "\\$&")}\n\n$0\n` : `${body}\n$0`;
  return { fileName: fileNameOf(kind, notation, slug), snippet };
}

const SUFFIXES: Readonly<Record<KindId, string>> = {
  "model-card": "card",
  "impact-assessment": "assessment",
  "security-risk": "risks",
  "statement-of-applicability": "soa",
  clausewise: "profile",
};

/** The fields that hold the name of what the document is about. */
const NAMED: Readonly<Record<KindId, readonly string[]>> = {
  "model-card": ["name"],
  "impact-assessment": ["title", "system.name"],
  "security-risk": ["title"],
  "statement-of-applicability": ["title"],
  clausewise: [],
};

function fileNameOf(kind: KindId, notation: NewNotation, slug: string): string {
  const ending = ENDINGS[notation];
  if (kind === "clausewise") return `clausewise.${ending}`;
  return slug === "" ? `${kind}.${ending}` : `${slug}.${kind}.${ending}`;
}
