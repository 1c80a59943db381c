import assert from "node:assert/strict";
import { isPlaceholder } from "../../src/documents/placeholder";

describe("a placeholder", () => {
  for (const text of ["TODO", "TODO the owner", "todo add the owner", "TODO - ask Jan", "todo(jan)", "todo: ask Jan", "To-Do", "TBD", "tbd.", "TBC", "FIXME", "xxx", "To be defined", "to be determined after the pilot", "[More Information Needed]", "More information needed.", "{{ model_id }}", "{{ x | default(\"[More Information Needed]\", true) }}", "<your name>", "<primary uses>", "${MODEL_NAME}", "...", "…", "___", "---", "??", "[Insert name here]", "[your name]", "Insert the owner here", "Lorem ipsum dolor", "change me", "Coming soon", "**TODO**", "`TBD`"]) {
    it(`is “${text}”`, () => assert.ok(isPlaceholder(text)));
  }

  for (const text of ["", "  ", "Todoist", "Todo el personal lo revisa", "todo o nada", "Todos os pedidos", "TODO.md", "tbdata", "To be used by officers", "We do more", "<a@example.com>", "a < b > c", "https://example.com", "n/a", "None", "-", "?", "1.0.0", "[1]", "Insertion of records", "Your own risk", "Your application is read by a credit officer", "Insert statements are logged", "Replace the model yearly", "$5"]) {
    it(`is not “${text}”`, () => assert.ok(!isPlaceholder(text)));
  }
});
