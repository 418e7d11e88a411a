import type { SteadyCurrent, TransientPoint } from "./dcPolarisation";

/** A row of a file. */
export interface MeasuredPoint extends SteadyCurrent {
  /** Seconds, as the instrument counts them. */
  readonly time: number;
}

/** An instrument holds a voltage to this, relative and in volt. */
const [relativeTolerance, tolerance] = [0.01, 0.002];

/**
 * Parts a record where the voltage is changed. All points of a step have its median voltage, and times from its begin where the
 * clock went on from step to step.
 */
export function stepsOf(points: readonly MeasuredPoint[]): TransientPoint[][] {
  const steps: MeasuredPoint[][] = [];
  for (const point of points) {
    const step = steps.at(-1);
    if (step?.[0] && isSame(step[0].voltage, point.voltage)) step.push(point);
    else steps.push([point]);
  }
  const starts = steps.map((step, i) => startOf(step, steps[i - 1]));
  const goesOn = starts.some((start) => start > 0);
  return steps.map((step, i) => {
    const voltage = median(step.map((point) => point.voltage));
    const begin = i === 0 && goesOn ? (step[0]?.time ?? 0) : (starts[i] ?? 0);
    return step.map(({ time, current }) => ({ voltage, time: time - begin, current }));
  });
}

function isSame(a: number, b: number): boolean {
  return Math.abs(a - b) <= Math.max(tolerance, relativeTolerance * Math.abs(a));
}

/** The end of the step before; zero where the clock began anew. */
function startOf([first]: readonly MeasuredPoint[], before: readonly MeasuredPoint[] | undefined): number {
  const last = before?.at(-1)?.time;
  return first !== undefined && last !== undefined && first.time >= last ? last : 0;
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? NaN;
}
