import type { Command } from "commander";
import { joinLists } from "./joinLists";
import { printList, printOptions, type PrintOptions } from "./screeningOutput";

interface MergeOptions extends PrintOptions {
  readonly out: string;
}

/** `superion merge`: lists of shards, or of several screenings, as one. */
export function registerMerge(program: Command): void {
  const command = program
    .command("merge")
    .description("join lists of superion screen, such as those of shards, into one with new ranks")
    .argument("<file...>", ".ndjson files, in any order")
    .requiredOption("--out <file>", "the joined list: .ndjson, .csv or .parquet");
  printOptions(command).action(merge);
}

async function merge(paths: string[], options: MergeOptions, command: Command): Promise<void> {
  const merging = await joinLists(paths, options.out, command);
  if (merging.kind === "refused") {
    process.stderr.write(`error: ${merging.reason}\n`);
    process.exitCode = 1;
    return;
  }
  const { list, header, missing } = merging;
  process.stderr.write(`${list.count} data blocks of ${paths.length} files\n`);
  if (missing.length > 0) process.stderr.write(`warning: the shards ${missing.join(", ")} are missing\n`);
  await printList(list, header, options);
}
