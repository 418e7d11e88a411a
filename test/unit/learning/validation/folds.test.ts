import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Random } from "../../../../server/src/learning/random";
import {
  splitsOf,
  stratifiedFolds,
  stratifiedGroupFolds,
} from "../../../../server/src/learning/validation/folds";

const strata = fc.array(fc.constantFrom("yes", "no", "perhaps"), { minLength: 1, maxLength: 60 });

function countIn(folds: Int32Array, labels: readonly string[], fold: number, label?: string): number {
  return labels.filter((one, i) => folds[i] === fold && (label === undefined || one === label)).length;
}

describe("splitsOf", () => {
  it("validates every compound once, on a model of all others", () => {
    fc.assert(
      fc.property(fc.array(fc.nat(4), { minLength: 1 }), (folds) => {
        const splits = splitsOf(folds);
        const validated = splits.flatMap(({ validation }) => validation);
        expect(validated.toSorted((a, b) => a - b)).toEqual([...folds.keys()]);
        for (const { training, validation } of splits)
          expect([...training, ...validation].toSorted((a, b) => a - b)).toEqual([...folds.keys()]);
      }),
    );
  });
});

describe("stratifiedFolds", () => {
  it("spreads every stratum, and all compounds, to within one", () => {
    fc.assert(
      fc.property(strata, fc.integer({ min: 2, max: 6 }), fc.nat(), (labels, count, seed) => {
        const folds = stratifiedFolds(labels, count, new Random(seed));
        for (const label of [undefined, "yes", "no", "perhaps"]) {
          const sizes = Array.from({ length: count }, (_, fold) => countIn(folds, labels, fold, label));
          expect(Math.max(...sizes) - Math.min(...sizes)).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  it("draws others for another seed, the same for the same", () => {
    const labels = Array.from({ length: 40 }, (_, i) => (i % 3 === 0 ? "yes" : "no"));
    expect(stratifiedFolds(labels, 5, new Random(1))).toEqual(stratifiedFolds(labels, 5, new Random(1)));
    expect(stratifiedFolds(labels, 5, new Random(1))).not.toEqual(stratifiedFolds(labels, 5, new Random(2)));
  });
});

describe("stratifiedGroupFolds", () => {
  it("never parts a group", () => {
    const grouped = fc.array(fc.tuple(fc.constantFrom("yes", "no"), fc.nat(9)), {
      minLength: 1,
      maxLength: 60,
    });
    fc.assert(
      fc.property(grouped, fc.nat(), (rows, seed) => {
        const [labels, groups] = [rows.map(([label]) => label), rows.map(([, group]) => group)];
        const folds = stratifiedGroupFolds(labels, groups, 5, new Random(seed));
        for (const [i, group] of groups.entries()) expect(folds[i]).toBe(folds[groups.indexOf(group)]);
      }),
    );
  });

  it("spreads the strata evenly where the groups allow", () => {
    const labels = Array.from({ length: 100 }, (_, i) => (i % 4 === 0 ? "yes" : "no"));
    const groups = labels.map((_, i) => Math.floor(i / 4));
    const folds = stratifiedGroupFolds(labels, groups, 5, new Random(1));
    for (let fold = 0; fold < 5; fold++) {
      expect(countIn(folds, labels, fold, "yes")).toBe(5);
      expect(countIn(folds, labels, fold, "no")).toBe(15);
    }
  });

  it("gives the largest group a fold of its own", () => {
    const labels = [...Array.from({ length: 20 }, () => "yes"), ...Array.from({ length: 20 }, () => "no")];
    const groups = labels.map((_, i) => (i < 10 ? 0 : i));
    const folds = stratifiedGroupFolds(labels, groups, 2, new Random(3));
    expect(countIn(folds, labels, folds[0] ?? 0, "yes")).toBe(10);
  });
});
