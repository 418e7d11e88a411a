import type { Command } from "commander";
import { availableParallelism } from "node:os";
import { mergeResults, type Merging } from "../screening/mergeResults";
import { encoderOf } from "../screening/resultFiles/resultFormat";
import { resultRows } from "../screening/resultFiles/resultRows";
import { encoded, writeWhole } from "../screening/resultFiles/writeResult";
import { ScreeningPool, usualLimits } from "../screening/screeningPool";
import { threadScript } from "../screening/threads";
import { modelFolder, orUsageError } from "./modelFolder";
import { interruption } from "./progress";
import { listFormat } from "./screeningOptions";

/** Joins lists into a file; one that they cannot be joined into ends the command as wrong usage. */
export async function joinLists(paths: readonly string[], out: string, command: Command): Promise<Merging> {
  const format = listFormat(out, command);
  const pool = new ScreeningPool(
    threadScript("screening"),
    { modelFolder, model: undefined, parent: undefined },
    availableParallelism(),
    { ...usualLimits, timeLimitSeconds: 300 },
    { model: "", simplification: "" },
    (line) => process.stderr.write(`${line}\n`),
  );
  const merging = await orUsageError(mergeResults(paths, pool, interruption()), command);
  pool.dispose();
  if (merging.kind === "refused") return merging;
  const { list, header } = merging;
  const rows = resultRows(list, list.ranking(), false);
  await orUsageError(writeWhole(out, encoded(encoderOf(format), header, rows)), command);
  return merging;
}
