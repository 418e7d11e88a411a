// Mutates CIFs and reads them: no exception, nothing lost, no hang, no growing memory.
import { existsSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { Command } from "commander";
import { decodeCif } from "../../server/src/cif/decode";
import { formatCif } from "../../server/src/cif/format";
import { LiveCif } from "../../server/src/cif/liveCif";
import { parseCif } from "../../server/src/cif/parser";
import { printCif } from "../../server/src/cif/print";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { Random } from "../../server/src/learning/random";
import { sharedPath } from "../support/shared";
import { liveMemory } from "../support/liveMemory";
import { applied, mutation, oneOf } from "./mutate";

const options = new Command()
  .description("reads mutated CIFs of ../shared and examples/, and stops at the first that is not read well")
  .option("--runs <count>", "mutations", "100000")
  .option("--seed <number>", "for the same mutations again", "1")
  .parse()
  .opts<{ runs: string; seed: string }>();

/** Longer files make fewer mutations an hour and find no more. */
const longestSeed = 60_000;
/** A mutation of a mutation of a file, so many times; then another file. */
const steps = 12;
/** Seconds of the processor a million characters, and for starting. */
const allowed = { perMillion: 1, atLeast: 0.5 };
/** Of the structures in it, which are bounded by their sites. */
const allowedForStructures = 5;
/** Bytes by which what is in use may grow over all runs. */
const mostGrowth = 64e6;

function seeds(): string[] {
  const folders = ["examples", sharedPath("corpus"), sharedPath("obelix/cifs")].filter((folder) =>
    existsSync(folder),
  );
  return folders
    .flatMap((folder) =>
      readdirSync(folder, { recursive: true, encoding: "utf8" })
        .filter((name) => name.endsWith(".cif"))
        .map((name) => decodeCif(readFileSync(join(folder, name))).text),
    )
    .filter(({ length }) => length <= longestSeed);
}

/** Why a text is not read well; `undefined` where it is. */
function fault(text: string, live: LiveCif, isThorough: boolean): string | undefined {
  const document = parseCif(text);
  if (printCif(document) !== text) return "it is not written back as it was";
  if (!isThorough) return undefined;
  const edited = live.document;
  if (JSON.stringify(edited.blocks.map(sizes)) !== JSON.stringify(document.blocks.map(sizes)))
    return "read after an edit it has other blocks than read anew";
  formatCif(document);
  return undefined;
}

function faultOfStructures(text: string): string | undefined {
  const began = processorTime();
  try {
    readStructures(parseCif(text));
  } catch (error) {
    return String(error);
  }
  const seconds = processorTime() - began;
  return seconds > allowedForStructures ? `its structures take ${seconds} s` : undefined;
}

function sizes({ code, range, columns }: ReturnType<typeof parseCif>["blocks"][number]) {
  return [code, range, columns.map(({ tag, rows, tagRange }) => [tag, rows, tagRange])];
}

/** Seconds of the processor. */
function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return (user + system) / 1e6;
}

interface Slowest {
  seconds: number;
  characters: number;
}

function chain(texts: readonly string[], random: Random, slowest: Slowest, count: number): void {
  let text = oneOf(texts, random);
  const live = new LiveCif(text);
  for (let step = 0; step < count; step++) {
    const change = mutation(text, oneOf(texts, random), random);
    const edit = {
      start: change.start,
      removedEnd: change.end,
      insertedEnd: change.start + change.inserted.length,
    };
    text = applied(text, change);
    const began = processorTime();
    let reason: string | undefined;
    try {
      live.edit(text, edit);
      reason = fault(text, live, step % 4 === 3);
    } catch (error) {
      reason = String(error);
    }
    const seconds = processorTime() - began;
    if (seconds > slowest.seconds) Object.assign(slowest, { seconds, characters: text.length });
    if (seconds > Math.max(allowed.atLeast, (allowed.perMillion * text.length) / 1e6))
      reason ??= `it takes ${seconds} s`;
    reason ??= step % 4 === 3 ? faultOfStructures(text) : undefined;
    if (reason !== undefined) fail(text, reason);
  }
}

function fail(text: string, reason: string): never {
  const file = join(tmpdir(), `superion-fuzz-${options.seed}.cif`);
  writeFileSync(file, text);
  throw new Error(`${reason}: ${file}`);
}

const texts = seeds();
const random = new Random(Number(options.seed));
const runs = Number(options.runs);
const slowest: Slowest = { seconds: 0, characters: 0 };
const before = liveMemory();
const began = performance.now();
for (let run = 0; run < runs; run += steps) chain(texts, random, slowest, Math.min(steps, runs - run));
const growth = liveMemory() - before;
const perSecond = (runs / (performance.now() - began)) * 1000;
console.log(
  `${runs} mutations of ${texts.length} files: all read and written back, ${perSecond.toFixed(0)} a second; ` +
    `slowest ${(slowest.seconds * 1000).toFixed(0)} ms for ${slowest.characters} characters; ` +
    `memory in use grew by ${(growth / 1e6).toFixed(1)} MB, at most ${(process.resourceUsage().maxRSS / 1024).toFixed(0)} MB.`,
);
if (growth > mostGrowth) throw new Error("The memory in use grows.");
