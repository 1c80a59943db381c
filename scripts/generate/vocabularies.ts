import { MODALITY_LABELS, MODEL_LIBRARIES_UI_ELEMENTS, PIPELINE_DATA } from "@huggingface/tasks";
import { iso6393 } from "iso-639-3";
import licences from "spdx-license-list";

/** A term of a vocabulary: what is written, what it is called, and more about it. */
type Row = readonly [id: string, name: string, more?: string];

/** Licences that people give to models, data and code most often; they come first. */
const COMMON_LICENCES = ["Apache-2.0", "MIT", "CC-BY-4.0", "CC-BY-SA-4.0", "CC-BY-NC-4.0", "CC0-1.0", "BSD-3-Clause", "GPL-3.0-only", "AGPL-3.0-only", "LGPL-3.0-only", "MPL-2.0", "CDLA-Permissive-2.0", "ODbL-1.0", "ODC-By-1.0", "EUPL-1.2"];

/**
 * The data files of the vocabularies: path → text. Only what completion shows is taken from the packages, which are many times as
 * large; a term is one string, which costs the server less memory than an object.
 */
export function vocabularyFiles(): [string, string][] {
  return [
    file("spdx", "spdx-license-list (SPDX License List); `other` as on the Hugging Face Hub", licenceRows()),
    file("language", "iso-639-3 (ISO 639-3, two-letter codes where there are any)", languageRows()),
    file("hf-task", "@huggingface/tasks, PIPELINE_DATA", taskRows()),
    file("hf-library", "@huggingface/tasks, MODEL_LIBRARIES_UI_ELEMENTS", libraryRows()),
  ];
}

function file(name: string, source: string, rows: readonly Row[]): [string, string] {
  const terms = rows.map((row) => `    ${JSON.stringify(row.join("\t"))}`).join(",\n");
  return [`src/kinds/vocabulary/${name}.json`, `{\n  "source": ${JSON.stringify(source)},\n  "terms": [\n${terms}\n  ]\n}\n`];
}

function licenceRows(): Row[] {
  const ids = Object.keys(licences).filter((id) => !isDeprecated(id) && !COMMON_LICENCES.includes(id));
  const row = (id: string): Row => [id, licences[id]?.name ?? id];
  return [...COMMON_LICENCES.map(row), ["other", "Another licence: name it in the text"], ...ids.sort((a, b) => (a.toLowerCase() < b.toLowerCase() ? -1 : 1)).map(row)];
}

/** Ids that SPDX keeps for old documents: `GPL-2.0` is now `GPL-2.0-only`, and exceptions are written with `WITH`. */
function isDeprecated(id: string): boolean {
  return id.endsWith("+") || /-with-.*exception/.test(id) || `${id}-only` in licences;
}

/** Living languages and language groups; those with two letters first, which is what nearly everybody writes. */
function languageRows(): Row[] {
  const living = iso6393.filter(({ type, scope }) => type === "living" && scope !== "special");
  const short = living.flatMap(({ name, iso6391 }): Row[] => (iso6391 === undefined ? [] : [[iso6391, name]]));
  const long = living.flatMap(({ name, iso6391, iso6393: code }): Row[] => (iso6391 === undefined ? [[code, name]] : []));
  return [...short, ...long].map((row, index): [Row, number] => [row, index < short.length ? 0 : 1]).sort(([a, left], [b, right]) => left - right || (a[0] < b[0] ? -1 : 1)).map(([row]) => row);
}

function taskRows(): Row[] {
  return Object.entries(PIPELINE_DATA)
    .filter(([, data]) => !("hideInModels" in data && data.hideInModels))
    .map(([id, { name, modality }]): Row => [id, name, MODALITY_LABELS[modality]])
    .sort((a, b) => (a[0] < b[0] ? -1 : 1));
}

function libraryRows(): Row[] {
  return Object.entries(MODEL_LIBRARIES_UI_ELEMENTS).map(([id, { prettyLabel }]): Row => [id, prettyLabel]).sort((a, b) => (a[0] < b[0] ? -1 : 1));
}
