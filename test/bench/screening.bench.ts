// Screening as a whole, by processor time: structures a second on one core beside the reference pipeline in Python (pymatgen,
// and MEGNet in numpy with published weights) on the same files, what a second thread gains, and the most memory that many
// structures take. `SUPERION_SCREENING_STRUCTURES` says how many for the last (10000).
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
  readonly wallSeconds: number;
  /** Megabytes of resident memory at most; 0 where the system does not tell. */
  readonly peak: number;
}

/** Runs the command and looks at its process meanwhile. */
async function superion(...args: string[]): Promise<Measured> {
  const started = performance.now();
  const child = spawn(process.execPath, [program, ...args], { stdio: "ignore" });
  let [peak, seconds] = [0, 0];
  const timer = setInterval(() => {
    peak = Math.max(peak, peakOf(child.pid));
    seconds = Math.max(seconds, secondsOf(child.pid));
  }, 20);
  await new Promise((resolve) => child.on("exit", resolve));
  clearInterval(timer);
  return { seconds, wallSeconds: (performance.now() - started) / 1000, peak };
}

function peakOf(pid: number | undefined): number {
  return Number(/VmHWM:\s*(\d+)/.exec(proc(pid, "status"))?.[1] ?? 0) / 1000;
}

/** User and system time of all threads; the clock ticks a hundred times a second. */
function secondsOf(pid: number | undefined): number {
  const fields = proc(pid, "stat").split(") ")[1]?.split(" ") ?? [];
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

async function beside(files: readonly string[]): Promise<void> {
  const list = listOf(files, "all.txt");
  const out = join(folder, "all.ndjson");
  // What a process takes to start and load models is told apart by a second run on a few files.
  const few = await superion(
    "screen",
    listOf(files.slice(0, 1), "few.txt"),
    "--out",
    join(folder, "few.ndjson"),
    "--jobs",
    "1",
  );
  const all = await superion("screen", list, "--out", out, "--jobs", "1");
  const ours = (all.seconds - few.seconds) / (files.length - 1);
  tell("superion screen, one thread, with its start", files.length / all.seconds, "structures/s");
  tell("superion screen, one thread, without it", 1 / ours, "structures/s");
  if (!hasShared) return;
  const parent = await loadParent("", sharedPath("megnet", "mp-2019.4.1", "formation_energy.hdf5"));
  const sample = files.filter((_, k) => k % 8 === 0);
  const theirs = peer(listOf(sample, "sample.txt"), parent);
  if (!theirs) {
    console.log("No Python with pymatgen and numpy: no peer.");
    return;
  }
  const total = Object.values(theirs.seconds).reduce((sum, one) => sum + one, 0);
  for (const [step, seconds] of Object.entries(theirs.seconds)) tell(`Python, ${step}`, 1000 * seconds, "ms");
  tell("Python in all, one network", 1 / total, "structures/s");
  tell("median difference of the networks' predictions", disagreement(theirs, parent), "eV/atom");
  tell("times as fast", total / ours, "");
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
