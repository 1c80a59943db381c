/** An id that ends in a number: `R-001` is `R-` and `001`. Undefined for any other, and for a year, as in `applications-2024`. */
function numbered(id: string): { stem: string; digits: string } | undefined {
  const match = /^(.*?)(\d+)$/.exec(id);
  const digits = match?.[2] ?? "";
  return match && digits.length < 4 ? { stem: match[1] ?? "", digits } : undefined;
}

/** True for an id that others can be numbered after. */
export function isNumbered(id: string): boolean {
  return numbered(id) !== undefined;
}

/** The id behind the highest one that is numbered as `model` is; undefined where that has no number. */
export function nextIdAfter(model: string, taken: Iterable<string>): string | undefined {
  const own = numbered(model);
  if (!own) return undefined;
  let highest = 0;
  for (const id of taken) {
    const one = numbered(id);
    if (one?.stem === own.stem) highest = Math.max(highest, Number(one.digits));
  }
  return own.stem + String(highest + 1).padStart(own.digits.length, "0");
}
