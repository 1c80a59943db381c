import { fileURLToPath } from "node:url";
import { join } from "node:path";

/** Absolute path of the repository. */
export const repository = fileURLToPath(new URL("..", import.meta.url)).replace(/[/\\]$/, "");

/** Where everything that is fetched for tests and for `npm start` is kept; git ignores it. */
export const cacheFolder = join(repository, ".vscode-test");
