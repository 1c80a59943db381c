import type { Progress } from "./load";

/** Files below which a run is too short to watch. */
const QUIET_BELOW = 200;

/** Shows how far a long run is, on one line, while a terminal watches; nothing elsewhere. */
export function progressOn(stream: NodeJS.WriteStream): Progress {
  if (!stream.isTTY) return () => undefined;
  let shown = -1;
  return (done, total) => {
    if (total < QUIET_BELOW) return;
    const percent = Math.floor((done * 100) / total);
    if (percent === shown && done < total) return;
    shown = percent;
    stream.write(done < total ? `\rReading files: ${done} of ${total} (${percent} %)` : "\r\u001b[K");
  };
}
