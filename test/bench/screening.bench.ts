// Screening as a whole, by processor time of all threads: structures a second on one core beside the reference pipeline in
// Python (pymatgen, and MEGNet in numpy with published weights), both without their start; what the main thread takes, which is
// what threads cannot share; what a second thread gains; and the most memory that many structures take.
// `SUPERION_SCREENING_STRUCTURES` says how many for the last (10000).
import { spawn } from "node:child_process";
import {
  appendFileSync,
  existsSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { writeCif } from "../../server/src/crystal/writeCif";
import { buildCrystalGraph } from "../../server/src/graph/crystalGraph";
import { Megnet } from "../../server/src/graph/megnet";
import type { ParentModel } from "../../server/src/graph/parentModel";
import { loadParent } from "../../server/src/screening/modelFiles";
import { generateStructures } from "../../server/training/generatedStructures";
import { hasShared, sharedPath } from "../support/shared";
import { pythonOutputs } from "./pythonOutputs";

const program = "dist/superion.mjs";
const folder = mkdtempSync(join(tmpdir(), "superion-bench-"));
process.on("exit", () => {
  rmSync(folder, { recursive: true });
});

interface Measured {
  /** Of processor time, of all threads. */
  readonly seconds: number;
  /** Of the main thread alone. */
  readonly mainSeconds: number;
  readonly wallSeconds: number;
  /** Megabytes of resident memory at most; 0 where the system does not tell. */
  readonly peak: number;
}

/** Runs the command and looks at its process meanwhile. */
async function superion(...args: string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  let [peak, seconds, mainSeconds] = [0, 0, 0];
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    seconds = Math.max(seconds, secondsIn(child.pid, "stat"));
    mainSeconds = Math.max(mainSeconds, secondsIn(child.pid, `task/${child.pid ?? 0}/stat`));
  }, 20);
  await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(timer);
  return { seconds, mainSeconds, wallSeconds: (performance.now() - started) / 1000, peak };
}

function peakOf(pid: number | undefined): number {
  return Number(/VmHWM:\s*(\d+)/.exec(proc(pid, "status"))?.[1] ?? 0) / 1000;
}

/** User and system time; the clock ticks a hundred times a second. */
function secondsIn(pid: number | undefined, name: string): number {
  const fields = proc(pid, name).split(") ")[1]?.split(" ") ?? [];
  return (Number(fields[11] ?? 0) + Number(fields[12] ?? 0)) / 100;
}

function proc(pid: number | undefined, name: string): string {
  try {
    return readFileSync(`/proc/${pid ?? "self"}/${name}`, "utf8");
  } catch {
    return "";
  }
}

function tell(name: string, value: number, unit: string): void {
  console.log(`${name.padEnd(52)} ${value.toFixed(value < 10 ? 2 : 0).padStart(8)} ${unit}`);
}

/** A list of paths for `superion screen`. */
function listOf(files: readonly string[], name: string): string {
  const path = join(folder, name);
  writeFileSync(path, files.join("\n"));
  return path;
}

interface PeerResult {
  readonly seconds: Readonly<Record<string, number>>;
  readonly predictions: Readonly<Record<string, number>>;
}

/** What Python makes of the files of a list; `undefined` where it has no pymatgen. */
function peer(list: string, parent: ParentModel): PeerResult | undefined {
  const weights = join(folder, "parent.json");
  const plain = (_: string, value: unknown) => (value instanceof Float64Array ? [...value] : value);
  writeFileSync(weights, JSON.stringify(parent, plain));
  const env = { ...process.env, OMP_NUM_THREADS: "1", OPENBLAS_NUM_THREADS: "1" };
  const [output] = pythonOutputs(["test/bench/screeningPeer.py", list, weights], { env });
  return output === undefined ? undefined : (JSON.parse(output) as PeerResult);
}

/** The largest difference between the predictions of the peer and ours, in eV an atom. */
function disagreement({ predictions }: PeerResult, parent: ParentModel): number {
  const megnet = new Megnet(parent);
  const differences = Object.entries(predictions).map(([file, predicted]) => {
    const structure = readStructures(parseCif(readFileSync(file, "utf8")))[0]?.structure;
    if (!structure) return 0;
    const { outputs } = megnet.run(buildCrystalGraph(structure, parent.cutoff), 0, true);
    return Math.abs(predicted - (outputs.get("prediction") ?? NaN));
  });
  return differences.sort((a, b) => a - b)[differences.length >> 1] ?? NaN;
}

