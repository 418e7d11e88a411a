import * as v from "valibot";
import { elementBySymbol } from "../crystal/elements";
import { findPlacedNeighbours, isOverfull, vectorTo, type PlacedNeighbours } from "../crystal/neighbours";
import { totalOccupancy, type Structure } from "../crystal/structure";
import { withEverySite } from "../crystal/symmetry/everySite";
import { defineDescriptor, refuse, type Description } from "./descriptor";
import { aList, aNumber, oneOf } from "./hyperparameters";
import { reachBeyondCutoff, soapBasis, type SoapBasis } from "./soapBasis";
import { byAtomicNumber, speciesPairs, spectrumLabels, type SpeciesPair } from "./soapBlocks";
import { SolidHarmonics } from "./solidHarmonics";

const options = v.strictObject({
  rCut: v.optional(aNumber("Radius of the surroundings, Å", { least: 1, most: 30, isOpen: true }), 3),
  nMax: v.optional(aNumber("Radial functions", { least: 2, most: 12, isWhole: true }), 5),
  lMax: v.optional(aNumber("Highest degree of the harmonics", { least: 0, most: 12, isWhole: true }), 3),
  average: v.optional(oneOf("Average of spectra, or of coefficients", ["outer", "inner"]), "outer"),
  /** Those of the structure if left out. */
  species: v.optional(
    aList("Elements that the vector has room for", "symbols of elements such as Al, Li, S", isElement),
  ),
  /** S is the anion of simplified structures. */
  blocks: v.optional(oneOf("All pairs of elements, or those with S", ["all", "anion"]), "all"),
});

/**
 * Smooth overlap of atomic positions (Bartok, Kondor and Csanyi, Phys. Rev. B 87, 184115 (2013)): the power spectrum of the
 * density of atoms around each atom, each a Gaussian of 1 angstrom, the atom itself included, averaged over the cell. The
 * density is expanded in real spherical harmonics and Gaussian-type radial functions, as in DScribe; nothing is normalised.
 * Equivalent atoms have equal spectra, so one of each orbit is a centre (for `inner`, where coefficients are averaged before
 * they are squared, every atom is). Atoms count by their occupancy, as neighbours and as centres.
 *
 * Values are in order of pairs of elements (by atomic number; of the pairs with S, by the other's name), then l, n and n'.
 */
export const soap = defineDescriptor({
  name: "soap",
  title: "Smooth overlap of atomic positions (SOAP)",
  disorder: "weighted",
  grid: {
    rCut: Array.from({ length: 30 }, (_, i) => i + 1),
    nMax: [2, 3, 4, 5, 6, 7, 8, 9],
    lMax: [1, 2, 3, 4, 5, 6, 7, 8, 9],
    average: ["outer", "inner"],
  },
  options,
  describe,
});

function isElement(symbol: string): boolean {
  return elementBySymbol(symbol) !== undefined;
}

function describe(
  structure: Structure,
  { rCut, nMax, lMax, average, species, blocks }: v.InferOutput<typeof options>,
): Description {
  const cell = average === "inner" ? withEverySite(structure) : structure;
  const elements = byAtomicNumber(species ?? elementsOf(structure));
  const stranger = elementsOf(structure).find((element) => !elements.includes(element));
  if (stranger !== undefined)
    return refuse(`there is ${stranger}, but the vector has room for ${elements.join(", ")} alone`);
  if (isOverfull(cell, rCut + reachBeyondCutoff)) return refuse("the cell is too full of sites");
  const pairs = speciesPairs(elements, blocks);
  const basis = soapBasis(rCut, nMax, lMax);
  const labels = spectrumLabels(pairs, nMax, lMax);
  const spectrum = new PowerSpectrum(basis, elements, pairs, labels.length);
  const densities = new SiteDensities(
    cell,
    basis,
    elements,
    findPlacedNeighbours(cell, rCut + reachBeyondCutoff),
  );
  const weights = centreWeights(cell);
  if (average === "outer")
    for (const [orbit, weight] of weights.entries()) spectrum.add(densities.around(orbit), weight);
  else spectrum.add(densities.mean(weights), 1);
  return { ok: true, values: spectrum.values, labels };
}

function elementsOf({ orbits }: Structure): string[] {
  return orbits.flatMap(({ occupants }) => occupants.map(({ element }) => element));
}

/** Shares of the atoms of the cell, by orbit. */
function centreWeights({ orbits }: Structure): Float64Array {
  const atoms = Float64Array.from(orbits, (orbit) => orbit.multiplicity * totalOccupancy(orbit));
  const total = atoms.reduce((sum, count) => sum + count, 0);
  return atoms.map((count) => count / total);
}

/** Expands the density of each element about a site: coefficient c_nlm is at (element (lMax + 1)^2 + l^2 + l + m) nMax + n. */
class SiteDensities {
  private readonly harmonics: SolidHarmonics;
  private readonly radial: Float64Array;
  private readonly overlaps: Float64Array;
  private readonly coefficients: Float64Array;
  /** Index of each occupant's element. */
  private readonly elementOf: readonly (readonly number[])[];

