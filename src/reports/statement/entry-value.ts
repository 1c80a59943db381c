import type { NewEntry, NewMap } from "../../documents/new-value";
import { newValue } from "../../documents/new-value";
import type { ProposedEntry } from "../../workspace/statement";

/** Stands where a person has to decide; the tool takes it for a placeholder until somebody does. */
export const OPEN = "TODO";

/** The value of one field of an entry; undefined where nothing is proposed and nothing has to stand. */
export function fieldValue(proposal: ProposedEntry, name: string): unknown {
  switch (name) {
    case "control":
      return proposal.control.ref;
    case "applicable":
      return proposal.applicable ?? OPEN;
    case "justification":
      return proposal.justification ?? OPEN;
    case "status":
      return proposal.status;
    case "owner":
      return proposal.owner;
    case "risks":
      return proposal.risks.length > 0 ? proposal.risks : undefined;
    case "evidence":
      return proposal.evidence.length > 0 ? proposal.evidence : undefined;
    default:
      return undefined;
  }
}

/** The fields of an entry in their order. */
export const ENTRY_FIELDS: readonly string[] = ["control", "applicable", "justification", "status", "owner", "risks", "evidence"];

/** A whole entry as it is written anew. */
export function entryValue(proposal: ProposedEntry): NewMap {
  const entries = ENTRY_FIELDS.flatMap((key): NewEntry[] => {
    const value = fieldValue(proposal, key);
    return value === undefined ? [] : [{ key, value: newValue(value) }];
  });
  return { type: "map", entries };
}
