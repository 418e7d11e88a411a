import { describe, expect, it } from "vitest";
import type { FactoredDense } from "../../../../server/src/graph/dense";
import { mapAtomSets } from "../../../../server/src/learning/atomSets/atomSets";
import type { Ensemble } from "../../../../server/src/learning/atomSets/ensemble";
import { ensembleOf, writeEnsemble } from "../../../../server/src/learning/atomSets/ensembleFile";
import { readModelFile, writeModelFile } from "../../../../server/src/learning/modelFile";
import { readClassifier } from "../../../../server/src/learning/readClassifier";
import { recordOf } from "../../../../server/src/learning/trainingRecord";
import { RandomWeights } from "../../../support/models";

const width = 4;
const weights = new RandomWeights();

function factored(inputs: number, outputs: number): FactoredDense {
  const rank = 2;
  return {
    inputs,
    outputs,
    rank,
    left: weights.numbers(inputs * rank),
    right: weights.numbers(rank * outputs),
    bias: weights.numbers(outputs),
  };
}

const member = weights.atomSets(width);
const ensemble: Ensemble = {
  name: "random",
  representation: "CAMNS",
  level: 1,
  standardisation: { mean: weights.numbers(width), deviation: Float64Array.of(0.5, 1, 1.5, 2) },
  members: [
    member,
    mapAtomSets(member, ({ inputs, outputs }) => factored(inputs, outputs)),
    weights.atomSets(width),
  ],
};

const about = { version: 1, data: "none", split: "none", seeds: [11], metrics: {}, superion: "0.1.0" };

function readBack(bytes: Uint8Array): Ensemble {
  const reading = readModelFile("x", bytes);
  if (reading.kind === "refused") throw new Error(reading.reason);
  return ensembleOf(reading.manifest, reading.tensors);
}

describe("the file of an ensemble", () => {
  it("gives the ensemble back as it was, with factors where there were factors", () => {
    expect(readBack(writeEnsemble(ensemble, about))).toEqual(ensemble);
  });

  it("in half precision is nearly half as large and keeps kernels to a part in 2048", () => {
    const [single, half] = (["F32", "F16"] as const).map((type) => writeEnsemble(ensemble, about, type));
    expect(half?.length).toBeLessThan(0.75 * (single?.length ?? 0));
    const [read] = half ? readBack(half).members : [];
    mapAtomSets(member, (layer, name) => {
      if (!read) return;
      mapAtomSets(read, (other, otherName) => {
        if (name !== otherName || "rank" in other) return;
        other.kernel.forEach((value, i) => {
          const exact = layer.kernel[i] ?? NaN;
          expect(Math.abs(value - exact)).toBeLessThanOrEqual(Math.abs(exact) / 2048 + 2 ** -25);
        });
        expect(other.bias).toEqual(layer.bias);
      });
    });
  });

  it("keeps the parent that its members hang on, and what they learned from", () => {
    const record = {
      parent: { name: "other.hdf5", sha256: "ab".repeat(32) },
      compounds: [
        { id: "1", formula: "Li2O", conductivity: 1e-9, doi: "10.1/1", features: [0.5, -1] },
        { id: "2", formula: "Li3N", conductivity: 1e-3, doi: "10.1/2", features: [2, 0.25] },
      ],
    };
    const bytes = writeEnsemble(ensemble, about, "F32", record);
    const reading = readModelFile("x", bytes);
    if (reading.kind === "refused") throw new Error(reading.reason);
    expect(recordOf(reading.manifest, reading.tensors)).toEqual(record);
    expect(readBack(bytes)).toEqual(ensemble);
  });

  it("is read as a model that a user can choose", () => {
    const reading = readClassifier("x", writeEnsemble(ensemble, about));
    expect(reading).toMatchObject({
      kind: "classifier",
      classifier: { name: "random", representation: "CAMNS", members: 3 },
      manifest: { kind: "atom-sets-ensemble", seeds: [11] },
    });
  });

  it("with tensors that are too short for its architecture is refused", () => {
    const reading = readModelFile("x", writeEnsemble(ensemble, about));
    if (reading.kind === "refused") throw new Error(reading.reason);
    const tensors = new Map(reading.tensors).set("members.1.kernels", {
      shape: [1],
      values: Float32Array.of(1),
    });
    expect(readClassifier("x", writeModelFile(reading.manifest, tensors))).toEqual({
      kind: "refused",
      reason: "x holds no model that can be used: it lacks numbers of members.1.kernels.",
    });
  });

  it("of a kind that nobody knows is refused", () => {
    const bytes = writeModelFile({ ...about, kind: "oracle", name: "x", architecture: null }, new Map());
    expect(readClassifier("x", bytes)).toEqual({
      kind: "refused",
      reason: "x holds a model of the kind oracle, which this Superion does not know.",
    });
  });
});
