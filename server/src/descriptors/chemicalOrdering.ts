import type { Shift } from "../crystal/periodicComponents";
import type { Structure } from "../crystal/structure";
import { withEverySite } from "../crystal/symmetry/everySite";
import { voronoiCells, type VoronoiCell } from "../crystal/voronoi/voronoiCells";
import { defineDescriptor, described, noOptions, refuse, type Description } from "./descriptor";

const shells = [1, 2, 3];
const labels = shells.map((shell) => `mean ordering of shell ${shell}`);

/**
 * How far the elements around each atom are from a random mixture, in the first three shells (of Warren and Cowley, by Voronoi
 * cells; Ward et al., Phys. Rev. B 96, 024104 (2017)): alpha = 1 - (share of the element among the neighbours) / (its share of
 * the crystal), the mean of |alpha| over atoms and elements. Neighbours count by the area of the face, those of farther shells
 * by the product along each walk that meets no atom twice. 0 where there is one element.
 */
export const chemicalOrdering = defineDescriptor({
  name: "chemical-ordering",
  title: "Chemical ordering",
  disorder: "refused",
  options: noOptions,
  describe,
});

function describe(structure: Structure): Description {
  const cell = withEverySite(structure);
  const elements = cell.orbits.map(({ occupants }) => occupants[0]?.element ?? "");
  const types = [...new Set(elements)];
  if (types.length === 1) return described([0, 0, 0], labels);
  const cells = voronoiCells(cell);
  if (!cells) return refuse("its Voronoi cells were not found");
  const typeOf = elements.map((element) => types.indexOf(element));
  const fractions = types.map((_, t) => typeOf.filter((type) => type === t).length / typeOf.length);
  const walks = new NeighbourWalks(cell, cells, typeOf, types.length);
  const sums = [0, 0, 0];
  for (const representative of representatives(structure))
    for (const [shell, weights] of walks.shellsAround(representative.site).entries()) {
      const total = weights.reduce((sum, weight) => sum + weight, 0);
      const off = fractions.map((fraction, t) => Math.abs(1 - (weights[t] ?? 0) / total / fraction));
      const mean = off.reduce((sum, alpha) => sum + alpha, 0) / types.length;
      sums[shell] = (sums[shell] ?? 0) + representative.multiplicity * mean;
    }
  return described(
    sums.map((sum) => sum / typeOf.length),
    labels,
  );
}

function representatives({ orbits }: Structure) {
  let site = 0;
  return orbits.map(({ multiplicity }) => {
    site += multiplicity;
    return { site: site - multiplicity, multiplicity };
  });
}

/** A step from a site to a neighbour. */
interface Step {
  readonly site: number;
  readonly shift: Shift;
  readonly area: number;
}

/** Weights of walks from site to site that meet no atom twice, by the element at their end. */
class NeighbourWalks {
  private readonly steps: readonly (readonly Step[])[];
  /** The largest face of each site. */
  private readonly widest: readonly number[];
  /** For each site the weights of single steps from it, by element. */
  private readonly single: readonly Float64Array[];

  constructor(
    cell: Structure,
    cells: readonly VoronoiCell[],
    private readonly typeOf: readonly number[],
    private readonly types: number,
  ) {
    this.steps = cells.map(({ faces }, site) =>
      faces.map((face) => ({ site: face.site, shift: shiftOf(cell, site, face), area: face.area })),
    );
    this.widest = this.steps.map((steps) => steps.reduce((most, { area }) => Math.max(most, area), 0));
    this.single = this.steps.map((steps, site) => {
      const weights = new Float64Array(types);
      for (const step of steps) this.count(weights, step.site, step.area / (this.widest[site] ?? 1));
      return weights;
    });
  }

  /**
   * Walks of one, two and three steps. What ends where it must not is taken off again: of two steps the way back, of three
   * the last step back to the first neighbour or to the start.
   */
  shellsAround(start: number): readonly Float64Array[] {
    const [second, third] = [new Float64Array(this.types), new Float64Array(this.types)];
    const areas = new Map(this.stepsOf(start).map(({ site, shift, area }) => [keyOf(site, shift), area]));
    for (const first of this.stepsOf(start)) {
      const firstWeight = first.area / this.widestOf(start);
      for (const { site, shift, area } of this.stepsOf(first.site)) {
        const place = added(first.shift, shift);
        if (site === start && place.every((component) => component === 0)) continue;
        const weight = (firstWeight * area) / this.widestOf(first.site);
        this.count(second, site, weight);
        for (let t = 0; t < this.types; t++)
          third[t] = (third[t] ?? 0) + weight * (this.single[site]?.[t] ?? 0);
        this.count(third, first.site, (-weight * area) / this.widestOf(site));
        const toStart = areas.get(keyOf(site, place)) ?? 0;
        this.count(third, start, (-weight * toStart) / this.widestOf(site));
      }
    }
    return [this.single[start] ?? second, second, third];
  }

  private stepsOf(site: number): readonly Step[] {
    return this.steps[site] ?? [];
  }

  private widestOf(site: number): number {
    return this.widest[site] ?? 1;
  }

  private count(weights: Float64Array, site: number, weight: number): void {
    const type = this.typeOf[site] ?? 0;
    weights[type] = (weights[type] ?? 0) + weight;
  }
}

function shiftOf(
  { lattice, orbits }: Structure,
  from: number,
  { site, vector }: VoronoiCell["faces"][number],
): Shift {
  const [x = 0, y = 0, z = 0] = orbits[from]?.images ?? [];
  const [u = 0, v = 0, w = 0] = orbits[site]?.images ?? [];
  const [dx, dy, dz] = lattice.fractional(vector);
  return [Math.round(dx + x - u), Math.round(dy + y - v), Math.round(dz + z - w)];
}

const added = ([a, b, c]: Shift, [x, y, z]: Shift): Shift => [a + x, b + y, c + z];
const keyOf = (site: number, [i, j, k]: Shift) => `${site} ${i} ${j} ${k}`;
