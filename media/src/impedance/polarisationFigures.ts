import type { AnalysedPolarisation, ReadPolarisation } from "../../../server/src/protocol/polarisation";
import type { FigureSpec, Series } from "../shared/figure/figureSpec";
import { shortNumber } from "../shared/figure/numbers";

interface CurrentUnit {
  readonly unit: string;
  /** Ampere. */
  readonly size: number;
}

const currentUnits: readonly CurrentUnit[] = [
  { unit: "A", size: 1 },
  { unit: "mA", size: 1e-3 },
  { unit: "µA", size: 1e-6 },
  { unit: "nA", size: 1e-9 },
  { unit: "pA", size: 1e-12 },
];
const smallest: CurrentUnit = { unit: "pA", size: 1e-12 };

function unitFor(currents: readonly number[]): CurrentUnit {
  const largest = currents.reduce((most, current) => Math.max(most, Math.abs(current)), 0);
  return currentUnits.find(({ size }) => largest >= size) ?? smallest;
}

/** The current after each voltage was applied, shaded by voltage. */
export function transientFigure({ name, transients }: ReadPolarisation): FigureSpec {
  const { unit, size } = unitFor(transients.flatMap(({ currents }) => currents));
  const voltages = transients.map(({ voltage }) => voltage);
  const [lowest, highest] = [Math.min(...voltages), Math.max(...voltages)];
  const isPositive = transients.every(({ currents }) => currents.every((current) => current > 0));
  return {
    title: `Transients of ${name}`,
    x: { label: "time", unit: "s" },
    y: { label: "current", unit, scale: isPositive ? "logarithmic" : "linear" },
    gradient: { label: "V", min: lowest, max: highest },
    series: transients.map(({ voltage, times, currents }): Series => {
      const shade = highest > lowest ? (voltage - lowest) / (highest - lowest) : 0.5;
      const label = `${shortNumber(voltage)} V`;
      const points = times.map((x, i) => ({ x, y: (currents[i] ?? NaN) / size, label, shade }));
      return { name: label, draw: "points", points, shape: "circle", radius: 2, inLegend: false };
    }),
  };
}

/** Steady currents against voltage with their errors, and both lines. */
export function currentFigure(
  { name }: ReadPolarisation,
  { currents, withOffset, throughOrigin }: AnalysedPolarisation,
): FigureSpec {
  const { unit, size } = unitFor(currents.map(({ value }) => value));
  const points = currents.map(({ voltage, value, standardError }) => ({
    x: voltage,
    y: value / size,
    label: `${shortNumber(voltage)} V`,
    error: standardError === null ? undefined : standardError / size,
  }));
  const lines = [
    { name: "with an offset", ...withOffset, colour: 0, dashed: false },
    { name: "through the origin", ...throughOrigin, colour: 2, dashed: true },
  ];
  return {
    title: `Steady currents of ${name}`,
    x: { label: "voltage", unit: "V" },
    y: { label: "steady current", unit },
    series: [
      { name: "steady current", draw: "points", points, colour: 0, radius: 4 },
      ...lines.map(({ name: of, line, colour, dashed }): Series => {
        const drawn = line.map(([x, y]) => ({ x, y: y / size }));
        return { name: of, draw: "line", points: drawn, colour, dashed };
      }),
    ],
  };
}
