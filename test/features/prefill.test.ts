import assert from "node:assert/strict";
import { newDocument } from "../../src/features/new-document";
import { factsOf, prefilled } from "../../src/features/prefill";
import { TELLING_FILES } from "../../src/features/telling-files";
import { readers } from "../../src/features/repository-facts";
import { defaultProfile } from "../../src/kinds/profile";

describe("what a repository says", () => {
  it("is read from pyproject.toml, by PEP 621 and by Poetry", () => {
    const pep = '[build-system]\nrequires = ["x"]\n[project]\nname = "scorer"\nversion = "2.1.0" # now\nlicense = { text = "MIT" }\nauthors = [\n  { name = "Ada", email = "ada@example.com" },\n]\n[tool.x]\nname = "other"\n';
    assert.deepEqual({ ...factsOf({ "pyproject.toml": pep }) }, { name: "scorer", version: "2.1.0", license: "MIT", author: "Ada", contact: "ada@example.com" });
    const poetry = "[tool.poetry]\r\nname = 'scorer'\r\nversion = '1.0.0'\r\nauthors = ['Ada Byron <ada@example.com>']\r\n";
    assert.deepEqual({ ...factsOf({ "pyproject.toml": poetry }) }, { name: "scorer", version: "1.0.0", author: "Ada Byron", contact: "ada@example.com" });
  });

  it("is read from setup.cfg and package.json", () => {
    assert.deepEqual({ ...factsOf({ "setup.cfg": "[metadata]\nname = scorer\nversion = attr: scorer.version\nauthor = Ada\n[options]\nname = x\n" }) }, { name: "scorer", author: "Ada" });
    assert.deepEqual({ ...factsOf({ "package.json": '{"name":"@org/scorer","version":"1.2.3","license":"MIT","author":"Ada <ada@example.com> (https://example.com)"}' }) }, { name: "scorer", version: "1.2.3", license: "MIT", author: "Ada", contact: "ada@example.com" });
  });

  it("is read from a model's own files", () => {
    assert.deepEqual({ ...factsOf({ "config.json": '{"model_type":"bert","architectures":["BertForSequenceClassification"],"transformers_version":"4.40.0"}' }) }, { architecture: "BertForSequenceClassification (bert)", library: "transformers" });
    assert.deepEqual({ ...factsOf({ "config.json": '{"port": 8080}' }) }, {});
    const model = `flavors:\n  python_function: { loader_module: mlflow.sklearn }\n  sklearn: { sklearn_version: 1.4.0 }\nmodel_uuid: 3f2a\nsignature:\n  inputs: '[{"name": "income", "type": "double"}, {"type": "long"}]'\n  outputs: '[{"type": "tensor"}]'\n`;
    assert.deepEqual({ ...factsOf({ MLmodel: model }) }, { library: "sklearn", inputs: "income (double), long", outputs: "tensor" });
  });

  it("is read from the licence's words, the title of the README and the remote", () => {
    const license = (text: string) => factsOf({ "LICENSE.txt": text }).license;
    assert.equal(license("   Apache License\n      Version 2.0, January 2004\n"), "Apache-2.0");
    assert.equal(license("Permission is hereby granted, free of charge, to any\nperson obtaining a copy"), "MIT");
    assert.equal(license("All rights reserved."), undefined);
    assert.equal(factsOf({ "README.md": "---\ntitle: x\n---\n\n```sh\n# no title\n```\n\n# The [scorer](https://example.com) `v2`\n" }).name, "The scorer v2");
    assert.equal(factsOf({ "README.md": "# A small workspace to try things on\n" }).name, undefined, "a sentence is no name");
    const address = (url: string) => factsOf({ ".git/config": `[core]\n\tbare = false\n[remote "origin"]\n\turl = ${url}\n` }).address;
    assert.equal(address("git@example.com:team/scorer.git"), "https://example.com/team/scorer");
    assert.equal(address("https://ada:secret@example.com/team/scorer"), "https://example.com/team/scorer");
    assert.equal(address("../scorer"), undefined);
  });

  it("comes from the surer of two files that differ", () => {
    assert.equal(factsOf({ "README.md": "# Some title\n", "package.json": '{"name":"front"}', "pyproject.toml": '[project]\nname = "scorer"\n' }).name, "scorer");
  });

  it("is nothing where files are broken or say nothing", () => {
    for (const [name] of readers) for (const text of ["", "{", "[[[", "\0", "[project\nname = ", "# ", "authors = [", "signature:\n  inputs: '[{'\n"]) assert.doesNotThrow(() => factsOf({ [name]: text }), `${name}: ${text}`);
  });

  it("is looked for in every file that can be read", () => {
    for (const [name] of readers) assert.ok(TELLING_FILES.includes(name), name);
  });
});

describe("a new document", () => {
  const texts = { "package.json": '{"name":"scorer","version":"2.1.0","author":"Ada <ada@example.com>"}', LICENSE: "Apache License\nVersion 2.0" };

  it("begins with what the repository says", () => {
    const { snippet } = newDocument("model-card", "yaml", "Scorer", { profile: defaultProfile, today: "2026-11-24", texts });
    for (const line of ["version: 2.1.0", "- name: Ada", 'contact: "ada@example.com"', "license: Apache-2.0"]) assert.ok(snippet.includes(line), `${line} is not in\n${snippet}`);
    assert.match(newDocument("security-risk", "yaml", "Scorer", { profile: defaultProfile, today: "2026-11-24", texts }).snippet, /^owner: Ada$/m);
  });

  it("takes nothing that its fields would not take", () => {
    const known = prefilled("model-card", { version: "nightly", contact: "ada at example", description: "two\nlines", author: "Ada" });
    assert.deepEqual(known, { "owners[].name": "Ada" });
  });

  it("asks for all the rest where the repository says nothing", () => {
    const { snippet } = newDocument("model-card", "yaml", "Scorer", { profile: defaultProfile, today: "2026-11-24" });
    assert.match(snippet, /version: "?\$\{1/);
    assert.doesNotMatch(snippet, /^review:/m);
  });
});
