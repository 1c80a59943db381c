import assert from "node:assert/strict";
import { junitXml } from "../../src/reports/junit";
import type { Finding } from "../../src/rules/rule";
import { cardWith, reported } from "./reported";

const errors = ({ severity }: Finding) => severity === "error";

describe("the JUnit report", () => {
  it("has a failed case per finding, and a passed one for a file without", () => {
    const xml = junitXml([reported("a/model-card.yaml", cardWith("status: deploid\n")), reported("b/model-card.yaml", cardWith(""))], errors);
    assert.match(xml, /<testsuites name="Clausewise" tests="2" failures="1" errors="0">/);
    assert.match(xml, /<testcase classname="a\/model-card\.yaml" name="value-not-listed at line 10, column 9" file="a\/model-card\.yaml" line="10"><failure type="error"/);
    assert.match(xml, /<testcase classname="b\/model-card\.yaml" name="no findings" file="b\/model-card\.yaml"\/>/);
  });

  it("counts only what is loud enough as failed", () => {
    const xml = junitXml([reported("model-card.yaml", cardWith("overview: TODO\n"))], errors);
    assert.match(xml, /failures="0"/);
    assert.match(xml, /<system-out>model-card\.yaml:10:\d+: information/);
  });

  it("escapes what XML cannot hold", () => {
    const xml = junitXml([reported("a&b/model-card.yaml", cardWith('status: "<\\u0001>"\n'))], errors);
    assert.match(xml, /name="a&amp;b\/model-card\.yaml"/);
    assert.doesNotMatch(xml, /\u0001|<\u0001>/);
  });
});
