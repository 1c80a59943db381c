import type { KindId } from "../kinds/field";
import { kind as kindWithId } from "../kinds/kinds";
import { countFilled } from "../workspace/evidence";
import type { FeatureContext } from "./context";

/** What a file was taken for and how far it is, for the editor's status bar. */
export interface DocumentStatus {
  readonly kind: KindId | null;
  /** E.g. `Model card`; empty when the file is of no kind. */
  readonly title: string;
  /** How it is written, e.g. `YAML`. */
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
  readonly candidateTitle?: string;
}

/** The status of a file; undefined for one that is not held. Of several documents in one file the numbers are the sum. */
export function statusOf(context: FeatureContext, uri: string): DocumentStatus | undefined {
  const document = context.index.get(uri);
  if (!document) return undefined;
  const { readings, recognitions } = document.readings;
  const profile = document.folder.profile.strictness;
  const first = readings[0];
  const candidate = recognitions.find((one) => one.candidate)?.candidate;
  const counts = readings.filter((one) => one.kind.id !== "clausewise").map((one) => countFilled(one.root, profile));
  const because = first?.recognition.because ?? recognitions[0]?.because ?? "";
  return {
    kind: first?.kind.id ?? null,
    title: first?.kind.title ?? "",
    format: first?.format.title ?? "",
    because: readings.length > 1 ? `${because} The file holds ${readings.length} documents.` : because,
    filled: counts.reduce((sum, one) => sum + one.filled, 0),
    expected: counts.reduce((sum, one) => sum + one.expected, 0),
    problems: context.index.check(uri).reduce((sum, one) => sum + one.findings.length, 0),
    profile,
    ...(candidate && !first ? { candidate, candidateTitle: kindWithId(candidate).title } : {}),
  };
}
