// Makes src/kinds/vocabulary/atlas-technique.json anew from a copy of ATLAS.yaml:
//
//   node scripts/atlas.mjs <path to dist/ATLAS.yaml of github.com/mitre-atlas/atlas-data>
//
// Only ids, names and tactics are taken. The data is by MITRE, under the Apache License 2.0.
import { readFile, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { parse } from "yaml";
import { repository } from "./repository.mjs";

const { version, matrices } = parse(await readFile(process.argv[2], "utf8"));
const [{ tactics, techniques }] = matrices;
const tacticNames = new Map(tactics.map(({ id, name }) => [id, name]));
const byId = new Map(techniques.map((technique) => [technique.id, technique]));

const rows = techniques.map((technique) => {
  const parent = byId.get(technique["subtechnique-of"]);
  const name = parent ? `${parent.name}: ${technique.name}` : technique.name;
  return [technique.id, name, (technique.tactics ?? parent?.tactics ?? []).map((id) => tacticNames.get(id)).join(", ")];
});

const head = { source: "MITRE ATLAS, github.com/mitre-atlas/atlas-data, dist/ATLAS.yaml", version, licence: "Apache-2.0, Copyright 2021-2025 MITRE" };
const body = rows.map((row) => `    ${JSON.stringify(row.join("\t"))}`).join(",\n");
await writeFile(join(repository, "src", "kinds", "vocabulary", "atlas-technique.json"), `${JSON.stringify(head, null, 2).slice(0, -2)},\n  "terms": [\n${body}\n  ]\n}\n`);
