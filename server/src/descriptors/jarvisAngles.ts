import { AngleCounts, rounded } from "./angleCounts";
import { atomsAlike, nearBonds, type BoxBonds, type NearBonds } from "./jarvisBonds";

/** A cosine beyond this is that of a line but for rounding. */
const straight = 1 - 1e-10;
/** What the published code takes from the cosine of a line, and adds where it is negative. */
const besideLine = 1e-6;

/**
 * Histogram of the angles between all bonds of each atom that are shorter than the cutoff. Atoms that are alike have the same
 * angles but for the last digits, which matter in a line only.
 */
export function angleHistogram(bonds: BoxBonds, cutoff: number): Float64Array {
  const counts = new AngleCounts();
  const { copies } = bonds;
  for (const [site, alike] of atomsAlike(bonds, cutoff).entries())
    for (let copy = 0; copy < copies; copy++) {
      const atom = site * copies + copy;
      const own = nearBonds(bonds, atom, cutoff);
      const addHere = (angle: number) => {
        counts.addToOne(angle, site, atom);
      };
      if (alike === undefined) addBent(own, addHere);
      else if (alike > 0 && copy === 0)
        addBent(own, (angle) => {
          counts.addToAll(angle, site, alike);
        });
      addStraight(own, addHere);
    }
  return counts.histogram();
}

function addBent({ count, x, y, z, lengths }: NearBonds, add: (angle: number) => void): void {
  for (let i = 0; i < count; i++) {
    const [u, v, w, length] = [x[i] ?? 0, y[i] ?? 0, z[i] ?? 0, lengths[i] ?? 0];
    for (let j = i + 1; j < count; j++) {
      const cosine = (u * (x[j] ?? 0) + v * (y[j] ?? 0) + w * (z[j] ?? 0)) / (length * (lengths[j] ?? 0));
      if (Math.abs(cosine) <= straight) add(rounded(Math.acos(cosine)));
    }
  }
}

function addStraight({ count, x, y, z, lengths }: NearBonds, add: (angle: number) => void): void {
  for (let i = 0; i < count; i++) {
    const [u, v, w, length] = [x[i] ?? 0, y[i] ?? 0, z[i] ?? 0, lengths[i] ?? 0];
    for (let j = i + 1; j < count; j++) {
      const product = u * (x[j] ?? 0) + v * (y[j] ?? 0) + w * (z[j] ?? 0);
      const lengthProduct = length * (lengths[j] ?? 0);
      if (Math.abs(product) > straight * lengthProduct) add(rounded(lineAngle(product / lengthProduct)));
    }
  }
}

function lineAngle(cosine: number): number {
  if (cosine <= -1) return Math.acos(cosine + besideLine);
  return Math.acos(cosine >= 1 ? cosine - besideLine : cosine);
}
