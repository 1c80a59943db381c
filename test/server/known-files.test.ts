import assert from "node:assert/strict";
import { KnownFiles } from "../../src/server/known-files";

/** A client with some files; notes what it is asked. */
function client(...there: string[]) {
  const files = new Set(there);
  const asked: string[][] = [];
  let heard: (uris: readonly string[]) => void = () => undefined;
  const known = new KnownFiles(
    (uris) => {
      asked.push([...uris]);
      return Promise.resolve(uris.filter((uri) => files.has(uri)));
    },
    (uris) => heard(uris),
  );
  /** What is said to have turned next. */
  const turned = () => new Promise<readonly string[]>((resolve) => (heard = resolve));
  return { files, asked, known, turned };
}

describe("the files that documents name", () => {
  it("are asked for in one request, and remembered", async () => {
    const { asked, known, turned } = client("file:///w/there.md");
    const news = turned();
    assert.deepEqual([known.isThere("file:///w/gone.md"), known.isThere("file:///w/there.md")], [undefined, undefined]);
    assert.deepEqual(await news, ["file:///w/gone.md"]);
    assert.deepEqual([known.isThere("file:///w/gone.md"), known.isThere("file:///w/there.md")], [false, true]);
    assert.deepEqual(asked, [["file:///w/gone.md", "file:///w/there.md"]]);
  });

  it("are asked for again when they come, however their address is escaped", async () => {
    const { files, known, turned } = client();
    const first = turned();
    known.isThere("file:///w/a%20b(1).md");
    await first;
    files.add("file:///w/a%20b(1).md");
    const second = turned();
    known.touched(["file:///w/a%20b%281%29.md"]);
    assert.equal(known.isThere("file:///w/a%20b(1).md"), false, "the old answer holds until the new one is there");
    assert.deepEqual(await second, ["file:///w/a%20b(1).md"]);
    assert.equal(known.isThere("file:///w/a%20b(1).md"), true);
  });

  it("are asked for again when a folder above them goes", async () => {
    const { files, known, turned } = client("file:///w/docs/a.md");
    const first = turned();
    for (const uri of ["file:///w/docs/a.md", "file:///w/b.md"]) known.isThere(uri);
    await first;
    files.clear();
    const second = turned();
    known.touched(["file:///w/docs"]);
    assert.deepEqual(await second, ["file:///w/docs/a.md"]);
  });
});
