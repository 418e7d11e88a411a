/** A screening in shards that was given to Slurm: what `superion submit slurm --json` prints, and keeps beside the shards. */
export interface SlurmSubmission {
  /** The words after `superion` that submitted it; with `--only 3,7` behind them these shards are done again. */
  readonly command: readonly string[];
  /** To which paths of the command are relative. */
  readonly workingFolder: string;
  /** Path of the list that all shards make. */
  readonly output: string;
  /** Path of the folder of scripts, lists of shards and what they say. */
  readonly folder: string;
  readonly shards: number;
  /** Numbers of the job arrays: those that do some shards again come behind the first. */
  readonly arrayJobs: readonly string[];
  /** Number of the job that joins the shards. */
  readonly mergeJob: string;
}

/** What `superion gather --json` prints. */
export interface GatheredShards extends SlurmSubmission {
  /** How many shards are done; their lists are joined where there is one. */
  readonly done: number;
  /** Shards that wait or run; `null` where Slurm did not say. */
  readonly queued: readonly number[] | null;
  /** Other shards that have no list. */
  readonly missing: readonly number[];
}
