// How fast CIF text is read, beside gemmi in the same run: small files as they come from databases, and one large loop.
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { decodeCif } from "../../server/src/cif/decode";
import { formatCif } from "../../server/src/cif/format";
import { LineIndex } from "../../server/src/cif/lineIndex";
import { LiveCif } from "../../server/src/cif/liveCif";
import { parseCif } from "../../server/src/cif/parser";
import { printCif } from "../../server/src/cif/print";
import { tokens } from "../../server/src/cif/tokens";
import { pythonOutputs } from "./pythonOutputs";

const RUNS = 15;
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

/** The median of several runs, by processor time as for the peer. */
function measure(name: string, texts: readonly string[], work: (text: string) => unknown): void {
  const seconds = Array.from({ length: RUNS }, () => {
    const started = process.cpuUsage();
    texts.forEach(work);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  }).sort((first, second) => first - second);
  tell(name, texts, seconds[RUNS >> 1] ?? NaN);
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
const gemmi = secondsOfGemmi(folder, large[0] ?? "");
measure(`parse ${files.length} files`, files, parseCif);
if (gemmi) tell("the same with gemmi", files, gemmi.small);
measure("parse one large loop", large, parseCif);
if (gemmi) tell("the same with gemmi", large, gemmi.large);
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
const live = new LiveCif(large[0] ?? "");
let edited = live.document.text;
measure("a keystroke in it", large, () => {
  const start = edited.length >> 1;
  edited = `${edited.slice(0, start)}1${edited.slice(start)}`;
  live.edit(edited, { start, removedEnd: start, insertedEnd: start + 1 });
  return live.document;
});
measure("align its columns", large, () => formatCif(document));
