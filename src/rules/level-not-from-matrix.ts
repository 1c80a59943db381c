import { isNative } from "../formats/format";
import { defaultMatrix } from "../kinds/profile";
import { objectsIn } from "./objects";
import { derivedLevel, rated } from "./rating";
import { againstOwnScale } from "./own-scale-levels";
import type { Rule } from "./rule";
import { replacement } from "./written";

/** A level differs from what the risk matrix gives for its likelihood and consequence. */
export const levelNotFromMatrix: Rule = {
  id: "level-not-from-matrix",
  title: "A level does not follow from the risk matrix",
  severity: "error",
  clauses: ["iso42001:6.1.2", "iso42001:8.2", "iso27001:6.1.2", "iso27001:8.2"],
  page: {
    why: "Levels can be compared only when all of them follow from the same matrix. One that is set by hand hides a risk, or draws attention away from others.",
    fix: "Write the level that the matrix gives. If that level is wrong, correct the likelihood or the consequence, or the matrix in `clausewise.yaml`.",
    wrong: "kind: security-risk\nrisks:\n  - id: R-001\n    likelihood: possible\n    consequence: severe\n    level: low",
    right: "kind: security-risk\nrisks:\n  - id: R-001\n    likelihood: possible\n    consequence: severe\n    level: high",
  },
  *check({ reading, profile: { matrix } }) {
    // What a register says about its own scale goes before everybody else's.
    if (reading.scale) {
      yield* againstOwnScale(reading, reading.scale);
      return;
    }
    const which = matrix.table === defaultMatrix.table ? "the default risk matrix" : "the risk matrix";
    // A file in a form of its own reckons with a scale of its own, unless the workspace says which one holds.
    if (!isNative(reading.format) && matrix.table === defaultMatrix.table) return;
    for (const owner of objectsIn(reading.root)) {
      const level = rated(owner, "level", matrix);
      if (!level) continue;
      const derived = derivedLevel(owner, matrix);
      if (derived === undefined || derived === level.word) continue;
      const words = `“${rated(owner, "likelihood", matrix)?.word}” and “${rated(owner, "consequence", matrix)?.word}”`;
      const edit = replacement(level.field.node, derived, reading.part.notation);
      yield {
        message: `For ${words}, ${which} gives “${derived}”, not “${level.word}”. Change the level, or the ratings it follows from.`,
        span: level.field.valueSpan,
        clauses: level.field.definition.clauses,
        fixes: edit ? [{ title: `Change to “${derived}”`, edits: [edit], preferred: true }] : [],
        field: level.field.path,
      };
    }
  },
};
