import { itemsOf } from "./field";
import type { Format } from "./format";
import { addColumns } from "./csv-additions";
import { markdownRiskRegister } from "./markdown-risk-register";
import { markdownStatement } from "./markdown-statement";

/** A risk register as a table of separated values. It is read as the same table in Markdown is; only what its cells can hold is a gap. */
export const csvRiskRegister: Format = {
  ...markdownRiskRegister,
  id: "csv-risk-register",
  title: "a risk register in a table of values",
  languages: ["csv"],
  concerns: (path) => path.startsWith("risks"),
  add: (fields, reading) => addColumns("risks[].", itemsOf(reading.root, "risks"), fields, reading),
};

/** A statement of applicability as a table of separated values. */
export const csvStatement: Format = {
  ...markdownStatement,
  id: "csv-statement-of-applicability",
  title: "a statement of applicability in a table of values",
  languages: ["csv"],
  concerns: (path) => path.startsWith("entries"),
  add: (fields, reading) => addColumns("entries[].", itemsOf(reading.root, "entries"), fields, reading),
};
