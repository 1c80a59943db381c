import { entryOf, isEmptyNode, keyText } from "../documents/node";
import type { Entry, MapNode, TreeNode } from "../documents/node";
import { priority } from "./format";
import type { Product, Unmapped } from "./format";
import type { FieldBuilder } from "./field-builder";
import { treeFormat } from "./tree-format";
import { answerAt, follow, labelOf, mapAt, readPlaces, wordsIn } from "./tree-places";
import type { PlaceTable } from "./tree-places";
import { numberIn, scaleRating } from "./values";
import { choiceOf, vocabularyOf } from "./vocabulary";
import type { Vocabulary } from "./vocabulary";

/** What a register says about itself, at its top or below `metadata`. */
const REGISTER: PlaceTable = {
  title: "title",
  name: "title",
  scope: "scope",
  system: "scope",
  project: "scope",
  description: "scope",
  owner: "owner",
  maintainer: "owner",
  date: "date",
  last_updated: "date",
  updated: "date",
  last_reviewed: "review.last",
  last_review: "review.last",
  next_review: "review.next",
  next_review_date: "review.next",
  review_date: "review.next",
  methodology: "method",
  method: "method",
};

/** Lists that hold the risks. */
const LISTS = ["risks", "risk_register", "riskRegister", "risk-register", "register", "items", "entries", "threats"];

/** Fields that only a risk has; a list whose items have none of them is no register. */
const TELLING = new Set(["likelihood", "consequence", "level", "score", "residual.level", "treatment.option", "treatment.actions.what", "acceptance.until"]);

/** Words that a register's keys mean beyond those of its columns. */
const KEYS: Readonly<Record<string, string>> = { probability: "likelihood", severity: "consequence", impact: "consequence", accepted_until: "acceptance.until", review_date: "review.next", source: "", links: "evidence", created_date: "", dimension: "", scope: "", applies_to: "asset", inherent_risk: "level", notes: "", tags: "", scenario: "title", mitigations: "treatment.actions.what", next_actions: "treatment.actions.what", action_plan: "treatment.actions.what", mitigation_plans: "treatment.actions.what", mitigation_actions: "treatment.actions.what", contingency_plan: "treatment.actions.what", probability_score: "likelihood", likelihood_score: "likelihood", impact_score: "consequence", severity_score: "consequence" };

/**
 * A risk register in YAML or JSON with people's own keys. A list of risks has to have what only risks have, so that limits of a
 * trading bot and a game's settings are left alone.
 */
export const riskRegister = treeFormat({
  id: "risk-register",
  title: "a risk register",
  languages: ["yaml", "json"],
  kind: "security-risk",
  priority: priority.words,
  marks: (root) => isRegister(root, 2),
  confirms: (root) => isRegister(root, 1) || isRegister(root, 2, true),
  listKey: "items",
  places: {},
  concerns: ["scope", "owner", "risks.title", "risks.description", "risks.owner", "risks.likelihood", "risks.consequence", "risks.level", "risks.treatment.option", "risks.treatment.actions.what", "risks.status", "risks.due"],
  also(root, builder, _document, { names }) {
    const vocabulary = vocabularyOf("security-risk", names);
    const unmapped: Unmapped[] = [];
    const products: Product[] = [];
    for (const node of [root, ...ABOUT.flatMap((key) => mapAt(root, key) ?? [])]) readAbout(node, builder, vocabulary, unmapped);
    for (const { node } of risksOf(root)) readRisk(node, builder, vocabulary, unmapped, products);
    return { unmapped: unmapped.filter((one, index) => unmapped.findIndex(({ name }) => name.text === one.name.text) === index), products };
  },
});

/** Maps in which a register keeps what it says about itself. */
const ABOUT = ["metadata", "meta", "register", "risk_register", "info"];

/** What a register says about itself. A key that means nothing, with words behind it, is one that a person can give a meaning. */
function readAbout(node: MapNode, builder: FieldBuilder, { own }: Vocabulary, unmapped: Unmapped[]): void {
  readPlaces({ key: undefined, node }, REGISTER, builder);
  for (const entry of node.entries) {
    const key = keyText(entry);
    const path = own.names.find(key);
    if (path !== undefined) builder.put(path, answerAt(entry.value, entry.key));
    else if (entry.value.type === "scalar" && typeof entry.value.value === "string" && !isEmptyNode(entry.value) && !(key in REGISTER) && !ASIDE.test(key)) unmapped.push({ name: { text: key, span: entry.key.span }, span: entry.span });
  }
}

