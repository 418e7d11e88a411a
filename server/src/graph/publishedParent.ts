import { File as Hdf5File } from "jsfive";
import type { Dense } from "./dense";
import type { MegnetBlock, ParentModel } from "./parentModel";
import type { Set2Set } from "./set2set";

export type ParentReading =
  | { readonly kind: "parent"; readonly parent: ParentModel }
  | { readonly kind: "refused"; readonly reason: string };

/**
 * A MEGNet model as its authors publish it: Keras weights in HDF5 and, beside them, the JSON with the cutoff and the
 * Gaussian centres of its graph converter.
 */
export function readPublishedParent(name: string, hdf5: ArrayBuffer, converterJson: string): ParentReading {
  try {
    return { kind: "parent", parent: assemble(name, new Weights(new Hdf5File(hdf5, name)), converterJson) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: `${name} holds no MEGNet model that can be read: ${reason}` };
  }
}

/** The layers of `crystal.MEGNet` in the order in which Keras numbers them. */
function assemble(name: string, weights: Weights, converterJson: string): ParentModel {
  const { centres, width, cutoff } = readConverter(converterJson);
  const embedding = weights.matrix("embedding_1/embedding_1/embeddings:0");
  const pair = (n: number): readonly Dense[] => [weights.dense(n), weights.dense(n + 1)];
  const blocks = [1, 2, 3].map((n): MegnetBlock => {
    const first = 6 * n - 5;
    const layers = (offset: number) => (n === 1 ? [] : pair(first + offset));
    return {
      atomLayers: layers(0),
      bondLayers: layers(2),
      stateLayers: layers(4),
      messages: weights.messages(n),
    };
  });
  return {
    name,
    cutoff,
    gaussians: { centres, width },
    embedding: { elements: embedding.rows, width: embedding.columns, values: embedding.values },
    atomLayers: pair(1),
    bondLayers: pair(3),
    stateLayers: pair(5),
    blocks,
    readouts: [
      {
        output: "prediction",
        atomLayers: [],
        bondLayers: [],
        atoms: weights.set2set(1),
        bonds: weights.set2set(2),
        layers: [weights.dense(19), weights.dense(20), weights.dense(21)],
        activation: weights.outputActivation(),
      },
    ],
  };
}

interface Matrix {
  readonly rows: number;
  readonly columns: number;
  readonly values: Float64Array;
}

/** Weights by their path in the file, with the layer settings that stand in the file's model configuration. */
class Weights {
  private readonly layers: readonly LayerConfiguration[];

  constructor(private readonly file: Hdf5File) {
    const configuration = file.attrs["model_config"];
    if (typeof configuration !== "string") throw new Error("it lacks a model configuration");
    this.layers = (JSON.parse(configuration) as ModelConfiguration).config.layers;
  }

  matrix(path: string): Matrix {
    const dataset = this.file.get(`model_weights/${path}`);
    if (!("shape" in dataset)) throw new Error(`${path} is no array`);
    const [rows = 1, columns = 1] = dataset.shape.length === 1 ? [1, dataset.shape[0]] : dataset.shape;
    return { rows, columns, values: Float64Array.from(dataset.value) };
  }

  dense(n: number): Dense {
    const layer = `dense_${n}/dense_${n}`;
    return this.layer(`${layer}/kernel:0`, `${layer}/bias:0`);
  }

  messages(n: number): MegnetBlock["messages"] {
    const layer = `meg_net_layer_${n}/`.repeat(3);
    const network = (letter: string): readonly [Dense, Dense, Dense] => {
      const dense = (i: number) =>
        this.layer(
          `${layer}phi_${letter}/weight_${letter}_${i}:0`,
          `${layer}phi_${letter}/bias_${letter}_${i}:0`,
        );
      return [dense(0), dense(1), dense(2)];
    };
    return { bonds: network("e"), atoms: network("v"), state: network("u") };
  }

  set2set(n: number): Set2Set {
    const layer = `set2_set_${n}/set2_set_${n}`;
    return {
      projection: this.layer(`${layer}/x_to_m_weight:0`, `${layer}/x_to_m_bias:0`),
      recurrence: this.layer(`${layer}/recurrent_kernel:0`, `${layer}/recurrent_bias:0`),
      steps: this.setting(`set2_set_${n}`).T ?? 3,
    };
  }

  outputActivation(): "linear" | "sigmoid" {
    const activation = this.setting("dense_21").activation;
    if (activation !== "linear" && activation !== "sigmoid")
      throw new Error(`its output activation is ${activation ?? "missing"}`);
    return activation;
  }

  private layer(kernelPath: string, biasPath: string): Dense {
    const kernel = this.matrix(kernelPath);
    return {
      inputs: kernel.rows,
      outputs: kernel.columns,
      kernel: kernel.values,
      bias: this.matrix(biasPath).values,
    };
  }

  private setting(name: string): LayerConfiguration["config"] {
    const layer = this.layers.find((candidate) => candidate.name === name);
    if (!layer) throw new Error(`it lacks the layer ${name}`);
    return layer.config;
  }
}

interface ModelConfiguration {
  readonly config: { readonly layers: readonly LayerConfiguration[] };
}

interface LayerConfiguration {
  readonly name: string;
  readonly config: { readonly activation?: string; readonly T?: number };
}

interface ConverterJson {
  readonly graph_converter: {
    readonly cutoff: number;
    readonly bond_converter: {
      readonly centers: { readonly data: readonly number[] };
      readonly width: number;
    };
  };
}

function readConverter(json: string): { centres: Float64Array; width: number; cutoff: number } {
  const { cutoff, bond_converter } = (JSON.parse(json) as ConverterJson).graph_converter;
  return { centres: Float64Array.from(bond_converter.centers.data), width: bond_converter.width, cutoff };
}
