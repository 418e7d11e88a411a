import * as v from "valibot";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { totalOccupancy, type Structure } from "../crystal/structure";
import { defineDescriptor, described, refuse, type Description } from "./descriptor";
import { aNumber } from "./hyperparameters";

const options = v.strictObject({
  cutoff: v.optional(aNumber("Longest distance, Å", { least: 0, most: 30, isOpen: true }), 20),
  bin: v.optional(aNumber("Width of a bin, Å", { least: 0.001, most: 30 }), 0.1),
});

const upTo = (count: number, step: number) =>
  Array.from({ length: count }, (_, i) => Number(((i + 1) * step).toFixed(2)));

/**
 * Radial distribution function of all pairs: atoms in each shell around each atom, summed over the cell, over what an even
 * density would put there. Weighted by the occupancies of both.
 */
export const radialDistributionFunction = defineDescriptor({
  name: "rdf",
  title: "Radial distribution function",
  disorder: "weighted",
  grid: { cutoff: upTo(30, 1), bin: [...upTo(9, 0.01), ...upTo(10, 0.1)] },
  options,
  describe,
});

function describe(structure: Structure, { cutoff, bin }: v.InferOutput<typeof options>): Description {
  if (isOverfull(structure, cutoff)) return refuse("the cell is too full of sites");
  const bins = Math.ceil((cutoff + bin) / bin) - 1;
  const filling = structure.orbits.map(totalOccupancy);
  const atoms = structure.orbits.reduce(
    (sum, { multiplicity }, i) => sum + multiplicity * (filling[i] ?? 0),
    0,
  );
  const density = atoms / structure.lattice.volume;
  const values = pairHistogram(structure, filling, { cutoff, bin, bins }).map(
    (pairs, i) => pairs / (shellVolume(i * bin, (i + 1) * bin) * density),
  );
  return described(values, labels(bin, bins));
}

interface Bins {
  readonly cutoff: number;
  readonly bin: number;
  readonly bins: number;
}

/** Directed pairs in the cell by distance. */
function pairHistogram(structure: Structure, filling: readonly number[], { cutoff, bin, bins }: Bins) {
  const counts = new Float64Array(bins);
  const { offsets, orbits, distances } = findNeighbours(structure, cutoff);
  for (const [i, { multiplicity }] of structure.orbits.entries()) {
    const weight = multiplicity * (filling[i] ?? 0);
    for (let k = offsets[i] ?? 0; k < (offsets[i + 1] ?? 0); k++) {
      const place = binOf(distances[k] ?? 0, bin);
      // The last bin has both its borders.
      const own = place === bins && cutoff <= bins * bin + 1e-9 ? bins - 1 : place;
      if (own < bins) counts[own] = (counts[own] ?? 0) + weight * (filling[orbits[k] ?? 0] ?? 0);
    }
  }
  return counts;
}

/**
 * The bin that a distance falls in, of bins of a width from 0 on: in the farther on a border. Borders are multiples of the width
 * with their rounding, as numpy.arange has them, so that 4.1 is below that of 41 bins of 0.1; distances are without theirs.
 */
export function binOf(distance: number, width: number): number {
  const rounded = Math.round(distance * 1e10) / 1e10;
  const place = Math.floor(rounded / width);
  if (rounded < place * width) return place - 1;
  return rounded >= (place + 1) * width ? place + 1 : place;
}

/** Cubic angstrom, between two radii in angstrom. */
export function shellVolume(inner: number, outer: number): number {
  return (4 / 3) * Math.PI * (outer ** 3 - inner ** 3);
}

function labels(bin: number, bins: number): string[] {
  const border = (i: number) => String(Number((i * bin).toFixed(6)));
  return Array.from({ length: bins }, (_, i) => `${border(i)} to ${border(i + 1)} angstrom`);
}
