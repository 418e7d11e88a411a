import fc from "fast-check";
import { parseFormula } from "../../../../server/src/crystal/parseFormula";
import { Megnet } from "../../../../server/src/graph/megnet";
import { CrystalFeatures } from "../../../../server/src/learning/crystalFeatures";
import type { LabelledCompound } from "../../../../server/src/learning/validation/compound";
import { RandomWeights } from "../../../support/models";
import { ofComposition, p1Structure } from "../../../support/structures";

let megnet: Megnet | undefined;

/** A compound as a test needs it, with a structure that only has the composition. */
export function compound(given: Partial<LabelledCompound> & { readonly formula: string }): LabelledCompound {
  const parsed = parseFormula(given.formula);
  if (!parsed.ok) throw new Error(parsed.reason);
  megnet ??= new Megnet(new RandomWeights().parent());
  return {
    id: given.formula,
    composition: parsed.composition,
    doi: "",
    family: "",
    logConductivity: given.superionic ? -3 : -7,
    superionic: false,
    crystal: new CrystalFeatures(ofComposition(given.formula), megnet),
    ...given,
  };
}

/** A compound of lithium and one anion in a cubic cell; compounds differ by the cell's edge, angstrom. */
export function saltCompound(
  edge: number,
  anion: string,
  rest: Partial<LabelledCompound> = {},
): LabelledCompound {
  megnet ??= new Megnet(new RandomWeights().parent());
  const structure = p1Structure(
    [{ species: ["Li+"] }, { species: [`${anion}-`], position: [0.5, 0.5, 0.5] }],
    { a: edge, b: edge, c: edge },
  );
  return compound({ formula: `Li${anion}`, crystal: new CrystalFeatures(structure, megnet), ...rest });
}

const formulas = [
  "LiCl",
  "LiBr",
  "Li2O",
  "Li2.02O",
  "Li2S",
  "Li3N",
  "Li3PS4",
  "Li6PS5Cl",
  "Li6PS5Br",
  "Li3PO4",
];

/** Sets of compounds that are related in every way: papers, families, compositions. Without structures. */
export const relatedCompounds = fc
  .array(
    fc.record({
      formula: fc.constantFrom(...formulas),
      doi: fc.constantFrom("", "10.1/a", "10.1/A", "10.1/b", "10.1/c", "10.1/d", "10.1/e"),
      family: fc.constantFrom("", "halide", "oxide", "thiophosphate"),
      superionic: fc.boolean(),
    }),
    { minLength: 2, maxLength: 30 },
  )
  .map((rows) => rows.map((row) => compound({ ...row, crystal: undefined })));
