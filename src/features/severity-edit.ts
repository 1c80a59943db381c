import type { WorkspaceEdit } from "vscode-languageserver";
import { plainText } from "../documents/new-value";
import { entryOf } from "../documents/node";
import { editsFrom } from "../rules/additions";
import { fixWith, replaceText } from "../rules/edits";
import { insertEntries } from "../rules/insertion";
import type { TextEdit } from "../rules/rule";
import type { Severity } from "../kinds/profile";
import { PROFILE_NAMES } from "../workspace/folder";
import type { FeatureContext } from "./context";
import { creatingEdit, workspaceEdit } from "./workspace-edit";
import type { EditAbilities } from "./workspace-edit";

/** What a rule can be set to: its severity, or silence. */
export type RuleSetting = Severity | "off";

/** An edit of a workspace profile. */
export interface ProfileEdit {
  /** The profile, which may not be there yet. */
  readonly uri: string;
  readonly edit: WorkspaceEdit;
}

/**
 * The edit that sets a rule in the profile of the folder that a file is in: the entry below `rules` is changed or added, comments
 * and order stay. Without a profile there it makes one. Undefined outside of every folder, and where the profile cannot be
 * read. `versionOf` gives the version of an open file, or null.
 */
export function severityEdit({ index }: FeatureContext, uri: string, rule: string, setting: RuleSetting, versionOf: (uri: string) => number | null, abilities: EditAbilities): ProfileEdit | undefined {
  const folder = index.folderOf(uri);
  if (folder.uri === "") return undefined;
  const profile = PROFILE_NAMES.map((name) => index.get(`${folder.uri}/${name}`)).find((one) => one !== undefined);
  if (!profile) {
    const created = `${folder.uri}/clausewise.yaml`;
    return abilities.creates ? { uri: created, edit: creatingEdit(created, `rules:\n  ${rule}: ${plainText([{ type: "scalar", value: setting }], "yaml")}\n`) } : undefined;
  }
  const edits = profileEdits(profile, rule, setting);
  return edits && { uri: profile.uri, edit: workspaceEdit(profile.readings.document, edits, versionOf(profile.uri), abilities) };
}

function profileEdits({ readings }: NonNullable<ReturnType<FeatureContext["index"]["get"]>>, rule: string, setting: RuleSetting): readonly TextEdit[] | undefined {
  const [reading] = readings.readings;
  if (!reading || readings.document.problems.length > 0) return undefined;
  const { document, part } = reading;
  const rules = entryOf(part.root, "rules");
  const known = entryOf(rules?.value, rule);
  if (known) return fixWith("", [replaceText(known.value, setting, document, part.notation)])[0]?.edits;
  const entry = { key: rule, value: { type: "scalar", value: setting } } as const;
  const place = { document, part, node: rules?.value, key: rules?.key.span };
  const insertions = rules
    ? insertEntries(place, [entry], [])
    : insertEntries({ document, part, node: part.root, key: undefined }, [{ key: "rules", value: { type: "map", entries: [entry] } }], [...reading.kind.root.fields.keys()]);
  return insertions && editsFrom(insertions, reading);
}
