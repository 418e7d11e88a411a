import type { Dense } from "./dense";
import type { NamedTensor, NumberType, TensorFile } from "./safetensors";

/** The size of a layer, which stands in a model file in place of its numbers. */
export interface LayerShape {
  readonly inputs: number;
  readonly outputs: number;
}

/** Collects layers under their names and leaves their shapes. */
export class LayerWriter {
  readonly tensors = new Map<string, NamedTensor>();

  /** @param type half precision makes the file half as large */
  constructor(private readonly type: NumberType = "F32") {}

  add({ inputs, outputs, kernel, bias }: Dense, name: string): LayerShape {
    this.addNumbers(`${name}.kernel`, [inputs, outputs], kernel);
    this.addNumbers(`${name}.bias`, [outputs], bias);
    return { inputs, outputs };
  }

  addNumbers(name: string, shape: readonly number[], values: Float64Array): void {
    this.tensors.set(name, { shape, values: Float32Array.from(values), type: this.type });
  }
}

/** The numbers of a tensor, as doubles. @throws Error where the file lacks it or it has another size. */
export function tensorValues(file: TensorFile, name: string, size: number): Float64Array {
  const tensor = file.tensors.get(name);
  if (tensor?.values.length !== size) throw new Error(`it lacks ${name} with ${size} numbers`);
  return Float64Array.from(tensor.values);
}

/** The layer of this name. @throws Error where the file lacks it or it has another size. */
export function readLayer(file: TensorFile, { inputs, outputs }: LayerShape, name: string): Dense {
  return {
    inputs,
    outputs,
    kernel: tensorValues(file, `${name}.kernel`, inputs * outputs),
    bias: tensorValues(file, `${name}.bias`, outputs),
  };
}
