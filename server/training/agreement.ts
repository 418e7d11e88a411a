import type { Structure } from "../src/crystal/structure";
import { buildCrystalGraph } from "../src/graph/crystalGraph";
import { Megnet } from "../src/graph/megnet";
import type { ParentModel } from "../src/graph/parentModel";

/**
 * How well the student's V1 agrees with the teacher's on the sites of these structures: R2 of each feature, averaged
 * over the features.
 */
export function agreement(
  teacher: ParentModel,
  student: ParentModel,
  structures: readonly Structure[],
): number {
  const models = [new Megnet(teacher), new Megnet(student)] as const;
  const rows: [number, number][][] = [];
  for (const structure of structures) {
    const graph = buildCrystalGraph(structure, teacher.cutoff);
    const [expected, got] = models.map((model) => model.run(graph, 1));
    expected?.features.forEach((value, i) => {
      (rows[i % expected.width] ??= []).push([value, got?.features[i] ?? NaN]);
    });
  }
  return rows.map(coefficientOfDetermination).reduce((sum, r2) => sum + r2, 0) / rows.length;
}

function coefficientOfDetermination(pairs: readonly [number, number][]): number {
  const mean = pairs.reduce((sum, [expected]) => sum + expected, 0) / pairs.length;
  const residual = pairs.reduce((sum, [expected, got]) => sum + (expected - got) ** 2, 0);
  const total = pairs.reduce((sum, [expected]) => sum + (expected - mean) ** 2, 0);
  return 1 - residual / total;
}
