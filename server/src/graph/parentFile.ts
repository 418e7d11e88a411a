import { LayerWriter, readLayer, tensorValues, type LayerShape } from "./layerFile";
import { mapParent, type ParentModel } from "./parentModel";
import type { ParentReading } from "./publishedParent";
import { readSafetensors, writeSafetensors } from "./safetensors";

const format = "superion-parent-2";

/** The parent without its numbers, as it stands in the file's metadata. */
type Architecture = Omit<ParentModel<LayerShape, EmbeddingShape>, "gaussians"> & {
  readonly gaussians: { readonly centres: readonly number[]; readonly width: number };
};

interface EmbeddingShape {
  readonly elements: number;
  readonly width: number;
}

/** Superion's own form of a parent: safetensors in half precision, with the architecture in the metadata. */
export function writeParent(parent: ParentModel): Uint8Array {
  const layers = new LayerWriter("F16");
  const shapes = mapParent(
    parent,
    (layer, name) => layers.add(layer, name),
    ({ elements, width, values }) => {
      layers.addNumbers("embedding", [elements, width], values);
      return { elements, width };
    },
  );
  const { centres, width } = parent.gaussians;
  const architecture: Architecture = { ...shapes, gaussians: { centres: Array.from(centres), width } };
  return writeSafetensors({
    metadata: { format, architecture: JSON.stringify(architecture) },
    tensors: layers.tensors,
  });
}

export function readParent(name: string, bytes: Uint8Array): ParentReading {
  try {
    const file = readSafetensors(bytes);
    if (file.metadata["format"] !== format) throw new Error("it is of another format");
    const architecture = JSON.parse(file.metadata["architecture"] ?? "") as Architecture;
    const { centres, width } = architecture.gaussians;
    const parent = mapParent<
      LayerShape,
      ReturnType<typeof readLayer>,
      EmbeddingShape,
      ParentModel["embedding"]
    >(
      { ...architecture, gaussians: { centres: Float64Array.from(centres), width } },
      (shape, layer) => readLayer(file, shape, layer),
      (shape) => ({ ...shape, values: tensorValues(file, "embedding", shape.elements * shape.width) }),
    );
    return { kind: "parent", parent };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { kind: "refused", reason: `${name} holds no parent model that can be read: ${reason}` };
  }
}