/** Keys about the file and not about its risks. */
const ASIDE = /^(?:\$|x[-_]|kind$|id$|version|schema|format|status$|type$|generated|created|count|total)/i;

interface Risk {
  readonly node: MapNode;
  /** True when the list is called after risks and not only items, entries or threats. */
  readonly called: boolean;
}

/** The items of the first list that holds risks, at the top or below a register's key. */
function risksOf(root: MapNode): Risk[] {
  for (const name of LISTS) {
    for (const { node } of [...follow({ key: undefined, node: root }, [name]), ...follow({ key: undefined, node: root }, ["risk_register", name])]) {
      const items = node.type === "list" ? node.items : node.type === "map" ? node.entries.map(({ value }) => value) : [];
      const maps = items.filter((item): item is MapNode => item.type === "map");
      if (maps.length > 0 && maps.length === items.length && meaningsIn(maps[0]).size > 1) return maps.map((map) => ({ node: map, called: /risk/i.test(name) || mapAt(root, "risk_register") !== undefined }));
    }
  }
  return [];
}

/**
 * Most of its items say what a risk is and at least `needed` things that only a risk has. A list that is not called after risks,
 * by its key or the file's name, has to say how likely they are: findings of scanners and tickets have a severity and a priority, too.
 */
function isRegister(root: MapNode, needed: number, promised = false): boolean {
  const risks = risksOf(root);
  const good = risks.filter(({ node, called }) => {
    const meanings = meaningsIn(node);
    if (!called && !promised && !meanings.has("likelihood")) return false;
    const telling = [...meanings].filter((path) => TELLING.has(path)).length;
    return (meanings.has("title") || meanings.has("description") || meanings.has("id")) && telling >= needed;
  });
  return good.length > 0 && good.length * 2 >= risks.length;
}

function meaningsIn(node: MapNode | undefined): Set<string> {
  const vocabulary = vocabularyOf("security-risk");
  return new Set((node?.entries ?? []).flatMap((entry) => meaningOf(keyText(entry), vocabulary) ?? []));
}

/** The field of a risk that a key means; empty for what is understood and no field; undefined for what is not. */
function meaningOf(key: string, { own, columns }: Vocabulary): string | undefined {
  const plain = key.replace(/([a-z])([A-Z])/g, "$1_$2").toLowerCase();
  return own.columns.find(key) ?? KEYS[plain] ?? columns.find(plain.replace(/[_-]+/g, " "));
}

function readRisk(node: MapNode, builder: FieldBuilder, vocabulary: Vocabulary, unmapped: Unmapped[], products: Product[]): void {
  const risk = builder.item("risks", { anchor: labelOf(node), span: node.span });
  if (!risk) return;
  const numbers = new Map<string, number>();
  const settled = settledMeanings(node, vocabulary);
  for (const entry of node.entries) {
    if (isEmptyNode(entry.value)) continue;
    const meaning = settled.get(entry) ?? meaningOf(keyText(entry), vocabulary);
    const number = numberIn(wordsIn(entry.value));
    if (meaning !== undefined && number !== undefined) numbers.set(meaning, number);
    if (meaning === undefined) unmapped.push({ name: { text: keyText(entry), span: entry.key.span }, span: entry.span, list: "risks" });
    else if (meaning !== "") putRisk(risk, meaning, entry, node, vocabulary);
  }
  for (const before of ["", "residual."]) {
    const [likelihood, consequence, score] = [`${before}likelihood`, `${before}consequence`, `${before}score`].map((name) => numbers.get(name));
    const place = node.entries.find((entry) => meaningOf(keyText(entry), vocabulary) === `${before}score`);
    if (likelihood !== undefined && consequence !== undefined && score !== undefined && place) products.push({ factors: [likelihood, consequence], score, span: place.value.span, path: before === "" ? risk.path : `${risk.path}.residual` });
  }
}

/**
 * Settles what a key leaves open: “impact” is a rating in one register and prose in the next, of severity and impact only one is
 * the rating, and a risk without a title has its description for one.
 */
