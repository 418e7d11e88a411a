import { describe, expect, it } from "vitest";
import type { Structure } from "../../../server/src/crystal/structure";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";
import { Megnet } from "../../../server/src/graph/megnet";
import { combinedGap, predictBandGaps } from "../../../server/src/learning/bandGap";
import { CrystalFeatures } from "../../../server/src/learning/crystalFeatures";
import { exampleStructure } from "../../support/examples";
import { RandomWeights } from "../../support/models";
import { ofComposition, p1Structure } from "../../support/structures";

const outputs = (bandGap: number, nonmetalProbability: number) =>
  new Map([
    ["bandGap", bandGap],
    ["nonmetalProbability", nonmetalProbability],
  ]);

describe("the band gap", () => {
  it("is that of the regression where the classifier says nonmetal, and 0 where it says metal", () => {
    expect(combinedGap(outputs(2.4, 0.8))).toBe(2.4);
    expect(combinedGap(outputs(2.4, 0.5))).toBe(2.4);
    expect(combinedGap(outputs(2.4, 0.49))).toBe(0);
  });

  it("is never negative, whatever the regression says", () => {
    expect(combinedGap(outputs(-0.2, 0.9))).toBe(0);
  });

  it("is unknown where one of the outputs is missing", () => {
    expect(combinedGap(new Map([["prediction", 1]]))).toBeUndefined();
    expect(combinedGap(new Map([["bandGap", 1]]))).toBeUndefined();
  });
});

describe("the band gap of a structure", () => {
  const base = new RandomWeights().parent();
  const [first, second] = base.readouts;
  if (!first || !second) throw new Error("the parent of the tests has two readouts");
  const megnet = new Megnet({
    ...base,
    readouts: [
      { ...first, output: "bandGap" },
      // A bias of 50 makes everything a nonmetal.
      { ...second, layers: second.layers.map((layer) => ({ ...layer, bias: layer.bias.map(() => 50) })) },
    ],
  });

  const gapOf = (structure: Structure, parent = megnet) =>
    predictBandGaps([new CrystalFeatures(structure, parent)])[0];

  it("is the same told from orbits or from every site, with lithium or without", () => {
    for (const structure of [exampleStructure("Li6PS5Cl"), p1Structure([{ species: ["Na+"] }])]) {
      const gap = gapOf(structure);
      expect(gap).toBeGreaterThanOrEqual(0);
      expect(gapOf(withEverySite(structure))).toBeCloseTo(gap ?? NaN, 7);
    }
  });

  it("is unknown to a parent without the output, for unknown elements, and for no atoms", () => {
    expect(gapOf(exampleStructure("Li2O"), new Megnet(base))).toBeUndefined();
    expect(gapOf(ofComposition("Am"))).toBeUndefined();
    expect(gapOf(p1Structure([]))).toBeUndefined();
  });
});
