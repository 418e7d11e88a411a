import type { Command } from "commander";
import { availableParallelism } from "node:os";
import { mergeResults } from "../screening/mergeResults";
import { encoderOf, formatOfPath } from "../screening/resultFiles/encoder";
import { resultRows } from "../screening/resultFiles/resultRows";
import { encoded, writeWhole } from "../screening/resultFiles/writeResult";
import { ScreeningPool, usualLimits } from "../screening/screeningPool";
import { modelFolder, orUsageError } from "./modelFolder";
import { interruption } from "./progress";
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
  const format = formatOfPath(options.out);
  if (!format || format === "json") command.error("error: --out ends in .ndjson, .csv or .parquet");
  const pool = new ScreeningPool(
    new URL("./screeningWorker.mjs", import.meta.url),
    { modelFolder, model: undefined, parent: undefined },
    availableParallelism(),
    { ...usualLimits, timeLimitSeconds: 300 },
    { model: "", simplification: "" },
    (line) => process.stderr.write(`${line}\n`),
  );
  const merging = await orUsageError(mergeResults(paths, pool, interruption()), command);
  pool.dispose();
  if (merging.kind === "refused") {
    process.stderr.write(`error: ${merging.reason}\n`);
    process.exitCode = 1;
    return;
  }
  const { list, header, missing } = merging;
  const rows = resultRows(list, list.ranking(), false);
  await orUsageError(writeWhole(options.out, encoded(encoderOf(format), header, rows)), command);
  process.stderr.write(`${list.count} data blocks of ${paths.length} files\n`);
  if (missing.length > 0) process.stderr.write(`warning: the shards ${missing.join(", ")} are missing\n`);
  await printList(list, header, options);
}
