// How fast CIF text is read, beside gemmi in the same run: small files as they come from databases, and one large loop.
// Both read text that is in memory, and take turns. gemmi copies all values into strings and gives up at the first error;
// we find all problems, and make a value when it is asked for: it is also measured with all of them asked for. The first
// passes, while V8 still compiles the reader, are told apart. Processor time of all threads, with compilation and garbage.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeCif } from "../../server/src/cif/decode";
import { formatCif } from "../../server/src/cif/format";
import { LineIndex } from "../../server/src/cif/lineIndex";
import { LiveCif } from "../../server/src/cif/liveCif";
import { parseCif } from "../../server/src/cif/parser";
import { PiecedText } from "../../server/src/cif/piecedText";
import { printCif } from "../../server/src/cif/print";
import { tokens } from "../../server/src/cif/tokens";
import { valueText } from "../../server/src/cif/valueText";
import { pythonOutputs } from "./pythonOutputs";

const RUNS = 15;
/** Before these many passes over the small files V8 has not compiled all of the reader. */
const WARM_UP = 30;
/** How often the two take turns. */
const ROUNDS = 5;
const ATOMS = 150_000;

function textsOf(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith(".cif"))
    .map((name) => decodeCif(readFileSync(join(folder, name))).text);
}

/** A block with one loop of atom sites, about 10 MB. */
function largeLoop(): string {
  const names = [
    "group_PDB",
    "id",
    "type_symbol",
    "label_atom_id",
    "Cartn_x",
    "Cartn_y",
    "Cartn_z",
    "occupancy",
  ];
  const rows = Array.from({ length: ATOMS }, (_, index) => {
    const position = [0.37, 0.11, 0.71].map((step) => ((index * step) % 100).toFixed(3).padStart(8));
    return `HETATM ${index} Li Li${index % 1000} ${position.join(" ")} 1.00 # ${"x".repeat(10)}`;
  });
  return ["data_large", "loop_", ...names.map((name) => `_atom_site.${name}`), ...rows, ""].join("\n");
}

/** Seconds of the processor that each of several runs takes, as for the peer. */
function secondsOf(texts: readonly string[], work: (text: string) => unknown, runs = RUNS): number[] {
  return Array.from({ length: runs }, () => {
    const started = process.cpuUsage();
    texts.forEach(work);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  });
}

function median(numbers: readonly number[]): number {
  return [...numbers].sort((first, second) => first - second)[numbers.length >> 1] ?? NaN;
}

function measure(name: string, texts: readonly string[], work: (text: string) => unknown): void {
  tell(name, texts, median(secondsOf(texts, work)));
}

function tell(name: string, texts: readonly string[], seconds: number): void {
  const bytes = texts.reduce((sum, text) => sum + text.length, 0);
  const perSecond = [
    `${(texts.length / seconds).toFixed(0)} files/s`,
    `${(bytes / 1e6 / seconds).toFixed(0)} MB/s`,
  ];
  console.log(
    `${name.padEnd(34)} ${(seconds * 1000).toFixed(1).padStart(8)} ms ${perSecond.map((rate) => rate.padStart(13)).join("")}`,
  );
}

/** Reads a text and asks for all that it holds; gives how many characters that is. */
function parseWithValues(text: string): number {
  let characters = 0;
  for (const { columns } of parseCif(text).blocks)
    for (const column of columns)
      for (let row = 0; row < column.rows; row++) characters += valueText(column.value(row))?.length ?? 1;
  return characters;
}

/** What gemmi takes, of the first Python that has it. */
function secondsOfGemmi(folder: string, text: string): { small: number; large: number } | undefined {
  const path = mkdtempSync(join(tmpdir(), "superion-bench-"));
  const file = join(path, "large.cif");
  writeFileSync(file, text);
  const [output] = pythonOutputs(["test/bench/cifPeer.py", folder, file]);
  rmSync(path, { recursive: true });
  const seconds: unknown = JSON.parse(output ?? "null");
  return isSeconds(seconds) ? seconds : undefined;
}

function isSeconds(value: unknown): value is { small: number; large: number } {
  return typeof value === "object" && value !== null && "small" in value && "large" in value;
}

const measured = "../shared/obelix/cifs";
const folder = existsSync(measured) ? measured : "examples";
const files = textsOf(folder);
const large = [largeLoop()];
const first = secondsOf(files, parseCif, WARM_UP)[0] ?? NaN;
secondsOf(files, parseWithValues, WARM_UP);
const rounds = Array.from({ length: ROUNDS }, () => ({
  gemmi: secondsOfGemmi(folder, large[0] ?? ""),
  small: median(secondsOf(files, parseCif)),
  values: median(secondsOf(files, parseWithValues)),
  large: median(secondsOf(large, parseCif)),
}));
const peer = rounds.flatMap(({ gemmi }) => gemmi ?? []);
tell(`parse ${files.length} files for the first time`, files, first);
tell(`parse ${files.length} files`, files, median(rounds.map(({ small }) => small)));
tell("and ask for every value", files, median(rounds.map(({ values }) => values)));
if (peer.length > 0) tell("the same with gemmi", files, median(peer.map(({ small }) => small)));
tell("parse one large loop", large, median(rounds.map((round) => round.large)));
if (peer.length > 0) tell("the same with gemmi", large, median(peer.map((round) => round.large)));
measure("index its lines", large, (text) => new LineIndex(text));
const document = parseCif(large[0] ?? "");
measure("read a column as numbers", large, () => {
  const column = document.blocks[0]?.find("_atom_site.Cartn_x");
  let sum = 0;
  for (let row = 0; row < (column?.rows ?? 0); row++) {
    const value = column?.value(row);
    if (value?.kind === "bare") sum += Number(value.text);
  }
  return sum;
});
measure("walk its tokens", large, () => [...tokens(document)].length);
measure("print it", large, () => printCif(document));
let edited = PiecedText.of(large[0] ?? "");
const live = new LiveCif(edited);
measure("a keystroke in it", large, () => {
  const start = edited.length >> 1;
  edited = edited.replaced(start, start, "1");
  live.edit(edited, { start, removedEnd: start, insertedEnd: start + 1 });
  return live.document;
});
measure("align its columns", large, () => formatCif(document));
