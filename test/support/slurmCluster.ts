import { spawn, spawnSync, type ChildProcess } from "node:child_process";
import { randomBytes } from "node:crypto";
import { chmodSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { availableParallelism, hostname, tmpdir } from "node:os";
import { join } from "node:path";

const daemons = ["munged", "slurmctld", "slurmd"];
const packages = ["munge", "slurmctld", "slurmd", "slurm-client"];

/** A Slurm cluster of this machine alone, in a folder of its own, for as long as it is not stopped. */
export class SlurmCluster {
  private readonly running: ChildProcess[] = [];

  private constructor(
    private readonly folder: string,
    /** What commands of Slurm need to find it. */
    readonly environment: NodeJS.ProcessEnv,
  ) {}

  /** Installs Debian's Slurm where it is missing, which takes a superuser. */
  static async start(): Promise<SlurmCluster> {
    if (daemons.some((name) => spawnSync("which", [name]).status !== 0)) install();
    const folder = mkdtempSync(join(tmpdir(), "superion-slurm-"));
    chmodSync(folder, 0o755);
    const config = join(folder, "slurm.conf");
    const cluster = new SlurmCluster(folder, { ...process.env, SLURM_CONF: config });
    writeFileSync(config, configuration(folder));
    await cluster.startMunge();
    for (const name of ["state", "spool"]) mkdirSync(join(folder, name));
    cluster.daemon("slurmctld", "-D", "-f", config);
    cluster.daemon("slurmd", "-D", "-f", config, "-N", "superion");
    await until(() => cluster.run("sinfo", "-h", "-o", "%t").includes("idle"), "the node does not come up");
    return cluster;
  }

  /** What a command of Slurm prints. */
  run(command: string, ...args: string[]): string {
    const { stdout, stderr } = spawnSync(command, args, { env: this.environment, encoding: "utf8" });
    return stdout + stderr;
  }

  /** Resolves when no job waits or runs. */
  async idle(): Promise<void> {
    await until(() => this.run("squeue", "-h").trim() === "", "jobs do not come to an end", 240);
  }

  async stop(): Promise<void> {
    for (const child of this.running.reverse()) {
      const ended = new Promise((resolve) => child.once("exit", resolve));
      child.kill("SIGTERM");
      await Promise.race([ended, sleep(5000)]);
    }
    rmSync(this.folder, { recursive: true, force: true });
  }

  private async startMunge(): Promise<void> {
    const key = join(this.folder, "munge.key");
    writeFileSync(key, randomBytes(128), { mode: 0o400 });
    const place = (name: string) => join(this.folder, `munge.${name}`);
    this.daemon(
      "munged",
      "--foreground",
      "--force",
      `--key-file=${key}`,
      `--socket=${place("socket")}`,
      `--pid-file=${place("pid")}`,
      `--log-file=${place("log")}`,
      `--seed-file=${place("seed")}`,
    );
    await until(
      () => spawnSync("munge", ["-n", "-S", place("socket")]).status === 0,
      "munged does not answer",
    );
  }

  private daemon(name: string, ...args: string[]): void {
    const child = spawn(name, args, { env: this.environment, stdio: "ignore" });
    this.running.push(child);
  }
}

function install(): void {
  const quiet = { env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" }, stdio: "inherit" } as const;
  spawnSync("apt-get", ["update", "-qq"], quiet);
  spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
}

function configuration(folder: string): string {
  const place = (name: string) => join(folder, name);
  return `ClusterName=superion
SlurmctldHost=${hostname()}(127.0.0.1)
SlurmUser=root
SlurmdUser=root
AuthType=auth/munge
AuthInfo=socket=${place("munge.socket")}
CredType=cred/munge
SlurmctldPort=16817
SlurmdPort=16818
StateSaveLocation=${place("state")}
SlurmdSpoolDir=${place("spool")}
SlurmctldPidFile=${place("slurmctld.pid")}
SlurmdPidFile=${place("slurmd.pid")}
SlurmctldLogFile=${place("slurmctld.log")}
SlurmdLogFile=${place("slurmd.log")}
ProctrackType=proctrack/linuxproc
TaskPlugin=task/none
SelectType=select/cons_tres
SelectTypeParameters=CR_Core
JobAcctGatherType=jobacct_gather/none
AccountingStorageType=accounting_storage/none
MpiDefault=none
ReturnToService=2
NodeName=superion NodeAddr=127.0.0.1 NodeHostname=${hostname()} CPUs=${availableParallelism()} State=UNKNOWN
PartitionName=work Nodes=superion Default=YES MaxTime=INFINITE State=UP
`;
}

async function until(holds: () => boolean, failing: string, seconds = 60): Promise<void> {
  const end = performance.now() + 1000 * seconds;
  while (!holds()) {
    if (performance.now() > end) throw new Error(`Slurm: ${failing}`);
    await sleep(200);
  }
}

function sleep(milliseconds: number): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, milliseconds));
}
