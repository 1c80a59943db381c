import { addDuration, durationOf } from "../rules/dates";
import type { FieldDefinition, Kind, KindId } from "../kinds/field";
import type { WorkspaceProfile } from "../kinds/profile";
import type { SkeletonSettings } from "../kinds/skeleton";
import type { IndexedDocument } from "../workspace/workspace-index";
import { newId } from "./completion-ids";
import type { FeatureContext } from "./context";

/**
 * What skeletons take as known without asking anybody: that the document is written today and when it is looked at again, its id
 * after its file, and the next free ids of the things in it.
 */
export function skeletonSettings(context: FeatureContext, file: IndexedDocument, kind: Kind): SkeletonSettings {
  const { profile } = file.folder;
  const known: Record<string, string> = {};
  for (const field of kind.fields) {
    const value = knownValue(field, context, file);
    if (value !== undefined) known[field.path] = value;
  }
  return { strictness: profile.strictness, matrix: profile.matrix, known };
}

function knownValue(field: FieldDefinition, context: FeatureContext, file: IndexedDocument): string | undefined {
  if (field.suggest === "date-today") return context.today;
  if (field.suggest === "date-next-review") return nextReview(field.kind, file.folder.profile, context.today);
  return newId(field, context, file);
}

/** Today and the profile's review interval for the kind; undefined where the interval is no duration. */
export function nextReview(kind: KindId, profile: WorkspaceProfile, today: string): string | undefined {
  const interval = durationOf(profile.reviewIntervals[kind] ?? profile.reviewInterval);
  return interval && addDuration(today, interval);
}
