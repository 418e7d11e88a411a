import type { ArrheniusParams, ArrheniusResult, ReadSpectrum } from "../../../server/src/protocol/impedance";
import type { FigureSpec, Series } from "../shared/figure/figureSpec";
import { shadeOf, type Shown } from "./spectrumFigures";
import { temperatureText } from "./texts";

const axisLabels: Readonly<Record<ArrheniusParams["form"], { label: string; unit: string }>> = {
  "ln(sigma T)": { label: "ln(σT", unit: "S K cm⁻¹)" },
  "log10(sigma)": { label: "log₁₀(σ", unit: "S cm⁻¹)" },
};

/** The conductivities of a series against 1000/T with a line for each cell. `asked` are the spectra of its points. */
export function arrheniusFigure(
  asked: readonly ReadSpectrum[],
  { points, form }: ArrheniusParams,
  { places, lines }: ArrheniusResult,
  ramp: Shown["ramp"],
): FigureSpec {
  const { label, unit } = axisLabels[form];
  const cells = [...new Set(points.map(({ cell }) => cell))];
  const ofCell = cells.map((cell, colour): Series => {
    const own = places.flatMap(([x, y], id) => {
      const { temperatureC } = points[id] ?? { temperatureC: null };
      if (points[id]?.cell !== cell) return [];
      const text = `${asked[id]?.name ?? ""} ${temperatureText(temperatureC)}`;
      return [{ id, x, y, label: text, shade: shadeOf(temperatureC, ramp) }];
    });
    return { name: cell, draw: "points", points: own, colour, radius: 5 };
  });
  const drawn = lines.map(({ cell, line }): Series => {
    const colour = cells.indexOf(cell);
    return {
      name: `line of ${cell}`,
      draw: "line",
      points: toPoints(line),
      colour,
      inLegend: lines.length === 1,
    };
  });
  const bands = lines.flatMap(({ band, cell }) =>
    band.map((edge, side): Series => {
      const colour = cells.indexOf(cell);
      const name = side === 0 && lines.length === 1 ? "95 %" : `95 % of ${cell}`;
      const inLegend = side === 0 && lines.length === 1;
      return { name, draw: "line", points: toPoints(edge), colour, dashed: true, inLegend };
    }),
  );
  return {
    title: "Arrhenius plot",
    x: { label: "1000 K / T" },
    y: { label: `${label} / ${unit}` },
    series: [...ofCell, ...drawn, ...bands],
  };
}

function toPoints(line: readonly (readonly [number, number])[]) {
  return line.map(([x, y]) => ({ x, y }));
}
