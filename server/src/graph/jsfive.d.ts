/** The part of jsfive that reads the published weights. */
declare module "jsfive" {
  export class Dataset {
    readonly shape: readonly number[];
    readonly value: ArrayLike<number>;
  }
  export class Group {
    readonly keys: readonly string[];
    readonly attrs: Readonly<Record<string, unknown>>;
    /** @throws where the path leads nowhere. */
    get(path: string): Group | Dataset;
  }
  export class File extends Group {
    constructor(buffer: ArrayBuffer, name: string);
  }
}
