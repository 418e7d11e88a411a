import type { ClusteringInput } from "../../protocol/clusters";
import { containerOf } from "../../screening/blockSource";
import { viewList } from "../../screening/listView";
import { readResultFile } from "../../screening/resultFile";
import { blockCode } from "../../screening/screenedRow";
import type { InputProblem } from "../../screening/sources/input";
import { sourceBlocks, type SourceBlock } from "../../screening/sources/sourceBlocks";

/** Pieces of files with what can be a compound, and files that cannot be read. */
export type ClusterBlocks = AsyncIterable<SourceBlock | InputProblem>;

export type ReadInput =
  | { readonly kind: "blocks"; readonly blocks: ClusterBlocks }
  | { readonly kind: "refused"; readonly reason: string };

export async function readInput(input: ClusteringInput): Promise<ReadInput> {
  if (input.kind === "paths") return { kind: "blocks", blocks: sourceBlocks(input.paths) };
  const read = await readResultFile(input.file);
  if (read.kind === "refused") return read;
  const { list, file } = read;
  try {
    const viewed = viewList(list, { ...input.view, sort: null });
    if (viewed.kind === "refused") return viewed;
    const names = [...viewed.order].map((index) => ({
      file: list.text(index, "file"),
      block: list.text(index, "block"),
    }));
    return { kind: "blocks", blocks: namedBlocks(names) };
  } finally {
    file.close();
  }
}

/** The blocks of these names, archive by archive. */
async function* namedBlocks(
  names: readonly { readonly file: string; readonly block: string }[],
): AsyncGenerator<SourceBlock | InputProblem, void, undefined> {
  const wanted = new Set(names.map(({ file, block }) => nameOf(file, block)));
  const opened = new Set<string>();
  for (const file of new Set(names.map((name) => name.file))) {
    const container = await containerOf(file);
    if (!container) yield { kind: "problem", file, message: "The file is not there any more." };
    else if (!opened.has(container.path)) {
      opened.add(container.path);
      for await (const source of sourceBlocks([container.path]))
        if (source.kind === "problem" || wanted.has(nameOf(source.file, blockCode(source.bytes))))
          yield source;
    }
  }
}

function nameOf(file: string, block: string): string {
  return `${file}\n${block}`;
}