function settledMeanings(node: MapNode, vocabulary: Vocabulary): Map<Entry, string> {
  const settled = new Map<Entry, string>();
  const called = (path: string) => node.entries.filter((entry) => meaningOf(keyText(entry), vocabulary) === path);
  const isRating = ({ value }: Entry) => value.type === "map" || (value.type === "scalar" && wordsIn(value).length < 40 && scaleRating(wordsIn(value)) !== undefined);
  const severities = called("consequence");
  const rated = severities.filter(isRating);
  // Beside an impact that is rated, the severity is what follows from it.
  const impact = rated.find((entry) => /impact|consequence/i.test(keyText(entry))) ?? rated[0];
  for (const entry of severities) if (entry !== impact) settled.set(entry, rated.includes(entry) ? "level" : "impact");
  for (const path of ["level", "residual.level", "likelihood"]) for (const entry of called(path)) if (!isRating(entry)) settled.set(entry, "description");
  const [description] = called("title").length === 0 ? called("description") : [];
  if (description) settled.set(description, "title");
  // A day of review that is also another day of the risk has been.
  for (const entry of called("review.next")) if (node.entries.some((other) => other !== entry && wordsIn(other.value) === wordsIn(entry.value))) settled.set(entry, "review.last");
  return settled;
}

const OPTIONS = ["modify", "retain", "avoid", "share"];

function putRisk(risk: FieldBuilder, meaning: string, entry: Entry, owner: MapNode, vocabulary: Vocabulary): void {
  const answer = answerAt(entry.value, entry.key);
  if (meaning === "score" || meaning === "residual.score" || meaning === "history.date") return;
  if (meaning === "treatment.option" || meaning === "treatment.actions.what") return putTreatment(risk, meaning, entry, vocabulary);
  if (meaning === "treatment.controls" || meaning === "existing_controls" || meaning === "evidence") {
    risk.put(meaning, answer.items ? answer : { ...answer, items: [answer.words] });
    return;
  }
  if (meaning === "owner" && entry.value.type !== "scalar") return void risk.put(meaning, { ...answer, words: { text: wordsIn(entry.value), span: entry.value.span } });
  if ((meaning === "level" || meaning === "residual.level") && entry.value.type === "map") {
    const before = meaning === "level" ? "" : "residual.";
    for (const inside of entry.value.entries) {
      const path = meaningOf(keyText(inside), vocabulary);
      if (path === "likelihood" || path === "consequence" || path === "level") risk.put(before + path, answerAt(inside.value, inside.key));
    }
    return;
  }
  if (entryOf(owner, keyText(entry)) === entry) risk.put(meaning, answer);
}

/** A strategy in a word is the option; everything else is what is done. */
function putTreatment(risk: FieldBuilder, meaning: string, entry: Entry, vocabulary: Vocabulary): void {
  const { value, key } = entry;
  const words = wordsIn(value);
  if (value.type === "scalar" && meaning === "treatment.option" && words.split(/\s+/).length <= 3 && choiceOf("security-risk", "risks[].treatment.option", OPTIONS, words) !== undefined) {
    risk.put("treatment.option", answerAt(value, key));
    return;
  }
  if (value.type === "map") {
    for (const inside of value.entries) {
      const path = meaningOf(keyText(inside), vocabulary);
      if (path === "treatment.option" || path === "treatment.actions.what") putTreatment(risk, path, inside, vocabulary);
      else if (/^(?:plan|description|actions?|measures?|what)$/.test(keyText(inside))) putTreatment(risk, "treatment.actions.what", inside, vocabulary);
    }
    return;
  }
  const items: readonly TreeNode[] = value.type === "list" ? value.items : [value];
  for (const item of items) {
    if (isEmptyNode(item)) continue;
    const action = risk.item("treatment.actions", { anchor: item.type === "map" ? labelOf(item) : value.type === "list" ? item.span : key.span, span: item.span });
    if (!action) continue;
    if (item.type === "map") readPlaces({ key: undefined, node: item }, ACTION, action);
    else action.put("what", answerAt(item, value.type === "list" ? undefined : key));
  }
}

const ACTION: PlaceTable = { what: "what", action: "what", description: "what", title: "what", name: "what", owner: "owner", responsible: "owner", due: "due", due_date: "due", deadline: "due", status: "status" };
