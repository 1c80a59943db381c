import type { Language } from "../documents/document";
import type { Format } from "./format";
import { markdownModelCard } from "./markdown-model-card";
import { frontMatter, nativeJson, nativeYaml } from "./native";

/** Every format, the surest first. */
export const formats: readonly Format[] = [nativeYaml, nativeJson, frontMatter, markdownModelCard].sort((a, b) => b.priority - a.priority);

/** Our own shape in a language. */
export function nativeFormat(language: Language): Format {
  if (language === "json") return nativeJson;
  return language === "markdown" ? frontMatter : nativeYaml;
}
