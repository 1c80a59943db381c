/** The few assertions that the suite uses, for the web host, which has no `node:assert`. */
class AssertionError extends Error {
  override name = "AssertionError";
}

function assert(value: unknown, message = "The value is not true."): asserts value {
  if (!value) throw new AssertionError(message);
}

assert.ok = assert;

assert.equal = (actual: unknown, expected: unknown, message?: string) => {
  if (!Object.is(actual, expected)) throw new AssertionError(message ?? `${show(actual)} is not ${show(expected)}`);
};

assert.deepEqual = (actual: unknown, expected: unknown, message?: string) => {
  if (!same(actual, expected)) throw new AssertionError(message ?? `${show(actual)}\nis not\n${show(expected)}`);
};

assert.match = (text: string, pattern: RegExp, message?: string) => {
  if (!pattern.test(text)) throw new AssertionError(message ?? `${show(text)} does not match ${String(pattern)}`);
};

function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== "object" || typeof b !== "object" || a === null || b === null || Array.isArray(a) !== Array.isArray(b)) return false;
  const [left, right] = [a as Record<string, unknown>, b as Record<string, unknown>];
  const keys = Object.keys(left);
  return keys.length === Object.keys(right).length && keys.every((key) => Object.hasOwn(right, key) && same(left[key], right[key]));
}

function show(value: unknown): string {
  return JSON.stringify(value, null, 1) ?? String(value);
}

export default assert;
