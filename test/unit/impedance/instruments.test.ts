import { describe, expect, it } from "vitest";
import { readImpedance } from "../../../server/src/impedance/readImpedance";
import { hasShared, readSharedBytes, readSharedText } from "../../support/shared";

interface ExpectedLoop {
  readonly n_points: number;
  readonly f_first_Hz: number;
  readonly f_last_Hz: number;
  readonly z_re_first_ohm: number;
  readonly z_im_first_ohm: number;
  readonly z_re_last_ohm: number;
  readonly z_im_last_ohm: number;
  readonly sum_f: number;
  readonly sum_re: number;
  readonly sum_im: number;
}

interface Expected {
  readonly error?: boolean;
  readonly error_must_mention?: string;
  readonly loops?: readonly ExpectedLoop[];
  readonly temperature_C?: number | null;
  readonly header_thickness_cm?: number;
  readonly tolerance_rel?: number;
}

const folder = ["eis", "instruments"];
const files = hasShared
  ? (JSON.parse(readSharedText(...folder, "index.json")) as { files: { file: string; expected: Expected }[] })
      .files
  : [];

/** Instruments' own files, with what other readers make of them. */
describe.skipIf(!hasShared)("files of instruments", () => {
  it.each(files.filter(({ expected }) => !expected.error))("$file", ({ file, expected }) => {
    const reading = readImpedance(new Uint8Array(readSharedBytes(...folder, file)), file);
    if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
    const near = (
      actual: number | undefined,
      value: number,
      tolerance = expected.tolerance_rel ?? 1e-9,
    ): void => {
      expect(Math.abs((actual ?? NaN) - value)).toBeLessThanOrEqual(tolerance * Math.abs(value));
    };
    const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
    const { loops } = reading.file;
    expect(loops.map(({ frequencies }) => frequencies.length)).toEqual(
      expected.loops?.map((loop) => loop.n_points),
    );
    for (const [i, loop] of (expected.loops ?? []).entries()) {
      const { frequencies, zRe, zIm } = loops[i] ?? { frequencies: none, zRe: none, zIm: none };
      near(frequencies[0], loop.f_first_Hz);
      near(frequencies.at(-1), loop.f_last_Hz);
      near(zRe[0], loop.z_re_first_ohm);
      near(zRe.at(-1), loop.z_re_last_ohm);
      near(zIm[0], loop.z_im_first_ohm);
      near(zIm.at(-1), loop.z_im_last_ohm);
      const ofSum = Math.max(expected.tolerance_rel ?? 0, 1e-8);
      near(sum(frequencies), loop.sum_f, ofSum);
      near(sum(zRe), loop.sum_re, ofSum);
      near(sum(zIm), loop.sum_im, ofSum);
    }
    if (expected.temperature_C !== undefined) expect(reading.file.temperatureC).toBe(expected.temperature_C);
    if (expected.header_thickness_cm !== undefined)
      expect(reading.file.thicknessCm).toBe(expected.header_thickness_cm);
  });

  it.each(files.filter(({ expected }) => expected.error))("$file is refused", ({ file, expected }) => {
    const reading = readImpedance(new Uint8Array(readSharedBytes(...folder, file)), file);
    expect(reading.kind).toBe("refused");
    if (reading.kind === "refused")
      expect(reading.problems.map(({ message }) => message).join()).toContain(expected.error_must_mention);
  });
});

const none = new Float64Array();
