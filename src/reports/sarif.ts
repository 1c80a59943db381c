import type { ArtifactLocation, Fix as SarifFix, Log, Region, Result } from "sarif";
import type { Document } from "../documents/document";
import type { Span } from "../documents/span";
import type { Finding, Fix } from "../rules/rule";
import { splitReference } from "../standards/reference";
import { findingNames } from "./finding-names";
import type { ReportedFile } from "./reported-file";
import { LEVELS, ruleDescriptors, taxonomies, taxonomyOf } from "./sarif-catalogue";

/** Address of the schema that the report follows. Source: SARIF 2.1.0 errata 01, section 3.13.3. */
const SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json";

/** What a run of the tool hands over beside the findings. */
export interface SarifRun {
  /** Version of the tool. */
  readonly version: string;
  readonly files: readonly ReportedFile[];
  /** Sentences about files that could not be read. */
  readonly failures: readonly string[];
  /** The path of any document, as the files have theirs; undefined for one that has none. */
  readonly pathOf: (uri: string) => string | undefined;
}

/**
 * The findings as SARIF 2.1.0 (OASIS), for code scanning services and viewers. Lines and columns count from 1, columns in UTF-16
 * units, ends exclusive; paths are relative to the root of the checkout. The clauses behind a finding are its taxa.
 */
export function sarifLog({ version, files, failures, pathOf }: SarifRun): Log {
  const rules = ruleDescriptors();
  const places = new Map(rules.map((rule, index) => [rule.id, index]));
  return {
    $schema: SCHEMA,
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Clausewise", version, semanticVersion: version, language: "en", rules, supportedTaxonomies: taxonomies().map(({ name }, index) => ({ name, index })) } },
        taxonomies: taxonomies(),
        invocations: [{ executionSuccessful: failures.length === 0, toolExecutionNotifications: failures.map((text) => ({ level: "error", message: { text } })) }],
        columnKind: "utf16CodeUnits",
        results: files.flatMap((file) => resultsOf(file, places, pathOf)),
      },
    ],
  };
}

function resultsOf(file: ReportedFile, places: ReadonlyMap<string, number>, pathOf: SarifRun["pathOf"]): Result[] {
  const names = findingNames(file);
  return file.findings.map((finding, index): Result => {
    const artifactLocation = artifact(file.path);
    return {
      ruleId: finding.rule,
      ruleIndex: places.get(finding.rule) ?? -1,
      level: LEVELS[finding.severity],
      message: { text: finding.message },
      locations: [{ physicalLocation: { artifactLocation, region: { ...regionOf(finding.span, file.document), snippet: { text: file.document.text.slice(finding.span.start, finding.span.end) } } } }],
      ...relatedOf(finding, file, pathOf),
      partialFingerprints: { "clausewise/v1": names[index] ?? "" },
      taxa: finding.clauses.map((ref) => ({ id: splitReference(ref)[1], toolComponent: taxonomyOf(ref) })),
      ...fixesOf(finding, file),
    };
  });
}

function relatedOf(finding: Finding, file: ReportedFile, pathOf: SarifRun["pathOf"]): Pick<Result, "relatedLocations"> {
  const places = finding.related.flatMap(({ document = file.document, span, message }) => {
    const path = document === file.document ? file.path : pathOf(document.uri);
    return path === undefined ? [] : [{ message: { text: message }, physicalLocation: { artifactLocation: artifact(path), region: regionOf(span, document) } }];
  });
  return places.length === 0 ? {} : { relatedLocations: places.map((place, index) => ({ id: index + 1, ...place })) };
}

/** The repair that suggests itself: the format knows no order, so a viewer that applies what it is given makes the sensible one. */
function fixesOf(finding: Finding, file: ReportedFile): Pick<Result, "fixes"> {
  const fixes = finding.fixes.filter((fix) => fix.preferred && !fix.document && fix.edits.length > 0).slice(0, 1).map((fix) => fixOf(fix, file));
  return fixes.length > 0 ? { fixes } : {};
}

function fixOf({ title, edits }: Fix, { path, document }: ReportedFile): SarifFix {
  const replacements = edits.map(({ span, text }) => ({ deletedRegion: regionOf(span, document), insertedContent: { text } }));
  return { description: { text: title }, artifactChanges: [{ artifactLocation: artifact(path), replacements }] };
}

function artifact(path: string): ArtifactLocation {
  return { uri: path.split("/").map(encodeURIComponent).join("/"), uriBaseId: "%SRCROOT%" };
}

function regionOf(span: Span, { lines }: Document): Region {
  const { start, end } = lines.rangeOf(span);
  return { startLine: start.line + 1, startColumn: start.character + 1, endLine: end.line + 1, endColumn: end.character + 1 };
}
