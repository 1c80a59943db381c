import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { setTimeout as wait } from "node:timers/promises";

const marker = "complete.json";

/** True when `folder` was filled to the end by installOnce. */
export function isInstalled(folder) {
  return existsSync(join(folder, marker));
}

/**
 * Fills `folder` by `install(partialFolder)`, once. The work is done beside it and moved into place when complete, so
 * that an interrupted install is never mistaken for a whole one; a second process waits for the first.
 */
export async function installOnce(folder, install) {
  if (isInstalled(folder)) return;
  mkdirSync(dirname(folder), { recursive: true });
  const release = await lock(`${folder}.lock`);
  try {
    if (isInstalled(folder)) return;
    const partial = `${folder}.partial`;
    rmSync(partial, { recursive: true, force: true });
    rmSync(folder, { recursive: true, force: true });
    mkdirSync(partial);
    await install(partial);
    writeFileSync(join(partial, marker), JSON.stringify({ completed: new Date().toISOString() }));
    renameSync(partial, folder);
  } finally {
    release();
  }
}

/** Holds `file` with our process id in it; takes it over from a process that no longer lives. */
async function lock(file) {
  for (let announced = false; ; ) {
    try {
      writeFileSync(file, String(process.pid), { flag: "wx" });
      return () => rmSync(file, { force: true });
    } catch (error) {
      if (error.code !== "EEXIST") throw error;
    }
    if (!holderLives(file)) {
      rmSync(file, { force: true });
      continue;
    }
    if (!announced) console.log(`Waiting for another process that is installing the same (${file}) …`);
    announced = true;
    await wait(250);
  }
}

function holderLives(file) {
  try {
    process.kill(Number(readFileSync(file, "utf8")), 0);
    return true;
  } catch (error) {
    return error.code === "EPERM";
  }
}
