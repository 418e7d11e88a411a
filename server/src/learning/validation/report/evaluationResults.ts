import { principalComponents } from "../../../clustering/principalComponents";
import { meanFeatures } from "../../trainingIndex";
import type { LabelledCompound } from "../compound";
import { leakCounts, setStatistics, splitStatistics } from "../dataStatistics";
import type { EvaluationUnit } from "../evaluation";
import type { SplitData } from "../schemes";
import { summarise, type ModelSummary } from "../summary";
import type { EvaluatedCompound, EvaluationResults } from "./results";

/** A unit that was run, with P_SI of each compound. */
export interface FinishedUnit {
  readonly unit: EvaluationUnit;
  readonly predictions: readonly number[];
}

export interface ReportDetails extends Pick<EvaluationResults, "seed" | "remarks"> {
  /** Of the data. */
  readonly name: string;
  readonly curves?: EvaluationResults["curves"];
}

/** All that the report tells, from the data and from what the models said. */
export function evaluationResults(
  data: SplitData,
  finished: readonly FinishedUnit[],
  { name, curves = [], ...rest }: ReportDetails,
): EvaluationResults {
  const { compounds, schemes, pairs, clusters } = data;
  const located = compounds.filter(({ crystal }) => crystal);
  return {
    data: {
      name,
      scored: setStatistics(located),
      compositionsOnly: compounds.length - located.length,
      leakingPairs: leakCounts(pairs),
    },
    compounds: evaluatedCompounds(data, located),
    schemes: schemes.map(({ repeats, ...scheme }) => ({
      ...scheme,
      repeats: repeats.length,
      splits: (repeats[0] ?? []).map((split) => splitStatistics(split, data)),
    })),
    models: modelSummaries(finished, compounds),
    curves,
    noise: clusters.noise.length,
    ...rest,
  };
}

function evaluatedCompounds(
  { compounds, clusters }: SplitData,
  located: readonly LabelledCompound[],
): EvaluatedCompound[] {
  const places = new Map(located.map((compound, i) => [compound, i]));
  const features = located.flatMap(({ crystal }) =>
    crystal ? [meanFeatures(crystal.atoms("CAMNS", 1))] : [],
  );
  const principal = principalComponents(features, 2);
  return compounds.map((compound) => {
    const { id, formula, logConductivity, superionic } = compound;
    const i = places.get(compound);
    const rounded = (values: readonly number[] | undefined) =>
      values?.map((value) => Number(value.toPrecision(4))) ?? null;
    return {
      id,
      formula,
      logConductivity,
      superionic,
      cluster: i === undefined ? null : (clusters.clusters[i] ?? null),
      projection: i === undefined ? null : rounded(clusters.projection[i]),
      principal: i === undefined ? null : rounded(principal[i]),
    };
  });
}

/** A summary for each model and scheme, in the order of the first unit of each. */
function modelSummaries(
  finished: readonly FinishedUnit[],
  compounds: readonly LabelledCompound[],
): ModelSummary[] {
  const groups = new Map<string, FinishedUnit[]>();
  for (const one of finished) {
    const key = `${one.unit.scheme} ${one.unit.model.name}`;
    groups.set(key, [...(groups.get(key) ?? []), one]);
  }
  return [...groups.values()].flatMap((units) => {
    const [first] = units;
    if (!first) return [];
    const repeats = units.map(({ unit, predictions }) => ({ splits: unit.splits, predictions }));
    return [summarise(first.unit.model.name, first.unit.scheme, repeats, compounds)];
  });
}
