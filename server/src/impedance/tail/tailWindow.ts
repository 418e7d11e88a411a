import type { FrequencyWindow, Spectrum } from "../spectrum";
import { isStraight } from "./straightness";
import { valleyFrequency } from "./valley";

/** Shares of the frequency of the valley above which the arc bends the line, tried in turn. */
const highShares = [1 / 5, 1 / 7, 1 / 10, 1 / 14, 1 / 20];
/** Shares below which a tail that is bent itself is left out, tried in turn. */
const lowShares = [1 / 2000, 1 / 500, 1 / 200];
/** The decade that is taken where nothing is straight. */
const [shareFrom, shareTo] = [1 / 50, 1 / 5];
/** Without a valley the tail ends here or lower, hertz: cables count beyond, and below an arc may hide in the tail. */
const highestTails = [1e5, 5e4, 2e4, 1e4, 5e3, 2e3];
const fewestPoints = 5;

/**
 * Where the tail is fitted if nobody says: everything below a fifth of the frequency of the valley between arc and tail, or
 * below 100 kHz where there is no valley, cut at the top and then at the bottom until the points lie on a straight line. Where
 * none does, from a fiftieth to a fifth of the valley. At least the five lowest points.
 */
export function tailWindow(spectrum: Spectrum): FrequencyWindow {
  const rising = [...spectrum.frequencies].sort((a, b) => a - b);
  const lowest = rising[0] ?? 0;
  const least = rising[Math.min(fewestPoints, rising.length) - 1] ?? lowest;
  const upTo = (frequency: number) => [lowest, Math.max(frequency, least)] as const;
  const valley = valleyFrequency(spectrum);
  const windows =
    valley === undefined
      ? highestTails.map(upTo)
      : [
          ...highShares.map((share) => upTo(valley * share)),
          ...lowShares.map((share) => [valley * share, valley * shareTo] as const),
          [Math.max(valley * shareFrom, lowest), Math.max(valley * shareTo, least)] as const,
        ];
  const straight = windows.find((window) => isStraight(spectrum, window));
  return straight ?? windows.at(valley === undefined ? 0 : -1) ?? upTo(least);
}
