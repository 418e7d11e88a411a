/** The bytes of a file, one piece after another. */
export type Chunks = Iterable<Uint8Array> | AsyncIterable<Uint8Array>;

/** A CIF somewhere: in a folder, in an archive, on standard input. */
export interface InputFile {
  readonly kind: "file";
  /** The path as given, with the path inside of it for an archive; `-` for standard input. */
  readonly file: string;
  /** The path below the folder or archive that was named, with slashes: the same on every machine that screens it. */
  readonly place: string;
  /** Bytes, as they lie there; `undefined` for standard input. */
  readonly size: number | undefined;
  readonly open: () => Promise<Chunks>;
}

/** Something that was named and cannot be screened. */
export interface InputProblem {
  readonly kind: "problem";
  readonly file: string;
  readonly message: string;
}

export type Input = InputFile | InputProblem;
