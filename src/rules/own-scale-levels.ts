import { child } from "../formats/field";
import type { Field } from "../formats/field";
import type { Reading } from "../formats/format";
import type { OwnLevel, OwnScale } from "../formats/own-scale";
import { phraseOf } from "../formats/phrase";
import { objectsIn } from "./objects";
import { meanSame } from "./rating";
import type { Draft } from "./rule";

/** A level that differs from what the register's own bands or matrix give. */
interface Misfit {
  readonly level: Field;
  readonly given: OwnLevel;
  readonly because: string;
}

/** Holds the levels of a register to the scale that it explains itself with. Where half of them differ, the register means something else. */
export function* againstOwnScale(reading: Reading, scale: OwnScale): Generator<Draft> {
  const rated = [...objectsIn(reading.root)].flatMap((owner) => misfitOf(owner, reading, scale) ?? []);
  const misfits = rated.filter((one) => one !== "fits");
  if (misfits.length * 2 >= rated.length && rated.length > 1) return;
  for (const { level, given, because } of misfits) {
    const plain = typeof level.value === "string" && /^[\p{L} ]+$/u.test(level.value) && /^[\p{L} ]+$/u.test(given.words.text);
    yield {
      message: `${because} is “${given.words.text}” on the scale of this file, not “${String(level.value)}”. Change the level, or the ratings it follows from.`,
      span: level.valueSpan,
      clauses: level.definition.clauses,
      related: [{ span: given.words.span, message: "The scale says so here." }],
      fixes: plain ? [{ title: `Change to “${given.words.text}”`, edits: [{ span: level.valueSpan, text: given.words.text }], preferred: true }] : [],
      field: level.path,
    };
  }
}

function misfitOf(owner: Field, reading: Reading, scale: OwnScale): Misfit | "fits" | undefined {
  const level = child(owner, "level");
  const word = level?.rating?.word;
  if (!level || word === undefined) return undefined;
  const [likelihood, consequence] = ["likelihood", "consequence"].map((name) => child(owner, name)?.rating);
  const met = likelihood && consequence && scale.ofRatings(likelihood, consequence);
  if (met) return fits(met, level) ? "fits" : { level, given: met, because: `Where “${String(child(owner, "likelihood")?.value)}” and “${String(child(owner, "consequence")?.value)}” meet` };
  const written = reading.products.find(({ path }) => path === owner.path)?.score;
  const worked = likelihood?.number !== undefined && consequence?.number !== undefined ? likelihood.number * consequence.number : undefined;
  const given = [written, worked].flatMap((score) => {
    const found = score === undefined ? undefined : scale.ofScore(score);
    return found && score !== undefined ? [{ found, score }] : [];
  });
  const [first] = given;
  if (!first) return undefined;
  // A wrong score is a finding of its own: the level may follow from either.
  return given.some(({ found }) => fits(found, level)) ? "fits" : { level, given: first.found, because: `A score of ${first.score}` };
}

function fits(given: OwnLevel, level: Field): boolean {
  return meanSame(given.word, level.rating?.word ?? "") || phraseOf(given.words.text) === phraseOf(String(level.value));
}
