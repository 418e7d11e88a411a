import type { Lattice, Vector3 } from "../lattice";
import { difference } from "../vector";
import { assignSites } from "./siteAssignment";

/** How far the sites of two crystals that lie upon each other are apart. */
export interface SiteDeviation {
  /** Root mean square, angstrom. */
  readonly rms: number;
  /** Angstrom. */
  readonly largest: number;
}

/** Positions of sites with their kinds; sites of a rare kind first, so that a misfit shows early. */
export interface KindedSites {
  readonly positions: readonly Vector3[];
  readonly kinds: readonly number[];
}

/** Counts comparisons of sites, so that a search ends. */
export interface Budget {
  comparisons: number;
}

/** After so many rounds of assignment and shift nothing moves. */
const rounds = 3;

/**
 * The smallest deviation with which two lists of sites in one lattice come to lie upon each other by a translation;
 * `undefined` where some site is farther than `tolerance` angstrom from its partner whatever the translation.
 */
export function closestTranslation(
  lattice: Lattice,
  first: KindedSites,
  second: KindedSites,
  tolerance: number,
  budget: Budget,
): SiteDeviation | undefined {
  const [anchor] = first.positions;
  if (!anchor) return undefined;
  let best: SiteDeviation | undefined;
  for (const [j, position] of second.positions.entries()) {
    if (second.kinds[j] !== first.kinds[0] || budget.comparisons <= 0) continue;
    const shift = difference(anchor, position);
    const found = refine(lattice, first, second, shift, tolerance, budget);
    if (found && found.rms < (best?.rms ?? Infinity)) best = found;
  }
  return best;
}

function refine(
  lattice: Lattice,
  first: KindedSites,
  second: KindedSites,
  start: Vector3,
  tolerance: number,
  budget: Budget,
): SiteDeviation | undefined {
  let shift = start;
  // The anchor may be off by the tolerance itself: all others are looked for within twice of it at first.
  for (let round = 0; round < rounds; round++) {
    const pairs = pairUp(lattice, first, second, shift, 2 * tolerance, budget);
    if (!pairs) return undefined;
    shift = sum(shift, mean(pairs));
  }
  const pairs = pairUp(lattice, first, second, shift, tolerance, budget);
  return pairs && deviation(lattice, pairs);
}

/** What each site of the first list lacks to its partner in the second, in fractional coordinates. */
function pairUp(
  lattice: Lattice,
  first: KindedSites,
  second: KindedSites,
  shift: Vector3,
  tolerance: number,
  budget: Budget,
): Vector3[] | undefined {
  const candidates: number[][] = [];
  for (const [i, position] of first.positions.entries()) {
    if (budget.comparisons <= 0) return undefined;
    const near = nearSites(lattice, position, first.kinds[i] ?? 0, second, shift, tolerance);
    budget.comparisons -= second.positions.length;
    if (near.length === 0) return undefined;
    candidates.push(near);
  }
  const partners = assignSites(candidates, second.positions.length);
  return (
    partners &&
    first.positions.map((position, i) =>
      nearest(lack(position, second.positions[partners[i] ?? 0] ?? position, shift)),
    )
  );
}

function nearSites(
  lattice: Lattice,
  position: Vector3,
  kind: number,
  { positions, kinds }: KindedSites,
  shift: Vector3,
  tolerance: number,
): number[] {
  const found: { readonly index: number; readonly distance: number }[] = [];
  for (const [index, other] of positions.entries()) {
    if (kinds[index] !== kind) continue;
    const distance = lattice.length(nearest(lack(position, other, shift)));
    if (distance <= tolerance) found.push({ index, distance });
  }
  return found.sort((one, other) => one.distance - other.distance).map(({ index }) => index);
}

function deviation(lattice: Lattice, pairs: readonly Vector3[]): SiteDeviation {
  let [squares, largest] = [0, 0];
  for (const pair of pairs) {
    const distance = lattice.length(pair);
    squares += distance * distance;
    largest = Math.max(largest, distance);
  }
  return { rms: Math.sqrt(squares / pairs.length), largest };
}

const sum = ([x, y, z]: Vector3, [u, v, w]: Vector3): Vector3 => [x + u, y + v, z + w];

const mean = (vectors: readonly Vector3[]): Vector3 => {
  const [x, y, z] = vectors.reduce(sum);
  return [x / vectors.length, y / vectors.length, z / vectors.length];
};

/** What `other`, shifted, lacks to `position`. */
const lack = (position: Vector3, other: Vector3, shift: Vector3) =>
  difference(difference(position, other), shift);

const nearest = ([x, y, z]: Vector3): Vector3 => [x - Math.round(x), y - Math.round(y), z - Math.round(z)];
