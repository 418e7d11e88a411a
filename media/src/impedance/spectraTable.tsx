import type { ReadSpectrum } from "../../../server/src/protocol/impedance";
import { LateInput } from "../shared/lateInput";
import type { Choices, Quantity } from "./choices";
import { conductivityOf } from "./conductivities";
import { numberIn } from "./numberIn";
import { withError } from "./texts";
import type { Analyses } from "./useAnswers";

export interface SpectraTableProps {
  readonly spectra: readonly ReadSpectrum[];
  readonly analyses: Analyses;
  readonly choices: Choices;
  readonly selected: string | undefined;
  readonly onSelect: (id: string) => void;
  readonly onTemperature: (spectrum: ReadSpectrum, temperatureC: number | null) => void;
  /** Whether the Arrhenius line sees a spectrum. */
  readonly onToggle: (id: string) => void;
}

const sources = {
  cell: "From the cell file",
  file: "From the data file",
  name: "From the name of the file",
} as const;

/** The spectra of the series, with what the analysis of each gives. */
export function SpectraTable(props: SpectraTableProps) {
  const { spectra, choices } = props;
  return (
    <div class="spectra" role="region" aria-label="Spectra" tabIndex={0}>
      <table class="results">
        <thead>
          <tr>
            <th scope="col">Spectrum</th>
            <th scope="col">T (°C)</th>
            <th scope="col">Circuit</th>
            <th scope="col">R total (Ω)</th>
            <th scope="col">{quantityNames[choices.quantity]} (S/cm)</th>
            <th scope="col" title="Whether the Arrhenius line sees it">
              In line
            </th>
          </tr>
        </thead>
        <tbody>
          {spectra.map((spectrum) => (
            <SpectrumRow key={spectrum.id} spectrum={spectrum} {...props} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

export const quantityNames: Readonly<Record<Quantity, string>> = {
  total: "σ total",
  tail: "σ of the tail",
  bulk: "σ bulk",
  grainBoundary: "σ grain boundary",
};

function SpectrumRow(props: SpectraTableProps & { readonly spectrum: ReadSpectrum }) {
  const { spectrum, analyses, choices, selected, onSelect, onTemperature, onToggle } = props;
  const { id, name, temperatureC, temperatureSource } = spectrum;
  const analysis = analyses.of(id);
  const isAnalysed = analysis?.kind === "analysed";
  const circuit = isAnalysed ? analysis.circuit : null;
  const conductivity = conductivityOf(analysis, choices.quantity);
  return (
    <tr class={id === selected ? "selected" : ""} aria-busy={analyses.isOld(id)}>
      <th scope="row">
        <button
          type="button"
          class="link"
          aria-pressed={id === selected}
          onClick={() => {
            onSelect(id);
          }}
        >
          {name}
        </button>
      </th>
      <td title={temperatureSource === null ? "Not known: enter it" : sources[temperatureSource]}>
        <LateInput
          class="short"
          label={`Temperature of ${name}`}
          value={temperatureC === null ? "" : String(Number(temperatureC.toFixed(2)))}
          onValue={(text) => {
            const value = numberIn(text);
            if (value !== undefined) onTemperature(spectrum, value);
          }}
        />
      </td>
      <td class="circuit">{circuit?.circuit ?? (analysis?.kind === "refused" ? analysis.reason : "")}</td>
      <td class="numeric">{circuit ? withError(circuit.resistanceTotal) : "\u2026"}</td>
      <td class="numeric">{conductivity ? withError(conductivity) : ""}</td>
      <td>
        <input
          type="checkbox"
          aria-label={`${name} in the Arrhenius line`}
          checked={!choices.leftOut.includes(id)}
          onChange={() => {
            onToggle(id);
          }}
        />
      </td>
    </tr>
  );
}
