import type { Lattice, Vector3 } from "../lattice";
import { MetricTensor, nearest } from "../symmetry/metricTensor";
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
 * How far the sites of two lists in one lattice are apart for each translation that brings all of them within `tolerance`
 * angstrom of their partners.
 */
export function* fittingTranslations(
  lattice: Lattice,
  first: KindedSites,
  second: KindedSites,
  tolerance: number,
  budget: Budget,
): Generator<SiteDeviation, void> {
  const [anchor] = first.positions;
  if (!anchor) return;
  const pairing = new SitePairing(lattice, first, second, budget);
  for (const [j, position] of second.positions.entries()) {
    if (second.kinds[j] !== first.kinds[0] || budget.comparisons <= 0) continue;
    const found = refine(pairing, difference(anchor, position), tolerance);
    if (found) yield found;
  }
}

function refine(pairing: SitePairing, start: Vector3, tolerance: number): SiteDeviation | undefined {
  let shift = start;
  // The anchor may be off by the tolerance itself: all others are looked for within twice of it at first.
  for (let round = 0; round < rounds; round++) {
    const lacks = pairing.pairUp(shift, 2 * tolerance);
    if (!lacks) return undefined;
    shift = shiftedByMean(shift, lacks);
  }
  const lacks = pairing.pairUp(shift, tolerance);
  return lacks && pairing.deviation(lacks);
}

/** Finds partners for the sites of one list among those of another. */
class SitePairing {
  private readonly metric: MetricTensor;
  private readonly sitesOfKind = new Map<number, number[]>();
  /** Of all that were near one site. */
  private readonly squares: Float64Array;

  constructor(
    lattice: Lattice,
    private readonly first: KindedSites,
    private readonly second: KindedSites,
    private readonly budget: Budget,
  ) {
    this.metric = new MetricTensor(lattice);
    this.squares = new Float64Array(second.positions.length);
    second.kinds.forEach((kind, site) => {
      const others = this.sitesOfKind.get(kind);
      if (others) others.push(site);
      else this.sitesOfKind.set(kind, [site]);
    });
  }

  /**
   * What each site of the first list lacks to its partner in the second, which is shifted, in fractional coordinates, `3 x
   * sites`; `undefined` where some site has none within `tolerance` angstrom.
   */
  pairUp(shift: Vector3, tolerance: number): Float64Array | undefined {
    const candidates: number[][] = [];
    for (const [i, position] of this.first.positions.entries()) {
      if (this.budget.comparisons <= 0) return undefined;
      const near = this.nearSites(difference(position, shift), this.first.kinds[i] ?? 0, tolerance);
      if (near.length === 0) return undefined;
      candidates.push(near);
    }
    const partners = assignSites(candidates, this.second.positions.length);
    return partners && this.lacks(partners, shift);
  }

  deviation(lacks: Float64Array): SiteDeviation {
    let [squares, largest] = [0, 0];
    for (let k = 0; k < lacks.length; k += 3) {
      // Rounding may leave a little less than nothing.
      const length = this.metric.squaredLength(lacks[k] ?? 0, lacks[k + 1] ?? 0, lacks[k + 2] ?? 0);
      const square = Math.max(0, length);
      squares += square;
      largest = Math.max(largest, square);
    }
    return { rms: Math.sqrt((3 * squares) / lacks.length), largest: Math.sqrt(largest) };
  }

  /** Nearest first. */
  private nearSites([x, y, z]: Vector3, kind: number, tolerance: number): number[] {
    const { metric, squares, second } = this;
    const sites = this.sitesOfKind.get(kind) ?? [];
    this.budget.comparisons -= sites.length;
    const found: number[] = [];
    for (const site of sites) {
      const [u, v, w] = second.positions[site] ?? origin;
      const square = metric.squaredLength(nearest(x - u), nearest(y - v), nearest(z - w));
      squares[site] = square;
      if (square <= tolerance * tolerance) found.push(site);
    }
    return found.length > 1 ? found.sort((one, other) => (squares[one] ?? 0) - (squares[other] ?? 0)) : found;
  }

  private lacks(partners: Int32Array, [dx, dy, dz]: Vector3): Float64Array {
    const lacks = new Float64Array(3 * partners.length);
    partners.forEach((partner, i) => {
      const [x, y, z] = this.first.positions[i] ?? origin;
      const [u, v, w] = this.second.positions[partner] ?? origin;
      lacks[3 * i] = nearest(x - u - dx);
      lacks[3 * i + 1] = nearest(y - v - dy);
      lacks[3 * i + 2] = nearest(z - w - dz);
    });
    return lacks;
  }
}

const origin: Vector3 = [0, 0, 0];

function shiftedByMean([x, y, z]: Vector3, lacks: Float64Array): Vector3 {
  let [u, v, w] = [0, 0, 0];
  for (let k = 0; k < lacks.length; k += 3) {
    u += lacks[k] ?? 0;
    v += lacks[k + 1] ?? 0;
    w += lacks[k + 2] ?? 0;
  }
  const share = 3 / lacks.length;
  return [x + share * u, y + share * v, z + share * w];
}
