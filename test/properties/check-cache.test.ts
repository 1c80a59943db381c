import assert from "node:assert/strict";
import path from "node:path";
import { card, risks, Started } from "../cli/started";

describe("the cache of check", () => {
  let started: Started;
  beforeEach(() => {
    started = new Started();
    started.writeRepository();
  });
  afterEach(() => started.remove());

  const cached = (words: string) => started.run(words, { cacheFolder: path.join(started.folder, ".git", "cache") });

  it("never gives another answer than a run without it, whatever comes and goes", async () => {
    const steps: (() => void)[] = [
      () => started.write("risks.yaml", risks("R-1", "R-2")),
      () => started.write("c.yaml", card("a")),
      () => started.write("b.yaml", card("b", "links: { risks: [R-9] }\nevaluation: { metrics: [{ name: auc, value: 1, evidence: m.csv }] }\n")),
      () => started.write("m.csv", "auc\n"),
      () => started.write("a.yaml", `# one more line\n${card("a", "owners: [{ name: B }]\n")}`),
      () => started.write("clausewise.yaml", "owners: [{ name: C }]\nprofile: standard\n"),
      () => started.write("clausewise.yaml", "owners: [{ name: B }]\nexclude: [c.yaml]\nfiles: { none: [notes.md] }\n"),
      () => started.remove("risks.yaml"),
      () => started.remove("m.csv"),
      () => started.write("sub/clausewise.yaml", "profile: audit\n"),
      () => started.write("sub/d.yaml", card("d", "links: { risks: [R-1] }\n")),
      () => started.remove("clausewise.yaml"),
    ];
    for (const [place, step] of steps.entries()) {
      step();
      for (const words of place % 2 === 0 ? ["check --format json"] : ["check b.yaml --format json", "check"]) {
        const [fresh, kept] = [await started.run(words), await cached(words)];
        assert.equal(kept.output, fresh.output, `${words} after step ${place}`);
        assert.equal(kept.status, fresh.status);
      }
    }
  });
});
