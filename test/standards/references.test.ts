import assert from "node:assert/strict";
import { contextOf } from "../../src/standards/reference-context";
import { readReferences } from "../../src/standards/reference-reader";
import type { ReferenceInText } from "../../src/standards/reference-reader";
import { around, named, nothing, wrong } from "./references.table";
import type { Around, Row } from "./references.table";

const read = (text: string, places: Around = []) => readReferences(text, { around: places.flatMap(([place, words]) => contextOf(place, words) ?? []) });

/** A reference as the table writes it. */
function written({ standards, ambiguous, id, item, clauses, edition }: ReferenceInText): string {
  const names = [...standards].sort((a, b) => (a === b ? 0 : a === "iso42001" ? -1 : 1)).map((standard) => standard.slice(3));
  const older = edition !== undefined && edition < "2022" ? ` ${edition}` : "";
  return `${names.join(ambiguous ? "/" : "+")} ${id}${item ? `(${item})` : ""}${clauses.length === 0 ? "!" : ""}${older}`;
}

function assertRows(rows: readonly Row[]): void {
  for (const [text, expected, places] of rows) {
    const shown = places ? `“${text}” within ${places.map(([place, words]) => `${place} “${words}”`).join(", ")}` : `“${text}”`;
    it(expected === "" ? `is not in ${shown}` : `is read from ${shown}`, () => {
      assert.equal(read(text, places).map(written).join(", "), expected);
    });
  }
}

describe("a reference in running text", () => {
  describe("whose standard is named with it", () => assertRows(named));
  describe("whose standard is around it", () => assertRows(around));
  describe("that is wrong", () => assertRows(wrong));
  describe("that is none", () => assertRows(nothing));

  it("has the exact place of its whole and of its number", () => {
    const text = "See ISO/IEC 42001:2023 A.6.2.4, A.6.2.5 and B.6.2.6 (d).";
    const places = read(text).map((one) => [text.slice(one.start, one.end), text.slice(one.idStart, one.idEnd)]);
    assert.deepEqual(places, [
      ["ISO/IEC 42001:2023 A.6.2.4", "A.6.2.4"],
      ["A.6.2.5", "A.6.2.5"],
      ["B.6.2.6 (d)", "B.6.2.6"],
    ]);
  });

  it("is still read when a text holds thousands of them, in a time that grows with the text", () => {
    const text = "ISO 27001 A.8.15, A.5.7 and 8.16; ".repeat(500);
    assert.equal(read(text).length, 1500);
  });
});

describe("the title beside a reference", () => {
  const titles: readonly [text: string, title: string | undefined][] = [
    ["ISO 27001 A.8.15 Logging", "Logging"],
    ["ISO 27001 A.8.15 — Logging", "Logging"],
    ["ISO 27001 A.8.15 - Logging", "Logging"],
    ["ISO 27001 A.8.15: Logging", "Logging"],
    ["ISO 27001 A.8.15 (Logging)", "Logging"],
    ["ISO 27001 A.8.15 “Logging”", "Logging"],
    ["**ISO 27001 A.8.15** Logging".replace(/\*/g, " "), "Logging"],
    ["ISO 27001 A.8.15 Logging; A.8.16 Monitoring activities", "Logging"],
    ["ISO 27001 A.8.15 Logging, A.8.16 Monitoring activities", "Logging"],
    ["ISO 27001 A.8.15 Logging. Records are kept.", "Logging"],
    ["ISO 42001 5.3 Roles, responsibilities and authorities", "Roles, responsibilities and authorities"],
    ["Records are kept as ISO 27001 A.8.15 asks.", undefined],
    ["ISO 27001 A.8.15 (see annex)", undefined],
    ["ISO 27001 A.8.15 (not applicable)", undefined],
    ["ISO 27001 A.8.15–A.8.17 Logging", undefined],
  ];
  for (const [text, title] of titles) {
    it(title === undefined ? `is not in “${text}”` : `is read from “${text}”`, () => {
      const [first] = read(text);
      assert.equal(first?.title?.text, title);
      if (first?.title) assert.equal(text.slice(first.title.start, first.title.end), title);
    });
  }
});
