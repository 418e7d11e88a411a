import { fromHalf, toHalf } from "./float16";

/** Single or half precision, as safetensors names them. */
export type NumberType = "F32" | "F16";

/** A named array of numbers. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
  /** How the numbers stand in a file; single precision where nothing is said. */
  readonly type?: NumberType;
}

/** A safetensors file: tensors by name, with metadata of strings. */
export interface TensorFile {
  readonly metadata: Readonly<Record<string, string>>;
  readonly tensors: ReadonlyMap<string, NamedTensor>;
}

interface TensorHeader {
  readonly dtype: string;
  readonly shape: readonly number[];
  readonly data_offsets: readonly [number, number];
}

/** Bytes of the length that stands before the header. */
const lengthBytes = 8;

interface Encoding {
  readonly bytes: number;
  readonly write: (view: DataView, at: number, value: number) => void;
  readonly read: (view: DataView, at: number) => number;
}

const encodings: Readonly<Record<NumberType, Encoding>> = {
  F32: {
    bytes: 4,
    write: (view, at, value) => {
      view.setFloat32(at, value, true);
    },
    read: (view, at) => view.getFloat32(at, true),
  },
  F16: {
    bytes: 2,
    write: (view, at, value) => {
      view.setUint16(at, toHalf(value), true);
    },
    read: (view, at) => fromHalf(view.getUint16(at, true)),
  },
};

function isNumberType(text: string): text is NumberType {
  return text in encodings;
}

/** Writes the safetensors format: length of the header, header in JSON, then the little-endian numbers. */
export function writeSafetensors({ metadata, tensors }: TensorFile): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape, values, type = "F32" }] of tensors) {
    const start = end;
    end += encodings[type].bytes * values.length;
    header[name] = { dtype: type, shape, data_offsets: [start, end] };
  }
  const json = new TextEncoder().encode(JSON.stringify(header));
  const headLength = Math.ceil(json.length / 8) * 8;
  const bytes = new Uint8Array(lengthBytes + headLength + end).fill(
    0x20,
    lengthBytes,
    lengthBytes + headLength,
  );
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(headLength), true);
  bytes.set(json, lengthBytes);
  let at = lengthBytes + headLength;
  for (const { values, type = "F32" } of tensors.values()) {
    const encoding = encodings[type];
    for (const value of values) {
      encoding.write(view, at, value);
      at += encoding.bytes;
    }
  }
  return bytes;
}

/** @throws Error for bytes that are no safetensors file with tensors of single or half precision. */
export function readSafetensors(bytes: Uint8Array): TensorFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes.length < lengthBytes ? Infinity : lengthBytes + Number(view.getBigUint64(0, true));
  if (start > bytes.length) throw new Error("it is no safetensors file");
  const json = new TextDecoder().decode(bytes.subarray(lengthBytes, start));
  const { __metadata__: metadata, ...entries } = JSON.parse(json) as { __metadata__: Record<string, string> };
  const tensors = Object.entries(entries as Record<string, TensorHeader>).map(
    ([name, header]) => [name, readTensor(name, header, view, start)] as const,
  );
  return { metadata, tensors: new Map(tensors) };
}

function readTensor(
  name: string,
  { dtype, shape, data_offsets: [from, to] }: TensorHeader,
  view: DataView,
  start: number,
): NamedTensor {
  if (!isNumberType(dtype)) throw new Error(`${name} is of type ${dtype}, neither F32 nor F16`);
  const encoding = encodings[dtype];
  if (start + to > view.byteLength) throw new Error(`${name} is cut short`);
  const values = new Float32Array((to - from) / encoding.bytes);
  for (let i = 0; i < values.length; i++) values[i] = encoding.read(view, start + from + encoding.bytes * i);
  return { shape, values, type: dtype };
}
