import fc from "fast-check";
import type { Spectrum } from "../../../server/src/impedance/spectrum";
import * as write from "../../support/instrumentFiles";

/** Layouts that one sweep can be written in, so that it is read back exactly. */
export const layouts: Readonly<
  Record<string, (loop: Spectrum, print?: (value: number) => string) => Uint8Array>
> = {
  "BioLogic .mpt": (loop, print) => write.biologicText([loop], { print }),
  "Gamry .DTA": (loop, print) => write.gamry([loop], { print }),
  "ZPlot .z": (loop, print) => write.zplot(loop, { print }),
  "Autolab / ZView text (Z60W)": (loop, print) => write.z60w(loop, { print }),
  "VersaStudio .par": (loop, print) => write.versaStudio([loop], { print }),
  "CH Instruments text": (loop, print) => write.chInstruments(loop, { print }),
  "Parstat text": (loop, print) => write.parstat(loop, { print }),
  "PowerSuite text": (loop, print) => write.powerSuite(loop, { print }),
  "Autolab FRA .P00": (loop, print) => write.autolabFra(loop, { print }),
  "Autolab FRA .dfr": (loop, print) => write.autolabDfr(loop, { print }),
  "Elins .i2b": (loop, print) => write.elins(loop, { print }),
  "OrigaLys .crv": (loop, print) => write.origaLys(loop, { print }),
  "Ivium .idf": (loop, print) => write.ivium([loop], { print }),
  "delimited text": (loop, print) => write.table([loop], { print }),
};

const part = fc.double({ min: -1e9, max: 1e9, noNaN: true }).filter((value) => !Object.is(value, -0));

/** A sweep of at least three frequencies, falling or rising, with any impedance. */
export const spectra: fc.Arbitrary<Spectrum> = fc
  .tuple(
    fc.uniqueArray(fc.integer({ min: -40, max: 90 }), { minLength: 3, maxLength: 30 }),
    fc.boolean(),
    fc.array(fc.tuple(part, part), { minLength: 30, maxLength: 30 }),
  )
  .map(([steps, falls, values]) => {
    const sorted = steps.toSorted((a, b) => (falls ? b - a : a - b));
    const points = values.slice(0, sorted.length);
    return {
      frequencies: Float64Array.from(sorted, (step) => 10 ** (step / 13)),
      zRe: Float64Array.from(points, ([re]) => re),
      zIm: Float64Array.from(points, ([, im]) => im),
    };
  });

/** The same sweep each time: an arc and a tail. */
export const arcAndTail: Spectrum = (() => {
  const frequencies = Float64Array.from({ length: 31 }, (_, i) => 10 ** (6 - i / 5));
  const z = [...frequencies].map((f) => {
    const x = 2 * Math.PI * f * 1000 * 1e-9;
    return [1000 / (1 + x * x), (-1000 * x) / (1 + x * x) - 1 / (2 * Math.PI * f * 1e-6)] as const;
  });
  return {
    frequencies,
    zRe: Float64Array.from(z, ([re]) => re),
    zIm: Float64Array.from(z, ([, im]) => im),
  };
})();
