import type {
  ArrheniusLine,
  ArrheniusParams,
  ArrheniusReplicates,
  ArrheniusResult,
} from "../../../server/src/protocol/arrhenius";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import type { FigureSpec, Series } from "../shared/figure/figureSpec";
import { shadeOf, type Shown } from "./spectrumFigures";
import { temperatureText } from "./texts";

const axisLabels: Readonly<Record<ArrheniusParams["form"], { label: string; unit: string }>> = {
  "ln(sigma T)": { label: "ln(σT", unit: "S K cm⁻¹)" },
  "log10(sigma)": { label: "log₁₀(σ", unit: "S cm⁻¹)" },
};

/**
 * The conductivities of a series against 1000/T with their errors, and a line with its 95 % band for each cell; of several
 * cells also their means. `asked` are the spectra of its points.
 */
export function arrheniusFigure(
  asked: readonly ReadSpectrum[],
  { points, form }: ArrheniusParams,
  { places, lines, replicates }: ArrheniusResult,
  ramp: Shown["ramp"],
): FigureSpec {
  const { label, unit } = axisLabels[form];
  const cells = [...new Set(points.map(({ cell }) => cell))];
  const ofCell = cells.map((cell, colour): Series => {
    const own = places.flatMap(({ place: [x, y], error }, id) => {
      const { temperatureC } = points[id] ?? { temperatureC: null };
      if (points[id]?.cell !== cell) return [];
      const text = `${asked[id]?.name ?? ""} ${temperatureText(temperatureC)}`;
      return [{ id, x, y, label: text, shade: shadeOf(temperatureC, ramp), error: error ?? undefined }];
    });
    return { name: cell, draw: "points", points: own, colour, radius: 5 };
  });
  const drawn = lines.flatMap((line) => lineSeries(line, cells.indexOf(line.cell), lines.length === 1));
  return {
    title: "Arrhenius plot",
    x: { label: "1000 K / T" },
    y: { label: `${label} / ${unit}` },
    series: [...(replicates ? meanSeries(replicates, cells.length) : []), ...ofCell, ...drawn],
  };
}

/** The means over cells, with the standard deviation over them as error. */
function meanSeries({ means, line }: ArrheniusReplicates, colour: number): Series[] {
  if (means.length === 0) return [];
  const points = means.map(({ place: [x, y], error, temperatureC, cells }) => {
    const label = `mean of ${cells} cells, ${temperatureText(temperatureC)}`;
    return { x, y, label, error: error ?? undefined };
  });
  const symbols: Series = {
    name: "mean ± standard deviation",
    draw: "points",
    points,
    colour,
    shape: "rectRot",
    hollow: true,
    radius: 8,
  };
  return [symbols, ...(line ? lineSeries(line, colour, false) : [])];
}

function lineSeries({ cell, line, band }: ArrheniusLine, colour: number, isOnly: boolean): Series[] {
  const [lower = [], upper = []] = band.map(toPoints);
  const name = isOnly ? "line" : `line of ${cell}`;
  const drawn: Series = { name, draw: "line", points: toPoints(line), colour, inLegend: isOnly };
  if (lower.length === 0) return [drawn];
  const edges = [...lower, ...upper.reverse()];
  return [
    drawn,
    { name: isOnly ? "95 %" : `95 % of ${cell}`, draw: "area", points: edges, colour, inLegend: isOnly },
  ];
}

function toPoints(line: ArrheniusLine["line"]) {
  return line.map(([x, y]) => ({ x, y }));
}
