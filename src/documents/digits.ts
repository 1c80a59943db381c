/** Where the digits of a script begin: Arabic-Indic, Persian, Devanagari, Bengali, full width. */
const ZEROS = [0x0660, 0x06f0, 0x0966, 0x09e6, 0xff10] as const;
const OTHER = /[\u0660-\u0669\u066A-\u066C\u06F0-\u06F9\u0966-\u096F\u09E6-\u09EF\uFF05\uFF0D-\uFF0F\uFF10-\uFF19]/g;
/** Signs that stand between digits. */
const SIGNS: Readonly<Record<string, string>> = { "\u066A": "%", "\u066B": ".", "\u066C": ",", "\uFF05": "%", "\uFF0D": "-", "\uFF0E": ".", "\uFF0F": "/" };

/** The text with the digits that numbers are read with: `۴` and `４` are 4. As long as before, so that places in it stay true. */
export function westernDigits(text: string): string {
  return text.replace(OTHER, (sign) => SIGNS[sign] ?? digitOf(sign.charCodeAt(0)));
}

function digitOf(code: number): string {
  const zero = ZEROS.find((one) => code >= one && code <= one + 9) ?? code;
  return String(code - zero);
}
