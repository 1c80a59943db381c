/** Nesting that no person writes; the parsers are recursive and would end the process far above it. */
const DEPTH_LIMIT = 200;

/**
 * True when the text nests lists or mappings deeper than the limit: by brackets, by `- - -` on one line, or by indentation.
 * A cheap look before parsing, since a parser that runs out of stack cannot always be caught. Brackets in prose do not count:
 * one opens a level only where a value can begin.
 */
export function nestsTooDeeply(text: string): boolean {
  return bracketDepth(text) || dashDepth(text) || indentDepth(text);
}

function bracketDepth(text: string): boolean {
  if (!holdsMany(text, "[") && !holdsMany(text, "{")) return false;
  let depth = 0;
  let before = 10;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit === 32 || unit === 9) continue;
    if (unit === 91 || unit === 123) {
      if (opensValue(before) && ++depth > DEPTH_LIMIT) return true;
    } else if ((unit === 93 || unit === 125) && depth > 0) depth--;
    before = unit;
  }
  return false;
}

/** True where a bracket stands so often that it could nest too deeply with as many of the other. */
function holdsMany(text: string, bracket: string): boolean {
  let at = -1;
  for (let count = 0; count < DEPTH_LIMIT / 2; count++) {
    at = text.indexOf(bracket, at + 1);
    if (at < 0) return false;
  }
  return true;
}

/** `[`, `{`, `,`, `:`, `-`, `?` or the start of a line. */
function opensValue(before: number): boolean {
  return before === 91 || before === 123 || before === 44 || before === 58 || before === 45 || before === 63 || before === 10 || before === 13;
}

function dashDepth(text: string): boolean {
  return new RegExp(`^[ ]*(?:[-?] +){${DEPTH_LIMIT}}`, "m").test(text);
}

function indentDepth(text: string): boolean {
  const open: number[] = [];
  for (let index = 0; index < text.length; ) {
    let column = 0;
    while (text.charCodeAt(index + column) === 32) column++;
    while (open.length > 0 && (open.at(-1) ?? 0) >= column) open.pop();
    open.push(column);
    if (open.length > DEPTH_LIMIT) return true;
    const next = text.indexOf("\n", index + column);
    if (next < 0) return false;
    index = next + 1;
  }
  return false;
}
