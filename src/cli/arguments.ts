import { parseArgs } from "node:util";
import type { StrictnessProfile } from "../kinds/field";
import type { StandardId } from "../standards/clause";
import { localDate } from "../workspace/local-date";
import { UsageError } from "./usage-error";

/** The severities that can make `check` fail, loudest first. */
export const LEVELS = ["error", "warning", "information"] as const;
export type Level = (typeof LEVELS)[number];

/** The ways to print per command, the first unless another is asked for. */
const FORMATS = {
  check: ["text", "json", "sarif", "junit", "github"],
  inspect: ["text", "json"],
  clause: ["text", "json"],
  coverage: ["text", "json", "csv", "oscal"],
  report: ["html", "json", "oscal-poam", "oscal-mapping"],
  soa: ["yaml", "csv", "markdown", "html"],
  advise: ["text", "json"],
  convert: ["yaml", "json", "markdown", "hugging-face", "cyclonedx-1.6", "cyclonedx-1.7", "model-card-toolkit", "bridge2ai"],
} as const;
export type CommandName = keyof typeof FORMATS;
export type OutputFormat = (typeof FORMATS)[CommandName][number];

/** What the command line asks for. */
export interface Arguments {
  readonly command: string | undefined;
  readonly operands: readonly string[];
  readonly format: OutputFormat;
  readonly profile: StrictnessProfile | undefined;
  readonly failOn: Level;
  /** `YYYY-MM-DD`. */
  readonly today: string;
  /** The name that standard input is taken to have. */
  readonly stdinName: string | undefined;
  /** Absolute path of the folder that paths are relative to. */
  readonly folder: string;
  /** The standard that a statement of applicability is about. */
  readonly standard: StandardId | undefined;
  /** Answers such as `people=yes`, in place of what the workspace suggests. */
  readonly answers: readonly string[];
  /** True to write the file itself. */
  readonly write: boolean;
  /** The file that the output goes to, in place of standard output. */
  readonly out: string | undefined;
  /** Which document of a file that holds several, counted from 1. */
  readonly part: number | undefined;
  /** False where nothing of an earlier run is to be used, and nothing kept for the next. */
  readonly cache: boolean;
  readonly help: boolean;
  readonly version: boolean;
}

/** Reads the words behind the program's name. Throws `UsageError` with a sentence when they make no sense. */
export function readArguments(words: readonly string[], folder: string, clock: () => Date): Arguments {
  const { values, positionals } = parsed(words);
  const [command, ...operands] = positionals;
  const formats: readonly OutputFormat[] = FORMATS[(command ?? "check") as CommandName] ?? FORMATS.inspect;
  return {
    command,
    operands,
    format: oneOf("--format", values.format, formats) ?? formats[0] ?? "text",
    profile: oneOf("--profile", values.profile, ["starter", "standard", "audit"] as const),
    failOn: oneOf("--fail-on", values["fail-on"], LEVELS) ?? "warning",
    today: dateOf(values.today) ?? localDate(clock()),
    stdinName: values["stdin-name"],
    folder,
    standard: oneOf("--standard", values.standard, ["iso42001", "iso27001"] as const),
    answers: values.answer ?? [],
    write: values.write ?? false,
    out: values.out,
    part: numberOf("--part", values.part),
    cache: !(values["no-cache"] ?? false),
    help: values.help ?? false,
    version: values.version ?? false,
  };
}

function parsed(words: readonly string[]) {
  try {
    return parseArgs({
      args: [...words],
      allowPositionals: true,
      options: {
        format: { type: "string" },
        profile: { type: "string" },
        "fail-on": { type: "string" },
        today: { type: "string" },
        "stdin-name": { type: "string" },
        standard: { type: "string" },
        answer: { type: "string", multiple: true },
        write: { type: "boolean" },
        "no-cache": { type: "boolean" },
        part: { type: "string" },
        out: { type: "string", short: "o" },
        help: { type: "boolean", short: "h" },
        version: { type: "boolean", short: "v" },
      },
    });
  } catch (error) {
    const message = error instanceof Error ? error.message : String(error);
    const option = /'(-[^' ]*)/.exec(message)?.[1];
    throw new UsageError(option ? `The option ${option} is not known, or lacks its value.` : "The options could not be understood.");
  }
}

function oneOf<Value extends string>(option: string, value: string | undefined, choices: readonly Value[]): Value | undefined {
  if (value === undefined) return undefined;
  const found = choices.find((choice) => choice === value);
  if (!found) throw new UsageError(`${option} takes ${choices.join(", ")}; “${value}” is none of them.`);
  return found;
}

function numberOf(option: string, value: string | undefined): number | undefined {
  if (value === undefined) return undefined;
  if (!/^[1-9]\d*$/.test(value)) throw new UsageError(`${option} takes a number from 1 on; “${value}” is none.`);
  return Number(value);
}

function dateOf(value: string | undefined): string | undefined {
  if (value === undefined) return undefined;
  const date = new Date(`${value}T00:00:00Z`);
  if (!/^\d{4}-\d{2}-\d{2}$/.test(value) || Number.isNaN(date.getTime()) || date.toISOString().slice(0, 10) !== value) {
    throw new UsageError(`--today takes a date such as 2026-09-01; “${value}” is none.`);
  }
  return value;
}
