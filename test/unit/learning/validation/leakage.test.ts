import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { labelledCompounds, readTrainingEntries } from "../../../../server/training/evaluationData";
import { Random } from "../../../../server/src/learning/random";
import { splitsOf, stratifiedGroupFolds } from "../../../../server/src/learning/validation/folds";
import {
  leakFreeGroups,
  leakingPairs,
  leaksOf,
  withoutLeaks,
} from "../../../../server/src/learning/validation/leakage";
import { splitData, type SplitData } from "../../../../server/src/learning/validation/schemes";
import { areSimilar } from "../../../../server/src/learning/validation/similarity";
import { RandomWeights } from "../../../support/models";
import { hasShared, sharedFolder } from "../../../support/shared";
import { compound, relatedCompounds, saltCompound } from "./compounds";

describe("leakingPairs", () => {
  it("finds entries of one paper, however its address is written", () => {
    const pairs = leakingPairs([
      compound({ formula: "LiCl", doi: "10.1/ABC", crystal: undefined }),
      compound({ formula: "Li2O", doi: "10.1/abc", crystal: undefined }),
      compound({ formula: "Li3N", crystal: undefined }),
      compound({ formula: "Li2S", crystal: undefined }),
    ]);
    expect(pairs).toEqual([{ first: 0, second: 1, leak: "same DOI" }]);
  });

  it("finds compositions within 5 % of each other", () => {
    const pairs = leakingPairs([
      compound({ formula: "Li6PS5Cl", crystal: undefined }),
      compound({ formula: "Li5.9PS5Cl1.02", crystal: undefined }),
      compound({ formula: "Li5.5PS4.5Cl1.5", crystal: undefined }),
    ]);
    expect(pairs).toEqual([{ first: 0, second: 1, leak: "similar composition" }]);
  });

  it("finds one structure in two files", () => {
    const leaks = leakingPairs([saltCompound(5.1, "Cl"), saltCompound(5.2, "Cl"), saltCompound(5.5, "Br")]);
    expect(leaks).toContainEqual({ first: 0, second: 1, leak: "same structure" });
    expect(leaks.every(({ second }) => second === 1)).toBe(true);
  });
});

describe("groups without leaks", () => {
  it("keep every pair that leaks together, whatever the data", () => {
    fc.assert(
      fc.property(relatedCompounds, fc.nat(), (compounds, seed) => {
        const pairs = leakingPairs(compounds);
        const families = compounds.map(({ family }) => family);
        const groups = leakFreeGroups(compounds.length, pairs, families);
        const strata = compounds.map(({ superionic }) => String(superionic));
        const folds = stratifiedGroupFolds(strata, groups, 3, new Random(seed));
        for (const split of splitsOf(folds)) {
          expect(leaksOf(split, pairs)).toEqual([]);
          const inside = new Set(split.validation.map((i) => families[i]));
          for (const i of split.training) if (families[i] !== "") expect(inside).not.toContain(families[i]);
        }
      }),
    );
  });

  it("are no larger than they must be", () => {
    const pairs = [
      { first: 0, second: 2, leak: "same DOI" },
      { first: 2, second: 3, leak: "same structure" },
    ] as const;
    expect(Array.from(leakFreeGroups(5, pairs))).toEqual([0, 1, 0, 0, 2]);
  });
});

describe("withoutLeaks", () => {
  it("drops from training what leaks, and nothing else", () => {
    fc.assert(
      fc.property(relatedCompounds, fc.nat(), (compounds, seed) => {
        const random = new Random(seed);
        const pairs = leakingPairs(compounds);
        for (const split of splitsOf(compounds.map(() => random.below(3)))) {
          const { training, validation } = withoutLeaks(split, pairs);
          expect(validation).toEqual(split.validation);
          expect(leaksOf({ training, validation }, pairs)).toEqual([]);
          for (const i of split.training.filter((one) => !training.includes(one)))
            expect(leaksOf({ training: [i], validation }, pairs)).not.toEqual([]);
        }
      }),
    );
  });
});

describe.skipIf(!hasShared)("the splits of OBELiX", () => {
  let data: SplitData;
  beforeAll(() => {
    const compounds = labelledCompounds(readTrainingEntries(sharedFolder), new RandomWeights().parent());
    data = splitData(compounds, { folds: 5, repeats: 2, seed: 1 });
  }, 60_000);

  it("are made of all that was measured", () => {
    expect(data.compounds).toHaveLength(478);
    expect(data.compounds.filter(({ crystal }) => crystal)).toHaveLength(247);
    expect(data.schemes.map(({ key }) => key)).toEqual(["random", "papers", "families", "clusters"]);
  });

  it("have no paper, structure or similar composition on both sides, but for the random ones", () => {
    for (const { key, repeats } of data.schemes.filter((scheme) => scheme.key !== "random"))
      for (const { training, validation } of repeats.flat()) {
        const chosen = (indices: readonly number[]) => indices.flatMap((i) => data.compounds[i] ?? []);
        const asked = chosen(validation);
        const papers = new Set(asked.map(({ doi }) => doi.toLowerCase()));
        const leaking = chosen(training).filter(
          ({ doi, composition }) =>
            papers.has(doi.toLowerCase()) ||
            asked.some((other) => areSimilar(composition, other.composition)),
        );
        expect(leaking, key).toEqual([]);
        const structures = data.pairs.filter(({ leak }) => leak === "same structure");
        expect(structures.length).toBeGreaterThan(0);
        expect(leaksOf({ training, validation }, structures), key).toEqual([]);
      }
  });

  it("leak at random, which is why there are others", () => {
    const [random] = data.schemes;
    expect(random?.repeats.flat().every((split) => leaksOf(split, data.pairs).length > 0)).toBe(true);
  });

  it("score every compound that has a structure once a repeat", () => {
    for (const { repeats } of data.schemes)
      for (const splits of repeats) {
        const validated = splits.flatMap(({ validation }) => validation);
        expect(new Set(validated).size).toBe(validated.length);
        for (const [i, { crystal }] of data.compounds.entries()) if (crystal) expect(validated).toContain(i);
      }
  });

  it("keep families apart where that is asked for", () => {
    const families = data.schemes.find(({ key }) => key === "families");
    for (const { training, validation } of families?.repeats.flat() ?? []) {
      const asked = new Set(validation.map((i) => data.compounds[i]?.family));
      for (const i of training) {
        const family = data.compounds[i]?.family ?? "";
        if (family !== "") expect(asked).not.toContain(family);
      }
    }
  });

  it("part the chemistry into clusters that hold everything", () => {
    expect(data.clusters.clusters).toHaveLength(247);
    expect(new Set(data.clusters.clusters).size).toBeGreaterThanOrEqual(5);
    expect(Math.min(...data.clusters.clusters)).toBe(0);
  });
});
