import type { Language } from "../documents/document";
import { aiVerifyChecklist } from "./ai-verify";
import { algorithmAssessmentCard, algorithmSystemCard } from "./algorithm-standard";
import { bridge2aiCard } from "./bridge2ai";
import { canadaAia } from "./canada-aia";
import { csvRiskRegister, csvStatement } from "./csv";
import { cycloneDx } from "./cyclonedx";
import type { Format } from "./format";
import { huggingFaceDataset, huggingFaceModel } from "./hugging-face";
import { finosEntry } from "./finos";
import { markdownImpactAssessment } from "./markdown-impact-assessment";
import { ismsRisk, ismsStatement } from "./isms-linkml";
import { markdownModelCard } from "./markdown-model-card";
import { markdownStatement } from "./markdown-statement";
import { markdownRiskRegister } from "./markdown-risk-register";
import { modelCardToolkit } from "./model-card-toolkit";
import { frontMatter, nativeJson, nativeYaml } from "./native";
import { openThreatModel } from "./open-threat-model";
import { oscal } from "./oscal";
import { riskRegister } from "./risk-register";
import { structuredModelCard } from "./structured-model-card";
import { threagile } from "./threagile";
import { threatDragon } from "./threat-dragon";
import { threatModelLibrary } from "./threat-model-library";

/** Formats in YAML and JSON. */
const structured: readonly Format[] = [modelCardToolkit, bridge2aiCard, cycloneDx, algorithmSystemCard, algorithmAssessmentCard, threagile, oscal, threatDragon, openThreatModel, threatModelLibrary, ismsRisk, ismsStatement, aiVerifyChecklist, canadaAia, riskRegister, structuredModelCard];

/** Every format, the surest first. */
export const formats: readonly Format[] = [nativeYaml, nativeJson, frontMatter, huggingFaceModel, huggingFaceDataset, markdownModelCard, markdownRiskRegister, markdownImpactAssessment, markdownStatement, csvRiskRegister, csvStatement, finosEntry, ...structured].sort((a, b) => b.priority - a.priority);

/** Our own shape in a language. */
export function nativeFormat(language: Language): Format {
  if (language === "json") return nativeJson;
  return language === "markdown" ? frontMatter : nativeYaml;
}
