import type { FindPathsResult, IsosurfaceResult } from "../protocol/migration";
import type { ReadNebParams, ReadNebResult } from "../protocol/neb";
import type { Failure } from "../screening/workerQueue";

/** What the thread of paths can be asked to do. */
export type PathsTask =
  | { readonly kind: "find"; readonly crystal: AskedCrystal; readonly control: SharedArrayBuffer }
  | { readonly kind: "neb"; readonly params: ReadNebParams }
  | {
      readonly kind: "surface";
      readonly crystal: AskedCrystal;
      /** Electronvolt above the lowest energy. */
      readonly energy: number;
    };

/** A mobile ion in the crystal of a text. */
export interface AskedCrystal {
  readonly text: string;
  /** Oxidation states that the settings give, `Fe=2, S1=-2`. */
  readonly oxidationStates: string;
  readonly block: string | undefined;
  /** `Li1+`. */
  readonly ion: string;
}

export type PathsReply =
  | { readonly kind: "found"; readonly result: FindPathsResult }
  | { readonly kind: "surface"; readonly result: IsosurfaceResult }
  | { readonly kind: "neb"; readonly result: ReadNebResult }
  | Failure;

/** Memory that both threads see while paths are looked for: how far the work is, and whether it is to stop. */
export class Control {
  private readonly cells: Int32Array;

  constructor(readonly buffer = new SharedArrayBuffer(8)) {
    this.cells = new Int32Array(buffer);
  }

  /** 0 to 1. */
  get share(): number {
    return Atomics.load(this.cells, 0) / 1000;
  }

  set share(share: number) {
    Atomics.store(this.cells, 0, Math.round(1000 * share));
  }

  get isStopped(): boolean {
    return Atomics.load(this.cells, 1) !== 0;
  }

  stop(): void {
    Atomics.store(this.cells, 1, 1);
  }
}
