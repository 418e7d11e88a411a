/** 32-bit floats from base64 of their little-endian bytes; NaN where there is no value. */
export function decodeFloats(base64: string): Float32Array {
  const view = viewOf(base64);
  return Float32Array.from({ length: view.byteLength / 4 }, (_, i) => view.getFloat32(4 * i, true));
}

/** 32-bit whole numbers from 0 on, written like {@link decodeFloats}. */
export function decodeIndices(base64: string): Uint32Array {
  const view = viewOf(base64);
  return Uint32Array.from({ length: view.byteLength / 4 }, (_, i) => view.getUint32(4 * i, true));
}

function viewOf(base64: string): DataView {
  return new DataView(Uint8Array.from(atob(base64), (character) => character.charCodeAt(0)).buffer);
}
