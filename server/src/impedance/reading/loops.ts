import type { Loop } from "../spectrum";
import type { Points } from "./points";

/** The sweeps of a file: where the file says that one begins, else where the frequency jumps back or turns. */
export function loopsOf(points: Points, starts: readonly number[] = [], byFrequency = true): Loop[] {
  const turns = byFrequency ? frequencyTurns(points.frequencies) : [];
  const borders = [...new Set([0, ...starts, ...points.starts, ...turns, points.count])].sort(
    (a, b) => a - b,
  );
  return borders.slice(1).map((end, i) => loopBetween(points, borders[i] ?? 0, end));
}

/** Numbers of rows that begin a sweep, as a header lists them, to numbers of points; rows without a point lie in between. */
export function startsOfRows(points: Points, rows: readonly number[]): number[] {
  return rows.flatMap((row) => {
    const start = points.rows.findIndex((of) => of >= row);
    return start > 0 ? [start] : [];
  });
}

/** A step against the direction of the sweep is a jump if it is this many times as wide as the steps of the sweep in log f, ... */
const manySteps = 3;
/** ... or leads back over this share of the sweep. */
const mostOfSweep = 0.9;

/** Indices where a new sweep begins: a jump back against its direction, or one step back that goes on. */
function frequencyTurns(frequencies: readonly number[]): number[] {
  const logs = frequencies.map(Math.log);
  const step = (i: number): number => (logs[i] ?? NaN) - (logs[i - 1] ?? NaN);
  const turns: number[] = [];
  let direction = 0;
  let widest = 0;
  let span = 0;
  for (let i = 1; i < logs.length; i++) {
    const now = step(i);
    if (Math.abs(now) < 1e-9) continue;
    if (direction === 0 || Math.sign(now) === direction) {
      direction = Math.sign(now);
      widest = Math.max(widest, Math.abs(now));
      span += Math.abs(now);
      continue;
    }
    const isJump = Math.abs(now) > Math.min(manySteps * widest, mostOfSweep * span);
    if (!isJump && Math.sign(step(i + 1)) !== Math.sign(now)) continue;
    turns.push(!isJump && step(i - 1) === 0 ? i - 1 : i);
    direction = isJump ? 0 : Math.sign(now);
    widest = 0;
    span = 0;
  }
  return turns;
}

function loopBetween(points: Points, start: number, end: number): Loop {
  const known = points.temperatures.slice(start, end).filter(Number.isFinite);
  const median = known.sort((a, b) => a - b)[Math.floor(known.length / 2)];
  return {
    frequencies: Float64Array.from(points.frequencies.slice(start, end)),
    zRe: Float64Array.from(points.zRe.slice(start, end)),
    zIm: Float64Array.from(points.zIm.slice(start, end)),
    temperatureC: median ?? null,
  };
}
