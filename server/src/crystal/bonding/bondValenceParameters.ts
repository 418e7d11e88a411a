import { bondValenceTable } from "./bondValenceTable";
import { estimateBondLength } from "./estimatedBondLength";

/** What relates the length of a bond to its valence, s = exp((r0 - d) / b). */
export interface BondValenceParameters {
  /** Length of a bond of one valence unit, angstrom. */
  readonly r0: number;
  /** Angstrom. */
  readonly b: number;
  /** Fitted to known crystals, or estimated from the two elements. */
  readonly source: "tabulated" | "estimated";
}

/** Angstrom; common to nearly all pairs of elements (Brown and Altermatt 1985). */
export const commonSoftness = 0.37;

/**
 * Parameters of the bond between a cation and an anion: those of the oxidation state if tabulated, else those that serve
 * all states of the cation, else of its nearest tabulated state, else estimated. `undefined` for elements that are in
 * neither table.
 *
 * @param cationState the cation's charge, if known.
 */
export function bondValenceParameters(
  cation: string,
  anion: string,
  cationState?: number,
): BondValenceParameters | undefined {
  const key = `${cation} ${anion} ${cationState ?? ""}`;
  const known = found.get(key);
  if (known || found.has(key)) return known;
  const parameters = lookUp(cation, anion, cationState);
  if (found.size < mostFound) found.set(key, parameters);
  return parameters;
}

const found = new Map<string, BondValenceParameters | undefined>();
const mostFound = 20_000;

function lookUp(cation: string, anion: string, state: number | undefined): BondValenceParameters | undefined {
  const choices = tabulated().get(`${cation} ${anion}`);
  const tabulatedLength = choices && nearestState(choices, state);
  if (tabulatedLength !== undefined) return { r0: tabulatedLength, b: commonSoftness, source: "tabulated" };
  const estimate = estimateBondLength(cation, anion);
  return estimate === undefined ? undefined : { r0: estimate, b: commonSoftness, source: "estimated" };
}

/** R0 in angstrom of just this state of the cation, or with `undefined` of what serves all; `undefined` if not tabulated. */
export function tabulatedBondLength(
  cation: string,
  anion: string,
  state: number | undefined,
): number | undefined {
  return tabulated()
    .get(`${cation} ${anion}`)
    ?.find((choice) => choice.state === state)?.r0;
}

interface TabulatedLength {
  /** `undefined` for the row that serves all. */
  readonly state: number | undefined;
  readonly r0: number;
}

function nearestState(choices: readonly TabulatedLength[], state: number | undefined): number | undefined {
  const general = choices.find((choice) => choice.state === undefined);
  const exact = state === undefined ? undefined : choices.find((choice) => choice.state === state);
  const farness = ({ state: other = Infinity }: TabulatedLength) => Math.abs(other - (state ?? other));
  const [nearest] = [...choices].sort((one, other) => farness(one) - farness(other));
  return (exact ?? general ?? nearest)?.r0;
}

let lengths: ReadonlyMap<string, readonly TabulatedLength[]> | undefined;

/** Tabulated lengths by `cation anion`. */
function tabulated(): ReadonlyMap<string, readonly TabulatedLength[]> {
  return (lengths ??= readTable(bondValenceTable));
}

function readTable(table: string): Map<string, TabulatedLength[]> {
  const [anions = [], ...rows] = table
    .trim()
    .split("\n")
    .map((line) => line.trim().split(/\s+/));
  const read = new Map<string, TabulatedLength[]>();
  for (const [species = "", ...values] of rows) {
    const [, cation = "", state = ""] = /^([A-Z][a-z]?)(\d|\*)$/.exec(species) ?? [];
    values.forEach((value, column) => {
      const key = `${cation} ${anions[column] ?? ""}`;
      const length = { state: state === "*" ? undefined : Number(state), r0: Number(value) };
      if (value !== "-") read.set(key, [...(read.get(key) ?? []), length]);
    });
  }
  return read;
}
