import { useEffect, useState } from "preact/hooks";
import type { ArrheniusParams, ArrheniusResult } from "../../../server/src/protocol/arrhenius";
import type {
  InspectImpedanceParams,
  InspectImpedanceResult,
} from "../../../server/src/protocol/impedanceAnalysis";
import type { ReadImpedanceResult } from "../../../server/src/protocol/impedance";
import type {
  ImpedancePanelEvent,
  ImpedancePanelRequests,
} from "../../../server/src/protocol/impedancePanel";
import type {
  AnalysePolarisationParams,
  AnalysePolarisationResult,
} from "../../../server/src/protocol/polarisation";
import type { Host } from "../shared/host";

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
    return host.onEvent(({ type }) => {
      if (type === "changed") read();
    });
  }, [host]);
  return { series, refusal };
}

/** Kramers-Kronig test and relaxation times of the selected spectrum. */
export function useInspection(
  host: ImpedanceHost,
  count: number,
  params: InspectImpedanceParams,
): InspectImpedanceResult | undefined {
  return useAnswer(JSON.stringify([count, params]), () => host.request("inspect", params));
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
function useAnswer<Result>(key: string, ask: () => Promise<Result>): Result | undefined {
  const [answer, setAnswer] = useState<Result>();
  useEffect(() => {
    let isWanted = true;
    const timer = setTimeout(() => {
      ask().then(
        (result) => {
          if (isWanted) setAnswer(() => result);
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
  return answer;
}
