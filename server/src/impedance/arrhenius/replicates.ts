import { spreadOf, type Spread } from "../statistics/interval";
import type { ArrheniusFit } from "./arrheniusFit";

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
