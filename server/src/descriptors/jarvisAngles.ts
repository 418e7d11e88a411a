import type { Vector3 } from "../crystal/lattice";
import { vectorTo, type PlacedNeighbours } from "../crystal/neighbours";
import type { Structure } from "../crystal/structure";
import { cross, dot } from "../crystal/vector";

/** From 1 to 180 degrees. */
export const angleBins = 179;

/** Angles that differ by less than a thousandth of a degree are one. */
const perDegree = 1000;

/** Counts distinct angles, each with the number of atoms at which it occurs. */
export class AngleCounts {
  private readonly found = new Map<number, { count: number; atoms: number; lastAtom: number }>();

  /** @param weight atoms that this one stands for. */
  add(degrees: number, atom: number, weight: number): void {
    const rounded = Math.round(degrees * perDegree);
    const known = this.found.get(rounded) ?? { count: 0, atoms: 0, lastAtom: -1 };
    this.found.set(rounded, known);
    known.count += weight;
    if (known.lastAtom !== atom) known.atoms += weight;
    known.lastAtom = atom;
  }

  /** For each degree the sum over the distinct angles there of how often each occurs at an atom that has it. */
  histogram(): Float64Array {
    const bins = new Float64Array(angleBins);
    for (const [rounded, { count, atoms }] of this.found) {
      const place = Math.min(angleBins - 1, Math.floor(rounded / perDegree) - 1);
      if (place >= 0) bins[place] = (bins[place] ?? 0) + count / atoms;
    }
    return bins;
  }
}

/** Angles between all neighbours of each atom. */
export function countAngles({ orbits }: Structure, neighbours: PlacedNeighbours): AngleCounts {
  const counts = new AngleCounts();
  const { offsets, distances } = neighbours;
  for (const [i, { multiplicity }] of orbits.entries())
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const vector = vectorTo(neighbours, k);
      for (let other = k + 1; other < (offsets[i + 1] ?? 0); other++) {
        const product = (distances[k] ?? 0) * (distances[other] ?? 0);
        const cosine = dot(vector, vectorTo(neighbours, other)) / product;
        counts.add(degrees(Math.acos(Math.min(1, Math.max(-1, cosine)))), i, multiplicity);
      }
    }
  return counts;
}

/**
 * Dihedral angles about each bond between a neighbour of one end and one of the other.
 *
 * @param neighbours of every site of the cell.
 */
export function countDihedrals(neighbours: PlacedNeighbours): AngleCounts {
  const counts = new AngleCounts();
  const { offsets, sites } = neighbours;
  for (let atom = 0; atom + 1 < offsets.length; atom++)
    for (let bond = offsets[atom] ?? 0; bond < (offsets[atom + 1] ?? 0); bond++) {
      const end = sites[bond] ?? 0;
      const along = vectorTo(neighbours, bond);
      for (let near = offsets[atom] ?? 0; near < (offsets[atom + 1] ?? 0); near++) {
        if (near === bond) continue;
        const beside = vectorTo(neighbours, near);
        for (let far = offsets[end] ?? 0; far < (offsets[end + 1] ?? 0); far++) {
          const beyond = vectorTo(neighbours, far);
          if (isOpposite(along, beyond)) continue;
          const angle = dihedral(beside, along, beyond);
          if (angle !== undefined) counts.add(degrees(angle), atom, 1);
        }
      }
    }
  return counts;
}

/** Square angstrom: less than this between two bonds is rounding, and they are in a line. */
const inLine = 1e-6;

/** Radian, 0 to pi; `undefined` where three of the atoms are in a line. */
function dihedral(near: Vector3, along: Vector3, beyond: Vector3): number | undefined {
  const [first, second] = [cross(near, along), cross(along, beyond)];
  if (Math.min(Math.hypot(...first), Math.hypot(...second)) < inLine) return undefined;
  return Math.abs(Math.atan2(Math.hypot(...along) * dot(near, second), -dot(first, second)));
}

function isOpposite([x, y, z]: Vector3, [u, v, w]: Vector3): boolean {
  return Math.hypot(x + u, y + v, z + w) < 1e-6;
}

const degrees = (radian: number) => (radian * 180) / Math.PI;
