import { spawnSync } from "node:child_process";
import { chmodSync, existsSync, mkdirSync, readFileSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it, vi } from "vitest";
import { SlurmCluster } from "../../support/slurmCluster";
import { binarySalt } from "../../support/rockSalt";
import { readList, useScreening } from "../../support/screening";

// Each run loads models in threads of its own: a machine that is busy takes its time.
vi.setConfig({ testTimeout: 120_000 });

const { folder, file, run, program } = useScreening();
const submit = (...args: string[]) => run(["submit", "slurm", ...args]);

/** Runs the command with a PATH that begins with a folder of ours, and perhaps where a cluster is found. */
function superion(args: string[], environment: NodeJS.ProcessEnv) {
  return spawnSync(process.execPath, [program, ...args], { env: environment, encoding: "utf8" });
}

function crystals(name: string, count: number): string {
  for (let k = 0; k < count; k++) file(`${name}/${k}.cif`, binarySalt(`c${k}`, "Li", "Cl", 4 + k / 100));
  return join(folder, name);
}

/** A list without what differs from run to run. */
const rowsOf = (path: string) => readList(path).rows.map((row) => ({ ...row, seconds: 0 }));

describe("superion submit slurm", () => {
  it("writes scripts that ask for what was asked for, whatever is in the names", () => {
    const out = join(folder, "of 'mine", "all.csv");
    const { status, stdout } = submit(
      ...[
        "a folder",
        "--out",
        out,
        "--shards",
        "5",
        "--partition",
        "fast",
        "--time",
        "4:00:00",
        "--memory",
        "8G",
      ],
      ...[
        "--cpus",
        "3",
        "--module",
        "nodejs/20",
        "--module",
        "b",
        "--sbatch=--qos=long",
        "--barriers",
        "50",
        "--time-limit",
        "9",
        "--dry-run",
      ],
    );
    expect(status).toBe(0);
    const [array = "", merge = ""] = stdout.trim().split("\n");
    for (const script of [array, merge]) expect(spawnSync("bash", ["-n", script]).status).toBe(0);
    const text = readFileSync(array, "utf8");
    for (const option of ["partition=fast", "time=4:00:00", "mem=8G", "cpus-per-task=3", "qos=long"])
      expect(text).toContain(`#SBATCH --${option}\n`);
    expect(text).toContain("module load nodejs/20\nmodule load b\n");
    expect(text).toContain("screen --barriers 50 --time-limit 9 'a folder' --shard");
  });

  it("does a shard a task, which joined are the whole, as a shell runs the scripts", () => {
    const source = crystals("whole", 9);
    const [out, whole] = [join(folder, "by parts.ndjson"), join(folder, "at once.ndjson")];
    run(["screen", source, "--out", whole]);
    const [array = "", merge = ""] = submit(source, "--out", out, "--shards", "2", "--dry-run")
      .stdout.trim()
      .split("\n");
    const task = (shard: number) =>
      spawnSync("bash", [array], {
        env: { ...process.env, SLURM_ARRAY_TASK_ID: String(shard), SLURM_CPUS_PER_TASK: "1" },
      }).status;
    expect([task(2), task(1)]).toEqual([0, 0]);
    expect(spawnSync("bash", [merge]).status).toBe(0);
    expect(rowsOf(out)).toEqual(rowsOf(whole));
  });

  it("submits the array and what joins it, and those parts alone that are asked for", () => {
    mkdirSync(join(folder, "bin"));
    const fake = file("bin/sbatch", '#!/bin/bash\necho "$@" >> "$CALLS"\necho "77;cluster"\n');
    chmodSync(fake, 0o755);
    const calls = join(folder, "calls");
    const environment = {
      ...process.env,
      PATH: `${join(folder, "bin")}:${process.env["PATH"]}`,
      CALLS: calls,
    };
    const out = join(folder, "asked.ndjson");
    const args = ["submit", "slurm", "examples", "--out", out, "--shards", "4", "--at-once", "2"];
    const { stdout } = superion(args, environment);
    expect(stdout).toBe(`array 77: 4 of 4 shards\nmerge 77: ${out}\n`);
    superion([...args, "--only", "2,3"], environment);
    file("asked.ndjson.slurm/shard-1-of-4.ndjson", "");
    superion([...args, "--only", "missing"], environment);
    const told = readFileSync(calls, "utf8");
    expect([...told.matchAll(/--array=(\S+)/g)].map(([, range]) => range)).toEqual([
      "1-4%2",
      "2,3%2",
      "2,3,4%2",
    ]);
    expect(told.match(/--dependency=afterok:77/g)).toHaveLength(3);
  });

  it("says where there is no Slurm", () => {
    const { status, stderr } = superion(["submit", "slurm", "examples", "--out", join(folder, "no.csv")], {
      ...process.env,
      PATH: "/nowhere",
    });
    expect(status).toBe(2);
    expect(stderr).toContain("sbatch cannot be run");
  });
});

const isAsked = process.env["SUPERION_SLURM"] === "1";
if (!isAsked)
  console.warn("Tests with a real Slurm are skipped: SUPERION_SLURM=1 runs them, and installs it by apt.");

describe.runIf(isAsked)("on a real Slurm", () => {
  let cluster: SlurmCluster;
  beforeAll(async () => {
    cluster = await SlurmCluster.start();
  }, 600_000);
  afterAll(async () => {
    await cluster.stop();
  }, 60_000);

  it("screens in shards, joins them, and runs a lost shard again alone", { timeout: 600_000 }, async () => {
    const source = crystals("real", 12);
    const [out, whole] = [join(folder, "real.ndjson"), join(folder, "real whole.ndjson")];
    run(["screen", source, "--out", whole]);
    const args = [
      "submit",
      "slurm",
      source,
      "--out",
      out,
      "--shards",
      "3",
      "--cpus",
      "1",
      "--partition",
      "work",
    ];
    const { status, stdout, stderr } = superion(args, cluster.environment);
    expect({ status, stderr }).toEqual({ status: 0, stderr: "" });
    expect(stdout).toMatch(/^array \d+: 3 of 3 shards\nmerge \d+: /);
    await cluster.idle();
    expect(rowsOf(out)).toEqual(rowsOf(whole));

    rmSync(out);
    rmSync(`${out}.slurm/shard-2-of-3.ndjson`);
    expect(superion([...args, "--only", "missing"], cluster.environment).stdout).toContain("1 of 3 shards");
    await cluster.idle();
    expect(existsSync(`${out}.slurm/shard-2-of-3.ndjson`)).toBe(true);
    expect(rowsOf(out)).toEqual(rowsOf(whole));
  });
});
