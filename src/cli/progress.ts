/** Told after each step of a long work; whoever awaits it lets others have their turn, and is stopped when somebody wants that. */
export type Progress = (doing: string, done: number, total: number) => void | Promise<void>;

/** Shows on a terminal how far a run is. */
export type ProgressLine = (doing: string, done: number, total: number) => void;

/** Files below which a run is too short to watch. */
const QUIET_BELOW = 200;
/** Steps after which the rest of the program has a turn. */
const TURN_EVERY = 20;

/** Somebody stopped the work. */
export class Stopped extends Error {}

/** Progress that is shown by `show`, and ends with `Stopped` once the signal says so. */
export function pacedProgress(show: ProgressLine, signal: AbortSignal | undefined): Progress {
  return async (doing, done, total) => {
    show(doing, done, total);
    if (done % TURN_EVERY === 0 || done === total) await new Promise((resolve) => setImmediate(resolve));
    if (signal?.aborted) throw new Stopped(`${doing}: stopped at ${done} of ${total}.`);
  };
}

/** Shows how far a long run is, on one line, while a terminal watches; nothing elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): ProgressLine {
  if (!stream.isTTY) return () => undefined;
  let shown = "";
  return (doing, done, total) => {
    if (total < QUIET_BELOW) return;
    const line = done < total ? `${doing}: ${done} of ${total} (${Math.floor((done * 100) / total)} %)` : "";
    if (line.replace(/\d+ of/, "") === shown.replace(/\d+ of/, "")) return;
    shown = line;
    stream.write(`\r\u001b[K${line}`);
  };
}
