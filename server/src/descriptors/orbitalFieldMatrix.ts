import type { Lattice, Vector3 } from "../crystal/lattice";
import { elementBySymbol } from "../crystal/elements";
import { siteCount, type Structure } from "../crystal/structure";
import { voronoiCells } from "../crystal/voronoi/voronoiCells";
import { bohrPerAngstrom } from "./bohr";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";
import { elementData, type ElementData } from "./elementData";

/** Places of s1 s2, p1 to p6, d1 to d10 and f1 to f14 in the vector of an atom. */
const firstPlace = [0, 2, 8, 18] as const;
const periods = 32;
const size = 39;
/** Heavier elements have no vector. */
const heaviest = 94;

/**
 * Orbital field matrix: which valence subshells of neighbours meet which of the centre, by the solid angle of the faces between
 * them (the largest has 1) and the inverse of their distance, the mean over the atoms; row by row, rows for the neighbour.
 * Each atom is a vector that has 1 where a subshell has that many electrons, and at its period (Lam Pham et al., Sci. Technol.
 * Adv. Mater. 18, 756 (2017)). As in matminer distances are divided by the bohr in an angstrom, and are the shortest in a
 * supercell of three cells along each axis.
 */
export const orbitalFieldMatrix = defineDescriptor({
  name: "orbital-field-matrix",
  title: "Orbital field matrix",
  disorder: "refused",
  options: noOptions,
  describe,
});

const atomLabels = [
  ...["s", "p", "d", "f"].flatMap((letter, l) =>
    Array.from({ length: 4 * l + 2 }, (_, i) => `${letter}${i + 1}`),
  ),
  ...Array.from({ length: size - periods }, (_, i) => `period ${i + 1}`),
];
const labels = atomLabels.flatMap((neighbour) => atomLabels.map((centre) => `${neighbour} about ${centre}`));

function describe(structure: Structure): Description {
  const places: number[][] = [];
  for (const { occupants } of structure.orbits) {
    const symbol = occupants[0]?.element ?? "";
    const data = elementData(symbol);
    if (!data || (elementBySymbol(symbol)?.atomicNumber ?? Infinity) > heaviest)
      return refuse(`there is no valence shell of ${symbol}`);
    places.push(occupiedPlaces(data));
  }
  const cells = voronoiCells(structure);
  if (!cells) return refuse("its Voronoi cells were not found");
  const values = new Float64Array(size * size);
  const shortest = new SupercellDistance(structure.lattice);
  const sites = siteCount(structure);
  for (const [orbit, { faces }] of cells.entries()) {
    const widest = faces.reduce((most, { solidAngle }) => Math.max(most, solidAngle), 0);
    const share = (structure.orbits[orbit]?.multiplicity ?? 0) / sites / widest / bohrPerAngstrom;
    for (const face of faces) {
      const strength = (share * face.solidAngle) / shortest.of(face.vector);
      for (const i of places[face.orbit] ?? [])
        for (const j of places[orbit] ?? []) values[i * size + j] = (values[i * size + j] ?? 0) + strength;
    }
  }
  return described(values, labels);
}

function occupiedPlaces({ period, valence }: ElementData): number[] {
  const outermost = Math.max(...valence.map(({ principal }) => principal));
  // Palladium has no 5s electrons: its outermost shell is the one that it shares with krypton.
  const shells =
    outermost < period
      ? [
          ...valence,
          { principal: outermost, angular: 0, electrons: 2 },
          { principal: outermost, angular: 1, electrons: 6 },
        ]
      : valence;
  const subshells = shells.map(({ angular, electrons }) => (firstPlace[angular] ?? 0) + electrons - 1);
  return [...subshells, periods + period - 1];
}

/** Lengths between periodic images in a cell of 3 x 3 x 3 cells. */
class SupercellDistance {
  private readonly translations: readonly Vector3[];

  constructor(lattice: Lattice) {
    const steps = [-3, 0, 3];
    this.translations = steps.flatMap((i) =>
      steps.flatMap((j) => steps.map((k) => lattice.cartesian([i, j, k]))),
    );
  }

  of([x, y, z]: Vector3): number {
    return Math.min(...this.translations.map(([u, v, w]) => Math.hypot(x + u, y + v, z + w)));
  }
}
