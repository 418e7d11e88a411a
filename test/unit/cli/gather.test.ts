import { spawnSync } from "node:child_process";
import { existsSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { beforeAll, beforeEach, describe, expect, it, vi } from "vitest";
import type { GatheredShards, SlurmSubmission } from "../../../server/src/protocol/slurm";
import { FakeSlurm } from "../../support/fakeSlurm";
import { binarySalt } from "../../support/rockSalt";
import { readList, useScreening } from "../../support/screening";

// Each run loads models in threads of its own: a machine that is busy takes its time.
vi.setConfig({ testTimeout: 300_000 });

const { folder, file, program } = useScreening();
const slurm = new FakeSlurm(join(folder, "slurm"));
const [source, out] = [join(folder, "crystals"), join(folder, "all.ndjson")];

function superion(args: readonly string[], path = slurm.path) {
  const env = { ...process.env, PATH: path };
  return spawnSync(process.execPath, [program, ...args], { env, cwd: folder, encoding: "utf8" });
}

function gathered(): GatheredShards {
  return JSON.parse(superion(["gather", "all.ndjson", "--json"]).stdout) as GatheredShards;
}

const submit = ["submit", "slurm", "crystals", "--out", "all.ndjson", "--shards", "3", "--json"];
const blocks = () =>
  readList(out)
    .rows.map(({ block }) => block)
    .sort();

describe("superion gather", () => {
  beforeAll(() => {
    for (let k = 0; k < 6; k++) file(`crystals/${k}.cif`, binarySalt(`c${k}`, "Li", "Cl", 4 + k / 100));
  });
  beforeEach(() => {
    for (const path of [out, `${out}.slurm`]) rmSync(path, { recursive: true, force: true });
    slurm.lose();
    slurm.delay();
  });

  it("joins what a job array has done, and has nothing to do the next time", () => {
    const submission = JSON.parse(superion(submit).stdout) as SlurmSubmission;
    expect(submission).toMatchObject({ output: out, shards: 3, arrayJobs: ["1"], mergeJob: "2" });
    const { status, stdout } = superion(["gather", `${out}.slurm`]);
    expect({ status, stdout }).toEqual({ status: 0, stdout: `3 of 3 shards are done, joined in ${out}\n` });
    expect(blocks()).toEqual(["c0", "c1", "c2", "c3", "c4", "c5"]);
    expect(readList(out).header.shard).toBeNull();
    const { stderr } = superion(["gather", out]);
    expect(stderr).toBe("");
  });

  it("names a lost shard and how to do it again, and joins the others meanwhile", () => {
    slurm.lose(2);
    superion(submit);
    const { status, stdout } = superion(["gather", out]);
    expect(status).toBe(1);
    expect(stdout).toContain("2 of 3 shards are done");
    expect(stdout).toContain("without a list: 2;");
    expect(blocks().length).toBeGreaterThan(0);
    expect(blocks().length).toBeLessThan(6);

    slurm.lose();
    const again = /^again: (.*)$/m
      .exec(stdout)?.[1]
      ?.replace("superion", `"${process.execPath}" "${program}"`);
    const env = { ...process.env, PATH: slurm.path };
    expect(spawnSync("bash", ["-c", again ?? "false"], { env, cwd: dirname(folder) }).status).toBe(0);
    expect(slurm.calls.at(-2)).toContain("--array=2 ");
    expect(gathered()).toMatchObject({ done: 3, missing: [] });
    expect(blocks()).toHaveLength(6);
  });

  it("tells shards that wait or run from those that are lost, also of an array that does some again", () => {
    slurm.lose(1);
    slurm.delay(3);
    superion(submit);
    expect(gathered()).toMatchObject({ done: 1, queued: [3], missing: [1] });
    superion([...submit, "--only", "1"]);
    expect(gathered().arrayJobs).toHaveLength(2);
  });

  it("says where no shard is done yet", () => {
    slurm.delay(1, 2, 3);
    superion(submit);
    expect(superion(["gather", out])).toMatchObject({
      status: 0,
      stdout: "no shard of 3 is done\nin the queue: 1, 2, 3\n",
    });
    expect(existsSync(out)).toBe(false);
  });

  it("takes what has no list for missing where Slurm cannot be asked", () => {
    slurm.lose(2);
    superion(submit);
    const { stdout } = superion(["gather", out], dirname(process.execPath));
    expect(stdout).toContain("squeue does not answer");
    expect(stdout).toContain("without a list: 2;");
  });

  it("says where nothing was submitted", () => {
    const { status, stderr } = superion(["gather", source]);
    expect(status).toBe(2);
    expect(stderr).toContain(`nothing was submitted into ${source}.slurm`);
  });
});
