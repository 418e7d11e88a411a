import type { Structure } from "../../src/crystal/structure";
import { buildCrystalGraph } from "../../src/graph/crystalGraph";
import { Megnet } from "../../src/graph/megnet";
import type { ParentModel } from "../../src/graph/parentModel";
import { combinedGap, saysNonmetal } from "../../src/learning/bandGap";

/** The published models. */
export interface PublishedParents {
  readonly formationEnergy: ParentModel;
  readonly bandGap: ParentModel;
  readonly nonmetalProbability: ParentModel;
}

/** How well a student agrees with its teachers on some structures. */
export interface Agreement {
  readonly structures: number;
  /** R2 of V0 to V3 on the sites: of each feature, averaged over the features. */
  readonly levels: readonly number[];
  /** Mean absolute error, eV/atom. */
  readonly formationEnergy: number;
  /** Mean absolute error of the regression where the teacher says nonmetal, eV. */
  readonly bandGap: number;
  /** Mean absolute error of the gap as it is shown, 0 for what is called a metal, eV. */
  readonly shownGap: number;
  /** Share that both call metal, or both nonmetal. */
  readonly sameClass: number;
  /** Share that the teacher calls nonmetal. */
  readonly nonmetals: number;
  /** Area under the receiver operating characteristic of the student's probability for the teacher's classes. */
  readonly areaUnderRoc: number;
}

/** The student is taken as given; the formation-energy model teaches the features. */
export function agreement(
  teachers: PublishedParents,
  student: ParentModel,
  structures: readonly Structure[],
): Agreement {
  const megnets = {
    formationEnergy: new Megnet(teachers.formationEnergy),
    bandGap: new Megnet(teachers.bandGap),
    nonmetalProbability: new Megnet(teachers.nonmetalProbability),
  };
  const pupil = new Megnet(student);
  const levels = [0, 1, 2, 3].map((level) =>
    levelAgreement(megnets.formationEnergy, pupil, structures, level),
  );
  const pairs = structures.map((structure) => {
    const ask = (megnet: Megnet) => {
      const { outputs } = megnet.run(buildCrystalGraph(structure, megnet.parent.cutoff), 0, true);
      return outputs.get("prediction") ?? NaN;
    };
    const expected = {
      formationEnergy: ask(megnets.formationEnergy),
      bandGap: ask(megnets.bandGap),
      nonmetalProbability: ask(megnets.nonmetalProbability),
    };
    const got = pupil.run(buildCrystalGraph(structure, student.cutoff), 0, true).outputs;
    return { expected: new Map(Object.entries(expected)), got };
  });
  const difference = (name: "formationEnergy" | "bandGap") =>
    pairs.map(({ expected, got }) => Math.abs((expected.get(name) ?? NaN) - (got.get(name) ?? NaN)));
  const isNonmetal = pairs.map(({ expected }) => saysNonmetal(expected));
  return {
    structures: structures.length,
    levels,
    formationEnergy: mean(difference("formationEnergy")),
    bandGap: mean(difference("bandGap").filter((_, i) => isNonmetal[i])),
    shownGap: mean(
      pairs.map(({ expected, got }) => Math.abs((combinedGap(expected) ?? NaN) - (combinedGap(got) ?? NaN))),
    ),
    sameClass: mean(pairs.map(({ expected, got }) => (saysNonmetal(expected) === saysNonmetal(got) ? 1 : 0))),
    nonmetals: mean(isNonmetal.map(Number)),
    areaUnderRoc: areaUnderRoc(
      pairs.map(({ got }) => got.get("nonmetalProbability") ?? NaN),
      isNonmetal,
    ),
  };
}

function levelAgreement(
  teacher: Megnet,
  student: Megnet,
  structures: readonly Structure[],
  level: number,
): number {
  const rows: [number, number][][] = [];
  for (const structure of structures) {
    const graph = buildCrystalGraph(structure, teacher.parent.cutoff);
    const expected = teacher.run(graph, level);
    const got = student.run(graph, level);
    expected.features.forEach((value, i) => {
      (rows[i % expected.width] ??= []).push([value, got.features[i] ?? NaN]);
    });
  }
  return mean(rows.map(coefficientOfDetermination));
}

function coefficientOfDetermination(pairs: readonly [number, number][]): number {
  const average = mean(pairs.map(([expected]) => expected));
  const residual = pairs.reduce((sum, [expected, got]) => sum + (expected - got) ** 2, 0);
  const total = pairs.reduce((sum, [expected]) => sum + (expected - average) ** 2, 0);
  return 1 - residual / total;
}

/** The chance that a positive has a higher score than a negative, ties counting half (Mann and Whitney). */
function areaUnderRoc(scores: readonly number[], labels: readonly boolean[]): number {
  const positives = scores.filter((_, i) => labels[i]);
  const negatives = scores.filter((_, i) => !labels[i]);
  let wins = 0;
  for (const positive of positives)
    for (const negative of negatives) wins += positive > negative ? 1 : positive === negative ? 0.5 : 0;
  return wins / (positives.length * negatives.length);
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}
