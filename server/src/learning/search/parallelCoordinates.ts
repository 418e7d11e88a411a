import { ranking, type JobResult } from "./hyperparameterSearch";
import { toUnit, type Parameter, type SearchSpace } from "./searchSpace";

const [axisDistance, height] = [120, 300];
const margin = { left: 60, right: 60, top: 70, bottom: 30 };
/** From the worst score to the best: dark blue over green to yellow, which also read apart in grey (viridis). */
const colours = [
  [68, 1, 84],
  [59, 82, 139],
  [33, 145, 140],
  [94, 201, 98],
  [253, 231, 37],
] as const;

/** An axis of the picture: where a value lies on it, from 0 at the bottom to 1, and the marks beside it. */
interface Axis {
  readonly name: string;
  readonly place: (result: JobResult) => number;
  readonly marks: readonly { readonly place: number; readonly text: string }[];
}

/**
 * The trials of a search as parallel coordinates, an SVG document by itself: an axis for each parameter and one for the
 * score, a line for each trial, coloured by score, the best on top and thick. Trials that were stopped early are thin.
 */
export function parallelCoordinates(
  space: SearchSpace,
  results: readonly JobResult[],
  scoreName: string,
): string {
  const trials = ranking(results).filter(({ score }) => score !== null);
  const scores = trials.map(({ score }) => score ?? 0);
  const [worst, best] = [Math.min(...scores), Math.max(...scores)];
  const axes = [...space.map(parameterAxis), scoreAxis(scoreName, worst, best)];
  const width = margin.left + margin.right + axisDistance * (axes.length - 1);
  const fullHeight = margin.top + height + margin.bottom;
  const highestRung = Math.max(0, ...trials.map(({ rung }) => rung));
  const lines = trials
    .map((trial, rank) =>
      trialLine(axes, trial, relative(trial.score ?? 0, worst, best), rank === 0, highestRung),
    )
    .reverse();
  const title = `${trials.length} configurations; ${scoreName} from ${worst.toFixed(3)} to ${best.toFixed(3)}`;
  return [
    `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${width} ${fullHeight}" width="${width}" height="${fullHeight}" font-family="system-ui, sans-serif" font-size="11" role="img">`,
    `<title>${escaped(title)}</title>`,
    `<rect width="100%" height="100%" fill="#ffffff"/>`,
    `<text x="${margin.left}" y="20" font-size="14" fill="#222222">${escaped(title)}</text>`,
    `<g fill="none" stroke-linejoin="round">`,
    ...lines,
    `</g>`,
    ...axes.map((axis, i) => axisDrawing(axis, i)),
    `</svg>`,
    "",
  ].join("\n");
}

function parameterAxis(parameter: Parameter): Axis {
  const { name } = parameter;
  const valueOf = ({ configuration }: JobResult) => configuration[name] ?? NaN;
  if (parameter.kind === "choice") {
    const { values } = parameter;
    const place = (value: number) => (values.length > 1 ? values.indexOf(value) / (values.length - 1) : 0.5);
    return {
      name,
      place: (result) => place(valueOf(result)),
      marks: values.map((value) => ({ place: place(value), text: written(value) })),
    };
  }
  const { lowest, highest } = parameter;
  return {
    name,
    place: (result) => toUnit(parameter, valueOf(result)),
    marks: [lowest, highest].map((value) => ({ place: toUnit(parameter, value), text: written(value) })),
  };
}

function scoreAxis(name: string, worst: number, best: number): Axis {
  return {
    name,
    place: ({ score }) => relative(score ?? worst, worst, best),
    marks: [0, 0.25, 0.5, 0.75, 1].map((place) => ({
      place,
      text: (worst + place * (best - worst)).toFixed(3),
    })),
  };
}

function relative(score: number, worst: number, best: number): number {
  return best > worst ? (score - worst) / (best - worst) : 1;
}

function trialLine(
  axes: readonly Axis[],
  trial: JobResult,
  share: number,
  isBest: boolean,
  highestRung: number,
): string {
  const points = axes.map((axis, i) => `${x(i)},${y(axis.place(trial)).toFixed(1)}`).join(" ");
  const isWhole = trial.rung === highestRung;
  const width = isBest ? 3.5 : isWhole ? 1.6 : 0.7;
  const values = Object.entries(trial.configuration).map(([name, value]) => `${name} ${written(value)}`);
  const tip = `trial ${trial.trial + 1}: ${trial.score?.toFixed(4) ?? ""} with budget ${trial.budget}; ${values.join(", ")}`;
  return `<polyline points="${points}" stroke="${colourOf(share)}" stroke-width="${width}" stroke-opacity="${isWhole ? 0.95 : 0.45}"><title>${escaped(tip)}</title></polyline>`;
}

function axisDrawing({ name, marks }: Axis, index: number): string {
  const at = x(index);
  const labels = marks.map(
    ({ place, text }) =>
      `<line x1="${at - 4}" x2="${at}" y1="${y(place)}" y2="${y(place)}" stroke="#222222"/>` +
      `<text x="${at - 7}" y="${y(place) + 4}" text-anchor="end" fill="#222222" stroke="#ffffff" stroke-width="3" paint-order="stroke">${escaped(text)}</text>`,
  );
  return [
    `<g><text x="${at}" y="${margin.top - 16}" text-anchor="middle" font-weight="600" fill="#222222">${escaped(name)}</text>`,
    `<line x1="${at}" x2="${at}" y1="${y(0)}" y2="${y(1)}" stroke="#222222"/>`,
    ...labels,
    `</g>`,
  ].join("");
}

function x(axis: number): number {
  return margin.left + axis * axisDistance;
}

function y(place: number): number {
  return margin.top + (1 - place) * height;
}

function colourOf(share: number): string {
  const place = share * (colours.length - 1);
  const low = Math.min(colours.length - 2, Math.floor(place));
  const [from, to] = [colours[low] ?? colours[0], colours[low + 1] ?? colours[0]];
  const mixed = from.map((part, i) => Math.round(part + (place - low) * ((to[i] ?? part) - part)));
  return `rgb(${mixed.join(",")})`;
}

function written(value: number): string {
  return value !== 0 && (Math.abs(value) < 1e-2 || Math.abs(value) >= 1e5)
    ? value.toExponential().replace(/\.\d{3,}/, (digits) => digits.slice(0, 3))
    : String(Number(value.toPrecision(4)));
}

function escaped(text: string): string {
  return text.replace(/&/g, "&amp;").replace(/</g, "&lt;").replace(/>/g, "&gt;");
}
