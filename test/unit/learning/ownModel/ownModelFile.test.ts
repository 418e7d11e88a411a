import { beforeAll, describe, expect, it } from "vitest";
import { Megnet } from "../../../../server/src/graph/megnet";
import { CrystalFeatures } from "../../../../server/src/learning/crystalFeatures";
import { meanFeatureTrainer } from "../../../../server/src/learning/ownModel/meanFeatureTrainer";
import { ownDataOf, writeOwnModel } from "../../../../server/src/learning/ownModel/ownModelFile";
import { readClassifier } from "../../../../server/src/learning/readClassifier";
import { indexEntry, ownRows } from "../../../../server/src/learning/ownModel/ownRows";
import { exampleStructure } from "../../../support/examples";
import { RandomWeights } from "../../../support/models";

const names = ["Li2O", "LiCl", "Li3N", "Li3OCl", "Li3PO4", "Li3PS4", "LiFePO4", "Li10GeP2S12"];
const megnet = new Megnet(new RandomWeights().parent());
const measured = names.map((name, i) => ({
  formula: name,
  structure: exampleStructure(name),
  conductivity: 10 ** (-2 - i),
  isUpperBound: false,
  dois: [],
  rows: [i + 2],
  file: `${name}.cif`,
  how: "measured",
}));
const rows = ownRows(measured, { megnet }, meanFeatureTrainer);
const manifest = {
  kind: meanFeatureTrainer.kind,
  name: "mine",
  version: 1,
  data: "",
  split: "",
  seeds: [1],
  metrics: {},
  superion: "0",
};

describe("a model that was trained on own measurements", () => {
  let bytes: Uint8Array;
  let probabilities: number[];
  beforeAll(async () => {
    const trained = await meanFeatureTrainer.train(rows, { seed: 1 });
    const { architecture, tensors } = trained.stored;
    bytes = writeOwnModel({ ...manifest, architecture }, tensors, {
      parent: "random",
      compounds: rows.map(indexEntry),
    });
    probabilities = rows.map(({ features }) => trained.probability(features));
  });

  it("says the same before and after it was written", () => {
    const reading = readClassifier("mine.safetensors", bytes);
    if (reading.kind === "refused") throw new Error(reading.reason);
    const { classifier, manifest: written, tensors } = reading;
    const { compounds, parent } = ownDataOf(written, tensors) ?? { compounds: [], parent: "" };
    const crystals = names.map((name) => new CrystalFeatures(exampleStructure(name), megnet));
    const estimates = classifier.estimate(crystals);
    expect(estimates.map(({ pSi }) => pSi)).toEqual(probabilities);
    expect(parent).toBe("random");
    expect(compounds.map(({ formula }) => formula)).toEqual(names);
    for (const { pSi, conductivity } of estimates) {
      expect(pSi >= 0.5).toBe((conductivity?.log10 ?? NaN) >= -4);
      expect(conductivity?.interval[0]).toBeLessThan(conductivity?.interval[1] ?? NaN);
    }
  });

  it("finds what it learned to conduct best likelier to conduct than what it learned to conduct worst", () => {
    expect(probabilities[0]).toBeGreaterThan(probabilities.at(-1) ?? NaN);
  });

  it("is refused when a byte of it is changed, or when it is another file", () => {
    const damaged = bytes.slice();
    damaged[damaged.length - 5] = (damaged.at(-5) ?? 0) ^ 1;
    expect(readClassifier("mine.safetensors", damaged)).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("damaged") as string,
    });
    expect(readClassifier("text.csv", new TextEncoder().encode("file,conductivity"))).toMatchObject({
      kind: "refused",
    });
  });
});
