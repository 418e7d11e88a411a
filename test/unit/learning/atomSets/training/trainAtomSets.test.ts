import { describe, expect, it } from "vitest";
import { classify } from "../../../../../server/src/learning/atomSets/atomSets";
import {
  parametersOf,
  type LabelledSet,
} from "../../../../../server/src/learning/atomSets/training/atomSetsGradients";
import type { Hyperparameters } from "../../../../../server/src/learning/atomSets/training/hyperparameters";
import { randomAtomSets } from "../../../../../server/src/learning/atomSets/training/randomAtomSets";
import { trainAtomSets } from "../../../../../server/src/learning/atomSets/training/trainAtomSets";
import { Random } from "../../../../../server/src/learning/random";

const width = 3;
const hyperparameters: Hyperparameters = {
  batchSize: 16,
  dropout: { initial: 0.1, final: 0.1 },
  penalty: { initial: 1e-4, final: 1e-4 },
  layers: 2,
  neurons: 8,
  rate: { initial: 1e-4, maximum: 5e-2 },
};

/** Positive where the mean of the first feature over the atoms is. */
function toyTask(count: number, seed: number): LabelledSet[] {
  const random = new Random(seed);
  return Array.from({ length: count }, () => {
    const rows = 1 + random.below(4);
    const positive = random.chance(0.5);
    const values = Float64Array.from({ length: rows * width }, (_, i) =>
      i % width === 0 ? (positive ? 1 : -1) * (0.5 + random.uniform()) : random.normal(),
    );
    const multiplicities = Array.from({ length: rows }, () => 1 + random.below(8));
    return { positive, features: { values, width, multiplicities } };
  });
}

const samples = toyTask(64, 3);

function flat(model: Parameters<typeof parametersOf>[0]): number[] {
  return parametersOf(model).flatMap((array) => Array.from(array));
}

describe("training AtomSets", () => {
  it("learns a task that can be learned, for sets it has not seen", async () => {
    const model = await trainAtomSets(samples, hyperparameters, { epochs: 150, seed: 1, halfCycle: 40 });
    const unseen = toyTask(100, 4);
    const right = unseen.filter(({ features, positive }) => classify(model, features) > 0.5 === positive);
    expect(right.length).toBeGreaterThan(95);
  });

  it("gives the same weights for the same seed, and others for another", async () => {
    const train = (seed: number) => trainAtomSets(samples, hyperparameters, { epochs: 3, seed });
    const [first, again, other] = await Promise.all([train(1), train(1), train(2)]);
    expect(flat(again)).toEqual(flat(first));
    expect(flat(other)).not.toEqual(flat(first));
  });

  it("begins from what another task taught, except for the output", async () => {
    const start = randomAtomSets(width, hyperparameters, new Random(9));
    const before = flat(start);
    const begun = await trainAtomSets(samples, hyperparameters, { epochs: 0, seed: 1, start });
    expect(begun.atomLayers).toEqual(start.atomLayers);
    expect(begun.readout).toEqual(start.readout);
    expect(begun.setLayers).toEqual(start.setLayers);
    expect(begun.output).not.toEqual(start.output);
    await trainAtomSets(samples, hyperparameters, { epochs: 1, seed: 1, start });
    expect(flat(start)).toEqual(before);
  });

  it("tells of every epoch and stops when it is aborted", async () => {
    const controller = new AbortController();
    const epochs: number[] = [];
    const training = trainAtomSets(
      samples,
      hyperparameters,
      { epochs: 10, seed: 1 },
      {
        signal: controller.signal,
        onEpoch: (epoch, loss) => {
          expect(loss).toBeGreaterThan(0);
          epochs.push(epoch);
          if (epoch === 2) controller.abort(new Error("enough"));
        },
      },
    );
    await expect(training).rejects.toThrow("enough");
    expect(epochs).toEqual([0, 1, 2]);
  });
});
