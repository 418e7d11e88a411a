import { useEffect, useMemo, useState } from "preact/hooks";
import type { AnalyseImpedanceResult } from "../../../server/src/protocol/impedanceAnalysis";
import { choicesFor, type Choices } from "./choices";
import { SeriesAnalysis } from "./seriesAnalysis";
import type { ImpedanceHost, Series } from "./useAnswers";

export interface Analyses {
  readonly of: (id: string) => AnalyseImpedanceResult | undefined;
  /** Whether what `of` gives is of other choices than now. */
  readonly isOld: (id: string) => boolean;
  readonly done: number;
  /** Whether it was cancelled, and nothing runs. */
  readonly isPaused: boolean;
  /** What is done stays. */
  readonly cancel: () => void;
  readonly resume: () => void;
}

/** Analyses the spectra, the selected one first, and again what the user changes. */
export function useAnalyses(
  host: ImpedanceHost,
  { spectra, count }: Series,
  choices: Choices,
  selected: string | undefined,
): Analyses {
  const [, setChanges] = useState(0);
  const analysis = useMemo(
    () =>
      new SeriesAnalysis(host, () => {
        setChanges((changes) => changes + 1);
      }),
    [host],
  );
  const asked = useMemo(
    () =>
      spectra.map(({ id, file, loop, cellConstant }) => {
        const params = { file, loop, cellConstant, choices: choicesFor(choices, id) };
        return { id, key: JSON.stringify([count, params]), params };
      }),
    [spectra, count, choices.spectra],
  );
  const keys = useMemo(() => new Map(asked.map(({ id, key }) => [id, key])), [asked]);
  useEffect(
    () =>
      host.onEvent((event) => {
        if (event.type === "progress") analysis.take(event.progress);
      }),
    [host, analysis],
  );
  useEffect(() => {
    analysis.ask(asked, selected);
  }, [analysis, asked, selected]);
  const isOld = (id: string) => analysis.answer(id)?.key !== keys.get(id);
  return {
    of: (id) => analysis.answer(id)?.result,
    isOld,
    done: spectra.filter(({ id }) => !isOld(id)).length,
    isPaused: analysis.isPaused,
    cancel() {
      analysis.cancel();
    },
    resume() {
      analysis.resume();
    },
  };
}
