import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import type { Choices, Quantity } from "./choices";
import { conductivityOf } from "./conductivities";
import { TemperatureField } from "./temperatureField";
import { withError } from "./texts";
import type { Analyses } from "./useAnalyses";

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

/** The spectra of the series, with what the analysis of each gives. */
export function SpectraTable(props: SpectraTableProps) {
  const { spectra, choices } = props;
  const unknown = spectra.filter(({ temperatureC }) => temperatureC === null).length;
  return (
    <div class="spectra" role="region" aria-label="Spectra" tabIndex={0}>
      {unknown > 0 && (
        <p class="notice">
          {unknown === 1 ? "The temperature of 1 spectrum is" : `The temperatures of ${unknown} spectra are`}{" "}
          not known. Type {unknown === 1 ? "it" : "them"} into the table (25, or 298 K) for the Arrhenius
          plot.
        </p>
      )}
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
  const { id, name } = spectrum;
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
      <td>
        <TemperatureField
          {...spectrum}
          onTemperature={(temperatureC) => {
            onTemperature(spectrum, temperatureC);
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
