import { html } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import type { ClauseRef } from "../../standards/clause";
import { displayReference } from "../../standards/reference";
import { risksOf } from "../../workspace/risks";
import type { Rating, Risk } from "../../workspace/risks";
import type { ReportSource } from "../report-source";
import { heatMap, isAboveAppetite } from "./heat-map";
import { placeLink } from "./links";
import type { ReportLinks } from "./links";
import { table } from "./table";

const OPTIONS: readonly (readonly [option: string | undefined, title: string])[] = [
  ["modify", "Modified by controls and actions"],
  ["retain", "Retained as they are"],
  ["avoid", "Avoided"],
  ["share", "Shared with others"],
  [undefined, "Without a treatment"],
];

/** The matrix as a heat map, and every risk by its treatment. */
export function riskSections(source: ReportSource, links: ReportLinks): Html {
  const risks = risksOf(source.index);
  if (risks.length === 0) return html`<h2 id="risks">Risks</h2><p>No risk file was found.</p>`;
  const byOption = OPTIONS.map(([option, title]) => ({ title, own: risks.filter((risk) => risk.option === option) })).filter(({ own }) => own.length > 0);
  return html`<h2 id="matrix">Risk matrix</h2>
<p>A ring is where a risk begins, a dot where it is after treatment.</p>
${byMatrix(risks).map((own) => heatMap((own[0] as Risk).matrix, own))}
<h2 id="risks">Risks by treatment</h2>
${byOption.map(({ title, own }) => html`<h3>${title}</h3>
${riskTable(title, own, links)}`)}`;
}

/** Risks by the matrix that rates them: folders of one workspace may have their own. */
function byMatrix(risks: readonly Risk[]): Risk[][] {
  const groups = new Map<string, Risk[]>();
  for (const risk of risks) {
    const key = JSON.stringify(risk.matrix);
    groups.set(key, [...(groups.get(key) ?? []), risk]);
  }
  return [...groups.values()];
}

function riskTable(title: string, risks: readonly Risk[], links: ReportLinks): Html {
  const rows = risks.map((risk) => [
    risk.id === undefined ? risk.title : `${risk.id} ${risk.title}`,
    risk.owner ?? "not named",
    levelText(risk, risk.inherent),
    levelText(risk, risk.residual),
    actionText(risk),
    statusText(risk),
    placeLink(links, risk.document, risk.field.anchor),
  ]);
  return table(`Risks: ${title}`, ["Risk", "Owner", "Before", "After", "Actions and controls", "Status", "Where"], rows, "");
}

function levelText({ matrix }: Risk, { level }: Rating): Html {
  if (level === undefined) return html`not rated`;
  return isAboveAppetite(matrix, level) ? html`<strong>${level}</strong> <span class="quiet">above appetite</span>` : html`${level}`;
}

function statusText({ status, acceptance }: Risk): string {
  const accepted = acceptance && `accepted by ${acceptance.by ?? "nobody named"}${acceptance.until === undefined ? ", without end" : ` until ${acceptance.until}`}`;
  return [(status ?? "").replace(/_/g, " "), accepted ?? ""].filter((words) => words !== "" && !(accepted && words === "accepted")).join("; ");
}

function actionText({ actions, controls }: Risk): string {
  const done = actions.filter((action) => action.status === "done").length;
  const next = actions.flatMap((action) => (action.status === "done" || action.status === "cancelled" || action.due === undefined ? [] : [action.due])).sort()[0];
  const words = [actions.length > 0 ? `${done} of ${actions.length} done` : "", next === undefined ? "" : `next due ${next}`, controls.length > 0 ? `controls ${controls.map(controlName).join(", ")}` : ""];
  return words.filter((word) => word !== "").join("; ") || "none";
}

/** As people write it: `ISO/IEC 27001 A.5.21`; anything else stays as it is. */
function controlName(text: string): string {
  return /^iso(?:42001|27001):/.test(text) ? displayReference(text as ClauseRef) : text;
}
