import { allRules } from "../../src/rules/rules";

interface Manifest {
  contributes?: {
    snippets?: unknown;
    configuration?: { properties?: Record<string, unknown> };
  };
}

const SEVERITIES = ["off", "hint", "information", "warning", "error"];

/** The manifest with its generated parts: the snippets, and the setting that gives each rule a severity. */
export function manifestWith(manifest: Record<string, unknown>): string {
  const { contributes } = manifest as Manifest;
  if (contributes) {
    contributes.snippets = ["yaml", "json", "jsonc", "markdown"].map((language) => ({ language, path: `./snippets/${language === "jsonc" ? "json" : language}.json` }));
    const properties = contributes.configuration?.properties;
    if (properties) properties["clausewise.rules"] = ruleSetting();
  }
  return `${JSON.stringify(manifest, null, 2)}\n`;
}

function ruleSetting(): unknown {
  const properties = allRules.map((rule) => [rule.id, { type: "string", enum: SEVERITIES, default: rule.severity, description: `${rule.title}.` }] as const);
  return {
    type: "object",
    scope: "resource",
    default: {},
    additionalProperties: false,
    markdownDescription: "Severity of single rules; wins over `clausewise.yaml`.",
    properties: Object.fromEntries(properties),
  };
}
