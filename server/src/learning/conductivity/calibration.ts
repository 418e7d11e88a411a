/** `shift` of P' of P: logit P' = logit P + shift. */
export function calibrated(probability: number, shift: number): number {
  return 1 / (1 + Math.exp(-logit(probability) - shift));
}

/** Width of the normal prior about shift 0: few labels move the probabilities little. */
const priorWidth = 0.5;

/**
 * The shift on the logit scale that makes probabilities, told of compounds that were not seen, fit their labels best, by
 * Newton's method: Platt's calibration (in Advances in Large Margin Classifiers, 1999) with the slope left at 1.
 */
export function fitShift(probabilities: readonly number[], labels: readonly boolean[]): number {
  const logits = probabilities.map(logit);
  const precision = 1 / priorWidth ** 2;
  let shift = 0;
  for (let step = 0; step < 30; step++) {
    let [gradient, curvature] = [precision * shift, precision];
    logits.forEach((z, i) => {
      const p = 1 / (1 + Math.exp(-z - shift));
      gradient += p - (labels[i] ? 1 : 0);
      curvature += p * (1 - p);
    });
    shift -= gradient / curvature;
  }
  return shift;
}

/** Probabilities of 0 and 1 stay finite. */
const closest = 1e-6;

function logit(probability: number): number {
  const p = Math.min(1 - closest, Math.max(closest, probability));
  return Math.log(p / (1 - p));
}
