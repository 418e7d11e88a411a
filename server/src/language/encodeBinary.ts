/** 32-bit floats as base64 of their little-endian bytes, for messages: see `decodeFloats`. */
export function encodeFloats(values: ArrayLike<number>): string {
  return base64(values instanceof Float32Array ? values : Float32Array.from(values));
}

/** 32-bit whole numbers from 0 on, for messages: see `decodeIndices`. */
export function encodeIndices(values: Uint32Array): string {
  return base64(values);
}

function base64({ buffer, byteOffset, byteLength }: Float32Array | Uint32Array): string {
  return Buffer.from(buffer, byteOffset, byteLength).toString("base64");
}
