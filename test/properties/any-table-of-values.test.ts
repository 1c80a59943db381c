import assert from "node:assert/strict";
import { parse } from "csv-parse/sync";
import fc from "fast-check";
import { readRecords } from "../../src/documents/csv";

describe("any table of values", () => {
  it("is read as other programs read it", () => {
    const cell = fc.stringMatching(/^[a-z0-9 ",;\r\n]{0,6}$/);
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 2, maxLength: 2 }), { minLength: 1, maxLength: 4 }), (rows) => {
        const text = `sep=,\n${rows.map((row) => row.map((one) => `"${one.replace(/"/g, '""')}"`).join(",")).join("\r\n")}`;
        const cells: string[][] = parse(text.slice(6));
        const theirs = cells.map((row) => row.map((one) => one.replace(/\s+/g, " ").trim()));
        assert.deepEqual(readRecords(text).records.map(({ cells }) => cells.map((one) => one.text)), theirs);
      }),
      { numRuns: 60 },
    );
  });
});
