import { isOpen, risksOf } from "../workspace/risks";
import type { Rating, Risk, RiskAction } from "../workspace/risks";
import { dateTime, listOf, metadata, NAMESPACE, oneLine, placeLink, property, uuidOf } from "./oscal";
import type { ReportSource } from "./report-source";

/** Our words for the state of a risk in those of OSCAL 1.2.1 (`risk-status`). */
const STATUSES: Readonly<Record<string, string>> = { open: "open", in_progress: "remediating", accepted: "deviation-approved", treated: "closed", closed: "closed" };

/** Naming system of MITRE ATLAS techniques. */
const ATLAS = "https://atlas.mitre.org";

/**
 * The open risks as an OSCAL plan of action and milestones: each with its rating before and after treatment, its actions and its
 * deadline. Undefined where no risk is open, since the format has no empty plan.
 */
export function oscalPoam(source: ReportSource) {
  const open = risksOf(source.index).filter(isOpen);
  if (open.length === 0) return undefined;
  return {
    "plan-of-action-and-milestones": {
      uuid: uuidOf("poam", source.today, source.commit ?? ""),
      metadata: metadata(source, "Open risks"),
      "system-id": { "identifier-type": `${NAMESPACE}:workspace`, id: source.index.folderList().map((folder) => folder.name).join(", ") || "workspace" },
      "local-definitions": { components: [{ uuid: toolUuid(), type: "software", title: "Clausewise", description: "Reads the governance documents of a workspace.", status: { state: "operational" } }] },
      risks: open.map((risk) => riskOf(risk)),
      "poam-items": open.map((risk) => itemOf(risk)),
    },
  };
}

function toolUuid(): string {
  return uuidOf("tool");
}

/** A risk is the same one while its file and its id are. */
function riskUuid({ document, id, field }: Risk): string {
  return uuidOf("risk", document.uri, id ?? field.path);
}

function riskOf(risk: Risk) {
  const facets = [...facetsOf("initial", risk.inherent), ...facetsOf("residual", risk.residual)];
  const due = deadlineOf(risk);
  return {
    uuid: riskUuid(risk),
    title: titleOf(risk),
    description: risk.description ?? risk.title,
    statement: risk.description ?? risk.title,
    props: [property("owner", risk.owner ?? "not named"), ...(risk.option === undefined ? [] : [property("treatment-option", risk.option)])],
    links: [placeOf(risk)],
    status: STATUSES[risk.status ?? "open"] ?? "open",
    ...listOf("threat-ids", risk.techniques.map((id) => ({ system: ATLAS, id: `${ATLAS}/techniques/${encodeURIComponent(id)}` }))),
    ...listOf("characterizations", facets.length === 0 ? [] : [{ origin: { actors: [{ type: "tool", "actor-uuid": toolUuid() }] }, facets }]),
    ...(due === undefined ? {} : { deadline: dateTime(due) }),
    ...listOf("remediations", risk.actions.map((action) => remediationOf(risk, action))),
  };
}

function facetsOf(state: "initial" | "residual", rating: Rating) {
  return Object.entries(rating).flatMap(([name, value]: [string, string | undefined]) => {
    return value === undefined ? [] : [{ name, system: NAMESPACE, value: oneLine(value), props: [{ name: "state", value: state }] }];
  });
}

function remediationOf(risk: Risk, action: RiskAction) {
  const uuid = uuidOf("action", risk.document.uri, action.field.path);
  const tasks = action.due === undefined ? [] : [{ uuid: uuidOf("task", uuid), type: "milestone", title: oneLine(action.what), timing: { "on-date": { date: dateTime(action.due) } } }];
  return {
    uuid,
    lifecycle: action.status === "done" ? "completed" : "planned",
    title: oneLine(action.what),
    description: action.what,
    ...listOf("props", [...(action.owner === undefined ? [] : [property("owner", action.owner)]), ...(action.status === undefined ? [] : [property("status", action.status)])]),
    ...listOf("tasks", tasks),
  };
}

function itemOf(risk: Risk) {
  return {
    uuid: uuidOf("poam-item", riskUuid(risk)),
    title: titleOf(risk),
    description: risk.description ?? risk.title,
    links: [placeOf(risk)],
    "related-risks": [{ "risk-uuid": riskUuid(risk) }],
  };
}

function titleOf({ id, title }: Risk): string {
  return oneLine(id === undefined ? title : `${id} ${title}`);
}

function placeOf({ document, reading, field }: Risk) {
  return placeLink(document.path, reading.document.lines.lineOf(field.anchor.start) + 1);
}

/** The day by which something has to happen: the risk's own, else the first of its open actions, else the end of its acceptance. */
function deadlineOf({ due, actions, acceptance }: Risk): string | undefined {
  const open = actions.flatMap((action) => (action.status === "done" || action.status === "cancelled" || action.due === undefined ? [] : [action.due]));
  return due ?? open.sort()[0] ?? acceptance?.until;
}
