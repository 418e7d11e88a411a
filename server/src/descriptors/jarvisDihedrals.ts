import type { Vector3 } from "../crystal/lattice";
import { cross } from "../crystal/vector";
import { AngleCounts, rounded } from "./angleCounts";
import { fusedDot } from "./fusedArithmetic";
import { areCopiesAlike, nearBonds, vectorTo, type BoxBonds, type NearBonds } from "./jarvisBonds";

/**
 * Histogram of the dihedral angles about each bond shorter than the cutoff, between such a bond of one end and one of the
 * other. A bond is seen from the end that comes first in the box.
 */
export function dihedralHistogram(bonds: BoxBonds, cutoff: number): Float64Array {
  const counts = new AngleCounts();
  const { copies, offsets } = bonds;
  const alike = areCopiesAlike(bonds, cutoff);
  const near = Array.from({ length: offsets.length - 1 }, (_, atom) => nearBonds(bonds, atom, cutoff));
  for (const [atom, own] of near.entries()) {
    const site = Math.floor(atom / copies);
    const nextSite = (site + 1) * copies;
    const addHere = (angle: number) => {
      counts.addToOne(angle, site, atom);
    };
    // To a later site all copies have the same bonds; within a site they differ in which end comes first.
    if (alike && atom === site * copies)
      for (const bond of bondsFrom(near, own, atom, nextSite))
        addTurned(bond, (angle) => {
          counts.addToAll(angle, site, copies);
        });
    for (const bond of bondsFrom(near, own, atom, atom)) {
      if (!alike || bond.end < nextSite) addTurned(bond, addHere);
      addInLine(bond, addHere);
    }
  }
  return counts.histogram();
}

/** A bond, with all bonds of either end and which of them it is. */
interface CentralBond {
  readonly end: number;
  readonly along: Vector3;
  readonly near: NearBonds;
  readonly far: NearBonds;
  readonly itself: number;
  readonly back: number;
}

/** The bonds of an atom to those from a number on. */
function bondsFrom(
  near: readonly NearBonds[],
  own: NearBonds,
  atom: number,
  first: number,
): readonly CentralBond[] {
  const bonds: CentralBond[] = [];
  for (let itself = 0; itself < own.count; itself++) {
    const end = own.ends[itself] ?? 0;
    const far = near[end];
    if (end < first || !far) continue;
    bonds.push({ end, along: vectorTo(own, itself), near: own, far, itself, back: far.ends.indexOf(atom) });
  }
  return bonds;
}

/** Adds the angles between bonds that are not in one line with the central one. */
function addTurned({ along, near, far, itself, back }: CentralBond, add: (angle: number) => void): void {
  const [ones, others] = [turnsAbout(along, near, itself), turnsAbout(along, far, back)];
  for (const one of ones)
    for (const other of others) {
      const between = Math.abs(one - other);
      if (!Number.isNaN(between)) add(rounded(Math.min(between, 2 * Math.PI - between)));
    }
}

/** The direction in which each bond points, seen along another, in radian; NaN for those in its line and the one left out. */
function turnsAbout(along: Vector3, bonds: NearBonds, without: number): Float64Array {
  const other: Vector3 = Math.abs(along[0]) < Math.abs(along[2]) ? [1, 0, 0] : [0, 0, 1];
  const [a, b, c] = unit(cross(along, other));
  const [d, e, f] = unit(cross(along, [a, b, c]));
  const turns = new Float64Array(bonds.count).fill(NaN);
  for (let k = 0; k < bonds.count; k++) {
    if (k === without || isInLine(along, bonds, k)) continue;
    const [x, y, z] = [bonds.x[k] ?? 0, bonds.y[k] ?? 0, bonds.z[k] ?? 0];
    turns[k] = Math.atan2(x * d + y * e + z * f, x * a + y * b + z * c);
  }
  return turns;
}

function unit([x, y, z]: Vector3): Vector3 {
  const length = Math.sqrt(x * x + y * y + z * z);
  return [x / length, y / length, z / length];
}

function isInLine([u, v, w]: Vector3, bonds: NearBonds, k: number): boolean {
  const [x, y, z, length] = [bonds.x[k] ?? 0, bonds.y[k] ?? 0, bonds.z[k] ?? 0, bonds.lengths[k] ?? 0];
  const product = x * u + y * v + z * w;
  return product * product > (1 - 1e-8) * (length * length * (u * u + v * v + w * w));
}

/** Adds what rounding leaves of the others. */
function addInLine({ along, near, far, itself, back }: CentralBond, add: (angle: number) => void): void {
  const [ones, others] = [bondsInLine(along, near, itself), bondsInLine(along, far, back)];
  for (let i = 0; i < near.count; i++) {
    if (i === itself) continue;
    const partners = ones.includes(i) ? far.ends.keys() : others;
    for (const k of partners)
      if (k !== back) add(rounded(dihedralInLine(vectorTo(near, i), along, vectorTo(far, k))));
  }
}

function bondsInLine(along: Vector3, bonds: NearBonds, without: number): readonly number[] {
  const found: number[] = [];
  for (let k = 0; k < bonds.count; k++) if (k !== without && isInLine(along, bonds, k)) found.push(k);
  return found;
}

/** Radian, 0 to pi, by the arithmetic of the published code. */
function dihedralInLine(near: Vector3, along: Vector3, far: Vector3): number {
  const back: Vector3 = [-near[0], -near[1], -near[2]];
  const [first, second] = [cross(back, along), cross(along, far)];
  const length = Math.sqrt(fusedDot(...along, ...along));
  return Math.abs(Math.atan2(length * fusedDot(...back, ...second), fusedDot(...first, ...second)));
}
