import { fileName } from "../documents/named-file";
import { fieldWithPath } from "../formats/field";
import type { Reading } from "../formats/format";
import { addItem } from "./additions";
import { fixWith } from "./edits";
import { nearest } from "./nearest";
import type { Fix, Rule } from "./rule";
import { writtenText } from "./written";

/** Somebody who owns or decides something, and whom the workspace profile does not know. */
export const unknownOwner: Rule = {
  id: "unknown-owner",
  title: "An owner is not named in the workspace profile",
  severity: "information",
  clauses: ["iso42001:5.3", "iso42001:A.3.2", "iso27001:5.3", "iso27001:A.5.2"],
  page: {
    why: "The profile lists who answers for what. A name that is not on the list is a typing slip, or somebody whom a reviewer cannot reach.",
    fix: "Write the name or the role as `owners` in `clausewise.yaml` has it, or add the person there.",
    wrong: "kind: model-card\nowners: [{ name: Credit rsik team }]   # clausewise.yaml names the Credit risk team",
    right: "kind: model-card\nowners: [{ name: Credit risk team }]",
  },
  *check({ reading, neighbours }) {
    const people = neighbours?.people();
    if (!neighbours || !people || reading.kind.id === "clausewise") return;
    const known = new Set(people.map(fold));
    const [profile] = neighbours.readings("clausewise");
    for (const { type, id, span, path } of neighbours.pointersIn(reading)) {
      if (type !== "person" || known.has(fold(id))) continue;
      // Each name once per document: the first place stands for all.
      known.add(fold(id));
      const near = nearest(id, people);
      const quote = reading.document.text[span.start - 1];
      const text = near === undefined || quote === '"' || quote === "'" ? near : writtenText(near, "plain", reading.part.notation);
      yield {
        message: `“${id}” is not among the \`owners\` of \`clausewise.yaml\`. ${near === undefined ? "Add the name there, or correct it here." : `Did you mean “${near}”?`}`,
        span,
        clauses: fieldWithPath(reading.root, path)?.definition.clauses,
        fixes: [...(text === undefined || near === undefined ? [] : fixWith(`Write ${near}`, [{ span, text }], false)), ...(profile ? addOwner(id, profile) : [])],
        field: path,
      };
    }
  },
};

/** The repair that adds somebody to the owners in the profile. */
function addOwner(name: string, profile: Reading): Fix[] {
  const owner = { type: "map", entries: [{ key: "name", value: { type: "scalar", value: name } }] } as const;
  return addItem(`Add “${name}” to the owners in ${fileName(profile.document.uri)}`, profile.root, "owners", owner, profile, false).map((fix) => ({ ...fix, document: profile.document }));
}

function fold(name: string): string {
  return name.normalize("NFKC").toLowerCase().replace(/\s+/g, " ").trim();
}
