import assert from "node:assert/strict";
import type { Language } from "../../src/documents/document";
import { readDocument } from "../../src/documents/read";
import { child, isLeaf, walk } from "../../src/formats/field";
import type { Field } from "../../src/formats/field";
import type { Reading, Recognition } from "../../src/formats/format";
import { readParts } from "../../src/formats/readings";
import type { RecognitionContext } from "../../src/formats/recognise";

/** What a file with this path and text is taken for. */
export function recognised(path: string, text: string, language: Language = "markdown", context: Partial<RecognitionContext> = {}): Recognition {
  const [first] = readParts(readDocument(`file:///${path}`, language, text), { path, ...context }).recognitions;
  assert.ok(first, "something was decided");
  return first;
}

/** The file as it is read. */
export function read(path: string, text: string, language: Language = "markdown", context: Partial<RecognitionContext> = {}): Reading {
  const [first] = readParts(readDocument(`file:///${path}`, language, text), { path, ...context }).readings;
  assert.ok(first, `${path} is recognised`);
  return first;
}

/** Every field that holds a value of its own, by its path: its value, the values of its list, or its state when it is not filled. */
export function said(reading: Reading): Record<string, unknown> {
  const all: Record<string, unknown> = {};
  for (const field of walk(reading.root)) {
    if (!isLeaf(field)) continue;
    all[field.path] = field.state !== "filled" ? field.state : field.items.length > 0 ? field.items.map((item) => item.value) : field.value;
  }
  return all;
}

/** The words that a field's value stands on. */
export function wordsAt(reading: Reading, path: string): string {
  const field = [...walk(reading.root)].find((one) => one.path === path);
  assert.ok(field, `${path} is there`);
  return reading.document.text.slice(field.valueSpan.start, field.valueSpan.end);
}

/** A field of the root. */
export function fieldOf(reading: Reading, name: string): Field {
  const field = child(reading.root, name);
  assert.ok(field, `${name} is there`);
  return field;
}
