import { plainValue } from "../documents/node";
import { readDocument } from "../documents/read";

/** What a repository says about the thing it builds. */
export interface RepositoryFacts {
  readonly name?: string;
  readonly version?: string;
  readonly description?: string;
  /** An SPDX id. */
  readonly license?: string;
  readonly author?: string;
  readonly contact?: string;
  /** The web address of the repository. */
  readonly address?: string;
  readonly architecture?: string;
  readonly library?: string;
  readonly inputs?: string;
  readonly outputs?: string;
}

/**
 * Reads single files of a repository, by name; the surest first: what stands earlier wins. Formats: package.json (npm documentation),
 * pyproject.toml (PEP 621, and Poetry's table), setup.cfg (setuptools), config.json (Hugging Face Transformers), MLmodel (MLflow Models).
 */
export const readers: readonly (readonly [name: string, read: (text: string) => RepositoryFacts])[] = [
  ["pyproject.toml", pyproject],
  ["setup.cfg", setupConfiguration],
  ["package.json", packageManifest],
  ["MLmodel", mlflowModel],
  ["config.json", transformersConfiguration],
  ["LICENSE", license],
  ["README.md", readme],
  [".git/config", gitConfiguration],
];

function packageManifest(text: string): RepositoryFacts {
  const value = valueOf("package.json", text);
  const { name: author, email } = typeof value["author"] === "string" ? person(value["author"]) : fields(value["author"]);
  return { name: words(value["name"])?.replace(/^@[^/]*\//, ""), version: words(value["version"]), description: words(value["description"]), license: words(value["license"]), author: words(author), contact: words(email) };
}

function pyproject(text: string): RepositoryFacts {
  const table = tableOf(text, "project") ?? tableOf(text, "tool.poetry") ?? "";
  const author = /^\s*authors\s*=\s*\[([\s\S]*?)\]/m.exec(table)?.[1] ?? "";
  const { name, email } = /\{/.test(author) ? { name: setting(author, "name", "[{,]"), email: setting(author, "email", "[{,]") } : person(/["']([^"']*)["']/.exec(author)?.[1] ?? "");
  return { name: setting(table, "name"), version: setting(table, "version"), description: setting(table, "description"), license: setting(table, "license") ?? setting(/^\s*license\s*=\s*(\{[^}]*\})/m.exec(table)?.[1] ?? "", "text", "[{,]"), author: name, contact: email };
}

function setupConfiguration(text: string): RepositoryFacts {
  const table = tableOf(text, "metadata") ?? "";
  const bare = (key: string) => new RegExp(`^${key}[ \\t]*[=:][ \\t]*(\\S[^\\r\\n]*?)[ \\t]*$`, "m").exec(table)?.[1];
  const version = bare("version");
  return { name: bare("name"), version: version?.startsWith("attr:") ? undefined : version, description: bare("description"), license: bare("license"), author: bare("author"), contact: bare("author_email") };
}

function transformersConfiguration(text: string): RepositoryFacts {
  const value = valueOf("config.json", text);
  const [architecture] = Array.isArray(value["architectures"]) ? (value["architectures"] as unknown[]) : [];
  const type = words(value["model_type"]);
  if (type === undefined && architecture === undefined) return {};
  const named = words(architecture);
  return { architecture: named !== undefined && type !== undefined ? `${named} (${type})` : (named ?? type), library: value["transformers_version"] === undefined ? undefined : "transformers" };
}

function mlflowModel(text: string): RepositoryFacts {
  const value = valueOf("MLmodel.yaml", text);
  const flavours = Object.keys(fields(value["flavors"])).filter((one) => one !== "python_function");
  const signature = fields(value["signature"]);
  return { library: flavours[0], inputs: columns(signature["inputs"]), outputs: columns(signature["outputs"]) };
}

/** The columns of a signature, which MLflow writes as JSON inside YAML: `income (double), age (long)`. */
function columns(written: unknown): string | undefined {
  const list = typeof written === "string" ? listOf(written) : [];
  const shown = list.map((one) => [words(one["name"]), words(one["type"])] as const).flatMap(([name, type]) => (name === undefined ? (type ?? []) : type === undefined ? name : `${name} (${type})`));
  return shown.length > 0 ? shown.join(", ") : undefined;
}

function listOf(json: string): Record<string, unknown>[] {
  const root = readDocument("signature.json", "json", json).parts[0]?.root;
  const value = root && plainValue(root);
  return Array.isArray(value) ? value.map(fields) : [];
}

/** Words by which the text of a licence is known, the more special first; ids of the SPDX licence list. */
const LICENSES: readonly (readonly [RegExp, string])[] = [
  [/GNU AFFERO GENERAL PUBLIC LICENSE\s+Version 3/i, "AGPL-3.0-only"],
  [/GNU LESSER GENERAL PUBLIC LICENSE\s+Version 3/i, "LGPL-3.0-only"],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 3/i, "GPL-3.0-only"],
  [/GNU GENERAL PUBLIC LICENSE\s+Version 2/i, "GPL-2.0-only"],
  [/Apache License\s+Version 2\.0/i, "Apache-2.0"],
  [/Mozilla Public License,? Version 2\.0/i, "MPL-2.0"],
  [/Permission is hereby granted, free of charge, to any person obtaining a copy/i, "MIT"],
  [/Permission to use, copy, modify, and(?:\/or)? distribute this software/i, "ISC"],
  [/Redistribution and use in source and binary forms[\s\S]*Neither the name/i, "BSD-3-Clause"],
  [/Redistribution and use in source and binary forms/i, "BSD-2-Clause"],
  [/CC0 1\.0 Universal/i, "CC0-1.0"],
  [/Attribution-ShareAlike 4\.0 International/i, "CC-BY-SA-4.0"],
  [/Attribution 4\.0 International/i, "CC-BY-4.0"],
];

function license(text: string): RepositoryFacts {
  const marked = /SPDX-License-Identifier:\s*([\w.+-]+)/.exec(text)?.[1];
  return { license: marked ?? LICENSES.find(([pattern]) => pattern.test(text.replace(/\s+/g, " ")))?.[1] };
}

/** A heading of more words is a sentence about the repository, not its name. */
const NAME_WORDS = 5;

function readme(text: string): RepositoryFacts {
  const body = text.replace(/^\uFEFF?---\r?\n[\s\S]*?\r?\n---[ \t]*(?:\r?\n|$)/, "").replace(/^(`{3,}|~{3,})[\s\S]*?^\1/gm, "");
  const title = /^# +(.+?)[ \t]*#*[ \t]*$/m.exec(body)?.[1] ?? /^(\S[^\r\n]*)\r?\n=+[ \t]*$/m.exec(body)?.[1];
  const plain = title?.replace(/!?\[([^\]]*)\]\([^)]*\)|<[^>]*>|[*_`]/g, "$1").trim();
  return { name: plain && plain.split(/\s+/).length <= NAME_WORDS ? plain : undefined };
}

function gitConfiguration(text: string): RepositoryFacts {
  const remote = /^\[remote "origin"\]([^[]*)/m.exec(text)?.[1] ?? "";
  const url = /^\s*url\s*=\s*(\S+)/m.exec(remote)?.[1];
  const user = tableOf(text, "user") ?? "";
  const bare = (key: string) => new RegExp(`^\\s*${key}\\s*=\\s*(\\S[^\\r\\n]*?)\\s*$`, "m").exec(user)?.[1];
  return { address: url === undefined ? undefined : webAddress(url), author: bare("name"), contact: bare("email") };
}

/** `git@host:owner/name.git` and its like as an address that a reader can open, without any user name or password. */
function webAddress(url: string): string | undefined {
  const match = /^(?:ssh:\/\/|https?:\/\/|git:\/\/)?(?:[^@/\s]+@)?([\w.-]+\.[a-z]{2,})(?::\d+(?=\/))?[:/]([\w.~/-]+?)(?:\.git)?\/?$/i.exec(url);
  return match ? `https://${match[1]}/${match[2]}` : undefined;
}

/** The lines of one table of a TOML or INI text, up to the next table. */
function tableOf(text: string, name: string): string | undefined {
  const head = new RegExp(`^\\[${name.replace(/\./g, "\\.")}\\][^\\S\\n]*\\r?$`, "m").exec(text);
  if (!head) return undefined;
  const rest = text.slice(head.index + head[0].length);
  const end = /^\[[^\]\r\n]+\][^\S\n]*\r?$/m.exec(rest);
  return end ? rest.slice(0, end.index) : rest;
}

/** A text in quotes behind a key. */
function setting(table: string, key: string, before = "^"): string | undefined {
  const match = new RegExp(`${before}\\s*${key}\\s*=\\s*(?:"([^"\\r\\n]*)"|'([^'\\r\\n]*)')`, "m").exec(table);
  return words(match?.[1] ?? match?.[2]);
}

/** `Name <address>`, as npm and Poetry write a person. */
function person(text: string): { name?: string; email?: string } {
  const [, name, email] = /^([^<(]*?)\s*(?:<([^>]*)>)?\s*(?:\(.*\))?$/.exec(text.trim()) ?? [];
  return { name: words(name), email: words(email) };
}

function valueOf(name: string, text: string): Record<string, unknown> {
  const root = readDocument(name, name.endsWith(".json") ? "json" : "yaml", text).parts[0]?.root;
  return fields(root && plainValue(root));
}

function fields(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value) ? (value as Record<string, unknown>) : {};
}

function words(value: unknown): string | undefined {
  return typeof value === "string" && value.trim() !== "" ? value.trim() : undefined;
}
