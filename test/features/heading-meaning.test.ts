import assert from "node:assert/strict";
import { documentRows } from "../../src/features/documents-tree";
import { headingMeanings } from "../../src/features/heading-meaning";
import { said } from "../formats/read";
import { uriOf, workspaceOf } from "./workspace";

const CARD = "# Model card\n\n## Sinn und Ziel\n\nPakete sortieren\n\n## Limitations\n\nFolie\n";
const client = { versionOf: () => null, abilities: { versions: true, snippets: false, creates: true } };
const place = { start: CARD.indexOf("Sinn"), end: CARD.indexOf("Sinn") };

describe("a heading that was not understood", () => {
  it("can be given a meaning, which goes into the profile", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD, "clausewise.yaml": "profile: starter\n" });
    const action = headingMeanings(context, uriOf("MODEL_CARD.md"), place, client).find((one) => one.title.endsWith("means: Primary uses"));
    const [change] = action?.edit?.documentChanges ?? [];
    assert.ok(change && "edits" in change);
    const text = change.edits.map((edit) => ("newText" in edit ? edit.newText : "")).join("");
    assert.match(text, /headings:\n {2}model-card:\n {4}["']?Sinn und Ziel["']?: intended_use\.primary_uses/);
  });

  it("makes a profile where there is none", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD });
    const [action] = headingMeanings(context, uriOf("MODEL_CARD.md"), place, client);
    assert.equal(action?.edit?.documentChanges?.length, 2);
  });

  it("is offered no meaning when it has one", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD, "clausewise.yaml": "headings:\n  model-card:\n    Sinn und Ziel: intended_use.primary_uses\n" });
    assert.deepEqual(headingMeanings(context, uriOf("MODEL_CARD.md"), place, client), []);
  });

  it("stands in the tree as not mapped", () => {
    const context = workspaceOf({ "MODEL_CARD.md": CARD });
    const file = documentRows(context, "kind|model-card")[0];
    const row = documentRows(context, file?.id).find((one) => one.label === "Not mapped");
    assert.deepEqual(documentRows(context, row?.id).map((one) => one.label), ["Sinn und Ziel"]);
  });

  it("may be a column, which means something of every entry", () => {
    const register = "Risk,Impact,Zorg\nLabels,High,Depot lead\n";
    const columns = (profile: string) => workspaceOf({ "risk_register.csv": register, "clausewise.yaml": profile });
    const at = { start: register.indexOf("Zorg"), end: register.indexOf("Zorg") };
    const titles = headingMeanings(columns("profile: starter\n"), uriOf("risk_register.csv"), at, client).map((one) => one.title);
    assert.ok(titles.includes("“Zorg” means: Risk owner"), titles.join(", "));
    const mapped = columns("headings:\n  security-risk:\n    Zorg: risks.owner\n");
    assert.deepEqual(headingMeanings(mapped, uriOf("risk_register.csv"), at, client), []);
    const [reading] = mapped.index.get(uriOf("risk_register.csv"))?.readings.readings ?? [];
    assert.equal(reading && said(reading)["risks[0].owner"], "Depot lead");
  });
});
