import type { TreeNode } from "../documents/node";
import type { Violation } from "./structure";

/** How a message calls the field that a violation is about: its title, or the key where the kind has no field for it. */
export function nameOf({ definition, owner, entry, path }: Pick<Violation, "definition" | "owner" | "entry" | "path">): string {
  if (definition) return `“${definition.title}”`;
  return entry ? `\`${String(entry.key.value)}\`` : `\`${path || owner.title}\``;
}

/** A value as a message shows it: shortened, on one line, in backticks. */
export function shown(text: string): string {
  const line = text.replace(/\s+/g, " ").trim();
  const characters = [...line];
  return `\`${characters.length > 40 ? `${characters.slice(0, 39).join("")}…` : line}\``;
}

/** What a value is, with its article. */
export function whatIs(node: TreeNode): string {
  if (node.type === "map") return "a group of keys";
  if (node.type === "list") return "a list";
  if (typeof node.value === "number") return "a number";
  return typeof node.value === "boolean" ? "true or false" : "text";
}

/** `a, b or c`; of more than `most` only the first ones and how many there are beside. */
export function oneOf(values: readonly string[], most = 6): string {
  const quoted = values.slice(0, most).map((value) => `\`${value}\``);
  const rest = values.length - quoted.length;
  if (rest > 0) return `${quoted.join(", ")} and ${rest} more`;
  return quoted.length > 1 ? `${quoted.slice(0, -1).join(", ")} or ${quoted.at(-1) ?? ""}` : quoted.join("");
}
