import type { Spectrum } from "./spectrum";

/** Some points of a spectrum. */
export interface Selection {
  readonly spectrum: Spectrum;
  /** For each of its points its place in the whole spectrum, rising. */
  readonly places: readonly number[];
}

/** All points but those at the places that are told; places that do not exist mean nothing. */
export function withoutPoints(whole: Spectrum, excluded: readonly number[]): Selection {
  const left = new Set(excluded);
  return select(
    whole,
    [...whole.frequencies.keys()].filter((place) => !left.has(place)),
  );
}

/** Every so many points, where there are more than `most`. */
export function thinnedOut({ spectrum, places }: Selection, most: number): Selection {
  const step = Math.ceil(places.length / most);
  if (step <= 1) return { spectrum, places };
  const taken = [...places.keys()].filter((i) => i % step === 0);
  return { spectrum: select(spectrum, taken).spectrum, places: taken.map((i) => places[i] ?? 0) };
}

/** At most so many points, evenly taken in the order of frequency. */
export function thinned(spectrum: Spectrum, most: number): Spectrum {
  const { frequencies } = spectrum;
  const count = frequencies.length;
  if (count <= most) return spectrum;
  const order = [...frequencies.keys()].sort((a, b) => (frequencies[a] ?? 0) - (frequencies[b] ?? 0));
  const taken = Array.from(
    { length: most },
    (_, i) => order[Math.round((i * (count - 1)) / (most - 1))] ?? 0,
  );
  return select(spectrum, taken).spectrum;
}

function select({ frequencies, zRe, zIm }: Spectrum, places: readonly number[]): Selection {
  const pick = (values: Float64Array) => Float64Array.from(places, (place) => values[place] ?? NaN);
  return { spectrum: { frequencies: pick(frequencies), zRe: pick(zRe), zIm: pick(zIm) }, places };
}
