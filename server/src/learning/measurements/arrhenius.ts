import { roomTemperature } from "./readMeasurements";

/** Boltzmann's constant, eV/K (CODATA 2022). */
export const boltzmann = 8.617333262e-5;

/** A conductivity, S/cm, at a temperature, kelvin. */
export interface ConductivityAt {
  readonly temperature: number;
  readonly conductivity: number;
}

/** ln(sigma T) = ln A - E_a / (k T): least squares over at least two temperatures. */
export interface ArrheniusLine {
  /** ln(A / (S K/cm)). */
  readonly logPrefactor: number;
  /** Electronvolt. */
  readonly activationEnergy: number;
}

export function fitArrhenius(series: readonly ConductivityAt[]): ArrheniusLine {
  const points = series.map(({ temperature, conductivity }) => ({
    x: 1 / (boltzmann * temperature),
    y: Math.log(conductivity * temperature),
  }));
  const mean = (of: (point: { x: number; y: number }) => number) =>
    points.reduce((sum, point) => sum + of(point), 0) / points.length;
  const [x, y] = [mean((point) => point.x), mean((point) => point.y)];
  const covariance = mean((point) => (point.x - x) * (point.y - y));
  const variance = mean((point) => (point.x - x) ** 2);
  const slope = covariance / variance;
  return { logPrefactor: y - slope * x, activationEnergy: -slope };
}

/** The line through one point with a known activation energy, electronvolt. */
export function arrheniusThrough(
  { temperature, conductivity }: ConductivityAt,
  activationEnergy: number,
): ArrheniusLine {
  const logPrefactor = Math.log(conductivity * temperature) + activationEnergy / (boltzmann * temperature);
  return { logPrefactor, activationEnergy };
}

/** S/cm, at 25 degrees Celsius if not told otherwise. */
export function conductivityAt(
  { logPrefactor, activationEnergy }: ArrheniusLine,
  temperature = roomTemperature,
): number {
  return Math.exp(logPrefactor - activationEnergy / (boltzmann * temperature)) / temperature;
}
