/** The atom features of a structure, a row an orbit: each row stands for `multiplicities[row]` equal atoms. */
export interface AtomFeatures {
  /** `rows x width`. */
  readonly values: Float64Array;
  readonly width: number;
  readonly multiplicities: ArrayLike<number>;
}
