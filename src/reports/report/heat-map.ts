import { html } from "../../features/html-text";
import type { Html } from "../../features/html-text";
import { levelOf, rankOf } from "../../kinds/profile";
import type { RiskMatrix } from "../../kinds/profile";
import type { Rating, Risk } from "../../workspace/risks";

/** Sizes in units of the picture. */
const CELL = { width: 132, height: 78 };
const MARGIN = { left: 116, top: 8, bottom: 44 };
/** Marks in one cell; more are counted. */
const MARKS = 6;
/** Risks up to which each has an arrow of its own; above, a cell shows how many begin and end in it. */
const ARROWS = 30;
/** Steps of colour, from calm to hot. */
const STEPS = 5;

interface Placed {
  readonly x: number;
  readonly y: number;
}

/**
 * The risk matrix as a picture: likelihood upwards, consequence to the right, each cell in the colour of its level and with its name. A
 * ring is where a risk began, a dot where it is after treatment, an arrow leads from one to the other.
 */
export function heatMap(matrix: RiskMatrix, risks: readonly Risk[]): Html {
  const width = MARGIN.left + matrix.consequence.length * CELL.width + 8;
  const height = MARGIN.top + matrix.likelihood.length * CELL.height + MARGIN.bottom;
  const many = risks.length > ARROWS;
  return html`<svg class="heat" viewBox="0 0 ${width} ${height}" role="img" aria-label="Risk matrix; the table below says the same in words">
<defs><marker id="head" viewBox="0 0 8 8" refX="7" refY="4" markerWidth="7" markerHeight="7" orient="auto"><path class="arrow-head" d="M0 0 L8 4 L0 8 z"></path></marker></defs>
${cells(matrix)}
${axes(matrix, width, height)}
${many ? tallies(matrix, risks) : arrows(matrix, risks)}
</svg>`;
}

/** The corner of a cell; undefined for a rating that is not on the scales. */
function corner({ likelihood, consequence }: Pick<Rating, "likelihood" | "consequence">, matrix: RiskMatrix): Placed | undefined {
  const row = matrix.likelihood.indexOf(likelihood ?? "");
  const column = matrix.consequence.indexOf(consequence ?? "");
  if (row < 0 || column < 0) return undefined;
  return { x: MARGIN.left + column * CELL.width, y: MARGIN.top + (matrix.likelihood.length - 1 - row) * CELL.height };
}

function cells(matrix: RiskMatrix): Html[] {
  return matrix.likelihood.flatMap((likelihood) =>
    matrix.consequence.map((consequence) => {
      const level = levelOf(matrix, likelihood, consequence) ?? "";
      const { x, y } = corner({ likelihood, consequence }, matrix) as Placed;
      return html`<rect class="heat-${stepOf(matrix, level)}" x="${x}" y="${y}" width="${CELL.width - 3}" height="${CELL.height - 3}" rx="3"></rect><text class="level" x="${x + 8}" y="${y + 16}">${level}</text>`;
    }),
  );
}

function stepOf({ levels }: RiskMatrix, level: string): number {
  return levels.length < 2 ? 0 : Math.round((Math.max(0, levels.indexOf(level)) / (levels.length - 1)) * (STEPS - 1));
}

function axes(matrix: RiskMatrix, width: number, height: number): Html {
  const rows = matrix.likelihood.map((likelihood) => {
    const at = corner({ likelihood, consequence: matrix.consequence[0] }, matrix) as Placed;
    return html`<text class="axis" text-anchor="end" x="${MARGIN.left - 8}" y="${at.y + CELL.height / 2 + 4}">${likelihood}</text>`;
  });
  const columns = matrix.consequence.map((consequence) => {
    const at = corner({ likelihood: matrix.likelihood[0], consequence }, matrix) as Placed;
    return html`<text class="axis" text-anchor="middle" x="${at.x + CELL.width / 2}" y="${at.y + CELL.height + 14}">${consequence}</text>`;
  });
  return html`${rows}${columns}<text class="axis-name" text-anchor="middle" x="${(MARGIN.left + width) / 2}" y="${height - 6}">Consequence</text><text class="axis-name" text-anchor="middle" transform="translate(12 ${(MARGIN.top + height - MARGIN.bottom) / 2}) rotate(-90)">Likelihood</text>`;
}

