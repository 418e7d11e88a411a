import { createHash } from "node:crypto";
import type { SourceBlock } from "./sourceBlocks";

/** A piece of a file, and what it is known again by. */
export interface HashedBlock {
  readonly source: SourceBlock;
  readonly hash: string;
}

/** Of all that decides the rows of a block besides the model. */
export function hashOf({ bytes, isWholeFile, isTooLong }: SourceBlock): string {
  return createHash("sha256").update(`${isWholeFile} ${isTooLong} `).update(bytes).digest("base64url");
}
