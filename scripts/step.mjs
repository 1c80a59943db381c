// One line when a piece of work begins, a sign of life every ten seconds, one line when it ends.

/** "0.4 s", "12 s", "2 min 5 s". `milliseconds` is a duration. */
export function duration(milliseconds) {
  const seconds = milliseconds / 1000;
  if (seconds < 10) return `${seconds.toFixed(1)} s`;
  if (seconds < 60) return `${Math.round(seconds)} s`;
  return `${Math.floor(seconds / 60)} min ${Math.round(seconds % 60)} s`;
}

/**
 * Runs `work` and prints what it is, that it still goes on, and how long it took.
 * Returns what `work` returns; throws what it throws after printing that it failed.
 */
export async function step(title, work) {
  const start = Date.now();
  console.log(`${title} …`);
  const alive = setInterval(() => console.log(`  … still at it after ${duration(Date.now() - start)}`), 10_000);
  try {
    const result = await work();
    console.log(`  done in ${duration(Date.now() - start)}`);
    return result;
  } catch (error) {
    console.log(`  failed after ${duration(Date.now() - start)}`);
    throw error;
  } finally {
    clearInterval(alive);
  }
}
