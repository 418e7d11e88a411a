import { siteCount, type Structure } from "../src/crystal/structure";
import { buildCrystalGraph } from "../src/graph/crystalGraph";
import type { Megnet } from "../src/graph/megnet";
import { refuseFeatures } from "../src/graph/refusal";
import type { LabelledSet } from "../src/learning/atomSets/training/atomSetsGradients";
import { CrystalFeatures, type Representation } from "../src/learning/crystalFeatures";

/** Structures with more sites tell no more than their smaller relatives and take long. */
const mostSites = 60;

/**
 * Metal or not, as a published classifier of band gaps says: a task with as many examples as one likes, on which
 * classifiers learn what atom features mean before the few measured conductivities. It stands in for the metals of
 * MatBench (section 4.2 of the thesis), which are data of others.
 *
 * @param bandClassifier gives the probability that a structure has a gap.
 * @param megnet the parent whose features the classifiers will read.
 */
export function metalTask(
  structures: readonly Structure[],
  bandClassifier: Megnet,
  megnet: Megnet,
  representation: Representation,
  level: number,
): LabelledSet[] {
  return structures.flatMap((structure) => {
    const parents = [bandClassifier.parent, megnet.parent];
    if (siteCount(structure) > mostSites || parents.some((parent) => refuseFeatures(parent, structure)))
      return [];
    const features = new CrystalFeatures(structure, megnet).atoms(representation, level);
    if (features.values.length === 0) return [];
    return [{ features, positive: gapProbability(bandClassifier, structure) < 0.5 }];
  });
}

function gapProbability(bandClassifier: Megnet, structure: Structure): number {
  const graph = buildCrystalGraph(structure, bandClassifier.parent.cutoff);
  return bandClassifier.run(graph, 0, true).outputs.get("prediction") ?? NaN;
}
