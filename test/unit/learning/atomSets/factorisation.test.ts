import { describe, expect, it } from "vitest";
import type { Dense, DenseLayer } from "../../../../server/src/graph/dense";
import { classify, mapAtomSets, type AtomSets } from "../../../../server/src/learning/atomSets/atomSets";
import type { AtomFeatures } from "../../../../server/src/learning/atomSets/atomFeatures";
import { findFactors } from "../../../../server/src/learning/atomSets/factorisation";
import { randomAtomSets } from "../../../../server/src/learning/atomSets/training/randomAtomSets";
import { Random } from "../../../../server/src/learning/random";

const width = 6;
const random = new Random(4);
const model = randomAtomSets(width, { layers: 2, neurons: 24 }, random);

/** Features that vary in two directions only, as those of relatives do. */
function structures(count: number): AtomFeatures[] {
  const directions = Array.from({ length: 2 * width }, () => random.normal());
  return Array.from({ length: count }, () => {
    const rows = 1 + random.below(5);
    const values = new Float64Array(rows * width);
    for (let row = 0; row < rows; row++) {
      const [a, b] = [random.normal(), random.normal()];
      for (let k = 0; k < width; k++)
        values[row * width + k] = a * (directions[k] ?? 0) + b * (directions[width + k] ?? 0);
    }
    return { values, width, multiplicities: Array.from({ length: rows }, () => 1 + random.below(6)) };
  });
}

const examples = structures(60);

function numbersIn(classifier: AtomSets<DenseLayer>): number {
  let count = 0;
  mapAtomSets(classifier, (layer) => {
    count += layer.bias.length;
    count += "rank" in layer ? layer.left.length + layer.right.length : layer.kernel.length;
  });
  return count;
}

function largestChange(thin: AtomSets<DenseLayer>): number {
  return Math.max(...examples.map((each) => Math.abs(classify(model, each) - classify(thin, each))));
}

describe("thin factors of a classifier", () => {
  it("loses nothing on the examples without tolerance, and finds in how many directions they vary", () => {
    const thin = findFactors(model, examples)(1e-7);
    expect(largestChange(thin)).toBeLessThan(1e-5);
    expect(numbersIn(thin)).toBeLessThan(numbersIn(model));
    expect(thin.atomLayers[0]).toMatchObject({ rank: 2 });
  });

  it("needs fewer numbers, and changes more, the more it may change", () => {
    const thin = [1e-7, 0.05, 0.3].map(findFactors(model, examples));
    const sizes = thin.map(numbersIn);
    expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
    const changes = thin.map(largestChange);
    expect(changes).toEqual([...changes].sort((a, b) => a - b));
    expect(changes[2]).toBeLessThan(0.1);
  });

  it("leaves out units that are never active, exactly", () => {
    const [first, second] = model.atomLayers;
    if (!first || !second) throw new Error("the model has two layers");
    // So low that no example lifts the first unit above zero.
    const silenced: Dense = { ...first, bias: first.bias.map((b, k) => (k === 0 ? -1e3 : b)) };
    const withSilent: AtomSets = { ...model, atomLayers: [silenced, second] };
    const thin = findFactors(withSilent, examples)(1e-9);
    expect(thin.atomLayers[0]?.outputs).toBeLessThan(24);
    for (const each of examples) expect(classify(thin, each)).toBeCloseTo(classify(withSilent, each), 6);
  });
});
