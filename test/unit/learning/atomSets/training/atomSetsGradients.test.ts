import { describe, expect, it } from "vitest";
import {
  lossGradients,
  parametersOf,
  type LabelledSet,
} from "../../../../../server/src/learning/atomSets/training/atomSetsGradients";
import { classify } from "../../../../../server/src/learning/atomSets/atomSets";
import { Random } from "../../../../../server/src/learning/random";
import { RandomWeights } from "../../../../support/models";

const width = 4;
const weights = new RandomWeights();
const model = weights.atomSets(width);
const none = { dropout: { initial: 0, final: 0 }, penalty: { initial: 0, final: 0 } };
const some = { dropout: { initial: 0.3, final: 0.2 }, penalty: { initial: 0.1, final: 0.02 } };

function sample(positive: boolean, ...multiplicities: number[]): LabelledSet {
  const values = weights.numbers(width * multiplicities.length);
  return { positive, features: { values, width, multiplicities } };
}

const samples = [sample(true, 4, 2, 1), sample(false, 3), sample(false, 6, 12), sample(true, 1, 1, 8, 2)];

describe("the loss of AtomSets", () => {
  it("is the cross-entropy of what the classifier says, of a batch and of each structure", () => {
    const entropies = samples.map(({ features, positive }) => {
      const p = classify(model, features);
      return -Math.log(positive ? p : 1 - p);
    });
    const mean = entropies.reduce((sum, entropy) => sum + entropy, 0) / samples.length;
    expect(lossGradients(model, samples, none).loss).toBeCloseTo(mean, 12);
    samples.forEach((one, i) => {
      expect(lossGradients(model, [one], none).loss).toBeCloseTo(entropies[i] ?? NaN, 12);
    });
  });

  it("grows by the factors times the squared kernels before and after the readout", () => {
    const squares = (layers: typeof model.atomLayers) =>
      layers.reduce((sum, { kernel }) => sum + kernel.reduce((inner, w) => inner + w * w, 0), 0);
    const bare = lossGradients(model, samples, none).loss;
    const penalised = lossGradients(model, samples, some).loss;
    expect(penalised - bare).toBeCloseTo(
      0.1 * squares(model.atomLayers) + 0.02 * squares(model.setLayers),
      10,
    );
  });

  it.each([
    ["without dropout", undefined],
    ["with dropout that draws the same each time", 5],
  ])("has the gradients that differences show, %s", (_, seed) => {
    const random = () => (seed === undefined ? undefined : new Random(seed));
    const loss = () => lossGradients(model, samples, some, random()).loss;
    const gradients = parametersOf(lossGradients(model, samples, some, random()).gradients);
    const step = 1e-6;
    parametersOf(model).forEach((array, i) => {
      for (let k = 0; k < array.length; k += 3) {
        const value = array[k] ?? NaN;
        array[k] = value + step;
        const above = loss();
        array[k] = value - step;
        const below = loss();
        array[k] = value;
        expect(gradients[i]?.[k]).toBeCloseTo((above - below) / (2 * step), 6);
      }
    });
  });

  it("keeps its mean under dropout, near enough", () => {
    const linear = { dropout: { initial: 0, final: 0.5 }, penalty: none.penalty };
    const random = new Random(1);
    const draws = Array.from({ length: 400 }, () => lossGradients(model, samples, linear, random).loss);
    expect(new Set(draws).size).toBeGreaterThan(100);
    expect(draws.every(Number.isFinite)).toBe(true);
  });
});
