import {
  fitArrhenius,
  type ArrheniusFit,
  type ArrheniusWeighting,
  type ConductivityPoint,
} from "../impedance/arrhenius/arrheniusFit";
import { findKink } from "../impedance/arrhenius/kink";
import { replicateStatistics } from "../impedance/arrhenius/replicates";
import { fault, type DataAnswer } from "./dataFiles";
import { estimateText } from "./estimateText";
import type { PlacedProblem } from "./report";
import { table } from "./table";

/** A conductivity of a cell, which has no name where there is only one. */
export interface CellPoint extends ConductivityPoint {
  readonly cell: string | null;
}

/** The fits of one cell. */
interface CellFits {
  readonly cell: string | null;
  readonly points: readonly ConductivityPoint[];
  readonly fits: readonly ArrheniusFit[];
}

const ways: readonly ArrheniusWeighting[] = ["none", "scaled", "absolute"];

/** Fits each cell in each way. */
export function arrheniusAnswer(
  points: readonly CellPoint[],
): Omit<DataAnswer, "readable"> & { readonly readable: () => string } {
  const byCell = new Map<string | null, ConductivityPoint[]>();
  for (const { cell, ...point } of points) byCell.set(cell, [...(byCell.get(cell) ?? []), point]);
  const cells = [...byCell].map(([cell, own]) => ({
    cell,
    points: own,
    fits: ways.flatMap((weighting) => {
      const result = fitArrhenius(own, weighting);
      return result.ok ? [result.fit] : [];
    }),
  }));
  return {
    fields: () => json(cells),
    readable: () => readable(cells),
    problems: cells.flatMap(problemsOf),
  };
}

function problemsOf({ cell, points, fits }: CellFits): PlacedProblem[] {
  const whose = cell === null ? "" : `Cell ${cell}: `;
  if (fits.length === 0) return [fault("too-few-temperatures", `${whose}a line needs two temperatures.`)];
  const kink = findKink(points);
  if (!kink) return [];
  const [below, above] = [kink.below, kink.above].map((energy) => `${energy.toFixed(3)} eV`);
  const message = `${whose}ln(sigma T) has a kink near ${kink.temperatureC.toFixed(0)} C: ${below ?? ""} below, ${above ?? ""} above.`;
  return [{ ...fault("two-regimes", message), severity: "warning" }];
}

function json(cells: readonly CellFits[]): object {
  const fits = cells.flatMap(({ cell, fits: own }) =>
    own.map(({ at, ...fit }) => ({ cell: cellJson(cell), ...fit, band: bandOf({ at, ...fit }) })),
  );
  const kinks = cells.flatMap(({ cell, points }) => {
    const kink = findKink(points);
    return kink ? [{ cell: cellJson(cell), ...kink }] : [];
  });
  return { fits, cells: replicateStatistics(unweighted(cells)), kinks };
}

/** A cell that is named by a number is a number. */
function cellJson(cell: string | null): string | number | null {
  return cell !== null && cell !== "" && Number.isFinite(Number(cell)) ? Number(cell) : cell;
}

/** The 95 % band at the measured temperatures' ends and middle, and in steps between. */
function bandOf({ at, temperatureRange: [from, to] }: ArrheniusFit): object[] {
  const steps = 10;
  return Array.from({ length: steps + 1 }, (_, i) => from + ((to - from) * i) / steps).map(
    (temperatureC) => ({
      temperatureC,
      ...at(temperatureC),
    }),
  );
}

function unweighted(cells: readonly CellFits[]): ArrheniusFit[] {
  return cells.flatMap(({ fits }) => fits.filter(({ weighting }) => weighting === "none"));
}

function readable(cells: readonly CellFits[]): string {
  const rows = cells.flatMap(({ cell, fits }) =>
    fits.map((fit) => [
      cell ?? "-",
      fit.weighting,
      estimateText({ value: fit.activationEnergy, standardError: fit.activationEnergyStandardError }),
      fit.activationEnergyKilojoulePerMole.toFixed(2),
      estimateText({ value: fit.lnPrefactor, standardError: fit.lnPrefactorStandardError }),
      estimateText({ value: fit.conductivity25, standardError: fit.conductivity25StandardError }),
      fit.conductivity25Source,
      fit.r2.toFixed(5),
    ]),
  );
  const heading = [
    "cell",
    "weights",
    "E_a, eV",
    "kJ/mol",
    "ln(sigma_0 / S K/cm)",
    "sigma at 25 C, S/cm",
    "",
    "R2",
  ];
  const { activationEnergy, conductivity25 } = replicateStatistics(unweighted(cells));
  const over =
    activationEnergy.n > 1
      ? `Over ${activationEnergy.n} cells: E_a ${spread(activationEnergy)} eV, sigma at 25 C ${spread(conductivity25)} S/cm (mean, sample standard deviation)\n`
      : "";
  return `${table([heading, ...rows])}${over}`;
}

function spread({
  mean,
  deviation,
}: {
  readonly mean: number | null;
  readonly deviation: number | null;
}): string {
  return `${mean?.toPrecision(4) ?? "-"} +- ${deviation?.toPrecision(2) ?? "-"}`;
}
