/**
 * Area under the precision-recall curve as average precision: the sum over distinct scores, from the highest down, of
 * the gain in recall times the precision there. NaN without positives.
 */
export function averagePrecision(scores: readonly number[], labels: readonly boolean[]): number {
  const order = scores.map((_, i) => i).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const positives = labels.filter(Boolean).length;
  let [area, found, seen, counted] = [0, 0, 0, 0];
  order.forEach((i, rank) => {
    seen++;
    if (labels[i]) found++;
    const next = order[rank + 1];
    if (next !== undefined && scores[next] === scores[i]) return;
    area += ((found - counted) / positives) * (found / seen);
    counted = found;
  });
  return positives > 0 ? area : NaN;
}

/** Matthews' correlation coefficient of `score >= threshold` with the labels; 0 where a row or column is empty. */
export function matthews(scores: readonly number[], labels: readonly boolean[], threshold = 0.5): number {
  const count = (predicted: boolean, actual: boolean) =>
    scores.filter((score, i) => score >= threshold === predicted && labels[i] === actual).length;
  const [tp, fp, fn, tn] = [count(true, true), count(true, false), count(false, true), count(false, false)];
  const scale = Math.sqrt((tp + fp) * (tp + fn) * (tn + fp) * (tn + fn));
  return scale > 0 ? (tp * tn - fp * fn) / scale : 0;
}
