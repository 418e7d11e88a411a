import type { CircuitAnalysis } from "../impedance/analysis";
import { processHint } from "../impedance/conductivity/contributions";
import type { AnalysedLoop } from "./eisJson";
import { estimateText } from "./estimateText";
import { table } from "./table";

/** What `superion eis` prints of a file. */
export function fileText(file: string, temperatureC: number | null, loops: readonly AnalysedLoop[]): string {
  return loops.map((loop) => loopText(file, loop.loop.temperatureC ?? temperatureC, loop)).join("");
}

function loopText(
  file: string,
  temperatureC: number | null,
  { loop, name, analysis, cellConstant }: AnalysedLoop,
): string {
  const { tail, circuit, linKk } = analysis;
  const temperature = temperatureC === null ? "" : `, ${temperatureC.toFixed(1)} C`;
  const heading = `${file}${name ? `, ${name.toLowerCase()}` : ""}: ${loop.frequencies.length} points${temperature}\n`;
  const rows = [
    ...(tail
      ? [
          [
            "tail",
            `${estimateText({ value: tail.resistance, standardError: tail.standardError })} ohm`,
            `${tail.points} points, ${tail.method}`,
          ],
        ]
      : []),
    ...(circuit ? circuitRows(circuit, cellConstant?.value ?? null) : []),
    ...(linKk ? [["Lin-KK", `mu ${linKk.mu.toFixed(3)}`, `${linKk.elements} elements`]] : []),
  ];
  return `${heading}${table(rows.map((row) => ["", ...row]))}`;
}

function circuitRows(analysis: CircuitAnalysis, cellConstant: number | null): string[][] {
  const { fit, resistanceTotal, contributions, conductivity, candidates } = analysis;
  const second = candidates[1]?.fit.circuit.text;
  const processes = new Map(
    contributions.map(({ parameter, capacitance }) => [parameter, processHint(capacitance, cellConstant)]),
  );
  const sigma = Object.entries({
    "sigma total": conductivity?.total,
    "sigma bulk": conductivity?.bulk,
    "sigma grain boundary": conductivity?.grainBoundary,
  });
  return [
    ["circuit", fit.circuit.text, second ? `next best: ${second}` : ""],
    ["chi2", fit.chi2.toPrecision(4), `weights ${fit.weighting}`],
    ...fit.parameters.map((parameter, p) => [
      parameter.name,
      `${estimateText(parameter)} ${parameter.unit}`,
      processes.get(p) ?? "",
    ]),
    ["R total", `${estimateText(resistanceTotal)} ohm`, ""],
    ...sigma.flatMap(([label, value]) => (value ? [[label, `${estimateText(value)} S/cm`, ""]] : [])),
  ];
}
