import { SiteIndex } from "../crystal/symmetry/siteIndex";
import { wrapped } from "../crystal/symmetry/metricTensor";
import { apply } from "../crystal/symmetry/symmetryOperation";
import type { Framework, FrameworkOrbit } from "./framework";
import { gridOperations, imageOfPoint, pointCount, type GridOperation, type GridShape } from "./grid";
import type { RadialTable } from "./radialTable";
import type { Watch } from "./watch";

/** The energy of a mobile ion at the points of a periodic grid. */
export interface EnergyMap {
  readonly shape: GridShape;
  /** Electronvolt, a slowest and c fastest. */
  readonly values: Float32Array;
  /** The least of the values. */
  readonly minimum: number;
}

/**
 * The bond-valence site energy at every point of a grid. Of each set of equivalent atoms only one gives its energy to the grid;
 * the sum over the images of a point is then the energy there, and at all its images. Operations that do not map the grid on
 * itself are not used.
 *
 * @returns `undefined` where `watch` stopped it.
 */
export function energyMap(framework: Framework, shape: GridShape, watch: Watch): EnergyMap | undefined {
  const symmetry = gridOperations(framework.operations, shape);
  const { operations, sources } = sourcesUnder(framework, symmetry);
  const field = new Float64Array(pointCount(shape));
  for (const [i, source] of sources.entries()) {
    const told: Watch = (share) => watch((i + share) / sources.length);
    if (!addAtom(framework, shape, source, field, told)) return undefined;
  }
  return symmetrise(field, shape, operations, watch) ? mapOf(field, shape) : undefined;
}

/** An atom that stands for all that operations make of it. */
interface Source {
  readonly position: readonly [number, number, number];
  readonly energy: RadialTable;
  /** What its energy counts, so that the sum over all operations counts each atom once. */
  readonly weight: number;
}

/** Angstrom: images that are closer are one site. */
const sameSite = 0.1;

/** One atom of each set that the operations of the grid leave equivalent; all atoms where sites and operations do not agree. */
function sourcesUnder(framework: Framework, symmetry: readonly GridOperation[]) {
  const sources = framework.orbits.map((orbit) => sourcesOf(orbit, framework, symmetry));
  if (sources.every((found) => found !== undefined)) return { operations: symmetry, sources: sources.flat() };
  const all = framework.orbits.flatMap((orbit) => sourcesOf(orbit, framework, []) ?? []);
  return { operations: [], sources: all };
}

function sourcesOf(
  { images, energy }: FrameworkOrbit,
  { lattice }: Framework,
  symmetry: readonly GridOperation[],
): Source[] | undefined {
  const index = new SiteIndex(lattice, sameSite);
  const count = images.length / 3;
  for (let site = 0; site < count; site++) index.add(images.slice(3 * site, 3 * site + 3), site);
  const taken = new Set<number>();
  const sources: Source[] = [];
  for (let site = 0; site < count; site++) {
    if (taken.has(site)) continue;
    const position = [images[3 * site] ?? 0, images[3 * site + 1] ?? 0, images[3 * site + 2] ?? 0] as const;
    const members = new Set([site]);
    for (const { operation } of symmetry) {
      const [x, y, z] = apply(operation, position);
      const image = index.find([wrapped(x), wrapped(y), wrapped(z)]);
      if (image === undefined) return undefined;
      members.add(image);
    }
    for (const member of members) taken.add(member);
    sources.push({ position, energy, weight: members.size / Math.max(1, symmetry.length) });
  }
  return sources;
}

/** Adds the energy of an atom and its periodic images to the grid. */
function addAtom(
  { lattice }: Framework,
  shape: GridShape,
  { position, energy, weight }: Source,
  field: Float64Array,
  watch: Watch,
): boolean {
  const [na, nb, nc] = shape;
  const [ax = 0, , , bx = 0, by = 0, , cx = 0, cy = 0, cz = 0] = lattice.matrix;
  const heights = lattice.heights();
  const range = Math.sqrt(energy.squaredRange);
  const [reachA, reachB] = [(range / heights[0]) * na, (range / heights[1]) * nb];
  const [x0, y0, z0] = [position[0] * na, position[1] * nb, position[2] * nc];
  const step = Math.hypot(cx, cy, cz) / nc;
  const [ux, uy] = [cx / nc / step, cy / nc / step];
  for (let i = Math.ceil(x0 - reachA); i <= x0 + reachA; i++) {
    if (!watch((i - x0 + reachA) / (2 * reachA))) return false;
    const p = (i - x0) / na;
    const plane = (((i % na) + na) % na) * nb;
    for (let j = Math.ceil(y0 - reachB); j <= y0 + reachB; j++) {
      const q = (j - y0) / nb;
      const [x, y] = [p * ax + q * bx, q * by];
      const along = x * ux + y * uy;
      const squared = Math.max(0, x * x + y * y - along * along);
      if (squared > energy.squaredRange) continue;
      // In steps along c, from the atom to the point of the row nearest to it.
      const nearest = z0 - along / step;
      const row = (plane + (((j % nb) + nb) % nb)) * nc;
      addRow(field, row, nc, energy, weight, squared, nearest, step);
    }
  }
  return true;
}

/** @param squared of the distance from the atom to the line of the row, which is least at `nearest`. */
function addRow(
  field: Float64Array,
  row: number,
  length: number,
  { squaredRange, perUnit, coefficients }: RadialTable,
  weight: number,
  squared: number,
  nearest: number,
  step: number,
): void {
  const reach = Math.sqrt(squaredRange - squared) / step;
  const [start, end] = [Math.ceil(nearest - reach), Math.floor(nearest + reach)];
  const squaredStep = step * step;
  let point = start % length;
  if (point < 0) point += length;
  for (let k = start; k <= end; k++) {
    const square = (squared + (k - nearest) * (k - nearest) * squaredStep) * perUnit;
    const interval = Math.floor(square);
    const offset = (square - interval - 0.5) / perUnit;
    const at = 3 * interval;
    const energy =
      (coefficients[at] ?? 0) + offset * ((coefficients[at + 1] ?? 0) + offset * (coefficients[at + 2] ?? 0));
    field[row + point] = (field[row + point] ?? 0) + weight * energy;
    if (++point === length) point = 0;
  }
}

/** Puts on every point the sum over its images. */
function symmetrise(
  field: Float64Array,
  shape: GridShape,
  operations: readonly GridOperation[],
  watch: Watch,
): boolean {
  if (operations.length < 2) return true;
  const [na, nb, nc] = shape;
  const done = new Uint8Array(field.length);
  const images = new Int32Array(operations.length);
  let point = 0;
  for (let i = 0; i < na; i++) {
    if (!watch(1)) return false;
    for (let j = 0; j < nb; j++)
      for (let k = 0; k < nc; k++, point++) {
        if (done[point]) continue;
        let sum = 0;
        for (let m = 0; m < images.length; m++) {
          const operation = operations[m];
          const image = operation ? imageOfPoint(operation, shape, i, j, k) : point;
          images[m] = image;
          sum += field[image] ?? 0;
        }
        for (const image of images) {
          field[image] = sum;
          done[image] = 1;
        }
      }
  }
  return true;
}

function mapOf(field: Float64Array, shape: GridShape): EnergyMap {
  const values = new Float32Array(field);
  let minimum = Infinity;
  for (const value of values) if (value < minimum) minimum = value;
  return { shape, values, minimum };
}