/** Gives out places in cells, from left to right and then below; none where a cell is full. */
class Places {
  private readonly used = new Map<string, number>();

  constructor(private readonly matrix: RiskMatrix) {}

  next(rating: Rating): Placed | undefined {
    const cell = corner(rating, this.matrix);
    if (!cell) return undefined;
    const key = `${cell.x} ${cell.y}`;
    const count = this.used.get(key) ?? 0;
    this.used.set(key, count + 1);
    if (count >= MARKS) return undefined;
    return { x: cell.x + 23 + (count % 3) * 42, y: cell.y + 36 + Math.floor(count / 3) * 26 };
  }
}

function arrows(matrix: RiskMatrix, risks: readonly Risk[]): Html[] {
  const places = new Places(matrix);
  // A risk that stays in its cell is one dot: an arrow from a cell to itself would only be in the way.
  const drawn = risks.map((risk) => ({ risk, from: stays(risk) ? undefined : places.next(risk.inherent), to: places.next(risk.residual) }));
  const lines = drawn.flatMap(({ from, to }) => (from && to ? [html`<line class="arrow" x1="${from.x}" y1="${from.y}" ${ends(from, to)} marker-end="url(#head)"></line>`] : []));
  const marks = drawn.flatMap(({ risk, from, to }) => [mark("ring", risk, from), mark("dot", risk, to)].filter((one) => one !== undefined));
  return [...lines, ...marks];
}

function stays({ inherent, residual }: Risk): boolean {
  return inherent.likelihood === residual.likelihood && inherent.consequence === residual.consequence;
}

/** The arrow ends before the dot, so that its head stays visible. */
function ends(from: Placed, to: Placed): Html {
  const length = Math.hypot(to.x - from.x, to.y - from.y) || 1;
  const short = Math.max(0, length - 14) / length;
  return html`x2="${(from.x + (to.x - from.x) * short).toFixed(1)}" y2="${(from.y + (to.y - from.y) * short).toFixed(1)}"`;
}

function mark(shape: "ring" | "dot", risk: Risk, at: Placed | undefined): Html | undefined {
  if (!at) return undefined;
  const { id, title } = risk;
  const name = shortId(id ?? title);
  return html`<g><title>${[id, title].filter((word) => word !== undefined).join(" ")}, ${shape === "ring" ? "before treatment" : stays(risk) ? "before and after treatment" : "after treatment"}</title><rect class="${shape}" x="${at.x - 20}" y="${at.y - 10}" width="40" height="20" rx="10"></rect><text class="${shape}-text" text-anchor="middle" x="${at.x}" y="${at.y + 4}">${name}</text></g>`;
}

function shortId(id: string): string {
  return id.length <= 6 ? id : `${id.slice(0, 5)}…`;
}

function tallies(matrix: RiskMatrix, risks: readonly Risk[]): Html[] {
  return matrix.likelihood.flatMap((likelihood) =>
    matrix.consequence.flatMap((consequence) => {
      const here = (rating: Rating) => rating.likelihood === likelihood && rating.consequence === consequence;
      const [before, after] = [risks.filter((risk) => here(risk.inherent)).length, risks.filter((risk) => here(risk.residual)).length];
      const at = corner({ likelihood, consequence }, matrix) as Placed;
      return before + after === 0 ? [] : [html`<text class="tally" text-anchor="middle" x="${at.x + CELL.width / 2}" y="${at.y + 48}">${before} → ${after}</text>`];
    }),
  );
}

/** True when a level ranks above the appetite. */
export function isAboveAppetite(matrix: RiskMatrix, level: string | undefined): boolean {
  return level !== undefined && rankOf(matrix, level) > rankOf(matrix, matrix.appetite);
}
