import type { Occupant } from "../structure";
import { bondValenceFits } from "./bondValenceFits";
import { commonSoftness, tabulatedBondLength, type BondValenceParameters } from "./bondValenceParameters";

type Ion = Pick<Occupant, "element" | "oxidationState">;

/**
 * Parameters that were fitted to bonds of a cation and an anion in just these oxidation states: those of single papers
 * where there are any, else the table's. Values for all states of a cation serve those from 1 to 6, but with none of O, F
 * and Cl, whose bonds depend on the state most (Brese and O'Keeffe, Acta Cryst. B47, 192 (1991)). `undefined` where
 * nothing was fitted: neither other states nor estimates stand in.
 */
export function fittedBondValence(cation: Ion, anion: Ion): BondValenceParameters | undefined {
  const state = cation.oxidationState;
  if (state === undefined || anion.oxidationState !== usualStates[anion.element]) return undefined;
  const pair = [cation.element, anion.element] as const;
  const exact = fitted(...pair, state);
  if (exact || hard.has(anion.element) || !Number.isInteger(state) || state < 1 || state > 6) return exact;
  return fitted(...pair, undefined);
}

/** Of the anions in bonds that parameters were fitted to. */
const usualStates: Readonly<Record<string, number>> = {
  ...{ H: -1, F: -1, Cl: -1, Br: -1, I: -1 },
  ...{ O: -2, S: -2, Se: -2, Te: -2 },
  ...{ N: -3, P: -3, As: -3 },
  C: -4,
};
const hard: ReadonlySet<string> = new Set(["O", "F", "Cl"]);

/** @param state of the cation; `undefined` asks for what serves all states. */
function fitted(cation: string, anion: string, state: number | undefined): BondValenceParameters | undefined {
  const known = fits().get(`${cation}${state ?? "*"}-${anion}`);
  if (known) return known;
  const r0 = tabulatedBondLength(cation, anion, state);
  return r0 === undefined ? undefined : { r0, b: commonSoftness, source: "tabulated" };
}

let parameters: ReadonlyMap<string, BondValenceParameters> | undefined;

/** Parameters of single papers by bond, `Bi3-O`. */
function fits(): ReadonlyMap<string, BondValenceParameters> {
  return (parameters ??= new Map(bondValenceFits.flatMap(({ bonds }) => bonds.split(",").map(readBond))));
}

function readBond(text: string): [string, BondValenceParameters] {
  const [bond = "", r0, b = commonSoftness] = text.trim().split(" ");
  return [bond, { r0: Number(r0), b: Number(b), source: "tabulated" }];
}
