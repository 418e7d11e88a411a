// Processor time and memory of Ward's tree, beside SciPy's distances and linkage where it is installed: on the points that spare
// the least work, a normal cloud in which all distances are alike, and on vectors whose later numbers say ever less, as those
// of descriptors do. SUPERION_BENCH_ROWS=26000 takes as many rows as chapter 2 of the thesis (SciPy then needs 5 GB).
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { FeatureMatrix } from "../../server/src/clustering/featureMatrix";
import { wardTree, type WardTree } from "../../server/src/clustering/wardTree";
import { Random } from "../../server/src/learning/random";
import { pythonOutputs } from "./pythonOutputs";

const rows = Number(process.env["SUPERION_BENCH_ROWS"] ?? 4000);
const columns = 480;

const scipy = `
import json, resource, sys, time
import numpy
from scipy.cluster.hierarchy import linkage
points = numpy.fromfile(sys.argv[1]).reshape(-1, ${columns})
start = time.process_time()
tree = linkage(points, "ward")
spent = time.process_time() - start
print(json.dumps({"seconds": spent, "megabytes": resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1e3, "heights": tree[:, 2].tolist()}))
`;

for (const [name, decay] of [
  ["a normal cloud", 0],
  ["numbers that say ever less", 1],
] as const)
  measure(name, cloud(decay));

function cloud(decay: number): FeatureMatrix {
  const random = new Random(1);
  const values = new Float64Array(rows * columns);
  for (let i = 0; i < values.length; i++) values[i] = random.normal() / (1 + (i % columns)) ** decay;
  return { rows, columns, values };
}

function measure(name: string, matrix: FeatureMatrix): void {
  const started = process.cpuUsage();
  const tree = wardTree(matrix);
  const { user, system } = process.cpuUsage(started);
  const { maxRSS } = process.resourceUsage();
  console.log(`${rows} rows of ${columns} numbers, ${name}`);
  console.log(`  Superion  ${report((user + system) / 1e6, maxRSS / 1e3)}, with all else in this process`);
  console.log(`  SciPy     ${besideScipy(matrix, tree) ?? "not installed"}`);
}

function besideScipy(matrix: FeatureMatrix, { merges }: WardTree): string | undefined {
  const folder = mkdtempSync(join(tmpdir(), "superion-"));
  const file = join(folder, "points");
  writeFileSync(file, new Uint8Array(matrix.values.buffer));
  const [output] = pythonOutputs(["-c", scipy, file]);
  rmSync(folder, { recursive: true });
  if (output === undefined) return undefined;
  const answer = JSON.parse(output) as { seconds: number; megabytes: number; heights: number[] };
  const apart = answer.heights.map((height, i) => Math.abs((merges[i]?.height ?? NaN) / height - 1));
  const most = apart.reduce((largest, next) => Math.max(largest, next), 0);
  return `${report(answer.seconds, answer.megabytes)}; heights differ by ${most.toExponential(0)} at most`;
}

function report(seconds: number, megabytes: number): string {
  return `${seconds.toFixed(2).padStart(7)} s ${megabytes.toFixed(0).padStart(5)} MB`;
}
