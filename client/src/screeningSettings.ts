import { workspace } from "vscode";

/** What a structure may take; a structure that takes more is given up. */
export interface ScreeningLimits {
  readonly timeLimitSeconds: number;
  readonly memoryLimitMegabytes: number;
}

export function screeningLimits(): ScreeningLimits {
  const settings = workspace.getConfiguration("superion.screening");
  return {
    timeLimitSeconds: settings.get("timeLimit", 30),
    memoryLimitMegabytes: settings.get("memoryLimit", 2048),
  };
}

/** How many of the best rows of a screening have their barriers computed; 0 for none. */
export function screeningBarriers(): number {
  return workspace.getConfiguration("superion.screening").get("barriers", 0);
}

/** What a screening on a cluster asks Slurm for; what is empty is left to the cluster. */
export interface SlurmResources {
  readonly shards: number;
  /** Cores a shard. */
  readonly cpus: number;
  readonly partition: string;
  readonly account: string;
  /** Wall time of a shard: `4:00:00`. */
  readonly time: string;
  /** Of a shard: `8G`. */
  readonly memory: string;
  /** Environment modules to load first. */
  readonly modules: readonly string[];
  /** Further options of `sbatch`. */
  readonly options: readonly string[];
}

export function slurmSettings(): SlurmResources {
  const settings = workspace.getConfiguration("superion.slurm");
  return {
    shards: settings.get("shards", 16),
    cpus: settings.get("cpus", 4),
    partition: settings.get("partition", ""),
    account: settings.get("account", ""),
    time: settings.get("time", ""),
    memory: settings.get("memory", ""),
    modules: settings.get<readonly string[]>("modules", []),
    options: settings.get<readonly string[]>("options", []),
  };
}
