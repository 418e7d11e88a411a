/** A named array of single-precision numbers. */
export interface NamedTensor {
  readonly shape: readonly number[];
  readonly values: Float32Array;
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

/** Writes the safetensors format: length of the header, header in JSON, then the little-endian numbers. */
export function writeSafetensors({ metadata, tensors }: TensorFile): Uint8Array {
  const header: Record<string, unknown> = { __metadata__: metadata };
  let end = 0;
  for (const [name, { shape, values }] of tensors) {
    header[name] = { dtype: "F32", shape, data_offsets: [end, (end += 4 * values.length)] };
  }
  const json = JSON.stringify(header);
  const head = new TextEncoder().encode(json.padEnd(Math.ceil(json.length / 8) * 8));
  const bytes = new Uint8Array(lengthBytes + head.length + end);
  const view = new DataView(bytes.buffer);
  view.setBigUint64(0, BigInt(head.length), true);
  bytes.set(head, lengthBytes);
  let at = lengthBytes + head.length;
  for (const { values } of tensors.values())
    for (const value of values) {
      view.setFloat32(at, value, true);
      at += 4;
    }
  return bytes;
}

/** @throws Error for bytes that are no safetensors file with single-precision tensors. */
export function readSafetensors(bytes: Uint8Array): TensorFile {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const start = bytes.length < lengthBytes ? Infinity : lengthBytes + Number(view.getBigUint64(0, true));
  if (start > bytes.length) throw new Error("it is no safetensors file");
  const json = new TextDecoder().decode(bytes.subarray(lengthBytes, start));
  const { __metadata__: metadata, ...entries } = JSON.parse(json) as { __metadata__: Record<string, string> };
  const tensors = Object.entries(entries as Record<string, TensorHeader>).map(([name, header]) => {
    if (header.dtype !== "F32") throw new Error(`${name} is of type ${header.dtype}, not F32`);
    const [from, to] = header.data_offsets;
    const values = new Float32Array((to - from) / 4);
    for (let i = 0; i < values.length; i++) values[i] = view.getFloat32(start + from + 4 * i, true);
    return [name, { shape: header.shape, values }] as const;
  });
  return { metadata, tensors: new Map(tensors) };
}
