import assert from "node:assert/strict";
import { oscalComponentDefinition } from "../../src/reports/oscal-component";
import { oscalMapping } from "../../src/reports/oscal-mapping";
import { oscalPoam } from "../../src/reports/oscal-poam";
import { catalogue } from "../../src/standards/catalogue";
import { register, workspace } from "./workspace";

describe("the OSCAL documents", () => {
  const files = { "risks.yaml": register, "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\n", "clausewise.yaml": "organisation: Bank\n" };

  it("say the same for the same workspace", () => {
    assert.deepEqual(oscalPoam(workspace(files)), oscalPoam(workspace(files)));
    assert.deepEqual(oscalComponentDefinition(workspace(files)), oscalComponentDefinition(workspace(files)));
  });

  it("name the organisation of the profile", () => {
    assert.deepEqual(oscalMapping(workspace(files))["mapping-collection"].metadata.parties?.map((party) => party.name), ["Bank"]);
  });
});

describe("the OSCAL plan of action", () => {
  const plan = oscalPoam(workspace({ "risks.yaml": register }))?.["plan-of-action-and-milestones"];

  it("holds the risks that are not treated or closed", () => {
    assert.deepEqual(plan?.risks.map((risk) => [risk.title, risk.status]), [
      ["R-001 Poisoned feed", "open"],
      ["R-003 Borne one", "deviation-approved"],
    ]);
  });

  it("takes the first open action for the deadline, or the end of the acceptance", () => {
    assert.deepEqual(plan?.risks.map((risk) => risk.deadline), ["2026-12-31T00:00:00Z", "2027-01-01T00:00:00Z"]);
  });

  it("rates each risk before and after treatment", () => {
    const facets = plan?.risks[0]?.characterizations?.[0]?.facets.map(({ name, value, props }) => `${props[0]?.value} ${name}: ${value}`);
    assert.deepEqual(facets, ["initial likelihood: possible", "initial consequence: major", "initial level: high", "residual likelihood: rare", "residual consequence: major", "residual level: medium"]);
  });

  it("leads to the line of the risk", () => {
    assert.deepEqual(plan?.risks.map((risk) => risk.links[0]?.href), ["risks.yaml#L6", "risks.yaml#L18"]);
  });

  it("is not made where no risk is open", () => {
    assert.equal(oscalPoam(workspace({})), undefined);
  });
});

describe("the OSCAL component definition", () => {
  it("names the clauses that something is shown for, with links to the lines", () => {
    const [component] = oscalComponentDefinition(workspace({ "model-card.yaml": "kind: model-card\nid: scorer\nname: Scorer\n" }))["component-definition"].components;
    const [first] = component?.["control-implementations"] ?? [];
    const requirement = first?.["implemented-requirements"].find((one) => one["control-id"] === "iso42001-A.6.2.7");
    assert.deepEqual(requirement?.links?.map((link) => [link.href, link.text]), [["model-card.yaml#L3", "Name"]]);
    assert.equal(first?.["implemented-requirements"].some((one) => one["control-id"] === "iso42001-A.9.4"), false);
  });
});

describe("the OSCAL mapping", () => {
  it("holds every relation of the crosswalk once", () => {
    const { maps } = oscalMapping(workspace({}))["mapping-collection"].mappings[0] ?? { maps: [] };
    const relations = catalogue.standard("iso42001").clauses.flatMap((clause) => clause.related);
    assert.equal(maps.length, relations.length);
    assert.equal(new Set(maps.map((map) => map.uuid)).size, maps.length);
  });
});
