import type { Vector3 } from "../crystal/lattice";
import { nearest } from "../crystal/symmetry/metricTensor";
import { descend, type Way } from "./descent";
import type { EnergyField } from "./energyField";
import type { EnergyMap } from "./energyMap";
import type { Pass } from "./flood";
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
    if (found) return { place: lattice.fractional(found.place), energy: found.energy };
    const { places, energies } = descend(this.field, start);
    return { place: lattice.fractional(places.at(-1) ?? start), energy: energies.at(-1) ?? 0 };
  }

  /** The steepest ways down from the saddle near a pass; `undefined` where there is none. */
  overPass({ point }: Pass): FoundWay | undefined {
    return this.overSaddleNear(this.field.lattice.cartesian(pointPosition(this.map.shape, point)));
  }

  /** The ways over the saddles that one comes to uphill from a minimum, along each of its modes. */
  around(minimum: Vector3): FoundWay[] {
    const place = this.field.lattice.cartesian(minimum);
    const modes = localModes(this.field.at(place));
    const starts = modes.flatMap((mode) => [-uphill, uphill].map((step) => moved(place, [mode], [step])));
    return starts.flatMap((start) => this.overSaddleNear(start) ?? []);
  }

  private overSaddleNear(start: Vector3): FoundWay | undefined {
    const saddle = saddleNear(this.field, start, this.reach);
    if (!saddle) return undefined;
    const beside = (step: number) => descend(this.field, moved(saddle.place, saddle.modes, [step]));
    const top = { places: [saddle.place], energies: [saddle.energy] };
    const ways = [reversed(beside(-besideSaddle)), top, beside(besideSaddle)];
    return this.joined(ways, this.field.lattice.fractional(saddle.place), saddle.energy, true);
  }

  /** The steepest ways down from both sides of a pass as it is on the grid. */
  overGrid({ point, neighbour, energy }: Pass): FoundWay {
    const { lattice } = this.field;
    const start = pointPosition(this.map.shape, point);
    const [x, y, z] = pointPosition(this.map.shape, neighbour);
    const beyond: Vector3 = [
      start[0] + nearest(x - start[0]),
      start[1] + nearest(y - start[1]),
      start[2] + nearest(z - start[2]),
    ];
    const [back, forth] = [start, beyond].map((place) => descend(this.field, lattice.cartesian(place)));
    return this.joined([back && reversed(back), forth], start, energy, false);
  }

  private joined(
    parts: readonly (Way | undefined)[],
    saddle: Vector3,
    energy: number,
    refined: boolean,
  ): FoundWay {
    const places = parts.flatMap((part) => part?.places ?? []);
    return {
      places: places.map((place) => this.field.lattice.fractional(place)),
      energies: parts.flatMap((part) => part?.energies ?? []),
      saddle,
      energy,
      refined,
    };
  }
}

const reversed = ({ places, energies }: Way): Way => ({
  places: [...places].reverse(),
  energies: [...energies].reverse(),
});
