import type { NamedTensor, TensorFile } from "../../graph/safetensors";
import type { KernelParameters } from "../regression/gaussianProcess";
import type { Calibration } from "./calibration";
import type { ConductivityModelState } from "./conductivityModel";
import type { MemberState } from "./members";

const format = "superion-conductivity-1";

/** What of the state is no array. */
interface Header {
  readonly names: readonly string[];
  readonly samples: number;
  readonly calibration: Calibration;
  readonly intervalWidth: number;
  readonly largestUsualDeviation: number;
  /** Hyperparameters of each Gaussian process; `null` for trees. */
  readonly members: readonly (KernelParameters | null)[];
}

const treeArrays = ["columns", "numbers", "right", "roots"] as const;

/** The state as tensors with a header: what it holds is in single precision already, so nothing is lost. */
export function toTensors(state: ConductivityModelState): TensorFile {
  const { scale, rows, targets, members, calibration, intervalWidth, largestUsualDeviation } = state;
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
  members.forEach((member, i) => {
    if (member.kind === "extra-trees")
      for (const name of treeArrays)
        tensors.set(`members.${i}.${name}`, vector(Float32Array.from(member.state[name])));
  });
  const header: Header = {
    names: scale.names,
    samples: rows.length,
    calibration,
    intervalWidth,
    largestUsualDeviation,
    members: members.map((member) => (member.kind === "gaussian-process" ? member.parameters : null)),
  };
  return { metadata: { format, header: JSON.stringify(header) }, tensors };
}

/** @throws Error for tensors that are no conductivity model of this version. */
export function fromTensors({ metadata, tensors }: TensorFile): ConductivityModelState {
  if (metadata["format"] !== format) throw new Error("this is no conductivity model of this version");
  const { names, members, calibration, intervalWidth, largestUsualDeviation, samples } = JSON.parse(
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
    members: members.map((parameters, i): MemberState => {
      if (parameters) return { kind: "gaussian-process", parameters };
      const numbers = take(`members.${i}.numbers`);
      return {
        kind: "extra-trees",
        state: {
          columns: Int16Array.from(take(`members.${i}.columns`, numbers.length)),
          numbers,
          right: Uint16Array.from(take(`members.${i}.right`, numbers.length)),
          roots: Uint32Array.from(take(`members.${i}.roots`)),
        },
      };
    }),
    calibration,
    intervalWidth,
    largestUsualDeviation,
  };
}

function vector(values: Float32Array): NamedTensor {
  return { shape: [values.length], values };
}