  constructor(
    private readonly cell: Structure,
    private readonly basis: SoapBasis,
    elements: readonly string[],
    private readonly neighbours: PlacedNeighbours,
  ) {
    const size = elements.length * (basis.lMax + 1) ** 2 * basis.nMax;
    this.harmonics = new SolidHarmonics(basis.lMax);
    this.radial = new Float64Array(basis.decays.length);
    this.overlaps = new Float64Array(size);
    this.coefficients = new Float64Array(size);
    this.elementOf = cell.orbits.map(({ occupants }) =>
      occupants.map(({ element }) => elements.indexOf(element)),
    );
  }

  /** Coefficients about the representative of an orbit; overwritten by the next call. */
  around(orbit: number): Float64Array {
    const { offsets, orbits, distances } = this.neighbours;
    this.overlaps.fill(0);
    this.addAtom(orbit, 0, 0, 0, 0);
    const end = offsets[orbit + 1] ?? 0;
    for (let k = offsets[orbit] ?? 0; k < end; k++) {
      const distance = distances[k] ?? 0;
      const [x, y, z] = vectorTo(this.neighbours, k);
      this.addAtom(orbits[k] ?? 0, distance * distance, x, y, z);
    }
    this.mix();
    return this.coefficients;
  }

  mean(weights: Float64Array): Float64Array {
    const sum = new Float64Array(this.coefficients.length);
    for (const [orbit, weight] of weights.entries())
      for (const [i, coefficient] of this.around(orbit).entries())
        sum[i] = (sum[i] ?? 0) + weight * coefficient;
    return sum;
  }

  private addAtom(orbit: number, squared: number, x: number, y: number, z: number): void {
    const { radial, basis, harmonics } = this;
    for (let i = 0; i < radial.length; i++) radial[i] = Math.exp(-(basis.decays[i] ?? 0) * squared);
    harmonics.evaluate(x, y, z);
    const occupants = this.cell.orbits[orbit]?.occupants ?? [];
    const elementOf = this.elementOf[orbit] ?? [];
    for (const [k, { occupancy }] of occupants.entries()) this.addDensity(elementOf[k] ?? 0, occupancy);
  }

  private addDensity(element: number, occupancy: number): void {
    const { radial, overlaps, harmonics } = this;
    const { nMax, lMax } = this.basis;
    let at = element * (lMax + 1) ** 2 * nMax;
    for (let l = 0; l <= lMax; l++)
      for (let lm = l * l; lm < (l + 1) * (l + 1); lm++) {
        const angular = occupancy * (harmonics.values[lm] ?? 0);
        for (let k = 0; k < nMax; k++, at++)
          overlaps[at] = (overlaps[at] ?? 0) + angular * (radial[l * nMax + k] ?? 0);
      }
  }

  /** Makes coefficients with the orthonormal radial functions of overlaps with the primitives. */
  private mix(): void {
    const { overlaps, coefficients } = this;
    const { nMax, lMax, mixing } = this.basis;
    const orders = (lMax + 1) ** 2;
    for (let at = 0; at < overlaps.length; at += nMax) {
      const l = Math.floor(Math.sqrt((at / nMax) % orders));
      for (let n = 0; n < nMax; n++) {
        let sum = 0;
        for (let k = 0; k < nMax; k++)
          sum += (mixing[(l * nMax + n) * nMax + k] ?? 0) * (overlaps[at + k] ?? 0);
        coefficients[at + n] = sum;
      }
    }
  }
}

/** Adds up p = pi sqrt(8 / (2 l + 1)) sum over m of c_nlm c'_n'lm. */
class PowerSpectrum {
  readonly values: Float64Array;
  private readonly starts: readonly (readonly [number, number])[];

  constructor(
    private readonly basis: SoapBasis,
    elements: readonly string[],
    pairs: readonly SpeciesPair[],
    length: number,
  ) {
    this.values = new Float64Array(length);
    const start = (element: string) => elements.indexOf(element) * (basis.lMax + 1) ** 2 * basis.nMax;
    this.starts = pairs.map(({ first, second }) => [start(first), start(second)] as const);
  }

  add(coefficients: Float64Array, weight: number): void {
    const { values } = this;
    const { nMax, lMax } = this.basis;
    let at = 0;
    for (const [first, second] of this.starts)
      for (let l = 0; l <= lMax; l++) {
        const factor = weight * Math.PI * Math.sqrt(8 / (2 * l + 1));
        const [begin, end] = [l * l * nMax, (l + 1) * (l + 1) * nMax];
        for (let n = 0; n < nMax; n++)
          for (let m = first === second ? n : 0; m < nMax; m++, at++) {
            let sum = 0;
            for (let lm = begin; lm < end; lm += nMax)
              sum += (coefficients[first + lm + n] ?? 0) * (coefficients[second + lm + m] ?? 0);
            values[at] = (values[at] ?? 0) + factor * sum;
          }
      }
  }
}
