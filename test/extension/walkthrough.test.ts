import assert from "node:assert/strict";
import { readFileSync } from "node:fs";

interface Step {
  readonly id: string;
  readonly description: string;
  readonly completionEvents: readonly string[];
  readonly media: { readonly svg: string; readonly altText: string };
}

const { contributes } = JSON.parse(readFileSync("package.json", "utf8")) as { contributes: { commands: { command: string }[]; walkthroughs: { id: string; steps: Step[] }[] } };
const declared = new Set(contributes.commands.map((one) => one.command));
const steps = contributes.walkthroughs.flatMap((one) => one.steps);

describe("the walkthrough", () => {
  it("has four steps, each of which is done by doing what it offers", () => {
    assert.deepEqual(steps.map((step) => step.id), ["standards", "first-card", "fix-a-finding", "evidence"]);
    for (const { id, description, completionEvents } of steps) {
      const offered = [...description.matchAll(/\(command:([\w.]+)\)/g)].map((match) => match[1] ?? "");
      assert.ok(offered.length > 0 && offered.every((one) => declared.has(one)), id);
      assert.deepEqual(completionEvents.map((one) => one.replace("onCommand:", "")).sort(), offered.sort(), id);
    }
  });

  it("has pictures that take their colours from the theme and say what they show", () => {
    for (const { media } of steps) {
      const picture = readFileSync(media.svg, "utf8");
      const fixed = picture.replace(/var\([^;"]*\)/g, "").match(/(?:fill|stroke):\s*(?!none|var)[#\w]+/g);
      assert.deepEqual(fixed, null, media.svg);
      assert.doesNotMatch(picture, /<script|href=|url\(/, media.svg);
      assert.match(picture, /role="img" aria-label="[^"]{20,}"/);
      assert.ok(media.altText.length > 20);
    }
  });
});
