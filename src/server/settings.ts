import type { WorkspaceProfile } from "../kinds/profile";
import type { EditorSettings } from "./protocol";

/** What holds until the client says otherwise. */
export const defaultSettings: EditorSettings = { profile: "workspace", rules: {}, kinds: {} };

/** A profile with the editor's settings laid over it. */
export function withSettings(profile: WorkspaceProfile, settings: EditorSettings): WorkspaceProfile {
  return {
    ...profile,
    strictness: settings.profile === "workspace" ? profile.strictness : settings.profile,
    rules: { ...profile.rules, ...settings.rules },
  };
}
