import type { Document } from "../documents/document";
import { readParts } from "../formats/readings";
import { defaultProfile } from "../kinds/profile";
import type { WorkspaceProfile } from "../kinds/profile";
import { pathRules } from "./patterns";
import type { PathRules } from "./patterns";
import { profileOf } from "./profile-file";

/** Names under which the workspace profile is looked for at the root of a folder, the first one found wins. */
export const PROFILE_NAMES = ["clausewise.yaml", "clausewise.yml", "clausewise.json", ".clausewise.yaml", ".clausewise.yml"];

/** A root folder of the workspace with what its profile says. */
export interface Folder {
  /** Without a slash at the end. */
  readonly uri: string;
  readonly name: string;
  readonly profile: WorkspaceProfile;
  readonly paths: PathRules;
}

/** A folder with the profile in `document`, or with the defaults when there is none. `adjust` lays editor settings over it. */
export function folderOf(uri: string, name: string, document: Document | undefined, adjust: (profile: WorkspaceProfile) => WorkspaceProfile): Folder {
  const reading = document && readParts(document, { path: "clausewise.yaml", forced: "clausewise" }).readings[0];
  const profile = adjust(reading ? profileOf(reading) : defaultProfile);
  return { uri: uri.replace(/\/+$/, ""), name, profile, paths: pathRules(profile) };
}

/** A folder for files outside every root: the defaults hold there. */
export function looseFolder(adjust: (profile: WorkspaceProfile) => WorkspaceProfile): Folder {
  return folderOf("", "", undefined, adjust);
}

/** The path of a file below its folder, with forward slashes; the last part of the URI for a file outside. */
export function pathBelow(folder: Folder, uri: string): string {
  const inside = folder.uri !== "" && uri.startsWith(`${folder.uri}/`);
  const path = inside ? uri.slice(folder.uri.length + 1) : uri.slice(uri.lastIndexOf("/") + 1);
  try {
    return decodeURIComponent(path);
  } catch {
    // A `%` that begins no escape sequence: the URI was not encoded.
    return path;
  }
}

/** True when the file is a profile at the root of the folder. */
export function isProfile(folder: Folder, uri: string): boolean {
  return PROFILE_NAMES.some((name) => uri === `${folder.uri}/${name}`);
}
