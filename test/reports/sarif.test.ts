import assert from "node:assert/strict";
import type { Log, Result } from "sarif";
import { sarifLog } from "../../src/reports/sarif";
import { allRules } from "../../src/rules/rules";
import { cardWith, reported } from "./reported";

const log = (...files: Parameters<typeof reported>[]): Log => sarifLog({ version: "1.2.3", files: files.map((file) => reported(...file)), failures: [], pathOf: () => undefined });
const results = (made: Log): Result[] => made.runs[0]?.results ?? [];

describe("the SARIF report", () => {
  it("counts lines and columns from one, in UTF-16 units, ends exclusive", () => {
    const [result] = results(log(["model-card.yaml", cardWith("overview: Counts 😀\nstatus: deploid\n")]));
    assert.deepEqual(result?.locations?.[0]?.physicalLocation?.region, { startLine: 11, startColumn: 9, endLine: 11, endColumn: 16, snippet: { text: "deploid" } });
  });

  it("names the file relative to the root, as a URI", () => {
    const [result] = results(log(["cards/credit scorer.model-card.yaml", cardWith("status: deploid\n")]));
    assert.deepEqual(result?.locations?.[0]?.physicalLocation?.artifactLocation, { uri: "cards/credit%20scorer.model-card.yaml", uriBaseId: "%SRCROOT%" });
  });

  it("points each result to its rule and to the clauses behind it", () => {
    const made = log(["model-card.yaml", cardWith("status: deploid\n")]);
    const [result] = results(made);
    const run = made.runs[0];
    assert.equal(run?.tool.driver.rules?.[result?.ruleIndex ?? -1]?.id, "value-not-listed");
    assert.deepEqual(result?.taxa?.map((one) => [run?.taxonomies?.[one.toolComponent?.index ?? -1]?.name, one.id]), [
      ["ISO/IEC 42001:2023", "A.6.1.3"],
      ["ISO/IEC 42001:2023", "A.6.2.2"],
    ]);
  });

  it("explains every rule of the tool", () => {
    const rules = log().runs[0]?.tool.driver.rules ?? [];
    assert.deepEqual(rules.map((rule) => rule.id), allRules.map((rule) => rule.id));
    for (const rule of rules) assert.ok(rule.help?.text && rule.help.markdown && rule.fullDescription?.text, rule.id);
  });

  it("brings the repairs along", () => {
    const [result] = results(log(["model-card.yaml", cardWith("status: deploid\n")]));
    const fix = result?.fixes?.find((one) => one.description?.text?.includes("deployed"));
    assert.deepEqual(fix?.artifactChanges[0]?.replacements, [{ deletedRegion: { startLine: 10, startColumn: 9, endLine: 10, endColumn: 16 }, insertedContent: { text: "deployed" } }]);
  });

  it("knows a finding again after lines were added above it", () => {
    const prints = (text: string) => results(log(["model-card.yaml", text])).map((result) => result.partialFingerprints);
    const text = cardWith("status: deploid\n");
    assert.deepEqual(prints(`# one more line\n${text}`), prints(text));
    assert.notDeepEqual(prints(text.replace("deploid", "gone")), prints(text));
  });

  it("tells equal findings apart", () => {
    const prints = results(log(["model-card.yaml", cardWith("approvals:\n  - { name: A, role: B, date: soon }\n  - { name: A, role: B, date: soon }\n")])).map((result) => result.partialFingerprints?.["clausewise/v1"]);
    assert.ok(prints.length >= 2);
    assert.equal(new Set(prints).size, prints.length);
  });

  it("says when a file could not be read", () => {
    const [invocation] = sarifLog({ version: "1.2.3", files: [], failures: ["The file “x” cannot be read."], pathOf: () => undefined }).runs[0]?.invocations ?? [];
    assert.deepEqual([invocation?.executionSuccessful, invocation?.toolExecutionNotifications?.map((one) => one.message.text)], [false, ["The file “x” cannot be read."]]);
  });
});
