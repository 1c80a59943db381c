import type { KindId, StrictnessProfile } from "../kinds/field";
import { kind as kindWithId } from "../kinds/kinds";
import { countFilled } from "../workspace/evidence";
import type { FeatureContext } from "./context";
import { isProblem, isToFillIn } from "./problem-counts";

/** What the status item shows of a file. */
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
  /** How many stand-ins wait for an answer. */
  readonly toFillIn: number;
  readonly profile: StrictnessProfile;
  /** What the name promises when the content is something else. */
  readonly candidate?: KindId;
}

/** The status of a file: of its first recognised part, where it has several. Undefined for a file that is not held. */
export function statusOf(context: FeatureContext, uri: string): DocumentStatus | undefined {
  const document = context.index.get(uri);
  if (!document) return undefined;
  const { readings, recognitions } = document.readings;
  const profile = document.folder.profile.strictness;
  const [reading] = readings;
  if (!reading) {
    const candidate = recognitions.find((one) => one.candidate)?.candidate;
    const because = recognitions[0]?.because ?? "";
    const title = candidate ? `${kindWithId(candidate).title}?` : "None";
    return { kind: null, title, format: "", because, filled: 0, expected: 0, problems: 0, toFillIn: 0, profile, ...(candidate ? { candidate } : {}) };
  }
  const findings = context.index.check(uri).flatMap((checked) => checked.findings);
  const parts = recognitions.length;
  const several = parts > 1 ? ` This is part ${reading.part.index + 1} of ${parts} in the file.` : "";
  return {
    kind: reading.kind.id,
    title: reading.kind.title,
    format: reading.format.title,
    because: reading.recognition.because + several,
    ...countFilled(reading.root, profile),
    problems: findings.filter(isProblem).length,
    toFillIn: findings.filter(isToFillIn).length,
    profile,
  };
}
