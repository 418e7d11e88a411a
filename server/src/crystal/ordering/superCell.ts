import { Lattice, type Vector3 } from "../lattice";
import type { Orbit, Structure, SymmetryOperation } from "../structure";
import { wrapped } from "../symmetry/metricTensor";
import { SiteIndex } from "../symmetry/siteIndex";
import { apply } from "../symmetry/symmetryOperation";

/** Repeats of the cell along a, b and c. */
export type Repeats = readonly [number, number, number];

/** The lattice of a cell repeated along its axes. */
export function repeatedLattice({ parameters }: Lattice, [na, nb, nc]: Repeats): Lattice | undefined {
  const { a, b, c, alpha, beta, gamma } = parameters;
  return Lattice.fromParameters({ a: na * a, b: nb * b, c: nc * c, alpha, beta, gamma });
}

/** Sites of an orbit in the repeated cell, fractional coordinates of that cell, `3 x sites`. */
export function repeatedImages({ images }: Orbit, repeats: Repeats): Float64Array {
  const all: number[] = [];
  for (let k = 0; k < images.length; k += 3)
    for (const [i, j, l] of cellsOf(repeats))
      all.push(
        ((images[k] ?? 0) + i) / repeats[0],
        ((images[k + 1] ?? 0) + j) / repeats[1],
        ((images[k + 2] ?? 0) + l) / repeats[2],
      );
  return Float64Array.from(all);
}

function cellsOf([na, nb, nc]: Repeats): Vector3[] {
  const range = (count: number) => Array.from({ length: count }, (_, k) => k);
  return range(na).flatMap((i) => range(nb).flatMap((j) => range(nc).map((k): Vector3 => [i, j, k])));
}

/** Angstrom. */
const tolerance = 0.05;

/**
 * How the symmetry operations of a structure, with the translations of the repeated cell, permute sites of that cell: site
 * `i` goes to `permutation[i]`. Operations that do not map the sites on themselves are left out; the identity is first.
 *
 * @param positions fractional coordinates of the repeated cell, `3 x sites`.
 */
export function sitePermutations(
  { operations }: Structure,
  lattice: Lattice,
  positions: Float64Array,
  repeats: Repeats,
): Uint32Array[] {
  const index = new SiteIndex(lattice, tolerance);
  const count = positions.length / 3;
  for (let site = 0; site < count; site++) index.add(positions.slice(3 * site, 3 * site + 3), site);
  const all = operations.flatMap((operation) =>
    cellsOf(repeats).flatMap((cell) => permutationOf(operation, cell, positions, repeats, index) ?? []),
  );
  const identity = Uint32Array.from({ length: count }, (_, site) => site);
  return [identity, ...all];
}

function permutationOf(
  operation: SymmetryOperation,
  [i, j, k]: Vector3,
  positions: Float64Array,
  [na, nb, nc]: Repeats,
  index: SiteIndex,
): Uint32Array | undefined {
  const permutation = new Uint32Array(positions.length / 3);
  const taken = new Set<number>();
  for (let site = 0; site < permutation.length; site++) {
    const own: Vector3 = [
      (positions[3 * site] ?? 0) * na,
      (positions[3 * site + 1] ?? 0) * nb,
      (positions[3 * site + 2] ?? 0) * nc,
    ];
    const [x, y, z] = apply(operation, own);
    const image = index.find([wrapped((x + i) / na), wrapped((y + j) / nb), wrapped((z + k) / nc)]);
    if (image === undefined || taken.has(image)) return undefined;
    taken.add(image);
    permutation[site] = image;
  }
  return permutation;
}
