import {
  placedVariance,
  usualDepths,
  type Labels,
  type LabelVariance,
  type PlacedLabels,
} from "./labelVariance";
import { meanAndDeviation } from "./meanAndDeviation";
import { treeOutline, type TreeOutline } from "./treeCut";
import type { WardTree } from "./wardTree";

/** What the variance of labels is when clusters say nothing of them, for 1, 2, 3... clusters. */
export interface Control {
  readonly mean: Float64Array;
  /** Standard deviation over the repeats, that of a sample. */
  readonly deviation: Float64Array;
}

export interface Controls {
  readonly plain: Control;
  readonly frozen: Control;
}

/** Of the thesis. */
export const usualRepeats = 100;

export interface ControlOptions {
  readonly depths?: number;
  readonly repeats?: number;
  /** Uniform in [0, 1): the same numbers give the same control. */
  readonly random: () => number;
  /** Told how many repeats are done. */
  readonly onRepeat?: (done: number) => void;
}

/** The label variance of random clusters with the sizes of the tree's own: the labels fall on random rows, again and again. */
export function randomControl(tree: WardTree, labels: Labels, options: ControlOptions): Controls {
  const values = labels.filter((label) => !Number.isNaN(label));
  const runs = controlRuns(treeOutline(tree, options.depths ?? usualDepths), values, options);
  return {
    plain: overRepeats(runs.map(({ plain }) => plain)),
    frozen: overRepeats(runs.map(({ frozen }) => frozen)),
  };
}

/** Each repeat of {@link randomControl}. @param values The labels. */
export function controlRuns(
  outline: TreeOutline,
  values: Float64Array,
  { depths = usualDepths, repeats = usualRepeats, random, onRepeat }: ControlOptions,
): LabelVariance[] {
  return Array.from({ length: repeats }, (_, repeat) => {
    onRepeat?.(repeat);
    const drawn = distinctPlaces(values.length, outline.leaves, random);
    return placedVariance(outline, inOrder(drawn, values), depths);
  });
}

/** Labels with their places, brought into the order of places. */
export function inOrder(places: readonly number[], values: ArrayLike<number>): PlacedLabels {
  const sorted = places.map((place, i) => ({ place, value: values[i] ?? NaN }));
  sorted.sort((a, b) => a.place - b.place);
  return {
    places: sorted.map(({ place }) => place),
    values: Float64Array.from(sorted, ({ value }) => value),
  };
}

/** `count` different ones of 0 to `all - 1`, in random order (Fisher and Yates). */
function distinctPlaces(count: number, all: number, random: () => number): number[] {
  const places = Int32Array.from({ length: all }, (_, i) => i);
  return Array.from({ length: count }, (_, i) => {
    const drawn = i + Math.floor(random() * (all - i));
    const place = places[drawn] ?? 0;
    places[drawn] = places[i] ?? 0;
    return place;
  });
}

/** The spread of repeats, depth by depth. */
export function overRepeats(runs: readonly Float64Array[]): Control {
  const byDepth = Array.from(runs[0] ?? [], (_, k) => meanAndDeviation(runs.map((run) => run[k] ?? NaN)));
  return {
    mean: Float64Array.from(byDepth, ({ mean }) => mean),
    deviation: Float64Array.from(byDepth, ({ deviation }) => deviation),
  };
}
