import { placed } from "./placed";
import { jsonText, nativeValues, yamlText } from "./native-text";
import { statedIn } from "./stated";
import type { Target } from "./target";
import { bridge2aiCard, bridge2aiPlaces } from "../bridge2ai";
import { cycloneDx, writtenComponent } from "../cyclonedx";
import { modelCardToolkit, toolkitPlaces } from "../model-card-toolkit";
import { nativeJson, nativeYaml } from "../native";
import { documentKinds } from "../../kinds/kinds";

const KINDS = documentKinds.map(({ id }) => id);

/** Our own shape in YAML. */
export const yamlTarget: Target = {
  id: "yaml",
  title: "YAML",
  form: "our own YAML",
  about: "every field under its own key, takes comments",
  language: "yaml",
  formats: [nativeYaml.id],
  kinds: KINDS,
  fileName: (slug, kind) => named(slug, `${kind}.yaml`),
  write: ({ root }) => `${yamlText(nativeValues(root))}\n`,
};

/** Our own shape in JSON. */
export const jsonTarget: Target = {
  ...yamlTarget,
  id: "json",
  title: "JSON",
  form: "our own JSON",
  about: "every field under its own key, for programs",
  language: "json",
  formats: [nativeJson.id],
  fileName: (slug, kind) => named(slug, `${kind}.json`),
  write: ({ root }) => `${jsonText(nativeValues(root))}\n`,
};

/** A bill of materials with the model as its one component, in a version of the format. */
export function cycloneDxTarget(version: "1.6" | "1.7"): Target {
  return {
    id: `cyclonedx-${version}`,
    title: `CycloneDX ${version}`,
    form: `CycloneDX ${version}`,
    about: "a bill of materials with the model card in it, for supply chains",
    language: "json",
    formats: [cycloneDx.id],
    kinds: ["model-card"],
    fileName: (slug) => named(slug, "cdx.json"),
    write({ root }) {
      const component = { type: "machine-learning-model", name: NO_NAME, ...placed(statedIn(root), writtenComponent) };
      return `${jsonText({ $schema: `http://cyclonedx.org/schema/bom-${version}.schema.json`, bomFormat: "CycloneDX", specVersion: version, version: 1, components: [component] })}\n`;
    },
  };
}

/** A card of the Model Card Toolkit, in the last version of its schema. */
export const toolkitTarget: Target = {
  id: "model-card-toolkit",
  title: "Model Card Toolkit JSON",
  form: "a Model Card Toolkit card",
  about: "version 0.0.2 of Google's schema",
  language: "json",
  formats: [modelCardToolkit.id],
  kinds: ["model-card"],
  fileName: (slug) => named(slug, "toolkit.json"),
  write: ({ root }) => `${jsonText({ schema_version: "0.0.2", ...withDetails(placed(statedIn(root), toolkitPlaces)) })}\n`,
};

/** A card as the Bridge2AI schema describes it. */
export const bridge2aiTarget: Target = {
  id: "bridge2ai",
  title: "Bridge2AI YAML",
  form: "a Bridge2AI card",
  about: "the toolkit's fields and those of Hugging Face in YAML",
  language: "yaml",
  formats: [bridge2aiCard.id],
  kinds: ["model-card"],
  fileName: (slug) => named(slug, "bridge2ai.yaml"),
  write: ({ root }) => `${yamlText({ schema_version: "0.0.2", ...withDetails(placed(statedIn(root), bridge2aiPlaces)) })}\n`,
};

/** Stands where a format asks for a name and the document gives none. */
const NO_NAME = "TODO: name of the model";

/** Both forms of the toolkit are known by their details, however little there is to say. */
function withDetails({ model_details: details, ...rest }: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  return { model_details: { name: NO_NAME, ...(details as object | undefined) }, ...rest };
}

function named(slug: string, ending: string): string {
  return slug === "" ? ending : `${slug}.${ending}`;
}
