import { parseCircuit } from "../../server/src/impedance/circuit/parseCircuit";
import type { Circuit } from "../../server/src/impedance/circuit/circuit";
import { circuitResponse } from "../../server/src/impedance/circuit/response";
import type { Spectrum } from "../../server/src/impedance/spectrum";
import { Random } from "../../server/src/learning/random";
import { readSharedText } from "./shared";

export function circuitOf(text: string): Circuit {
  const reading = parseCircuit(text);
  if (!reading.ok) throw new Error(reading.error.message);
  return reading.circuit;
}

interface Sweep {
  readonly from?: number;
  readonly to?: number;
  readonly perDecade?: number;
  /** Of each part, as a share of |Z|. */
  readonly noise?: number;
  readonly seed?: number;
}

/** What an instrument would measure of a circuit. */
export function simulated(
  text: string,
  values: readonly number[],
  { from = 3e6, to = 1, perDecade = 10, noise = 0, seed = 1 }: Sweep = {},
): Spectrum {
  const random = new Random(seed);
  const count = Math.round(Math.log10(from / to) * perDecade) + 1;
  const frequencies = Float64Array.from({ length: count }, (_, i) => from * (to / from) ** (i / (count - 1)));
  const { zRe, zIm } = circuitResponse(circuitOf(text), frequencies, values);
  const moduli = zRe.map((re, i) => Math.hypot(re, zIm[i] ?? 0));
  const noisy = (part: Float64Array) =>
    part.map((value, i) => value + noise * (moduli[i] ?? 0) * random.normal());
  return { frequencies, zRe: noisy(zRe), zIm: noisy(zIm) };
}

/** A reference spectrum: `frequency_Hz,z_re_ohm,z_im_ohm`, remarks behind `#`. */
export function referenceSpectrum(file: string): Spectrum {
  const rows = readSharedText("reference", "eis", file)
    .split("\n")
    .filter((line) => /^[\d+-]/.test(line))
    .map((line) => line.split(",").map(Number));
  const column = (k: number) => Float64Array.from(rows, (row) => row[k] ?? NaN);
  return { frequencies: column(0), zRe: column(1), zIm: column(2) };
}

/** Reference numbers, of the form that their README tells. */
export function referenceEis(file: string): unknown {
  return JSON.parse(readSharedText("reference", "eis", file));
}
