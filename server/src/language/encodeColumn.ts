/** Numbers as base64 of little-endian 32-bit floats, for messages: see `decodeColumn`. */
export function encodeColumn(values: ArrayLike<number>): string {
  return Buffer.from(Float32Array.from(values).buffer).toString("base64");
}
