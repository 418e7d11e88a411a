import { analyze_cell as analyseCell, initSync, type MoyoCell, type MoyoDataset } from "@spglib/moyo-wasm";
import { cellSites } from "./cellSites";
import { primitiveCell, type CellSites, type PrimitiveCell } from "./primitiveCell";
import type { Structure } from "../structure";
import { wyckoffLetters } from "./wyckoffLetters";

export interface SpaceGroupName {
  /** 1 to 230. */
  readonly number: number;
  /** Short Hermann-Mauguin symbol, `P 21/c`. */
  readonly symbol: string;
}

/** The space group that the sites of a structure really have. */
export interface DetectedSpaceGroup extends SpaceGroupName {
  /** Wyckoff letter of each orbit. */
  readonly wyckoffLetters: readonly string[];
  /**
   * What the letters go by: the setting of the structure's own operations where these are all symmetry that was found, else
   * the standard cell of the space group, with one of the origins that its symmetry allows.
   */
  readonly letterSetting: "own" | "standard";
}

/** `reason` says in words why there is no answer. */
export type SpaceGroupDetection =
  | { readonly ok: true; readonly spaceGroup: DetectedSpaceGroup }
  | { readonly ok: false; readonly reason: string };

export type SpaceGroupDetector = (structure: Structure) => SpaceGroupDetection;

/** Angstrom. */
const tolerance = 0.01;
/** Larger primitive cells take seconds. */
const mostSites = 1_500;

/**
 * A detector made of the bytes of `moyo_wasm_bg.wasm` (the crystal symmetry finder moyo, K. Shinohara). Sites count as alike
 * when they hold the same elements with the same occupancies; positions may be off by 0.01 angstrom. Supercells are reduced
 * first, since the finder's time grows steeply with the translations in a cell.
 */
export function createSpaceGroupDetector(wasm: Uint8Array): SpaceGroupDetector {
  initSync({ module: wasm });
  return (structure) => {
    const analysis = analyseSymmetry(structure);
    if (!analysis.ok) return analysis;
    const { dataset, primitive } = analysis;
    return { ok: true, spaceGroup: spaceGroupOf(dataset, structure, primitive.siteOf) };
  };
}

/** What the finder says of the primitive cell of a structure; `reason` says in words why it says nothing. */
export type SymmetryAnalysis =
  | { readonly ok: true; readonly dataset: MoyoDataset; readonly primitive: PrimitiveCell }
  | { readonly ok: false; readonly reason: string };

/** Needs the finder to be there: `createSpaceGroupDetector` brings it in. */
export function analyseSymmetry(structure: Structure): SymmetryAnalysis {
  return analyseSites(cellSites(structure), tolerance);
}

/** The same for sites of any kinds, and for another tolerance in angstrom. */
export function analyseSites(cell: CellSites, tolerance: number): SymmetryAnalysis {
  if (cell.positions.length === 0) return { ok: false, reason: "there are no sites" };
  const primitive = analysedCell(cell, tolerance);
  return primitive
    ? analysePrimitive(primitive, tolerance)
    : { ok: false, reason: `the primitive cell has more than ${mostSites} sites` };
}

/** The primitive cell that the finder gets; `undefined` where it takes too long, or would. */
export function analysedCell(cell: CellSites, within = tolerance): PrimitiveCell | undefined {
  const primitive = primitiveCell(cell, within);
  return primitive && primitive.positions.length <= mostSites ? primitive : undefined;
}

/** As {@link analyseSymmetry}, of a cell that was made ready. */
export function analysePrimitive(primitive: PrimitiveCell, within = tolerance): SymmetryAnalysis {
  try {
    const dataset = analyseCell(JSON.stringify(moyoCell(primitive)), within, "Standard");
    return { ok: true, dataset, primitive };
  } catch (error) {
    return { ok: false, reason: error instanceof Error ? error.message : String(error) };
  }
}

/** The name of what was found. */
export function nameOf({ number, hm_symbol }: MoyoDataset): SpaceGroupName {
  return { number, symbol: hm_symbol.replaceAll("_", "") };
}

function spaceGroupOf(
  dataset: MoyoDataset,
  structure: Structure,
  siteOf: readonly number[],
): DetectedSpaceGroup {
  const own = wyckoffLetters(structure, dataset.number);
  return {
    ...nameOf(dataset),
    wyckoffLetters: own ?? lettersOfStandardCell(structure, dataset.wyckoffs, siteOf),
    letterSetting: own ? "own" : "standard",
  };
}

function lettersOfStandardCell(
  { orbits }: Structure,
  wyckoffs: readonly string[],
  siteOf: readonly number[],
): string[] {
  const letters: string[] = [];
  let site = 0;
  for (const { multiplicity } of orbits) {
    letters.push(wyckoffs[siteOf[site] ?? 0] ?? "");
    site += multiplicity;
  }
  return letters;
}

function moyoCell({ lattice, positions, kinds }: CellSites): MoyoCell {
  const [ax = 0, ay = 0, az = 0, bx = 0, by = 0, bz = 0, cx = 0, cy = 0, cz = 0] = lattice.matrix;
  return {
    lattice: { basis: [ax, ay, az, bx, by, bz, cx, cy, cz] },
    positions: positions.map(([x, y, z]) => [x, y, z]),
    numbers: [...kinds],
  };
}
