/** What is written beside a reference as the title of its clause. */
export interface WrittenTitle {
  readonly text: string;
  readonly start: number;
  readonly end: number;
  /**
   * How it is written. `gloss` is in brackets and may be an explanation as well as a title; `value` is the value of a key, the next
   * cell or a comment; `title` stands behind a dash, a colon or nothing.
   */
  readonly form: "title" | "gloss" | "value";
}

const LONGEST = 110;
const LEAD = /^(?:\s*(?:[–—:-]|\.(?=\s))\s+|\s*(?::|[–—])\s*|\s+)/u;
const BRACKETED = /^\s*(?:[–—:-]\s*)?(?:\(([^()\n|]{3,110})\)|\[([^[\]\n|]{3,110})\]|["“„«]\s*([^"“”»\n|]{3,110}?)\s*["”“»])/u;
/** Where a title behind a reference ends at the latest. */
const END = /[;|\n\r()[\]{}<>"“”•·→✓✔✅❌]|\s[–—-]\s|\.(?=\s|$)|:(?=\s|$)|=>|->|\/\/|#/u;

/**
 * The title behind a reference that ends at `end`: in brackets or quotes, behind a dash or a colon, or, where the reference begins
 * its stretch (`free`), right behind it. `stop` is where the next reference or name of a standard begins.
 */
export function titleBehind(text: string, end: number, stop: number, free: boolean): WrittenTitle | undefined {
  const rest = text.slice(end, Math.min(stop, end + LONGEST + 20));
  const bracketed = BRACKETED.exec(rest);
  if (bracketed) {
    const words = bracketed[1] ?? bracketed[2] ?? bracketed[3] ?? "";
    const at = bracketed[0].indexOf(words);
    return made(words, end + at, bracketed[3] === undefined ? "gloss" : "title");
  }
  const lead = LEAD.exec(rest)?.[0];
  if (lead === undefined) return undefined;
  const marked = /[–—:.-]/.test(lead);
  if (!marked && !free) return undefined;
  const behind = rest.slice(lead.length);
  const cut = END.exec(behind)?.index ?? behind.length;
  const words = behind.slice(0, cut).replace(/[\s,&/–—:-]*(?:\b(?:and|und|et|y|or)\b\s*)?$/u, "");
  if (!/^[\p{Lu}\p{Lo}]/u.test(words) && !marked) return undefined;
  return made(words, end + lead.length, "title");
}

/** Words in brackets or behind a dash that lead elsewhere or tell how far things are. */
const NO_TITLE = /^(?:see|siehe|voir|cf|e\.?g|i\.?e|via|not|n\/?a|partial(?:ly)?|full(?:y)?|planned|done|open|yes|no|tbd|todo|implemented|applicable|draft|new|optional|mandatory|ISO|IEC)\b/i;

function made(words: string, start: number, form: WrittenTitle["form"]): WrittenTitle | undefined {
  const text = words.trim();
  if (NO_TITLE.test(text) || text.length < 3 || text.length > LONGEST || !/\p{L}{2}/u.test(text) || text.split(/\s+/).length > 14) return undefined;
  const from = start + words.indexOf(text);
  return { text, start: from, end: from + text.length, form };
}
