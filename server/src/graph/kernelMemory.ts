/** A memory of WebAssembly. */
export interface WasmMemory {
  readonly buffer: ArrayBuffer;
  readonly grow: (pages: number) => number;
}

export const bytesOfPage = 65536;

/** The numbers of kernels' memory, used from the start on, where the kernels look for a table. */
export class KernelMemory {
  private all: Float64Array;
  private used: number;

  constructor(
    private readonly memory: WasmMemory,
    private readonly table: Float64Array,
  ) {
    this.all = new Float64Array(memory.buffer);
    this.used = 0;
    this.put(table);
  }

  /** Forgets what was allotted. */
  clear(): void {
    this.used = this.table.length;
  }

  /** The place of the first of so many numbers. */
  allot(count: number): number {
    const place = this.used;
    this.used += count;
    const missing = this.used * Float64Array.BYTES_PER_ELEMENT - this.memory.buffer.byteLength;
    if (missing > 0) {
      this.memory.grow(Math.ceil(missing / bytesOfPage));
      this.all = new Float64Array(this.memory.buffer);
    }
    return place;
  }

  /** The place of a copy of these numbers. */
  put(values: Float64Array): number {
    const place = this.allot(values.length);
    this.write(place, values);
    return place;
  }

  write(place: number, values: Float64Array): void {
    this.all.set(values, place);
  }

  /** A view, good until more is allotted. */
  read(place: number, count: number): Float64Array {
    return this.all.subarray(place, place + count);
  }
}
