import { existsSync } from "node:fs";
import { findOnPath, run } from "./run.mjs";
import { step } from "./step.mjs";

const macOsBrowsers = [
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge",
];

function findChromium() {
  if (process.env.CLAUSEWISE_CHROMIUM) return process.env.CLAUSEWISE_CHROMIUM;
  return (
    findOnPath("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge") ??
    macOsBrowsers.find((file) => existsSync(file))
  );
}

/**
 * The path of a Chromium, Chrome or Edge. Installs Debian's `chromium` when there is none and we may.
 * Throws an Error of one sentence that says what to do when there is none and we may not.
 */
export async function ensureChromium() {
  const found = findChromium();
  if (found) return found;
  if (process.getuid?.() === 0 && findOnPath("apt-get")) {
    const env = { DEBIAN_FRONTEND: "noninteractive" };
    await step("Reading the package lists (apt-get update)", () => run("apt-get", ["update", "-q"], { env }));
    await step("Installing Chromium (apt-get install chromium, one to two minutes)", () =>
      run("apt-get", ["install", "-y", "-q", "--no-install-recommends", "chromium"], { env }),
    );
    const installed = findChromium();
    if (installed) return installed;
  }
  throw new Error("No Chromium was found: install Chromium or Chrome, or set CLAUSEWISE_CHROMIUM to the path of one.");
}

/** Command line switches for a quiet browser. Chromium refuses its sandbox to root, and containers run as root. */
export const chromiumArguments = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];
