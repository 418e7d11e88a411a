import type { Vector3 } from "../crystal/lattice";
import { nearestImage } from "../crystal/symmetry/metricTensor";
import { descend, type Way } from "./descent";
import type { EnergyField } from "./energyField";
import type { EnergyMap } from "./energyMap";
import type { Pass } from "./flood";
import { descendOnGrid } from "./gridDescent";
import { pointPosition } from "./grid";
import { localModes, moved } from "./localModes";
import { minimumNear, saddleNear } from "./stationaryPoint";

/** A way from one minimum over a saddle to another, in fractional coordinates that go on over the faces of the cell. */
export interface FoundWay {
  readonly places: readonly Vector3[];
  /** Electronvolt. */
  readonly energies: readonly number[];
  readonly saddle: Vector3;
  readonly energy: number;
  /** Whether the saddle was found exactly, off the grid. */
  readonly refined: boolean;
}

/** Angstrom that minima and saddles may lie off their point of the grid, beyond the spacing of the grid. */
const drift = 0.5;
/** Electronvolt. */
const rounding = 1e-4;
/** Angstrom from a saddle to where the ways down begin. */
const besideSaddle = 0.02;
/** Angstrom from a minimum to where the search for its saddles begins. */
const uphill = 0.15;

/** Finds off the grid what a map shows on it. */
export class WayFinder {
  private readonly reach: number;

  constructor(
    private readonly field: EnergyField,
    private readonly map: EnergyMap,
  ) {
    const { a, b, c } = field.lattice.parameters;
    const [na, nb, nc] = map.shape;
    this.reach = drift + Math.max(a / na, b / nb, c / nc);
  }

  /** The minimum near a point of the grid, with its energy; the one below it where there is none near. */
  minimum(point: number): { readonly place: Vector3; readonly energy: number } {
    const { lattice } = this.field;
    const start = lattice.cartesian(pointPosition(this.map.shape, point));
    const found = minimumNear(this.field, start, this.reach);
    // Beside the wall about a partly occupied cation there may be a lowest point, but no minimum.
    const isLower = found && found.energy <= (this.map.values[point] ?? 0) + rounding;
    if (isLower) return { place: lattice.fractional(found.place), energy: found.energy };
    return this.bottom(start);
  }

  /**
   * The steepest ways down from the saddle near a pass; `undefined` where there is none.
   *
   * @param along from the one site to the other in fractional coordinates, where that shall lead the search.
   */
  overPass({ point }: Pass, along?: Vector3): FoundWay | undefined {
    const { lattice } = this.field;
    const direction = along && lattice.cartesian(along);
    return this.overSaddleNear(lattice.cartesian(pointPosition(this.map.shape, point)), direction);
  }

  /** The ways over the saddles that one comes to uphill from a minimum, along each of its modes. */
  around(minimum: Vector3): FoundWay[] {
    const place = this.field.lattice.cartesian(minimum);
    const modes = localModes(this.field.at(place));
    const starts = modes.flatMap((mode) => [-uphill, uphill].map((step) => moved(place, [mode], [step])));
    return starts.flatMap((start) => this.overSaddleNear(start) ?? []);
  }

  private overSaddleNear(start: Vector3, along?: Vector3): FoundWay | undefined {
    const saddle = saddleNear(this.field, start, this.reach, along);
    if (!saddle) return undefined;
    const beside = (step: number) => descend(this.field, moved(saddle.place, saddle.modes, [step]));
    const top = { places: [saddle.place], energies: [saddle.energy] };
    const ways = [reversed(beside(-besideSaddle)), top, beside(besideSaddle)];
    const { places, energies } = joined(ways);
    const { lattice } = this.field;
    return {
      places: places.map((place) => lattice.fractional(place)),
      energies,
      saddle: lattice.fractional(saddle.place),
      energy: saddle.energy,
      refined: true,
    };
  }

  /** The minima below both sides of a pass. */
  below({ point, neighbour }: Pass): { readonly place: Vector3; readonly energy: number }[] {
    const [start, beyond] = this.sides(point, neighbour);
    return [start, beyond].map((place) => this.bottom(this.field.lattice.cartesian(place)));
  }

  /** Over a pass from point to point of the grid, between images of two sites that it joins. */
  onGrid({ point, neighbour, energy }: Pass, from: Vector3, to: Vector3): FoundWay {
    const [start, beyond] = this.sides(point, neighbour);
    const back = descendOnGrid(this.map, start);
    const forth = descendOnGrid(this.map, beyond);
    const ways = [this.end(from, back), reversed(back), forth, this.end(to, forth)];
    return { ...joined(ways), saddle: start, energy, refined: false };
  }

  /** The image of a site that is nearest to where a way ends. */
  private end(site: Vector3, { places }: Way): Way {
    const last = places.at(-1) ?? site;
    const place = nearestImage(site, last);
    return { places: [place], energies: [this.field.at(this.field.lattice.cartesian(place)).energy] };
  }

  /** Both sides of a pass, side by side over the faces of the cell. */
  private sides(point: number, neighbour: number): readonly [Vector3, Vector3] {
    const start = pointPosition(this.map.shape, point);
    return [start, nearestImage(pointPosition(this.map.shape, neighbour), start)];
  }

  private bottom(start: Vector3): { readonly place: Vector3; readonly energy: number } {
    const { places, energies } = descend(this.field, start);
    return { place: this.field.lattice.fractional(places.at(-1) ?? start), energy: energies.at(-1) ?? 0 };
  }
}

const reversed = ({ places, energies }: Way): Way => ({
  places: [...places].reverse(),
  energies: [...energies].reverse(),
});

const joined = (ways: readonly Way[]): Way => ({
  places: ways.flatMap(({ places }) => places),
  energies: ways.flatMap(({ energies }) => energies),
});
