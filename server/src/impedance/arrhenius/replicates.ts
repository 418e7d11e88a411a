import { spreadOf, type Spread } from "../statistics/interval";
import type { ArrheniusFit, ConductivityPoint } from "./arrheniusFit";

/** Mean and sample standard deviation (n - 1) over cells of one compound: the thesis' error, not that of a fit. */
export interface ReplicateStatistics {
  /** Electronvolt. */
  readonly activationEnergy: Spread;
  /** S/cm. */
  readonly conductivity25: Spread;
  readonly lnPrefactor: Spread;
}

/** Of one fit a cell. */
export function replicateStatistics(fits: readonly ArrheniusFit[]): ReplicateStatistics {
  return {
    activationEnergy: spreadOf(fits.map(({ activationEnergy }) => activationEnergy)),
    conductivity25: spreadOf(fits.map(({ conductivity25 }) => conductivity25)),
    lnPrefactor: spreadOf(fits.map(({ lnPrefactor }) => lnPrefactor)),
  };
}

/** Conductivities of several cells at one temperature. */
export interface ReplicatePoint {
  /** Degrees Celsius. */
  readonly temperatureC: number;
  /** S/cm, over cells. */
  readonly conductivity: Spread;
}

/** Kelvin; nearer temperatures of two cells are one. */
const temperatureTolerance = 1;

/** Mean and sample standard deviation of the conductivity at each temperature at which two cells or more were measured. */
export function replicatePoints(cells: readonly (readonly ConductivityPoint[])[]): ReplicatePoint[] {
  const all = cells.flatMap((points, cell) => points.map((point) => ({ ...point, cell })));
  const groups: (typeof all)[] = [];
  for (const point of all.sort((a, b) => a.temperatureC - b.temperatureC)) {
    const last = groups.at(-1);
    if (last?.[0] && point.temperatureC - last[0].temperatureC <= temperatureTolerance) last.push(point);
    else groups.push([point]);
  }
  return groups.flatMap((group) => {
    const byCell = cells.map((_, cell) => group.filter((point) => point.cell === cell));
    const ofCells = byCell.flatMap((own) => spreadOf(own.map(({ conductivity }) => conductivity)).mean ?? []);
    const temperatureC = spreadOf(group.map((point) => point.temperatureC)).mean;
    return temperatureC !== null && ofCells.length > 1
      ? [{ temperatureC, conductivity: spreadOf(ofCells) }]
      : [];
  });
}
