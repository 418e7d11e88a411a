import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { buildCrystalGraph } from "../../../server/src/graph/crystalGraph";
import { Megnet } from "../../../server/src/graph/megnet";
import { batchGraphs, runBatch, toTensorParent } from "../../../server/src/graph/megnetTensors";
import { startTensorBackend } from "../../../server/training/tensorBackend";
import { exampleStructure } from "../../support/examples";
import { RandomWeights } from "../../support/models";

describe("the batched pass on tensors", () => {
  beforeAll(startTensorBackend);

  const parent = new RandomWeights().parent();
  const graphs = ["Li2O", "Li10GeP2S12", "LiFePO4", "Li7La3Zr2O12"].map((name) =>
    buildCrystalGraph(exampleStructure(name), parent.cutoff),
  );

  for (const level of [0, 1, 2])
    it(`gives the V${level} of the plain pass for every structure of a batch`, () => {
      const megnet = new Megnet(parent);
      const expected = graphs.flatMap((graph) => Array.from(megnet.run(graph, level).features));
      const batch = batchGraphs(graphs, parent.embedding.elements);
      const got = tf.tidy(() => runBatch(toTensorParent(parent), batch, level).features.dataSync());
      expect(got.length).toBe(expected.length);
      expect(Math.max(...expected.map((value, i) => Math.abs(value - (got[i] ?? NaN))))).toBeLessThan(2e-5);
    });

  for (const { output } of parent.readouts)
    it(`gives the plain pass's ${output}`, () => {
      const megnet = new Megnet(parent);
      const expected = graphs.map((graph) => megnet.run(graph, 2, true).outputs.get(output) ?? NaN);
      const batch = batchGraphs(graphs, parent.embedding.elements);
      const got = tf.tidy(() =>
        runBatch(toTensorParent(parent), batch, 2, true).outputs.get(output)?.dataSync(),
      );
      expect(new Set(expected).size).toBe(graphs.length);
      expected.forEach((value, i) => {
        expect(got?.[i]).toBeCloseTo(value, 4);
      });
    });

  it("leaves no tensor behind", () => {
    const before = tf.memory().numTensors;
    tf.tidy(() => {
      runBatch(toTensorParent(parent), batchGraphs(graphs, parent.embedding.elements), 2, true);
    });
    expect(tf.memory().numTensors).toBe(before);
  });
});