function screen(files: readonly string[], name: string): Promise<Measured> {
  const out = join(folder, `${name}.ndjson`);
  return superion("screen", listOf(files, `${name}.txt`), "--out", out, "--jobs", "1");
}

async function beside(files: readonly string[]): Promise<void> {
  // What a process takes to start and load models is told apart by a run on one file, what its compilers take to warm up by
  // one on many more.
  const one = await screen(files.slice(0, 1), "one");
  const all = await screen(files, "all");
  const resized = inOtherSizes(files);
  const many = await screen([...files, ...resized], "many");
  const cold = (all.seconds - one.seconds) / (files.length - 1);
  const steady = (many.seconds - all.seconds) / resized.length;
  const main = (many.mainSeconds - all.mainSeconds) / resized.length;
  tell("superion screen, one thread, with its start", files.length / all.seconds, "structures/s");
  tell("the same without it", 1 / cold, "structures/s");
  tell(`${resized.length} structures more`, 1 / steady, "structures/s");
  tell("processor time of a structure", 1000 * steady, "ms");
  tell("of it on the main thread", 1000 * main, "ms");
  if (!hasShared) return;
  const parent = await loadParent("", sharedPath("megnet", "mp-2019.4.1", "formation_energy.hdf5"));
  const sample = files.filter((_, k) => k % 4 === 0);
  const theirs = peer(listOf(sample, "sample.txt"), parent);
  if (!theirs) {
    console.log("No Python with pymatgen and numpy: no peer.");
    return;
  }
  const total = Object.values(theirs.seconds).reduce((sum, seconds) => sum + seconds, 0);
  for (const [step, seconds] of Object.entries(theirs.seconds)) tell(`Python, ${step}`, 1000 * seconds, "ms");
  tell("Python in all, one network, without its start", 1 / total, "structures/s");
  tell("median difference of the networks' predictions", disagreement(theirs, parent), "eV/atom");
  tell("times as fast on these files", total / cold, "");
  tell("times as fast on more", total / steady, "");
}

/** The crystals of files with longer edges: other texts, and other answers, with as much to do. */
function inOtherSizes(files: readonly string[]): string[] {
  return [1, 2, 3, 4].flatMap((step) =>
    files.map((file, k) => {
      const path = join(folder, `${step}-${k}.cif`);
      const longer = (_: string, tag: string, length: string) =>
        `${tag}${(Number(length) * (1 + 0.013 * step)).toFixed(5)}`;
      const text = readFileSync(file, "latin1").replace(/(_cell_length_[abc]\s+)(\d+\.?\d*)/gi, longer);
      writeFileSync(path, text, "latin1");
      return path;
    }),
  );
}

async function scaling(source: string): Promise<void> {
  const run = (jobs: number) =>
    superion("screen", source, "--out", join(folder, `jobs${jobs}.ndjson`), "--jobs", String(jobs));
  const [one, two] = [await run(1), await run(2)];
  tell("two threads beside one, by the clock", one.wallSeconds / two.wallSeconds, "times");
  tell("processor time of two threads beside one", two.seconds / one.seconds, "times");
}

/** A CIF of many crystals that nobody has measured. */
function synthetic(count: number): string {
  const path = join(folder, `synthetic${count}.cif`);
  const chunk = 500;
  for (let made = 0; made < count; made += chunk) {
    const structures = generateStructures(made + 1, Math.min(chunk, count - made));
    appendFileSync(
      path,
      structures.map((structure, k) => writeCif(structure, { code: `s${made + k}` })).join("\n"),
    );
  }
  return path;
}

const measured = sharedPath("obelix", "cifs");
const source = existsSync(measured) ? measured : "examples";
const files = readdirSync(source).filter((name) => name.endsWith(".cif"));
console.log(`${files.length} files of ${source}`);
await beside(files.map((name) => join(source, name)));
await scaling(synthetic(2000));
const many = Number(process.env["SUPERION_SCREENING_STRUCTURES"] ?? 10_000);
for (const count of [many / 10, many]) {
  const { peak, seconds } = await superion(
    "screen",
    synthetic(count),
    "--out",
    join(folder, `${count}.ndjson`),
  );
  tell(`memory for ${count} structures, two threads`, peak, "MB");
  tell(`${count} structures`, count / seconds, "structures/s");
}
