import assert from "node:assert/strict";
import type { Connection } from "vscode-languageserver";
import { ReadFile } from "../../src/server/protocol";
import type { UriParams } from "../../src/server/protocol";
import { Scan } from "../../src/server/scan";
import { Session } from "../../src/server/session";

const CARD = "file:///w/cards/a.model-card.yaml";

/** A scan whose readings end when `answers` are called with what the client found. */
function scanning() {
  const answers: ((text: string) => void)[] = [];
  const connection = {
    sendRequest: (method: string, { uri }: UriParams) => {
      assert.deepEqual([method, uri], [ReadFile, CARD]);
      return new Promise((resolve) => answers.push((text) => resolve({ text })));
    },
  };
  const session = new Session(() => "2026-01-01");
  session.setFolders([{ name: "w", uri: "file:///w" }]);
  const known = () => session.context().index.all().map(({ readings }) => readings.document.text);
  return { scan: new Scan(connection as unknown as Connection, session, () => undefined), answers, known };
}

describe("reading a file of the workspace", () => {
  it("takes it in", async () => {
    const { scan, answers, known } = scanning();
    const read = scan.one(CARD);
    answers[0]?.("kind: model-card\nname: A\n");
    await read;
    assert.deepEqual(known(), ["kind: model-card\nname: A\n"]);
  });

  it("does not bring back what went while it was being read", async () => {
    const { scan, answers, known } = scanning();
    const read = scan.one(CARD);
    scan.removeBelow("file:///w/cards");
    answers[0]?.("kind: model-card\nname: A\n");
    await read;
    assert.deepEqual(known(), []);
  });

  it("keeps what was read last, in whatever order the answers come", async () => {
    const { scan, answers, known } = scanning();
    const [first, second] = [scan.one(CARD), scan.one(CARD)];
    answers[1]?.("kind: model-card\nname: New\n");
    answers[0]?.("kind: model-card\nname: Old\n");
    await Promise.all([first, second]);
    assert.deepEqual(known(), ["kind: model-card\nname: New\n"]);
  });
});
