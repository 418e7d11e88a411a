import * as v from "valibot";
import { useMemo, useRef, useState } from "preact/hooks";
import type { ReadSpectrum } from "../../../server/src/protocol/impedance";
import { reader } from "../../../server/src/protocol/webview";
import { announce } from "../shared/announce";
import { Figure } from "../shared/figure/figure";
import { useViewState } from "../shared/viewState";
import { arrheniusFigure } from "./arrheniusFigure";
import { ArrheniusResults } from "./arrheniusResults";
import { CellForm } from "./cellForm";
import { changedFor, choicesFor, toggledPoints, toggledSpectrum } from "./choices";
import { arrheniusPoints } from "./conductivities";
import { Exports } from "./exports";
import { FitForm } from "./fitForm";
import { FitResults } from "./fitResults";
import { Readout } from "./readout";
import { SeriesToolbar } from "./seriesToolbar";
import { SpectraTable } from "./spectraTable";
import { SpectrumFigures } from "./spectrumFiguresView";
import { useAnalyses, useArrhenius, useInspection, type ImpedanceHost, type Series } from "./useAnswers";
import { useChoices } from "./useChoices";

const readLook = reader(
  v.object({
    selected: v.nullable(v.string()),
    isForAll: v.boolean(),
    onlyArcs: v.boolean(),
    withOthers: v.boolean(),
    isExcluding: v.boolean(),
  }),
);
/** How the series is looked at: nothing of it changes a number. */
export type Look = ReturnType<typeof readLook>;
const firstLook: Look = {
  selected: null,
  isForAll: true,
  onlyArcs: true,
  withOthers: true,
  isExcluding: false,
};

/** The series that was read: its table, the selected spectrum in all figures, and the Arrhenius plot. */
export function SeriesView({ host, series }: { readonly host: ImpedanceHost; readonly series: Series }) {
  const { spectra, cells, count } = series;
  const history = useChoices();
  const { choices, change } = history;
  const [look, setLook] = useViewState("look", readLook, firstLook);
  const [refusal, setRefusal] = useState<string>();
  const [visited, setVisited] = useState<number>();

  const selected = spectra.find(({ id }) => id === look.selected) ?? spectra[0];
  const analyses = useAnalyses(host, series, choices, selected?.id);
  const chosen = choicesFor(choices, selected?.id ?? "");
  const inspection = useInspection(
    host,
    count,
    selected && {
      file: selected.file,
      loop: selected.loop,
      excluded: chosen.excluded,
      lambda: choices.lambda,
    },
  );
  const current = (id: string) => (analyses.isOld(id) ? undefined : analyses.of(id));
  const isReady = analyses.isStopped || analyses.done === spectra.length;
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
  if (selected === undefined) return null;

  const analysis = analyses.of(selected.id);
  const analysed = analysis?.kind === "analysed" ? analysis : undefined;
  const inspected = inspection?.kind === "inspected" ? inspection : undefined;
  const select = (id: string) => {
    setVisited(undefined);
    setLook({ ...look, selected: id });
  };
  const ask = (request: Promise<unknown>) => {
    request.then(
      () => {
        setRefusal(undefined);
      },
      (error: unknown) => {
        setRefusal(error instanceof Error ? error.message : String(error));
      },
    );
  };
  const toggle = (places: readonly number[]) => {
    if (places.length === 0) return;
    change(toggledPoints(choices, selected.id, places));
    announce(places.length === 1 ? "1 point changed." : `${places.length} points changed.`);
  };
  const changeFit = (fit: Partial<typeof chosen>) => {
    change(changedFor(choices, look.isForAll ? spectra.map(({ id }) => id) : [selected.id], fit));
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
        />
      </SeriesToolbar>
      {refusal !== undefined && (
        <p class="notice" role="alert">
          {refusal}
        </p>
      )}
      <SpectraTable
        spectra={spectra}
        analyses={analyses}
        choices={choices}
        selected={selected.id}
        onSelect={select}
        onTemperature={({ file, cell }, temperatureC) => {
          const name = file.slice(file.search(/[^\\/]*$/));
          ask(
            host.request("changeCell", { path: cell, changes: { temperaturesC: { [name]: temperatureC } } }),
          );
        }}
        onToggle={(id) => {
          change(toggledSpectrum(choices, id));
        }}
      />
      {cells.map((cell) => (
        <CellForm
          key={cell.path}
          cell={cell}
          onChange={(changes) => {
            ask(host.request("changeCell", { path: cell.path, changes }));
          }}
          onOpen={() => {
            ask(host.request("openFile", cell.path));
          }}
        />
      ))}
      <h2>{selected.name}</h2>
      <FitForm
        chosen={chosen}
        analysis={analysis}
        isForAll={look.isForAll}
        onForAll={(isForAll) => {
          setLook({ ...look, isForAll });
        }}
        onChange={changeFit}
        onIncludeAll={() => {
          change(changedFor(choices, [selected.id], { excluded: [] }));
        }}
      />
      {analysis?.kind === "refused" && (
        <p class="notice" role="alert">
          {analysis.reason}
        </p>
      )}
      <Readout spectrum={selected} place={visited} />
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
        onSelect={select}
        onToggle={toggle}
        onWindow={(tailWindow) => {
          changeFit({ tailWindow });
        }}
        onLambda={(lambda) => {
          change({ ...choices, lambda });
        }}
      />
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
      <h2>Arrhenius</h2>
      <div class="arrhenius">
        {line && (
          <Figure
            spec={line}
            host={host}
            highlight={asked.indexOf(selected)}
            onPick={({ id }) => {
              const spectrum = id === undefined ? undefined : asked[id];
              if (spectrum) select(spectrum.id);
            }}
          />
        )}
        <ArrheniusResults result={arrhenius} choices={choices} onChange={change} />
      </div>
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
