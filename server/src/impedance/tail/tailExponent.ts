import { frequencyRange, type Spectrum } from "../spectrum";

/** Decades above the lowest frequency that show the tail by itself. */
const decades = 1;

/**
 * The exponent n of a constant phase element that the low-frequency end would be: the slope of ln(-Z'') against ln f there,
 * held between 0.2 and 1.
 */
export function tailExponent(spectrum: Spectrum): number {
  const { frequencies, zIm } = spectrum;
  const { lowest } = frequencyRange(spectrum);
  let [count, x, y, xx, xy] = [0, 0, 0, 0, 0];
  frequencies.forEach((frequency, i) => {
    const reactance = -(zIm[i] ?? 0);
    if (frequency > lowest * 10 ** decades || reactance <= 0) return;
    const [logF, logZ] = [Math.log(frequency / lowest), Math.log(reactance)];
    count++;
    x += logF;
    y += logZ;
    xx += logF * logF;
    xy += logF * logZ;
  });
  const slope = (count * xy - x * y) / (count * xx - x * x);
  return Number.isFinite(slope) ? Math.min(Math.max(-slope, 0.2), 1) : 0.9;
}
