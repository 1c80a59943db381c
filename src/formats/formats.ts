import type { Language } from "../documents/document";
import type { Format } from "./format";
import { huggingFaceDataset, huggingFaceModel } from "./hugging-face";
import { finosEntry } from "./finos";
import { markdownImpactAssessment } from "./markdown-impact-assessment";
import { markdownModelCard } from "./markdown-model-card";
import { markdownStatement } from "./markdown-statement";
import { markdownRiskRegister } from "./markdown-risk-register";
import { frontMatter, nativeJson, nativeYaml } from "./native";

/** Every format, the surest first. */
export const formats: readonly Format[] = [nativeYaml, nativeJson, frontMatter, huggingFaceModel, huggingFaceDataset, markdownModelCard, markdownRiskRegister, markdownImpactAssessment, markdownStatement, finosEntry].sort((a, b) => b.priority - a.priority);

/** Our own shape in a language. */
export function nativeFormat(language: Language): Format {
  if (language === "json") return nativeJson;
  return language === "markdown" ? frontMatter : nativeYaml;
}
