import { child, itemTitle, itemsOf, textOf } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { RiskMatrix } from "../kinds/profile";
import { dateOf } from "../rules/dates";
import { levelIn, rated } from "../rules/rating";
import type { IndexedDocument, WorkspaceIndex } from "./workspace-index";

/** How a risk is rated, in the words of its folder's matrix; undefined where the file says nothing or nothing on the scale. */
export interface Rating {
  readonly likelihood: string | undefined;
  readonly consequence: string | undefined;
  /** As written, or as it follows from the other two. */
  readonly level: string | undefined;
}

/** One step of a treatment. */
export interface RiskAction {
  readonly what: string;
  readonly owner: string | undefined;
  /** `YYYY-MM-DD`. */
  readonly due: string | undefined;
  readonly status: string | undefined;
  readonly field: Field;
}

/** One risk of a register, read for reports and for what files say of each other. */
export interface Risk {
  readonly id: string | undefined;
  readonly title: string;
  readonly description: string | undefined;
  readonly owner: string | undefined;
  readonly status: string | undefined;
  readonly inherent: Rating;
  readonly residual: Rating;
  /** `modify`, `retain`, `avoid` or `share`. */
  readonly option: string | undefined;
  readonly controls: readonly string[];
  readonly actions: readonly RiskAction[];
  readonly acceptance: { readonly by: string | undefined; readonly until: string | undefined } | undefined;
  /** `YYYY-MM-DD`. */
  readonly due: string | undefined;
  /** The id of the model that the risk is about. */
  readonly model: string | undefined;
  readonly techniques: readonly string[];
  readonly matrix: RiskMatrix;
  readonly document: IndexedDocument;
  readonly reading: Reading;
  /** The entry itself, with its place. */
  readonly field: Field;
}

/** Every risk of the workspace, by file and in the order of the text. */
export function risksOf(index: WorkspaceIndex): Risk[] {
  return index.all().flatMap((document) =>
    document.readings.readings
      .filter((reading) => reading.kind.id === "security-risk")
      .flatMap((reading) => itemsOf(reading.root, "risks").map((field) => riskOf(field, reading, document))),
  );
}

/** True while somebody still has to do or to bear something: neither treated nor closed. */
export function isOpen({ status }: Risk): boolean {
  return status !== "closed" && status !== "treated";
}

function riskOf(field: Field, reading: Reading, document: IndexedDocument): Risk {
  const { matrix } = document.folder.profile;
  const treatment = child(field, "treatment");
  const acceptance = child(field, "acceptance");
  return {
    id: textOf(field, "id"),
    title: textOf(field, "title") ?? itemTitle(field),
    description: textOf(field, "description"),
    owner: textOf(field, "owner"),
    status: textOf(field, "status"),
    inherent: ratingIn(field, matrix),
    residual: ratingIn(child(field, "residual"), matrix),
    option: textOf(treatment, "option"),
    controls: textsOf(treatment, "controls"),
    actions: itemsOf(treatment, "actions").map((action) => ({
      what: textOf(action, "what") ?? itemTitle(action),
      owner: textOf(action, "owner"),
      due: dateOf(action, "due"),
      status: textOf(action, "status"),
      field: action,
    })),
    acceptance: acceptance && { by: textOf(acceptance, "by"), until: dateOf(acceptance, "until") },
    due: dateOf(field, "due"),
    model: textOf(field, "model"),
    techniques: textsOf(field, "atlas_techniques"),
    matrix,
    document,
    reading,
    field,
  };
}

function ratingIn(owner: Field | undefined, matrix: RiskMatrix): Rating {
  if (!owner) return { likelihood: undefined, consequence: undefined, level: undefined };
  return { likelihood: rated(owner, "likelihood", matrix)?.word, consequence: rated(owner, "consequence", matrix)?.word, level: levelIn(owner, matrix) };
}

function textsOf(owner: Field | undefined, name: string): string[] {
  return child(owner, name)?.items.map(({ value }) => String(value)) ?? [];
}
