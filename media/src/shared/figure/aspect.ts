import type { Chart } from "chart.js";
import type { Drawn } from "./drawn";
import type { FigureSpec } from "./figureSpec";

/** Widens the shorter of the two axes, so that a unit is as long on both: half circles of Nyquist plots look like it. */
export function keepAspect(chart: Chart<Drawn>, spec: FigureSpec): void {
  if (spec.equalAspect !== true) return;
  const axes = [
    { name: "x", pixels: "width", given: spec.x },
    { name: "y", pixels: "height", given: spec.y },
  ] as const;
  const limit = (name: "x" | "y", min: number | undefined, max: number | undefined) => {
    const scale = chart.options.scales?.[name] ?? {};
    // The limits are no round numbers then: they get no label.
    Object.assign(scale, { min, max, ticks: { ...scale.ticks, includeBounds: false } });
  };
  for (const { name, given } of axes) limit(name, given.min, given.max);
  chart.update("none");
  const spans = axes.flatMap(({ name, pixels }) => {
    const scale = chart.scales[name];
    return scale === undefined ? [] : [{ name, min: scale.min, max: scale.max, length: scale[pixels] }];
  });
  const unitsPerPixel = Math.max(...spans.map(({ min, max, length }) => (max - min) / Math.max(1, length)));
  for (const { name, min, length } of spans) limit(name, min, min + unitsPerPixel * length);
  chart.update("none");
}
