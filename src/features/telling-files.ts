/** Names of the files that say something about what a repository builds, below its root; a client reads those that are there. */
export const TELLING_FILES: readonly string[] = ["pyproject.toml", "setup.cfg", "package.json", "MLmodel", "config.json", "LICENSE", "LICENSE.md", "LICENSE.txt", "README.md", ".git/config"];
