import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { featureMatrix } from "../../../server/src/clustering/featureMatrix";
import { labelVariance } from "../../../server/src/clustering/labelVariance";
import { randomControl } from "../../../server/src/clustering/randomControl";
import { cutTree } from "../../../server/src/clustering/treeCut";
import { wardTree } from "../../../server/src/clustering/wardTree";
import { Random } from "../../../server/src/learning/random";
import { hasShared } from "../../support/shared";
import { readSynthetic } from "./synthetic";

const labelled = fc.array(
  fc.tuple(
    fc.double({ min: -10, max: 10, noNaN: true }),
    fc.option(fc.double({ min: -10, max: 0, noNaN: true }), { nil: NaN }),
  ),
  { minLength: 1, maxLength: 30 },
);

describe.skipIf(!hasShared)("the thesis' own routine", () => {
  it("finds the variance that we find, with frozen states and without", () => {
    const { matrix, labels, plain, frozen } = readSynthetic();
    const found = labelVariance(wardTree(matrix), labels, 50);
    for (const [i, value] of plain.entries()) expect(found.plain[i]).toBeCloseTo(value, 8);
    for (const [i, value] of frozen.entries()) expect(found.frozen[i]).toBeCloseTo(value, 8);
  });

  it("has our control within four standard errors of the difference of two means of 100", () => {
    const { matrix, labels, control } = readSynthetic();
    const random = new Random(7);
    const found = randomControl(wardTree(matrix), labels, { depths: 50, random: () => random.uniform() });
    for (let i = 1; i < 50; i++)
      for (const kind of ["plain", "frozen"] as const) {
        const error = Math.SQRT2 * ((control[`${kind}_std`][i] ?? 0) / 10);
        expect(Math.abs((found[kind].mean[i] ?? NaN) - (control[`${kind}_mean`][i] ?? NaN))).toBeLessThan(
          4 * error,
        );
        // The deviation of a deviation over 100 repeats is 7 %.
        expect((found[kind].deviation[i] ?? NaN) / (control[`${kind}_std`][i] ?? NaN)).toBeGreaterThan(0.6);
        expect((found[kind].deviation[i] ?? NaN) / (control[`${kind}_std`][i] ?? NaN)).toBeLessThan(1.6);
      }
  });
});

describe("the variance of labels", () => {
  it("freezes a label that is alone, at what it counted when it was not", () => {
    const tree = wardTree(featureMatrix([[0], [1], [10], [30]]));
    // Cuts: {0 1 2 3}, {0 1 2} {3}, {0 1} {2} {3}, each alone.
    const { plain, frozen } = labelVariance(tree, Float64Array.of(-2, NaN, -4, -9));
    const [all, three] = [26, 2];
    expect(Array.from(plain)).toEqual([all, three, 0, 0]);
    expect(Array.from(frozen)).toEqual([all, three + 16, three + 16, three + 16]);
  });

  it("is that of the clusters of each cut, and never less when frozen", () => {
    const distinct = labelled.map((rows) => rows.map(([, label], i) => [i ** 2 + i / 7, label] as const));
    fc.assert(
      fc.property(distinct, (rows) => {
        const tree = wardTree(featureMatrix(rows.map(([x]) => [x])));
        const labels = Float64Array.from(rows, ([, label]) => label);
        const { plain, frozen } = labelVariance(tree, labels);
        expect(plain).toHaveLength(rows.length);
        for (let k = 1; k <= rows.length; k++) {
          expect(plain[k - 1]).toBeCloseTo(varianceWithin(cutTree(tree, k), labels), 9);
          expect(frozen[k - 1]).toBeGreaterThanOrEqual((plain[k - 1] ?? NaN) - 1e-12);
        }
      }),
    );
  });

  it("undoes merges of one height together, at the last of their depths", () => {
    // Heights 1, 1 and a larger one: three clusters cannot be told, whichever pair was to be parted.
    const tree = wardTree(featureMatrix([[0], [1], [10], [11]]));
    expect(Array.from(labelVariance(tree, Float64Array.of(-2, -4, -6, -8)).plain)).toEqual([20, 4, 4, 0]);
  });

  it("never tells equal rows apart, so that their order says nothing", () => {
    const equal = wardTree(featureMatrix(Array.from({ length: 8 }, () => [1, 2])));
    const { plain } = labelVariance(equal, Float64Array.of(-1, -1, -1, -1, -9, -9, -9, -9));
    expect(new Set(plain)).toEqual(new Set([128]));
  });

  it("is 0 for one label, and for none", () => {
    const tree = wardTree(featureMatrix([[0], [1], [2]]));
    for (const labels of [Float64Array.of(NaN, -5, NaN), new Float64Array(3).fill(NaN)]) {
      expect(Array.from(labelVariance(tree, labels).frozen)).toEqual([0, 0, 0]);
      const control = randomControl(tree, labels, { random: () => 0.5 });
      expect(Array.from(control.frozen.mean)).toEqual([0, 0, 0]);
    }
  });
});

describe("the control", () => {
  const tree = wardTree(featureMatrix(Array.from({ length: 40 }, (_, i) => [Math.sqrt(i)])));
  const labels = Float64Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? NaN : -i / 4));

  it("is the same for the same random numbers", () => {
    const control = (seed: number) => {
      const random = new Random(seed);
      return randomControl(tree, labels, { random: () => random.uniform() });
    };
    expect(control(1)).toEqual(control(1));
    expect(control(1)).not.toEqual(control(2));
  });

  it("lies above clusters that sort the labels, and begins at the whole variance", () => {
    const random = new Random(1);
    const { frozen } = randomControl(tree, labels, { random: () => random.uniform() });
    const own = labelVariance(tree, labels).frozen;
    expect(frozen.mean[0]).toBeCloseTo(own[0] ?? NaN, 9);
    for (let i = 1; i < 40; i++) expect(frozen.mean[i]).toBeGreaterThan(own[i] ?? NaN);
  });
});

function varianceWithin(assigned: Int32Array, labels: Float64Array): number {
  let sum = 0;
  for (const cluster of new Set(assigned)) {
    const own = [...labels].filter((label, i) => assigned[i] === cluster && !Number.isNaN(label));
    const mean = own.reduce((total, label) => total + label, 0) / own.length;
    for (const label of own) sum += (label - mean) ** 2;
  }
  return sum;
}
