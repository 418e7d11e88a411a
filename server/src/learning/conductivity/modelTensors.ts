import type { NamedTensor, TensorFile } from "../../graph/safetensors";
import type { KernelParameters } from "../regression/gaussianProcess";
import type { ConductivityModelState } from "./conductivityModel";

const format = "superion-conductivity-1";

/** What of the state is no array. */
interface Header {
  readonly names: readonly string[];
  readonly samples: number;
  readonly shift: number;
  readonly intervalWidth: number;
  readonly largestUsualDeviation: number;
  readonly members: readonly KernelParameters[];
}

/** The state as tensors with a header: what it holds is in single precision already, so nothing is lost. */
export function toTensors(state: ConductivityModelState): TensorFile {
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
  const header: Header = {
    names: scale.names,
    samples: rows.length,
    shift,
    intervalWidth,
    largestUsualDeviation,
    members,
  };
  return { metadata: { format, header: JSON.stringify(header) }, tensors };
}

/** @throws Error for tensors that are no conductivity model of this version. */
export function fromTensors({ metadata, tensors }: TensorFile): ConductivityModelState {
  if (metadata["format"] !== format) throw new Error("this is no conductivity model of this version");
  const { names, members, shift, intervalWidth, largestUsualDeviation, samples } = JSON.parse(
    metadata["header"] ?? "",
  ) as Header;
  const take = (name: string, length?: number): Float32Array => {
    const values = tensors.get(name)?.values;
    if (!values || (length !== undefined && values.length !== length))
      throw new Error(`the numbers of ${name} are missing or of the wrong size`);
    return values;
  };
  const features = take("features", samples * names.length);
  return {
    scale: { names, mean: take("mean", names.length), deviation: take("deviation", names.length) },
    rows: Array.from({ length: samples }, (_, i) => features.slice(i * names.length, (i + 1) * names.length)),
    targets: take("targets", samples),
    members,
    shift,
    intervalWidth,
    largestUsualDeviation,
  };
}

function vector(values: Float32Array): NamedTensor {
  return { shape: [values.length], values };
}
