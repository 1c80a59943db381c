import { keyText } from "../documents/node";
import type { Entry } from "../documents/node";
import { child } from "../formats/field";
import type { Reading } from "../formats/format";
import type { FieldDefinition, Kind } from "../kinds/field";
import { fixWith, removeEntry, renameKey, safely } from "./edits";
import { meantField } from "./meant";
import { isSameWord, nearest } from "./nearest";
import type { Draft, Rule, RuleContext } from "./rule";
import { clausesOf, pathOfKey, unknownEntry } from "./structure";
import type { Violation } from "./structure";
import { oneOf } from "./words";

/** A key that the kind does not have. */
export const unknownField: Rule = {
  id: "unknown-field",
  title: "A key is no field of this kind",
  severity: "warning",
  clauses: ["iso42001:7.5.2", "iso27001:7.5.2"],
  page: {
    why: "Nothing reads a key that is spelt otherwise or stands in another place, so its answer counts for no clause and the reader of a report never sees it.",
    fix: "Correct the key or move it where it belongs. Put `x-` before a key of your own: such keys are left alone.",
    wrong: "intended_use:\n  primary_use: [Rank consumer credit applications for manual review]",
    right: "intended_use:\n  primary_uses: [Rank consumer credit applications for manual review]",
  },
  *check(context) {
    for (const violation of context.structure.violations) {
      const entry = violation.rule === "unknown-field" ? unknownEntry(violation) : undefined;
      if (entry) yield draftOf(violation, entry, context);
    }
    yield* unknownRules(context);
  },
};

function draftOf(violation: Violation, entry: Entry, { reading }: RuleContext): Draft {
  const { document, part, kind } = reading;
  const { owner, node } = violation;
  const key = keyText(entry);
  const meant = meantField(key, node, owner);
  const span = entry.merged ? entry.span : entry.key.span;
  const about = { span, clauses: clausesOf(meant ?? owner), field: pathOfKey(violation, entry) };
  if (key === "") return { ...about, message: "This key is no text, so nothing reads it. Write the name of a field, or remove it." };
  const names = violation.params["names"];
  if (Array.isArray(names)) return { ...about, ...otherName(entry, names.map(String), `“${owner.title}”`, reading) };
  const where = owner.parent ? `“${owner.title}”` : `a ${kind.title.toLowerCase()}`;
  const unknown = `\`${key}\` is no field of ${where}, so nothing reads it.`;
  const own = [
    ...fixWith(`Keep it as a key of your own: x-${key}`, [renameKey(entry, `x-${key}`, document, part.notation)], false),
    ...(node.type === "map" ? fixWith(`Remove ${key}`, [removeEntry(node, entry, document)], false) : []),
  ];
  if (meant) {
    const rename = fixWith(`Rename to ${meant.name}`, [renameKey(entry, meant.name, document, part.notation)]);
    return { ...about, message: `${unknown} Did you mean \`${meant.name}\`?`, fixes: [...(isSameWord(key, meant.name) ? safely(rename) : rename), ...own] };
  }
  const home = homeOf(key, kind, owner);
  const advice = home === undefined ? `Remove it, or name it \`x-${key}\` if it is your own.` : `It belongs ${home}.`;
  return { ...about, message: `${unknown} ${advice}`, fixes: own };
}

/** In the workspace profile: severities for rules that there are not. */
function* unknownRules({ reading, ruleIds }: RuleContext): Generator<Draft> {
  const rules = reading.kind.id === "clausewise" ? child(reading.root, "rules") : undefined;
  for (const entry of rules?.node?.type === "map" ? rules.node.entries : []) {
    if (entry.merged || ruleIds.includes(keyText(entry))) continue;
    yield { span: entry.key.span, clauses: rules?.definition.clauses, field: `rules.${keyText(entry)}`, ...otherName(entry, ruleIds, "the rules", reading) };
  }
}

/** What to say of a key that can only be one of certain names. */
function otherName(entry: Entry, names: readonly string[], where: string, { document, part }: Reading): Pick<Draft, "message" | "fixes"> {
  const near = nearest(keyText(entry), names);
  const advice = near === undefined ? (names.length > 6 ? "Remove it, or correct the name." : `Write ${oneOf(names)}.`) : `Did you mean \`${near}\`?`;
  return { message: `\`${keyText(entry)}\` is none of ${where}, so nothing reads it. ${advice}`, fixes: near === undefined ? [] : fixWith(`Rename to ${near}`, [renameKey(entry, near, document, part.notation)]) };
}

/** Where in the kind a key of this name belongs, if that is one place only. */
function homeOf(key: string, kind: Kind, owner: FieldDefinition): string | undefined {
  const places = kind.fields.filter((field) => field.name === key && field.parent !== owner);
  const [only] = places;
  if (!only || places.length > 1) return undefined;
  return only.parent?.parent ? `in \`${only.parent.path}\`` : "at the top level";
}
