import { beforeAll, describe, expect, it } from "vitest";
import { Megnet } from "../../../server/src/graph/megnet";
import { conductivityKind } from "../../../server/src/learning/conductivity/conductivityFile";
import { toTensors } from "../../../server/src/learning/conductivity/modelTensors";
import { CrystalFeatures } from "../../../server/src/learning/crystalFeatures";
import { fitRows } from "../../../server/src/learning/ownModel/fitRows";
import { writeModelFile } from "../../../server/src/learning/modelFile";
import { readClassifier } from "../../../server/src/learning/readClassifier";
import { indexEntry, ownRows } from "../../../server/src/learning/ownModel/ownRows";
import {
  isOfParent,
  recordOf,
  withRecord,
  type ParentIdentity,
} from "../../../server/src/learning/trainingRecord";
import { exampleStructure } from "../../support/examples";
import { RandomWeights } from "../../support/models";

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
const manifest = {
  name: "mine",
  version: 1,
  data: "",
  split: "",
  seeds: [1],
  metrics: {},
  superion: "0",
};

/** A model file, and what the model said of its compounds before it was written. */
async function trained() {
  const rows = ownRows(measured, megnet);
  const model = await fitRows(rows, undefined);
  const record = { parent: { name: "random" }, compounds: rows.map(indexEntry) };
  const { architecture, tensors } = withRecord(toTensors(model.state), record);
  return {
    bytes: writeModelFile({ ...manifest, kind: conductivityKind, architecture }, tensors),
    probabilities: rows.map(({ features }) => model.predict(features).pSi),
  };
}

describe("a model that was trained on own measurements", () => {
  let bytes: Uint8Array;
  let probabilities: number[];
  beforeAll(async () => {
    ({ bytes, probabilities } = await trained());
  });

  it("says the same before and after it was written", () => {
    const reading = readClassifier("mine.safetensors", bytes);
    if (reading.kind === "refused") throw new Error(reading.reason);
    const { classifier, manifest: written, tensors } = reading;
    const { compounds, parent } = recordOf(written, tensors) ?? { compounds: [], parent: undefined };
    const crystals = names.map((name) => new CrystalFeatures(exampleStructure(name), megnet));
    const estimates = classifier.estimate(crystals);
    expect(estimates.map(({ pSi }) => pSi)).toEqual(probabilities);
    expect(parent).toEqual({ name: "random" });
    expect(compounds.map(({ formula }) => formula)).toEqual(names);
    for (const { pSi, conductivity } of estimates) {
      expect(pSi).toBeGreaterThanOrEqual(0);
      expect(pSi).toBeLessThanOrEqual(1);
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

describe("a parent", () => {
  it("is told by its checksum where the record has one, else by its name", () => {
    const parent = { name: "a.hdf5", sha256: "12" };
    const of = (trained: ParentIdentity) => isOfParent({ parent: trained, compounds: [] }, parent);
    expect(of({ name: "b.hdf5", sha256: "12" })).toBe(true);
    expect(of({ name: "a.hdf5", sha256: "34" })).toBe(false);
    expect(of({ name: "a.hdf5" })).toBe(true);
    expect(of({ name: "b.hdf5" })).toBe(false);
  });
});
