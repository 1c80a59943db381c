import type { ClauseRef } from "./clause";
import file from "./title-aliases.json";

const aliases: Readonly<Record<string, readonly string[]>> = file.aliases;

/**
 * The names beside its title under which people cite a clause: short forms, terms of the trade, and titles in other languages, as
 * statements of applicability and control lists in public repositories write them.
 */
export function titleAliases(ref: ClauseRef): readonly string[] {
  return aliases[ref] ?? [];
}
