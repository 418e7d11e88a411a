import { inverse, Matrix } from "ml-matrix";
import type { FrequencyWindow, Spectrum } from "../spectrum";
import { student975 } from "../statistics/interval";

const fewestPoints = 5;

/**
 * Whether the points of a window lie on a straight line in the Nyquist plot: Z' = a + b (-Z'') + c ln(-Z''), weighted by
 * 1/|Z|^2, has a c that is zero within its 95 % interval. The logarithm bends both where an arc begins and at the far end.
 */
export function isStraight({ frequencies, zRe, zIm }: Spectrum, [from, to]: FrequencyWindow): boolean {
  const rows: number[][] = [];
  const right: number[] = [];
  frequencies.forEach((frequency, i) => {
    const x = zRe[i] ?? 0;
    const y = -(zIm[i] ?? 0);
    if (frequency < from || frequency > to || y <= 0) return;
    const weight = 1 / Math.hypot(x, y);
    rows.push([weight, weight * y, weight * Math.log(y)]);
    right.push(weight * x);
  });
  if (rows.length < fewestPoints) return false;
  const { coefficient, standardError } = lastCoefficient(new Matrix(rows), Matrix.columnVector(right));
  return Math.abs(coefficient) <= (student975(rows.length - 3) ?? Infinity) * standardError;
}

function lastCoefficient(
  design: Matrix,
  right: Matrix,
): { readonly coefficient: number; readonly standardError: number } {
  const scales = [0, 1, 2].map((column) => design.getColumnVector(column).norm());
  const scaled = design.clone().divRowVector(scales);
  const covariance = inverse(scaled.transpose().mmul(scaled), true);
  const solution = covariance.mmul(scaled.transpose().mmul(right));
  const residuals = Matrix.sub(scaled.mmul(solution), right);
  const variance = residuals.norm() ** 2 / (design.rows - 3);
  return { coefficient: solution.get(2, 0), standardError: Math.sqrt(variance * covariance.get(2, 2)) };
}
