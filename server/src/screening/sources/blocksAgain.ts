import { containerOf } from "../blockSource";
import { hashOf, type HashedBlock } from "./hashedBlock";
import { sourceBlocks } from "./sourceBlocks";

/** Blocks that were read before, each once, in one pass over their files; those that changed since, or are gone, are left out. */
export async function* blocksAgain(
  files: Iterable<string>,
  hashes: Iterable<string>,
): AsyncGenerator<HashedBlock, void, undefined> {
  const wanted = new Set(hashes);
  for (const path of await containersOf(files))
    for await (const source of sourceBlocks([path])) {
      if (wanted.size === 0) return;
      if (source.kind === "problem") continue;
      const hash = hashOf(source);
      if (wanted.delete(hash)) yield { source, hash };
    }
}

async function containersOf(files: Iterable<string>): Promise<Set<string>> {
  const paths = new Set<string>();
  for (const file of new Set(files)) {
    const container = await containerOf(file);
    if (container) paths.add(container.path);
  }
  return paths;
}
