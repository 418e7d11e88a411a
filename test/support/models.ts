import type { Dense } from "../../server/src/graph/dense";
import { fromHalf, toHalf } from "../../server/src/graph/float16";
import type { MegnetReadout, OutputName, ParentModel } from "../../server/src/graph/parentModel";
import type { Set2Set } from "../../server/src/graph/set2set";
import type { AtomSets } from "../../server/src/learning/atomSets/atomSets";
import { Random } from "../../server/src/learning/random";

/** Weights that mean nothing, for tests of what holds whatever the weights are. */
export class RandomWeights {
  private readonly random = new Random(11);

  numbers(count: number, scale = 1): Float64Array {
    // Rounded to half precision, which is what model files keep.
    return Float64Array.from({ length: count }, () => fromHalf(toHalf(scale * this.random.normal())));
  }

  dense(inputs: number, outputs: number): Dense {
    return {
      inputs,
      outputs,
      kernel: this.numbers(inputs * outputs, 1 / Math.sqrt(inputs)),
      bias: this.numbers(outputs, 0.1),
    };
  }

  set2set(inputs: number, hidden: number): Set2Set {
    return {
      projection: this.dense(inputs, hidden),
      recurrence: this.dense(2 * hidden, 4 * hidden),
      steps: 3,
    };
  }

  /** A whole MEGNet with two blocks, narrower than the real one. */
  parent(): ParentModel {
    const width = 6;
    const network = (inputs: number) =>
      [this.dense(inputs, 8), this.dense(8, 8), this.dense(8, width)] as const;
    const block = (isFirst: boolean) => ({
      atomLayers: isFirst ? [] : [this.dense(width, 8), this.dense(8, width)],
      bondLayers: isFirst ? [] : [this.dense(width, 8), this.dense(8, width)],
      stateLayers: isFirst ? [] : [this.dense(width, 8), this.dense(8, width)],
      messages: { bonds: network(4 * width), atoms: network(3 * width), state: network(3 * width) },
    });
    return {
      name: "random",
      cutoff: 4,
      gaussians: { centres: Float64Array.from({ length: 20 }, (_, i) => i / 4), width: 0.5 },
      embedding: { elements: 95, width: 4, values: this.numbers(95 * 4) },
      atomLayers: [this.dense(4, width)],
      bondLayers: [this.dense(20, width)],
      stateLayers: [this.dense(2, width)],
      blocks: [block(true), block(false)],
      readouts: [this.readout("formationEnergy", width), this.readout("nonmetalProbability", width)],
    };
  }

  private readout(output: OutputName, width: number): MegnetReadout {
    return {
      output,
      atomLayers: [this.dense(width, 7)],
      bondLayers: [this.dense(width, 7), this.dense(7, 6)],
      atoms: this.set2set(7, 5),
      bonds: this.set2set(6, 5),
      layers: [this.dense(20 + width, 8), this.dense(8, 1)],
      activation: output === "nonmetalProbability" ? "sigmoid" : "linear",
    };
  }

  atomSets(width: number): AtomSets {
    return {
      atomLayers: [this.dense(width, 8), this.dense(8, 8)],
      readout: this.set2set(8, 5),
      setLayers: [this.dense(10, 8)],
      output: this.dense(8, 1),
    };
  }
}
