import type { KeyValue, Section, Words } from "../documents/markdown-block";
import { isPlaceholder } from "../documents/placeholder";
import { answerOf, cellAnswer } from "./answer";
import type { Answer } from "./answer";
import type { FieldBuilder, Place } from "./field-builder";
import type { Product } from "./format";
import type { Columns } from "./risk-columns";
import { isDash, numberIn, scaleRating } from "./values";
import { choiceOf } from "./vocabulary";

/** `R-001: Title`, `RK0020001 - Title`, `[R1] Title`, `Risk 3 — Title`, `1. Title`. */
const ID_AND_TITLE = /^[^\p{L}\p{N}]*((?:risk\s+)?(?:[A-Z]{1,6}[-_ ]?)*\d+(?:[-.]\d+)*)\]?[^\p{L}\p{N}]*(?:\s|[:.—–、：-])[^\p{L}\p{N}]*(.*)$/iu;
/** A bullet and what is done about it. */
const WITH_MEASURE = /^(.*?)[\s.;,(—–-]*\b(?:mitigations?|controls?|treatment|response|countermeasures?|maßnahmen?|atténuation|mitigación|mitigação)\b\*{0,2}\s*[:：—–]\*{0,2}\s*(.*)$|^([^:：]{3,80})[:：]\s+(.{10,})$|^(.*?)[。；\s]*(?:缓解措施|対策)[:：]\s*(.*)$/isu;

const OPTIONS = ["modify", "retain", "avoid", "share"];

/** Collects the risks of a register, whatever they are written as. */
export class RiskEntries {
  readonly products: Product[] = [];
  private readonly byId = new Map<string, FieldBuilder>();
  count = 0;

  constructor(
    private readonly builder: FieldBuilder,
    readonly text: string,
    /** How many steps the file's own scale has, where that is known. */
    private readonly steps: number | undefined,
  ) {}

  /** A row of a table of risks. Rows that only name a section of the table are none. */
  row(columns: Columns, cells: readonly Words[]): void {
    const said = cells.filter((cell) => cell.text !== "");
    const [first] = said;
    if (!first || said.length < 2) return;
    const title = cells[columns.indexOf("title")] ?? cells[columns.indexOf("description")];
    if (!title || title.text === "") return;
    const item = this.begin({ anchor: title.span, span: spanOf(cells) });
    const id = cells[columns.indexOf("id")];
    if (item && id && id.text !== "") this.byId.set(id.text.toLowerCase(), item);
    if (item) this.fill(item, columns, cells);
  }

  /** A row about a risk that stands in another table. */
  join(columns: Columns, cells: readonly Words[]): void {
    const id = cells[columns.indexOf("id")]?.text.toLowerCase() ?? "";
    const item = this.byId.get(id);
    if (item) this.fill(item, columns.map((name) => (name === "id" || (name !== undefined && item.has(name)) ? undefined : name)), cells);
  }

  /** A heading with the answers below it. */
  section(title: Words, { span }: Section, keys: readonly { column: string; key: KeyValue }[], ratings: readonly { column: string; words: Words }[], prose: Words | undefined): void {
    const match = ID_AND_TITLE.exec(title.text);
    const id = match?.[1] && match[2] !== undefined && title.text.includes(match[1]) ? match[1] : undefined;
    const known = id === undefined ? undefined : this.byId.get(id.toLowerCase());
    const item = known ?? this.begin({ anchor: title.span, span });
    if (!item) return;
    if (!known && id !== undefined) {
      this.byId.set(id.toLowerCase(), item);
      item.put("id", cellAnswer(this.part(title, id)));
    }
    const rest = id === undefined ? title.text : (match?.[2] ?? "");
    if (rest !== "") item.put("title", cellAnswer(this.part(title, rest)));
    const columns = [...keys.map(({ column }) => column), ...ratings.map(({ column }) => column)];
    const values = [...keys.map(({ key }) => key.value), ...ratings.map(({ words }) => words)];
    this.fill(item, columns.map((name) => (name === "title" && rest !== "" ? "description" : name)), values, keys.map(({ key }) => key));
    if (prose && !item.has("description")) item.put("description", answerOf(prose.span, prose));
  }

  /** A bullet that names a risk and goes on to say what is done about it. */
  bullet(anchor: Words, whole: Words, section: Words | undefined): void {
    const match = WITH_MEASURE.exec(whole.text);
    const [risk, measure] = [match?.[1] ?? match?.[3] ?? match?.[5] ?? whole.text, match?.[2] ?? match?.[4] ?? match?.[6]];
    const item = this.begin({ anchor: anchor.span, span: whole.span });
    item?.put("title", cellAnswer(this.part(whole, risk.trim())));
    if (measure) this.treat(item, cellAnswer(this.part(whole, measure)));
    const category = section && choiceOf("security-risk", "risks[].category", CATEGORIES, section.text);
    if (section && category) item?.put("category", { ...cellAnswer(section), words: section });
  }

  private begin(place: Place): FieldBuilder | undefined {
    this.count++;
    return this.builder.item("risks", place);
  }

  private fill(item: FieldBuilder, columns: Columns, values: readonly Words[], keys: readonly KeyValue[] = []): void {
    const numbers = new Map<string, number>();
    for (const [index, words] of values.entries()) {
      const column = columns[index];
      if (column === undefined || column === "history.date") continue;
      const key = keys[index];
      const answer = { ...(key ? answerOf(key.key.span, words) : cellAnswer(words)), outOf: this.steps };
      const number = numberIn(words.text);
      if (number !== undefined) numbers.set(column, number);
      if (column === "score" || column === "residual.score") this.score(item, column, answer, columns);
      else if (column === "treatment.actions.what" || column === "treatment.option") this.treat(item, answer, column);
      else if (column === "existing_controls" || column === "evidence" || column === "treatment.controls") {
        if (words.text !== "" && !isDash(words.text)) item.put(column, { ...answer, items: this.listed(words) });
      } else if (column === "due" || column.startsWith("review.") || column === "id" || words.text !== "" || ASKED.has(column)) {
        if (!column.endsWith("level") || inWords(words.text)) item.put(column, answer);
      }
    }
    for (const before of ["", "residual."]) this.product(item, numbers, before, values[columns.indexOf(`${before}score`)]);
  }

  /** `Mitigate: short lifetimes` says what is decided and what is done. */
  private treat(item: FieldBuilder | undefined, answer: Answer, column = "treatment.actions.what"): void {
    const { words } = answer;
    const lead = /^([^:：]{3,24})[:：]\s*(.+)$/su.exec(words.text);
    const decided = lead?.[1] === undefined ? undefined : choiceOf("security-risk", "risks[].treatment.option", OPTIONS, lead[1]);
    if (lead && decided !== undefined) {
      item?.put("treatment.option", cellAnswer(this.part(words, lead[1] ?? "")));
      this.action(item, cellAnswer(this.part(words, lead[2] ?? "")));
    } else if (column === "treatment.option" && (isStandIn(words.text) || choiceOf("security-risk", "risks[].treatment.option", OPTIONS, words.text.slice(0, 24)) !== undefined)) {
      item?.put("treatment.option", answer);
    } else this.action(item, answer);
  }

  private action(item: FieldBuilder | undefined, answer: Answer): void {
    item?.item("treatment.actions", answer)?.put("what", answer);
  }

  /** A score in words is a level; a number is a product to be checked. */
  private score(item: FieldBuilder, column: string, answer: Answer, columns: Columns): void {
    const level = column === "score" ? "level" : "residual.level";
    if (!columns.includes(level) && inWords(answer.words.text)) item.put(level, answer);
  }

  private product(item: FieldBuilder, numbers: ReadonlyMap<string, number>, before: string, words: Words | undefined): void {
    const [likelihood, consequence, score] = ["likelihood", "consequence", "score"].map((name) => numbers.get(before + name));
    if (likelihood === undefined || consequence === undefined || score === undefined || !words) return;
    this.products.push({ factors: [likelihood, consequence], score, span: words.span, path: before === "" ? item.path : `${item.path}.residual` });
  }

  private listed(words: Words): Words[] {
    const raw = this.text.slice(words.span.start, words.span.end);
    return [...raw.matchAll(/[^;；\n]+/g)].flatMap((match) => {
      const part = match[0].trim();
      const start = words.span.start + match.index + match[0].indexOf(part);
      return part === "" ? [] : [{ text: part.replace(/[`*]/g, ""), span: { start, end: start + part.length } }];
    });
  }

  /** Some of the words with their place; all of them where marks stand between. */
  private part(words: Words, text: string): Words {
    const raw = this.text.slice(words.span.start, words.span.end);
    const index = raw.lastIndexOf(text);
    if (index >= 0) return { text, span: { start: words.span.start + index, end: words.span.start + index + text.length } };
    return { text, span: words.span };
  }
}

/** Questions that every row of a register answers, so that an empty cell is a gap. */
const ASKED = new Set(["owner", "likelihood", "consequence", "title", "status"]);
const CATEGORIES = ["security", "privacy", "bias", "transparency", "accountability", "safety", "reliability", "misuse", "societal", "legal", "third_party"];

function isStandIn(text: string): boolean {
  return text === "" || isDash(text) || isPlaceholder(text);
}

/** True for a level in words: a number alone is a score. */
function inWords(text: string): boolean {
  return text !== "" && (numberIn(text) === undefined || scaleRating(text)?.word !== undefined);
}

function spanOf(cells: readonly Words[]) {
  return { start: Math.min(...cells.map((cell) => cell.span.start)), end: Math.max(...cells.map((cell) => cell.span.end)) };
}

