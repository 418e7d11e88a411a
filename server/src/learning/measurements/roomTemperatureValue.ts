import { arrheniusThrough, conductivityAt, fitArrhenius } from "./arrhenius";
import { median } from "./median";
import { roomTemperature, type Measurement } from "./readMeasurements";

/** What a series of measurements of one compound in one paper says of room temperature. */
export interface RoomTemperatureValue {
  /** At 25 degrees Celsius, S/cm. */
  readonly conductivity: number;
  /** Whether the conductivity is only known to lie below that. */
  readonly isUpperBound: boolean;
  readonly rule: "measured" | "arrhenius" | "activation-energy" | "bound";
  /** In words: what was done with how many values. */
  readonly how: string;
  /** Rows that are not needed for it, with why. */
  readonly unused: readonly UnusedRows[];
}

export interface UnusedRows {
  readonly rows: readonly number[];
  readonly reason: string;
}

/** Or why it says nothing. */
export interface NoValue {
  readonly code: string;
  readonly reason: string;
}

/** 25 +- 5 degrees Celsius counts as room temperature, kelvin. */
const roomTemperatureWidth = 5;
/** Kelvin that the temperatures of a series must span for a line through them to mean something. */
const leastSpan = 15;
/** Kelvin from room temperature to the nearest measured temperature, at most: beyond, phases change and errors grow to decades. */
const farthestExtrapolation = 200;

/**
 * The conductivity at 25 degrees Celsius, by the first rule that applies:
 *
 * 1. the median of what was measured at 25 +- 5 degrees;
 * 2. the Arrhenius line ln(sigma T) against 1/T through values at temperatures that span 15 K or more;
 * 3. the line of the given activation energy through the value next to room temperature;
 * 4. the lowest bound from room temperature or above, since conductivity grows with temperature.
 */
export function roomTemperatureValue(series: readonly Measurement[]): RoomTemperatureValue | NoValue {
  const bounds = series.filter(({ isUpperBound }) => isUpperBound);
  const exact = series.filter(({ isUpperBound }) => !isUpperBound);
  if (exact.length === 0) return fromBounds(bounds);
  const beside = (used: readonly Measurement[], reason: string): UnusedRows[] => {
    const others = exact.filter((each) => !used.includes(each));
    return [
      ...(others.length > 0 ? [{ rows: others.map(({ row }) => row), reason }] : []),
      ...(bounds.length > 0
        ? [{ rows: bounds.map(({ row }) => row), reason: "a bound beside measured values" }]
        : []),
    ];
  };
  const atRoom = exact.filter(({ temperature }) => distance(temperature) <= roomTemperatureWidth);
  if (atRoom.length > 0)
    return {
      conductivity: median(atRoom.map(({ conductivity }) => conductivity)),
      isUpperBound: false,
      rule: "measured",
      how: atRoom.length === 1 ? "measured" : `median of ${atRoom.length} measurements`,
      unused: beside(atRoom, "measured at other temperatures, while there is a value at 25 ± 5 °C"),
    };
  return fromOtherTemperatures(exact, beside);
}

function fromOtherTemperatures(
  exact: readonly Measurement[],
  beside: (used: readonly Measurement[], reason: string) => UnusedRows[],
): RoomTemperatureValue | NoValue {
  const temperatures = exact.map(({ temperature }) => temperature);
  const nearest = exact.reduce((best, next) =>
    distance(next.temperature) < distance(best.temperature) ? next : best,
  );
  if (distance(nearest.temperature) > farthestExtrapolation)
    return {
      code: "too-far-from-room-temperature",
      reason: `The measurement nearest to room temperature was made at ${celsius(nearest.temperature)}; over more than ${farthestExtrapolation} K nothing is extrapolated.`,
    };
  const span = Math.max(...temperatures) - Math.min(...temperatures);
  if (span >= leastSpan) {
    const line = fitArrhenius(exact);
    if (line.activationEnergy <= 0)
      return {
        code: "conductivity-falls",
        reason: "The conductivity does not rise with temperature: no Arrhenius line can be drawn.",
      };
    return {
      conductivity: conductivityAt(line),
      isUpperBound: false,
      rule: "arrhenius",
      how: `Arrhenius line through ${exact.length} values from ${celsius(Math.min(...temperatures))} to ${celsius(Math.max(...temperatures))}, E_a ${line.activationEnergy.toFixed(2)} eV`,
      unused: beside(exact, ""),
    };
  }
  return fromActivationEnergy(exact, beside);
}

function fromActivationEnergy(
  exact: readonly Measurement[],
  beside: (used: readonly Measurement[], reason: string) => UnusedRows[],
): RoomTemperatureValue | NoValue {
  const usable = exact.filter(({ activationEnergy }) => activationEnergy !== undefined);
  const values = usable.map((each) => conductivityAt(arrheniusThrough(each, each.activationEnergy ?? 0)));
  const [first] = usable;
  if (!first)
    return {
      code: "no-activation-energy",
      reason: `Measured at ${celsius(exact[0]?.temperature ?? roomTemperature)} alone: give the activation energy, or values at more temperatures, so that it can be extrapolated to 25 °C.`,
    };
  return {
    conductivity: median(values),
    isUpperBound: false,
    rule: "activation-energy",
    how: `extrapolated from ${celsius(first.temperature)} with E_a ${(first.activationEnergy ?? 0).toFixed(2)} eV`,
    unused: beside(usable, "without an activation energy"),
  };
}

function fromBounds(bounds: readonly Measurement[]): RoomTemperatureValue | NoValue {
  const usable = bounds.filter(({ temperature }) => temperature >= roomTemperature - roomTemperatureWidth);
  if (usable.length === 0)
    return {
      code: "bound-below-room-temperature",
      reason: "A bound from below room temperature says nothing of room temperature.",
    };
  const unused = bounds.filter((each) => !usable.includes(each)).map(({ row }) => row);
  return {
    conductivity: Math.min(...usable.map(({ conductivity }) => conductivity)),
    isUpperBound: true,
    rule: "bound",
    how: "upper bound",
    unused: unused.length > 0 ? [{ rows: unused, reason: "a bound from below room temperature" }] : [],
  };
}

function distance(temperature: number): number {
  return Math.abs(temperature - roomTemperature);
}

function celsius(kelvin: number): string {
  return `${(kelvin - 273.15).toFixed(0)} °C`;
}
