import * as v from "valibot";
import type { Structure } from "../crystal/structure";
import { defineDescriptor, described, refuse, type Description } from "./descriptor";
import { aNumber } from "./hyperparameters";
import { powderPattern, type PowderPattern } from "./powderPattern";

const options = v.strictObject({
  patternLength: v.optional(aNumber("Points of the pattern", { least: 2, most: 10_001, isWhole: true }), 451),
});

/** 2 theta, degrees; the 90 of Table A.1 was not what its code did. */
const largestAngle = 127;
/** Width of the kernel, of the standard deviation of the angles. */
const bandwidth = 0.05;
/**
 * A line at its full intensity of 100 stays there whatever rounding did to it. Elsewhere the strongest has 99 in 5 of 100 patterns,
 * which of them hangs on the processor.
 */
const rounding = 1e-9;

/**
 * Modified X-ray diffraction: the powder pattern as a density over 2 theta from 0 to 127 degrees, each line counted by the
 * whole part of its intensity (the strongest has 100), smoothed by a Gaussian kernel (Zhang et al., Nat. Commun. 10, 5260
 * (2019); density features of Ward et al., Comput. Mater. Sci. 152, 60 (2018)).
 */
export const mxrd = defineDescriptor({
  name: "mxrd",
  title: "Modified XRD (mXRD)",
  disorder: "weighted",
  grid: { patternLength: Array.from({ length: 10 }, (_, i) => 101 + 100 * i) },
  options,
  describe,
});

function describe(structure: Structure, { patternLength }: v.InferOutput<typeof options>): Description {
  const pattern = powderPattern(structure, largestAngle);
  if (typeof pattern === "string") return refuse(pattern);
  const counts = pattern.intensities.map((intensity) => Math.floor(intensity + rounding));
  const deviation = standardDeviation(pattern, counts);
  if (!(deviation > 0)) return refuse("the pattern has a single line, which has no width");
  const angles = Float64Array.from(
    { length: patternLength },
    (_, i) => (largestAngle * i) / (patternLength - 1),
  );
  const values = smoothed(pattern.angles, counts, bandwidth * deviation, angles);
  return described(
    values,
    Array.from(angles, (angle) => `${Number(angle.toFixed(4))} degrees`),
  );
}

/** Of the angles, each as often as its count says. */
function standardDeviation({ angles }: PowderPattern, counts: Float64Array): number {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const mean = counts.reduce((sum, count, i) => sum + count * (angles[i] ?? 0), 0) / total;
  const squares = counts.reduce((sum, count, i) => sum + count * ((angles[i] ?? 0) - mean) ** 2, 0);
  return Math.sqrt(squares / (total - 1));
}

/** The density at each angle of Gaussians on the lines, weighted by the counts; its integral is 1. */
function smoothed(
  lines: Float64Array,
  counts: Float64Array,
  width: number,
  angles: Float64Array,
): Float64Array {
  const total = counts.reduce((sum, count) => sum + count, 0);
  const height = 1 / (total * width * Math.sqrt(2 * Math.PI));
  return angles.map((angle) => {
    let sum = 0;
    for (let i = 0; i < lines.length; i++) {
      const away = (angle - (lines[i] ?? 0)) / width;
      if ((counts[i] ?? 0) > 0) sum += (counts[i] ?? 0) * Math.exp(-0.5 * away * away);
    }
    return height * sum;
  });
}
