import { useEffect, useMemo, useRef, useState } from "preact/hooks";
import type {
  AnalyseImpedanceResult,
  ArrheniusParams,
  ArrheniusResult,
  InspectImpedanceParams,
  InspectImpedanceResult,
  ReadImpedanceResult,
  ReadSpectrum,
} from "../../../server/src/protocol/impedance";
import type {
  ImpedancePanelEvent,
  ImpedancePanelRequests,
} from "../../../server/src/protocol/impedancePanel";
import type {
  AnalysePolarisationParams,
  AnalysePolarisationResult,
} from "../../../server/src/protocol/polarisation";
import type { Host } from "../shared/host";
import { choicesFor, type Choices } from "./choices";

export type ImpedanceHost = Host<ImpedancePanelRequests, ImpedancePanelEvent>;

export interface Series extends ReadImpedanceResult {
  /** How often the files were read. */
  readonly count: number;
}

/** What the files say, read anew when one of them changes, or why they cannot be read. */
export function useSeries(host: ImpedanceHost): {
  readonly series: Series | undefined;
  readonly refusal: string | undefined;
} {
  const [series, setSeries] = useState<Series>();
  const [refusal, setRefusal] = useState<string>();
  useEffect(() => {
    const read = () => {
      host.request("read", null).then(
        (result) => {
          setRefusal(undefined);
          setSeries((before) => ({ ...result, count: (before?.count ?? 0) + 1 }));
        },
        (error: unknown) => {
          setRefusal(error instanceof Error ? error.message : String(error));
        },
      );
    };
    read();
    return host.onEvent(read);
  }, [host]);
  return { series, refusal };
}

interface Answer<Result> {
  /** What was asked. */
  readonly key: string;
  readonly result: Result;
}

export interface Analyses {
  readonly of: (id: string) => AnalyseImpedanceResult | undefined;
  /** Whether what `of` gives is of other choices than now. */
  readonly isOld: (id: string) => boolean;
  readonly done: number;
  /** Goes on where it was stopped, or stops. */
  readonly isStopped: boolean;
  readonly stop: (stopped: boolean) => void;
}

/** Analyses the spectra one after another, the selected one first, and again what the user changes. */
export function useAnalyses(
  host: ImpedanceHost,
  { spectra, count }: Series,
  choices: Choices,
  selected: string | undefined,
): Analyses {
  const answers = useRef(new Map<string, Answer<AnalyseImpedanceResult>>());
  const isBusy = useRef(false);
  const [, setArrivals] = useState(0);
  const [isStopped, stop] = useState(false);
  const keys = useMemo(
    () => new Map(spectra.map((one) => [one.id, JSON.stringify([count, paramsOf(one, choices)])])),
    [spectra, count, choices.spectra],
  );
  const isOld = (id: string) => answers.current.get(id)?.key !== keys.get(id);
  useEffect(() => {
    const mine = spectra.find(({ id }) => id === selected);
    const next = mine && isOld(mine.id) ? mine : spectra.find(({ id }) => isOld(id));
    if (next === undefined || isBusy.current || (isStopped && next !== mine)) return;
    isBusy.current = true;
    const key = keys.get(next.id) ?? "";
    void host
      .request("analyse", paramsOf(next, choices))
      .catch((error: unknown) => ({ kind: "refused", reason: String(error) }) as const)
      .then((result) => {
        answers.current.set(next.id, { key, result });
        isBusy.current = false;
        setArrivals((arrivals) => arrivals + 1);
      });
  });
  return {
    of: (id) => answers.current.get(id)?.result,
    isOld,
    done: spectra.filter(({ id }) => !isOld(id)).length,
    isStopped,
    stop,
  };
}

function paramsOf({ file, loop, id, cellConstant }: ReadSpectrum, choices: Choices) {
  return { file, loop, cellConstant, choices: choicesFor(choices, id) };
}

/** Kramers-Kronig test and relaxation times of the selected spectrum. */
export function useInspection(
  host: ImpedanceHost,
  count: number,
  params: InspectImpedanceParams | undefined,
): InspectImpedanceResult | undefined {
  return useAnswer(params && JSON.stringify([count, params]), () =>
    params ? host.request("inspect", params) : undefined,
  );
}

export function useArrhenius(host: ImpedanceHost, params: ArrheniusParams): ArrheniusResult | undefined {
  return useAnswer(JSON.stringify(params), () => host.request("arrhenius", params));
}

/** In the order of what is asked. */
export function usePolarisations(
  host: ImpedanceHost,
  count: number,
  params: readonly AnalysePolarisationParams[],
): readonly AnalysePolarisationResult[] | undefined {
  return useAnswer(JSON.stringify([count, params]), () =>
    Promise.all(params.map((one) => host.request("polarisation", one))),
  );
}

const quietMilliseconds = 150;

/** The answer to what the key stands for; the one before it stays until then. */
function useAnswer<Result>(
  key: string | undefined,
  ask: () => Promise<Result> | undefined,
): Result | undefined {
  const [answer, setAnswer] = useState<Answer<Result>>();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      void ask()?.then(
        (result) => {
          if (isWanted && key !== undefined) setAnswer({ key, result });
        },
        (error: unknown) => {
          console.warn(error);
        },
      );
    }, quietMilliseconds);
    return () => {
      isWanted = false;
      clearTimeout(timer);
    };
  }, [key]);
  return answer?.result;
}
