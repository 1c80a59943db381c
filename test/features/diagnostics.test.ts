import assert from "node:assert/strict";
import { diagnosticsOf } from "../../src/features/diagnostics";
import { opened, ROOT } from "./opened";
import type { Setting } from "./opened";

const diagnostics = (text: string, setting?: Setting) => diagnosticsOf(opened({ "a.yaml": text }, setting), `${ROOT}/a.yaml`).filter(({ code }) => code !== "missing-field");

describe("a diagnostic", () => {
  it("names its rule, its source and the exact words", () => {
    const [diagnostic] = diagnostics("kind: model-card\nstatus: deploid\n");
    assert.deepEqual([diagnostic?.code, diagnostic?.source, diagnostic?.severity], ["value-not-listed", "Clausewise", 1]);
    assert.deepEqual(diagnostic?.range, { start: { line: 1, character: 8 }, end: { line: 1, character: 15 } });
  });

  it("opens the rule's page from its code, and its clauses from the related information", () => {
    const [diagnostic] = diagnostics("kind: model-card\nstatus: deploid\n");
    assert.equal(diagnostic?.codeDescription?.href, "clausewise:/rules/value-not-listed");
    assert.deepEqual(diagnostic?.relatedInformation?.map(({ location, message }) => [location.uri, message]), [
      ["clausewise:/iso42001/A.6.1.3", "ISO/IEC 42001 A.6.1.3 Processes for responsible AI system design and development"],
      ["clausewise:/iso42001/A.6.2.2", "ISO/IEC 42001 A.6.2.2 AI system requirements and specification"],
    ]);
  });

  it("shows the other place where there is one", () => {
    const related = diagnostics("kind: model-card\nname: A\nname: B\n")[0]?.relatedInformation?.[0];
    assert.deepEqual([related?.location.uri, related?.location.range.start.line], [`${ROOT}/a.yaml`, 1]);
  });

  it("names its clauses in an editor without pages too", () => {
    const [diagnostic] = diagnostics("kind: model-card\nstatus: deploid\n", { pages: false });
    assert.equal(diagnostic?.codeDescription, undefined);
    assert.deepEqual(diagnostic?.relatedInformation?.map(({ location }) => location.uri), [`${ROOT}/a.yaml`, `${ROOT}/a.yaml`]);
  });

  it("has the severity that the workspace gives its rule", () => {
    const severities = (["error", "warning", "information", "hint", "off"] as const).map((severity) => diagnostics("kind: model-card\nstatus: deploid\n", { profile: { rules: { "value-not-listed": severity } } }).map((one) => one.severity));
    assert.deepEqual(severities, [[1], [2], [3], [4], []]);
  });

  it("comes in the order of the text", () => {
    const places = diagnostics("kind: model-card\nstatus: deploid\nname: TODO\nfoo: 1\nid: TODO\n").map(({ range }) => range.start.line);
    assert.deepEqual(places, [1, 2, 3, 4]);
  });

  it("is not given for a file that is none of ours or not held", () => {
    assert.deepEqual(diagnostics("replicas: TODO\n"), []);
    assert.deepEqual(diagnosticsOf(opened({}), `${ROOT}/a.yaml`), []);
  });
});
