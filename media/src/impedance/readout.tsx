import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { shortNumber } from "../shared/figure/numbers";
import { frequencyText } from "./texts";

/** A point under the pointer. */
export interface Visited {
  readonly spectrum: ReadSpectrum;
  /** In the spectrum. */
  readonly place: number;
}

/** The numbers of the point under the pointer. */
export function Readout({ visited }: { readonly visited: Visited | undefined }) {
  return <p class="readout faint">{visited === undefined ? "Point at a spectrum." : textOf(visited)}</p>;
}

function textOf({ spectrum: { name, frequencies, zRe, zIm }, place }: Visited): string {
  const [frequency = NaN, re = NaN, im = NaN] = [frequencies[place], zRe[place], zIm[place]];
  const phase = (Math.atan2(im, re) * 180) / Math.PI;
  const numbers = `Z′ ${shortNumber(re)} Ω, −Z″ ${shortNumber(-im)} Ω, |Z| ${shortNumber(Math.hypot(re, im))} Ω`;
  return `${name}, ${frequencyText(frequency)}: ${numbers}, phase ${phase.toFixed(1)}°`;
}
