import { documentKinds } from "../../kinds/kinds";
import type { Reading } from "../format";
import { huggingFaceDataset, huggingFaceModel } from "../hugging-face";
import { frontMatter } from "../native";
import { hubBody, hubFrontMatter } from "./hub-text";
import { inLine } from "./markdown-text";
import { nativeValues, yamlText } from "./native-text";
import { isTaken, statedIn } from "./stated";
import type { Target } from "./target";
import { extrasIn, onlyUnits, unitsNotIn, unitsOf } from "./units";

/** Our own shape in the front matter, and below it the text of a Markdown file or a title. */
export const markdownTarget: Target = {
  id: "markdown",
  title: "Markdown",
  form: "our own Markdown",
  about: "every field above, free text below",
  language: "markdown",
  formats: [frontMatter.id],
  kinds: documentKinds.map(({ id }) => id),
  takesBody: true,
  fileName: (slug, kind) => (slug === "" ? `${kind}.md` : `${slug}.${kind}.md`),
  write(reading) {
    const values = nativeValues(reading.root);
    const title = values["name"] ?? values["title"] ?? reading.kind.title;
    return `---\n${yamlText(values)}\n---\n\n${ownText(reading) ?? `# ${inLine(title)}`}\n`;
  },
};

/** Rounds in which what was misread in the text moves into the block of our own fields. */
const ROUNDS = 6;

/**
 * A card for the Hub: what the Hub knows in its own keys, what people read under the headings of its template, and the rest in a
 * `governance:` block. The text of a Markdown file is taken over as it is, and gets sections for what it does not say.
 */
export const huggingFaceTarget: Target = {
  id: "hugging-face",
  title: "Hugging Face model card",
  form: "a Hugging Face model card",
  about: "README.md with front matter for the Hub",
  language: "markdown",
  formats: [huggingFaceModel.id, huggingFaceDataset.id],
  kinds: ["model-card"],
  takesBody: true,
  fileName: () => "README.md",
  write(reading, readBack) {
    const units = unitsOf(reading.root);
    const stated = statedIn(reading.root, isTaken);
    const front = hubFrontMatter(stated);
    const own = ownText(reading);
    const above = (block: ReadonlySet<string>) => {
      const governance = onlyUnits(stated, block);
      return `---\n${yamlText({ ...front, ...(Object.keys(governance).length > 0 ? { governance } : {}) })}\n---\n\n`;
    };
    // The Hub's keys or the block are what such a card is known by.
    const known = units.has("name") ? "name" : [...units.keys()][0];
    const inBlock = new Set(Object.keys(front).length === 0 && known !== undefined ? [known] : []);
    const again = (text: string) => readBack(text).readings[0]?.root;
    const inText = own === undefined ? new Set(units.keys()) : unitsNotIn(units, again(`${above(inBlock)}${own}\n`));
    for (let round = 0; ; round++) {
      const head = above(inBlock);
      const body = hubBody(stated, inText, own, front);
      const text = `${head}${body.text}\n`;
      const root = again(text);
      const wrong = unitsNotIn(units, root);
      for (const { start } of extrasIn(units, root)) for (const { unit, span } of body.places) if (span.start <= start - head.length && start - head.length < span.end) wrong.add(unit);
      const before = inBlock.size - inText.size;
      for (const unit of wrong) {
        // Of a list of objects the text may show the part that people look for; what is misread there is not to be seen twice.
        if (inBlock.has(unit) || units.get(unit)?.definition.shape !== "objects") inText.delete(unit);
        inBlock.add(unit);
      }
      if (inBlock.size - inText.size === before || round === ROUNDS) return text;
    }
  },
};

/** The text of a Markdown file below its front matter; undefined where there is none. */
function ownText({ document: { language, text, bodyStart = 0, parts }, part, format }: Reading): string | undefined {
  if (language !== "markdown") return undefined;
  const end = format.id === frontMatter.id || parts.length === 0 ? text.length : part.span.end;
  const start = Math.max(bodyStart, format.id === frontMatter.id ? 0 : part.span.start);
  const body = text.slice(start, Math.max(start, end)).replace(/\r\n?/g, "\n").replace(/^\ufeff/, "").trim();
  return body === "" ? undefined : body;
}
