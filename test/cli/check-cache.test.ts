import assert from "node:assert/strict";
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { defaultCacheFolder } from "../../src/cli/check-cache";
import { card, risks, Started } from "./started";

describe("the cache of check", () => {
  let started: Started;
  let cacheFolder: string;
  beforeEach(() => {
    started = new Started();
    cacheFolder = path.join(started.folder, ".git", "cache");
    started.writeRepository();
  });
  afterEach(() => started.remove());

  const cached = (words = "check") => started.run(words, { cacheFolder });
  const reused = async (words?: string) => /^Reused the findings of (\d+) of (\d+) files?:/.exec((await cached(words)).notes.at(-1) ?? "")?.slice(1).map(Number);

  it("says how much it reused, and changes nothing else", async () => {
    const fresh = await started.run("check");
    assert.deepEqual(await cached(), fresh);
    const { output, status, notes } = await cached();
    assert.deepEqual({ output, status }, { output: fresh.output, status: fresh.status });
    assert.deepEqual(notes, ["Reused the findings of 4 of 4 files: nothing they depend on has changed."]);
  });

  it("checks anew what changed, and what depends on it", async () => {
    await cached();
    started.write("b.yaml", card("b", "status: deployed\n"));
    assert.deepEqual(await reused(), [3, 4]);
    started.write("risks.yaml", risks("R-2"));
    assert.deepEqual(await reused(), [2, 4]);
    assert.match((await cached("check a.yaml")).output, /no risk with the id “R-1”/);
  });

  it("knows days, profiles and formats apart", async () => {
    started.write("a.yaml", card("a", "review: { last: 2026-01-01, next: 2026-12-01 }\n"));
    await cached();
    for (const words of ["check --today 2026-12-02", "check --profile audit", "check --format json"]) {
      assert.equal((await cached(words)).output, (await started.run(words)).output, words);
    }
    assert.deepEqual(await reused("check --format json"), [4, 4]);
  });

  it("is not asked with --no-cache, and not kept", async () => {
    await cached("check --no-cache");
    assert.equal(existsSync(cacheFolder), false);
    await cached();
    assert.equal(await reused("check --no-cache"), undefined);
  });

  it("is left aside without a word where it makes no sense", async () => {
    const fresh = await cached();
    const [file = ""] = readdirSync(path.join(cacheFolder, "clausewise"));
    const place = path.join(cacheFolder, "clausewise", file);
    const whole = readFileSync(place, "utf8");
    const program = (JSON.parse(whole) as { program: string }).program;
    for (const text of ["", "{", "null", whole.slice(0, -20), whole.replace(program, "another"), JSON.stringify({ program, files: { [`file://${started.folder}/a.yaml`]: { key: 1 } } })]) {
      writeFileSync(place, text);
      assert.deepEqual(await cached(), fresh, text.slice(0, 30));
    }
  });

  it("is no reason to fail where it cannot be kept", async () => {
    started.write("file", "");
    assert.equal((await started.run("check", { cacheFolder: path.join(started.folder, "file") })).status, 1);
  });

  it("lies in node_modules/.cache where the workspace has that, else where the system keeps such things", async () => {
    started.write("node_modules/x/package.json", "{}\n");
    await cached();
    assert.ok(existsSync(path.join(started.folder, "node_modules/.cache/clausewise/check.json")));
    assert.equal(defaultCacheFolder("linux", {}, "/home/p"), path.join("/home/p", ".cache"));
    assert.equal(defaultCacheFolder("linux", { XDG_CACHE_HOME: "/c" }, "/home/p"), "/c");
    assert.equal(defaultCacheFolder("darwin", {}, "/Users/p"), path.join("/Users/p", "Library", "Caches"));
    assert.equal(defaultCacheFolder("win32", { LOCALAPPDATA: "C:\\L" }, "C:\\p"), "C:\\L");
  });
});
