import type { NamedTensor } from "../../graph/safetensors";
import type { Tensors } from "../modelFile";
import type { KernelParameters } from "../regression/gaussianProcess";
import type { ConductivityModelState } from "./conductivityModel";

/** What of the state is no array. */
interface Architecture {
  readonly names: readonly string[];
  readonly shift: number;
  readonly intervalWidth: number;
  readonly largestUsualDeviation: number;
  readonly members: readonly KernelParameters[];
}

/** The state for a model file: what its arrays hold is in single precision already, so nothing is lost. */
export function toTensors(state: ConductivityModelState): {
  readonly architecture: Architecture;
  readonly tensors: Tensors;
} {
  const { scale, rows, targets, members, shift, intervalWidth, largestUsualDeviation } = state;
  const width = scale.names.length;
  const features = new Float32Array(rows.length * width);
  rows.forEach((row, i) => {
    features.set(row, i * width);
  });
  const tensors = new Map<string, NamedTensor>([
    ["mean", vector(scale.mean)],
    ["deviation", vector(scale.deviation)],
    ["features", { shape: [rows.length, width], values: features }],
    ["targets", vector(targets)],
  ]);
  const fitted = { shift, intervalWidth, largestUsualDeviation, members };
  return { architecture: { names: scale.names, ...fitted }, tensors };
}

/** @throws Error for tensors that are no conductivity model of this version. */
export function fromTensors(architecture: unknown, tensors: Tensors): ConductivityModelState {
  if (!isArchitecture(architecture)) throw new Error("this is no conductivity model of this version");
  const { names, members, shift, intervalWidth, largestUsualDeviation } = architecture;
  const take = (name: string, length?: number): Float32Array => {
    const values = tensors.get(name)?.values;
    if (!values || (length !== undefined && values.length !== length))
      throw new Error(`the numbers of ${name} are missing or of the wrong size`);
    return values;
  };
  const targets = take("targets");
  const features = take("features", targets.length * names.length);
  return {
    scale: { names, mean: take("mean", names.length), deviation: take("deviation", names.length) },
    rows: Array.from(targets, (_, i) => features.slice(i * names.length, (i + 1) * names.length)),
    targets,
    members,
    shift,
    intervalWidth,
    largestUsualDeviation,
  };
}

function isArchitecture(value: unknown): value is Architecture {
  const parts = ["names", "shift", "intervalWidth", "largestUsualDeviation", "members"];
  return typeof value === "object" && value !== null && parts.every((part) => part in value);
}

function vector(values: Float32Array): NamedTensor {
  return { shape: [values.length], values };
}
