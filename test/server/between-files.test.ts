import assert from "node:assert/strict";
import { Editor } from "./editor";

const uri = (name: string) => `file:///w/${name}`;
const card = (id: string, lines = "") => `kind: model-card\nid: ${id}\nname: ${id}\nversion: 2.0.0\n${lines}`;
const register = (...ids: string[]) => `kind: security-risk\nid: register\nrisks:\n${ids.map((id) => `  - { id: ${id}, title: A, model: scorer }\n`).join("")}`;

describe("findings between files, in an editor", () => {
  let editor: Editor;
  afterEach(() => editor.close());

  async function opened(files: Record<string, string>, folders?: readonly string[]): Promise<void> {
    editor = await new Editor(new Map(Object.entries(files)), folders).start();
    await editor.ended();
  }
  const isSilent = (file: string, about: RegExp) => editor.until(() => editor.messages(file, about).length === 0);
  const speaks = (file: string, about: RegExp) => editor.until(() => editor.messages(file, about).length > 0);

  it("follow what is typed into the file that is pointed at", async () => {
    await opened({ [uri("card.yaml")]: card("scorer", "links: { risks: [R-1] }\n"), [uri("risks.yaml")]: register("R-1") });
    assert.deepEqual(editor.messages(uri("card.yaml"), /no risk/), []);
    editor.open(uri("risks.yaml"));
    editor.type(uri("risks.yaml"), register("R-2"));
    await speaks(uri("card.yaml"), /no risk with the id “R-1”.*“R-2”/);
    editor.type(uri("risks.yaml"), register("R-2", "R-1"));
    await isSilent(uri("card.yaml"), /no risk/);
  });

  it("stand in both files, and go from both when either is mended", async () => {
    const twice = /^“R-\d” is the id of/;
    await opened({ [uri("a.yaml")]: register("R-1"), [uri("b.yaml")]: register("R-1", "R-2") });
    assert.deepEqual([editor.messages(uri("a.yaml"), twice), editor.messages(uri("b.yaml"), twice)].map((one) => one.length), [1, 1]);
    editor.write(uri("b.yaml"), register("R-3", "R-2"));
    await isSilent(uri("a.yaml"), twice);
    await isSilent(uri("b.yaml"), twice);
    editor.open(uri("a.yaml"));
    editor.type(uri("a.yaml"), register("R-3"));
    await speaks(uri("a.yaml"), twice);
    await speaks(uri("b.yaml"), twice);
    editor.type(uri("a.yaml"), register("R-4"));
    await isSilent(uri("a.yaml"), twice);
    await isSilent(uri("b.yaml"), twice);
  });

  it("follow files that come and go on the disk", async () => {
    await opened({ [uri("card.yaml")]: card("scorer", "links: { risks: [R-1], evidence: [] }\nstatus: deployed\n"), [uri("risks.yaml")]: register("R-1") });
    editor.write(uri("risks.yaml"), undefined);
    await speaks(uri("card.yaml"), /no risk/);
    editor.write(uri("risks.yaml"), register("R-1"));
    await isSilent(uri("card.yaml"), /no risk/);
  });

  it("keep two roots with the same ids apart", async () => {
    const root = (name: string, id: string) => ({
      [`file:///${name}/card.yaml`]: card("scorer", "links: { risks: [R-1] }\n"),
      [`file:///${name}/risks.yaml`]: register(id),
    });
    await opened({ ...root("one", "R-1"), ...root("two", "R-1") }, ["file:///one", "file:///two"]);
    for (const file of editor.files.keys()) assert.deepEqual(editor.rules(file).filter((rule) => rule === "duplicate-id"), [], file);
    editor.write("file:///one/other.yaml", register("R-1"));
    await speaks("file:///one/risks.yaml", /“R-1” is the id of/);
    assert.ok(editor.rules("file:///one/other.yaml").includes("duplicate-id"));
    for (const file of ["file:///two/risks.yaml", "file:///two/card.yaml"]) assert.ok(!editor.rules(file).includes("duplicate-id"), file);
    const [place] = await editor.ask<{ uri: string }[]>("textDocument/definition", { textDocument: { uri: "file:///two/card.yaml" }, position: { line: 4, character: 17 } });
    assert.equal(place?.uri, "file:///two/risks.yaml");
  });

  it("are found in documents that point at each other in a circle", async () => {
    const assessment = "kind: impact-assessment\nid: study\ntitle: Study\nsystem: { model_cards: [scorer] }\nlinks: { risks: [R-1] }\n";
    await opened({
      [uri("card.yaml")]: card("scorer", "links: { impact_assessment: study, risks: [R-1] }\n"),
      [uri("study.yaml")]: assessment,
      [uri("risks.yaml")]: "kind: security-risk\nid: register\nrisks:\n  - { id: R-1, title: A, model: scorer }\n",
    });
    for (const file of editor.files.keys()) assert.deepEqual(editor.rules(file).filter((rule) => rule === "unknown-reference"), [], file);
    editor.write(uri("study.yaml"), assessment.replace("id: study", "id: essay"));
    await speaks(uri("card.yaml"), /no impact assessment with the id “study”/);
    editor.write(uri("study.yaml"), assessment);
    await isSilent(uri("card.yaml"), /no impact assessment/);
  });

  it("are found by the defaults where the profile is wrong, which is said on its own lines", async () => {
    await opened({
      [uri("clausewise.yaml")]: "organisation: Example\nprofile: strict\nrules:\n  missing-field: loud\n  placeholder: error\nrisk_matrix:\n  likelihood: [rare]\n  consequence: seldom\nowners: [\n",
      [uri("card.yaml")]: card("scorer", "links: { risks: [R-1] }\noverview: TODO\n"),
    });
    assert.deepEqual(editor.rules(uri("card.yaml")), ["missing-field", "placeholder", "unknown-reference"]);
    assert.ok(editor.messages(uri("clausewise.yaml")).length > 0);
    const text = editor.files.get(uri("clausewise.yaml")) ?? "";
    editor.write(uri("clausewise.yaml"), text.replace("owners: [\n", ""));
    await speaks(uri("clausewise.yaml"), /strict/);
    await speaks(uri("clausewise.yaml"), /loud/);
    editor.write(uri("clausewise.yaml"), "profile: starter\nrules: { unknown-reference: off }\n");
    await isSilent(uri("clausewise.yaml"), /strict|loud/);
    await isSilent(uri("card.yaml"), /no risk/);
  });
});
