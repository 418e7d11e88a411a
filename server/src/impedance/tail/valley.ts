import type { Spectrum } from "../spectrum";

/** Half the width over which -Z'' is averaged, decades. */
const reach = 0.15;
/** How far -Z'' has to rise above the valley to be no noise, as a share of |Z| there. */
const leastRise = 0.03;

/**
 * The frequency, hertz, of the valley of -Z'' between the blocking tail and the arc above it: the first minimum from low
 * frequencies up; `undefined` where -Z'' only falls.
 */
export function valleyFrequency(spectrum: Spectrum): number | undefined {
  let valley: SmoothPoint | undefined;
  for (const point of smoothed(spectrum)) {
    if (!valley || point.height < valley.height) valley = point;
    else if (point.height > valley.height + leastRise * valley.modulus) return 10 ** valley.logF;
  }
  return undefined;
}

interface SmoothPoint {
  readonly logF: number;
  /** -Z'', ohm. */
  readonly height: number;
  /** |Z|, ohm. */
  readonly modulus: number;
}

/** By rising frequency. */
function smoothed({ frequencies, zRe, zIm }: Spectrum): SmoothPoint[] {
  const points = [...frequencies]
    .map((frequency, i) => {
      const height = -(zIm[i] ?? 0);
      return { logF: Math.log10(frequency), height, modulus: Math.hypot(zRe[i] ?? 0, height) };
    })
    .sort((a, b) => a.logF - b.logF);
  return points.map(({ logF, modulus }) => {
    const near = points.filter((other) => Math.abs(other.logF - logF) <= reach);
    return { logF, modulus, height: near.reduce((sum, point) => sum + point.height, 0) / near.length };
  });
}
