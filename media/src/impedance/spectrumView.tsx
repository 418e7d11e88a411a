import { useState } from "preact/hooks";
import type { AnalyseImpedanceResult, SpectrumChoices } from "../../../server/src/protocol/impedanceAnalysis";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { announce } from "../shared/announce";
import { changedFor, choicesFor, toggledPoints, type Choices } from "./choices";
import { FitForm } from "./fitForm";
import { FitResults } from "./fitResults";
import { Readout, type Visited } from "./readout";
import type { Look } from "./look";
import type { Shown } from "./spectrumFigures";
import { SpectrumFigures } from "./spectrumFiguresView";
import { useInspection, type ImpedanceHost, type Series } from "./useAnswers";

export interface SpectrumViewProps {
  readonly host: ImpedanceHost;
  readonly series: Series;
  readonly selected: ReadSpectrum;
  readonly analysis: AnalyseImpedanceResult | undefined;
  readonly choices: Choices;
  readonly onChange: (choices: Choices) => void;
  readonly look: Look;
  readonly onLook: (look: Look) => void;
  readonly ramp: Shown["ramp"];
}

/** The selected spectrum: how it is fitted, in all figures, and what comes out. */
export function SpectrumView(props: SpectrumViewProps) {
  const { host, series, selected, analysis, choices, onChange, look, onLook, ramp } = props;
  const { spectra, count } = series;
  const [visited, setVisited] = useState<Visited>();
  const chosen = choicesFor(choices, selected.id);
  const { file, loop } = selected;
  const { excluded, circuit } = chosen;
  const inspection = useInspection(host, count, { file, loop, excluded, circuit, lambda: choices.lambda });
  const analysed = analysis?.kind === "analysed" ? analysis : undefined;
  const inspected = inspection?.kind === "inspected" ? inspection : undefined;
  const toggle = (places: readonly number[]) => {
    if (places.length === 0) return;
    onChange(toggledPoints(choices, selected.id, places));
    announce(places.length === 1 ? "1 point changed." : `${places.length} points changed.`);
  };
  const changeFit = (fit: Partial<SpectrumChoices>) => {
    onChange(changedFor(choices, look.isForAll ? spectra.map(({ id }) => id) : [selected.id], fit));
  };
  return (
    <>
      <h2>{selected.name}</h2>
      <FitForm
        chosen={chosen}
        analysis={analysis}
        isForAll={look.isForAll}
        onForAll={(isForAll) => {
          onLook({ ...look, isForAll });
        }}
        onChange={changeFit}
        onIncludeAll={() => {
          onChange(changedFor(choices, [selected.id], { excluded: [] }));
        }}
      />
      {analysis?.kind === "refused" && (
        <p class="notice" role="alert">
          {analysis.reason}
        </p>
      )}
      <Readout visited={visited} />
      <SpectrumFigures
        host={host}
        spectra={spectra}
        selected={selected}
        chosen={chosen}
        analysis={analysed}
        inspected={inspected}
        ramp={ramp}
        look={look}
        visited={visited}
        lambda={choices.lambda}
        onVisit={setVisited}
        onSelect={(id) => {
          onLook({ ...look, selected: id });
        }}
        onToggle={toggle}
        onWindow={(tailWindow) => {
          changeFit({ tailWindow });
        }}
        onLambda={(lambda) => {
          onChange({ ...choices, lambda });
        }}
      >
        {analysed && (
          <FitResults
            analysis={analysed}
            inspected={inspected}
            onCircuit={(circuit) => {
              changeFit({ circuit });
            }}
            onExclude={toggle}
          />
        )}
      </SpectrumFigures>
    </>
  );
}
