import type { ReadSpectrum } from "../../../server/src/protocol/impedance";
import { shortNumber } from "../shared/figure/numbers";
import { frequencyText } from "./texts";

/** The numbers of the point under the pointer. */
export function Readout({
  spectrum,
  place,
}: {
  readonly spectrum: ReadSpectrum;
  readonly place: number | undefined;
}) {
  return (
    <p class="readout faint">{place === undefined ? "Point at a spectrum." : textOf(spectrum, place)}</p>
  );
}

function textOf({ frequencies, zRe, zIm }: ReadSpectrum, place: number): string {
  const [frequency = NaN, re = NaN, im = NaN] = [frequencies[place], zRe[place], zIm[place]];
  const phase = (Math.atan2(im, re) * 180) / Math.PI;
  const numbers = `Z′ ${shortNumber(re)} Ω, −Z″ ${shortNumber(-im)} Ω, |Z| ${shortNumber(Math.hypot(re, im))} Ω`;
  return `${frequencyText(frequency)}: ${numbers}, phase ${phase.toFixed(1)}°`;
}
