import {
  hall_symbol_entry as hallSymbolEntry,
  initSync,
  type MoyoCell,
  type MoyoDataset,
} from "@spglib/moyo-wasm";
import { Lattice, type Vector3 } from "../lattice";
import type { Orbit, Structure, SymmetryOperation } from "../structure";
import { latticeOnBasis, transposed } from "./cellBasis";
import { operationsOfHallSymbol } from "./hallSymbol";
import { wrapped } from "./metricTensor";
import { SiteExpansion } from "./siteExpansion";
import { SiteIndex } from "./siteIndex";
import { analyseSymmetry } from "./spaceGroupDetection";
import { apply, compose, inverse, reduced } from "./symmetryOperation";

/** The conventional cell of International Tables, or a primitive cell of it. */
export type CellChoice = "standard" | "primitive";

/** `reason` says in words why there is no such cell. */
export type StandardizedCell =
  { readonly ok: true; readonly structure: Structure } | { readonly ok: false; readonly reason: string };

export type CellStandardizer = (structure: Structure, choice: CellChoice) => StandardizedCell;

/** Angstrom; symmetrised positions that are farther apart are different sites. */
const tolerance = 0.05;

/**
 * Gives structures in the standard setting of the space group that their sites really have (International Tables A, origin
 * choice 2, hexagonal axes), positions symmetrised, by the finder moyo whose bytes are `wasm`. Orbits that its symmetry makes
 * one keep the label of the first; displacements, which refer to the old axes, are left out.
 */
export function createCellStandardizer(wasm: Uint8Array): CellStandardizer {
  initSync({ module: wasm });
  return (structure, choice) => {
    const analysis = analyseSymmetry(structure);
    if (!analysis.ok) return analysis;
    const { dataset, primitive } = analysis;
    const cell = choice === "standard" ? dataset.std_cell : dataset.prim_std_cell;
    const lattice = latticeOf(cell);
    const operations =
      choice === "standard"
        ? operationsOfHallSymbol(hallSymbolEntry(dataset.hall_number).hall_symbol)
        : primitiveOperations(dataset);
    // The finder lists the sites in the order it was given them, the copies of one by the centring together.
    const copies = cell.positions.length / primitive.positions.length;
    const owners = ownersOf(structure.orbits, primitive.siteOf);
    const orbits =
      lattice &&
      operations &&
      orbitsOf(cell, lattice, operations, (site) => owners[Math.floor(site / copies)]);
    if (!orbits) return { ok: false, reason: "the sites do not follow the symmetry that was found" };
    return { ok: true, structure: { ...structure, lattice, operations, symmetrySource: "detected", orbits } };
  };
}

/** Makes a basis in angstrom one in fractional coordinates. */
const unitCube = Lattice.fromParameters({ a: 1, b: 1, c: 1, alpha: 90, beta: 90, gamma: 90 });

/** Without the last digits of binary fractions, so that 120 degrees are 120. */
function latticeOf({ lattice: { basis } }: MoyoCell): Lattice | undefined {
  const found = unitCube && latticeOnBasis(unitCube, basis);
  if (!found) return undefined;
  const { a, b, c, alpha, beta, gamma } = found.parameters;
  const exact = (value: number) => Number(value.toFixed(9));
  return Lattice.fromParameters({
    a: exact(a),
    b: exact(b),
    c: exact(c),
    alpha: exact(alpha),
    beta: exact(beta),
    gamma: exact(gamma),
  });
}

/** For each site of the primitive cell the orbit that it belongs to. */
function ownersOf(orbits: readonly Orbit[], siteOf: readonly number[]): Orbit[] {
  const owners: Orbit[] = [];
  let site = 0;
  for (const orbit of orbits)
    for (let image = 0; image < orbit.multiplicity; image++) owners[siteOf[site++] ?? 0] ??= orbit;
  return owners;
}

/** The operations of the cell that was analysed in the primitive cell, x' = P^-1 (x - p); the finder writes columns. */
function primitiveOperations(dataset: MoyoDataset): SymmetryOperation[] {
  const { prim_std_linear: columns, prim_std_origin_shift: origin } = dataset;
  const change: SymmetryOperation = { rotation: transposed(columns), translation: [0, 0, 0] };
  const back = inverse(change);
  return dataset.operations.map((operation) => {
    const rotation = transposed(operation.rotation);
    const turned = compose(compose(back, { rotation, translation: [0, 0, 0] }), change);
    const [x, y, z] = apply({ rotation, translation: operation.translation }, origin);
    const translation = apply(back, [x - origin[0], y - origin[1], z - origin[2]]);
    return reduced({ rotation: turned.rotation, translation });
  });
}

/** The sites as orbits of the operations; `undefined` where the operations make other sites than these. */
function orbitsOf(
  { positions }: MoyoCell,
  lattice: Lattice,
  operations: readonly SymmetryOperation[],
  ownerOf: (site: number) => Orbit | undefined,
): Orbit[] | undefined {
  const expansion = new SiteExpansion(lattice, operations);
  const index = new SiteIndex(lattice, tolerance);
  const orbits: Orbit[] = [];
  for (const [site, [x, y, z]] of positions.entries()) {
    const at: Vector3 = [wrapped(x), wrapped(y), wrapped(z)];
    const owner = ownerOf(site);
    if (!owner) return undefined;
    if (index.find(at) !== undefined) continue;
    const images = expansion.images(expansion.special(at));
    index.add(images, orbits.length);
    const position: Vector3 = [images[0] ?? 0, images[1] ?? 0, images[2] ?? 0];
    orbits.push({ ...owner, position, images, multiplicity: images.length / 3, displacement: undefined });
  }
  const made = orbits.reduce((sum, { multiplicity }) => sum + multiplicity, 0);
  return made === positions.length ? orbits : undefined;
}
