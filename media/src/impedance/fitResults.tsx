import type {
  AnalysedCircuit,
  AnalysedSpectrum,
  InspectedSpectrum,
} from "../../../server/src/protocol/impedanceAnalysis";
import { shortNumber } from "../shared/figure/numbers";
import { PlainTable } from "../shared/table/plainTable";
import { capacitanceText, frequencyText, rangeText, withError } from "./texts";

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
      const farad = capacitance === null ? "" : `, ${capacitanceText(capacitance)}`;
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
  const range = interval ? `95 %: ${rangeText(interval)}; ` : "";
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
      <PlainTable
        class="results"
        header={["Quantity", "Value ± standard error", "Unit", "Note"]}
        classes={["", "numeric", "", "note"]}
        rows={resultRows(analysis)}
      />
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
      <PlainTable
        class="results numbers"
        header={["", ...parameters.map(({ name }) => name)]}
        rows={correlation.map((row, p) => [
          parameters[p]?.name ?? "",
          ...row.map((entry) => entry?.toFixed(2) ?? "?"),
        ])}
      />
    </details>
  );
}
