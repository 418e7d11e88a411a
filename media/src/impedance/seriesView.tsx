import { useMemo, useRef } from "preact/hooks";
import type { ReadSpectrum } from "../../../server/src/protocol/impedanceFiles";
import { fileName } from "../shared/fileName";
import { useViewState } from "../shared/viewState";
import { arrheniusFigure } from "./arrheniusFigure";
import { ArrheniusView } from "./arrheniusView";
import { CellForm } from "./cellForm";
import { changedPolarisation, toggledSpectrum } from "./choices";
import { arrheniusPoints } from "./conductivities";
import { Exports } from "./exports";
import { firstLook, readLook } from "./look";
import { PolarisationView } from "./polarisationView";
import { SeriesToolbar } from "./seriesToolbar";
import { SpectraTable } from "./spectraTable";
import { SpectrumView } from "./spectrumView";
import { useAnalyses } from "./useAnalyses";
import { useArrhenius, type ImpedanceHost, type Series } from "./useAnswers";
import { useHistory } from "./useHistory";
import { usePolarised } from "./usePolarised";

/** The series that was read: its table, the selected spectrum in all figures, the Arrhenius plot, and direct currents. */
export function SeriesView({ host, series }: { readonly host: ImpedanceHost; readonly series: Series }) {
  const { spectra, cells, problems } = series;
  const history = useHistory(host);
  const { choices, change, changeCell, attempt, refusal } = history;
  const [look, setLook] = useViewState("look", readLook, firstLook);

  const selected = spectra.find(({ id }) => id === look.selected) ?? spectra[0];
  const analyses = useAnalyses(host, series, choices, selected?.id);
  const current = (id: string) => (analyses.isOld(id) ? undefined : analyses.of(id));
  const isReady = analyses.isPaused || analyses.done === spectra.length;
  const { asked, points } = useHeld(arrheniusPoints(spectra, cells, current, choices), isReady);
  const params = { points, weighting: choices.weighting, form: choices.form };
  const arrhenius = useArrhenius(host, params);
  const ramp = useMemo(() => rampOf(spectra), [spectra]);
  const line = useMemo(
    () =>
      arrhenius?.places.length === points.length
        ? arrheniusFigure(asked, params, arrhenius, ramp)
        : undefined,
    [arrhenius],
  );
  const polarised = usePolarised(host, series, choices, current);
  const select = (id: string) => {
    setLook({ ...look, selected: id });
  };
  const changeTemperature = ({ file, cell }: Pick<ReadSpectrum, "file" | "cell">, value: number | null) => {
    changeCell({ path: cell, changes: { temperaturesC: { [fileName(file)]: value } } });
  };
  return (
    <>
      <SeriesToolbar
        history={history}
        look={look}
        onLook={setLook}
        analyses={analyses}
        total={spectra.length}
      >
        <Exports
          host={host}
          series={series}
          choices={choices}
          isReady={isReady}
          analysisOf={current}
          arrhenius={arrhenius}
          line={line}
          polarised={polarised}
        />
      </SeriesToolbar>
      {refusal !== undefined && (
        <p class="notice" role="alert">
          {refusal}
        </p>
      )}
      {selected && (
        <SpectraTable
          spectra={spectra}
          analyses={analyses}
          choices={choices}
          selected={selected.id}
          onSelect={select}
          onTemperature={changeTemperature}
          onToggle={(id) => {
            change(toggledSpectrum(choices, id));
          }}
        />
      )}
      {cells.map((cell) => (
        <CellForm
          key={cell.path}
          cell={cell}
          problems={problems.filter(({ file }) => file === cell.path)}
          onChange={(changes) => {
            changeCell({ path: cell.path, changes });
          }}
          onOpen={() => {
            attempt(() => host.request("openFile", cell.path));
          }}
        />
      ))}
      {selected && (
        <>
          <SpectrumView
            host={host}
            series={series}
            selected={selected}
            analysis={analyses.of(selected.id)}
            choices={choices}
            onChange={change}
            look={look}
            onLook={setLook}
            ramp={ramp}
          />
          <ArrheniusView
            host={host}
            asked={asked}
            selected={selected}
            result={arrhenius}
            figure={line}
            choices={choices}
            onChange={change}
            onSelect={select}
          />
        </>
      )}
      {polarised.map((one) => (
        <PolarisationView
          key={one.read.file}
          host={host}
          {...one}
          onChange={(changes) => {
            change(changedPolarisation(choices, one.read.file, changes));
          }}
          onTemperature={(value) => {
            changeTemperature(one.read, value);
          }}
        />
      ))}
    </>
  );
}

/** The value as it was when it was ready last: half of a new series is no line. */
function useHeld<Value>(value: Value, isReady: boolean): Value {
  const held = useRef(value);
  if (isReady) held.current = value;
  return held.current;
}

function rampOf(spectra: readonly ReadSpectrum[]): readonly [number, number] | undefined {
  const temperatures = spectra.flatMap(({ temperatureC }) => temperatureC ?? []);
  return temperatures.length > 0 ? [Math.min(...temperatures), Math.max(...temperatures)] : undefined;
}
