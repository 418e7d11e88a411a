import type { AnalyseImpedanceResult } from "../../../server/src/protocol/impedanceAnalysis";
import { polarisationChoicesFor, type Choices } from "./choices";
import { totalConductivityFor } from "./conductivities";
import type { Polarised } from "./polarisationView";
import { usePolarisations, type ImpedanceHost, type Series } from "./useAnswers";

/** The files of direct currents, each with its choices and what was found with them. */
export function usePolarised(
  host: ImpedanceHost,
  series: Series,
  choices: Choices,
  analysisOf: (id: string) => AnalyseImpedanceResult | undefined,
): Polarised[] {
  const { polarisations, count } = series;
  const asked = polarisations.map((read) => {
    const chosen = polarisationChoicesFor(choices, read.file);
    return { read, chosen, total: totalConductivityFor(read, series, analysisOf) };
  });
  const results = usePolarisations(
    host,
    count,
    asked.map(
      ({ read: { file, cellConstant }, chosen: { steadyFrom, totalConductivity: typed }, total }) => ({
        file,
        steadyFrom,
        cellConstant,
        totalConductivity: typed === null ? (total?.value ?? null) : { value: typed, standardError: 0 },
      }),
    ),
  );
  return asked.map(({ read, chosen, total }, i) => ({
    read,
    chosen,
    total: total && { value: total.value.value, from: total.spectrum.name },
    result: results?.[i],
  }));
}
