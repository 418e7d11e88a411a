/** P' of P: logit P' = slope logit P + shift. */
export interface Calibration {
  readonly slope: number;
  readonly shift: number;
}

export function calibrated(probability: number, { slope, shift }: Calibration): number {
  return 1 / (1 + Math.exp(-slope * logit(probability) - shift));
}

/** Widths of the normal priors about slope 1 and shift 0: few labels move the probabilities little. */
const priorWidth = 0.5;

/**
 * The calibration that makes probabilities, told of compounds that were not seen, fit their labels best: Platt's (in Advances in
 * Large Margin Classifiers, 1999) on the logit scale, by Newton's method.
 */
export function fitCalibration(probabilities: readonly number[], labels: readonly boolean[]): Calibration {
  const logits = probabilities.map(logit);
  const precision = 1 / priorWidth ** 2;
  let [slope, shift] = [1, 0];
  for (let step = 0; step < 30; step++) {
    let [gradSlope, gradShift] = [precision * (slope - 1), precision * shift];
    let [slopeSlope, slopeShift, shiftShift] = [precision, 0, precision];
    logits.forEach((z, i) => {
      const p = 1 / (1 + Math.exp(-slope * z - shift));
      const error = p - (labels[i] ? 1 : 0);
      const weight = p * (1 - p);
      gradSlope += error * z;
      gradShift += error;
      slopeSlope += weight * z * z;
      slopeShift += weight * z;
      shiftShift += weight;
    });
    const determinant = slopeSlope * shiftShift - slopeShift * slopeShift;
    slope -= (shiftShift * gradSlope - slopeShift * gradShift) / determinant;
    shift -= (slopeSlope * gradShift - slopeShift * gradSlope) / determinant;
  }
  return { slope, shift };
}

/** Probabilities of 0 and 1 stay finite. */
const closest = 1e-6;

function logit(probability: number): number {
  const p = Math.min(1 - closest, Math.max(closest, probability));
  return Math.log(p / (1 - p));
}
