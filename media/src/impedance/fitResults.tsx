import type {
  AnalysedCircuit,
  AnalysedSpectrum,
  InspectedSpectrum,
} from "../../../server/src/protocol/impedance";
import { shortNumber } from "../shared/figure/numbers";
import { frequencyText, withError } from "./texts";

export interface FitResultsProps {
  readonly analysis: AnalysedSpectrum;
  readonly inspected: InspectedSpectrum | undefined;
  readonly onCircuit: (circuit: string) => void;
  readonly onExclude: (points: readonly number[]) => void;
}

/** A row of results: what, value, unit, and what it says. */
export type ResultRow = readonly [name: string, value: string, unit: string, note: string];

/** The numbers of a spectrum, as the table and the report show them. */
export function resultRows({ tail, circuit }: AnalysedSpectrum): ResultRow[] {
  return [
    ...(circuit?.parameters ?? []).map((parameter): ResultRow => {
      const { name, unit, process, capacitance } = parameter;
      const farad = capacitance === null ? "" : `, ${shortNumber(capacitance)} F`;
      return [name, withError(parameter), unit, process === null ? "" : process + farad];
    }),
    ...(circuit ? [["R total", withError(circuit.resistanceTotal), "Ω", "of the circuit"] as const] : []),
    ...(tail ? [["R of the tail", withError(tail.resistance), "Ω", tailNote(tail)] as const] : []),
    ...conductivityRows(circuit),
    ...(tail?.conductivity ? [["σ of the tail", withError(tail.conductivity), "S/cm", ""] as const] : []),
    ...(circuit ? [["χ²", shortNumber(circuit.chi2), "", chiNote(circuit)] as const] : []),
  ];
}

function tailNote({ interval, points, window: [from, to] }: NonNullable<AnalysedSpectrum["tail"]>): string {
  const range = interval ? `95 %: ${interval.map(shortNumber).join(" to ")}; ` : "";
  return `${range}${points} points, ${frequencyText(from)} to ${frequencyText(to)}`;
}

function conductivityRows(circuit: AnalysedCircuit | null): ResultRow[] {
  const { total, bulk, grainBoundary } = circuit?.conductivity ?? {};
  const named = [
    ["σ total", total],
    ["σ bulk", bulk],
    ["σ grain boundary", grainBoundary],
  ] as const;
  return named.flatMap(([name, value]): ResultRow[] =>
    value
      ? [[name, withError(value), "S/cm", name === "σ grain boundary" ? "as if it filled the pellet" : ""]]
      : [],
  );
}

function chiNote({ chi2Reduced }: AnalysedCircuit): string {
  return chi2Reduced === null ? "" : `reduced ${shortNumber(chi2Reduced)}`;
}

export function FitResults({ analysis, inspected, onCircuit, onExclude }: FitResultsProps) {
  const { circuit, problems } = analysis;
  const outliers = inspected?.linKk.outliers ?? [];
  return (
    <section aria-label="Results of the fit">
      <table class="results">
        <thead>
          <tr>
            <th scope="col">Quantity</th>
            <th scope="col">Value ± standard error</th>
            <th scope="col">Unit</th>
            <th scope="col">Note</th>
          </tr>
        </thead>
        <tbody>
          {resultRows(analysis).map(([name, value, unit, note]) => (
            <tr key={name}>
              <th scope="row">{name}</th>
              <td class="numeric">{value}</td>
              <td>{unit}</td>
              <td class="faint">{note}</td>
            </tr>
          ))}
        </tbody>
      </table>
      {problems.map(({ message, severity }) => (
        <p key={message} class={severity === "information" ? "faint" : "notice"}>
          {message}
        </p>
      ))}
      {circuit && circuit.alternatives.length > 0 && (
        <p class="toolbar">
          Next best circuits:
          {circuit.alternatives.slice(0, 3).map((other) => (
            <button
              key={other.circuit}
              type="button"
              title="Difference of the Bayesian information criterion; choose this circuit"
              onClick={() => {
                onCircuit(other.circuit);
              }}
            >
              {other.circuit} (+{other.criterionDifference.toFixed(1)})
            </button>
          ))}
        </p>
      )}
      {inspected && (
        <p>
          Kramers-Kronig test: {inspected.linKk.elements} elements, μ {inspected.linKk.mu.toFixed(2)}.{" "}
          {outliers.length > 0 && (
            <button
              type="button"
              onClick={() => {
                onExclude(outliers);
              }}
            >
              Exclude {outliers.length === 1 ? "1 outlier" : `${outliers.length} outliers`}
            </button>
          )}
        </p>
      )}
      {circuit && <Correlation circuit={circuit} />}
    </section>
  );
}

function Correlation({ circuit: { parameters, correlation } }: { readonly circuit: AnalysedCircuit }) {
  return (
    <details>
      <summary>Correlation of the parameters</summary>
      <table class="results">
        <thead>
          <tr>
            <td />
            {parameters.map(({ name }) => (
              <th key={name} scope="col">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {correlation.map((row, p) => (
            <tr key={p}>
              <th scope="row">{parameters[p]?.name}</th>
              {row.map((entry, q) => (
                <td key={q} class="numeric">
                  {entry?.toFixed(2) ?? "?"}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}
