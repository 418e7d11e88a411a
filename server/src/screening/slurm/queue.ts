import { spawnSync } from "node:child_process";

/** The tasks of job arrays that wait or run; `null` where Slurm cannot be asked. */
export function queuedTasks(arrayJobs: readonly string[]): readonly number[] | null {
  if (arrayJobs.length === 0) return [];
  const args = ["--noheader", "--array", "--format=%K", `--jobs=${arrayJobs.join(",")}`];
  const { error, status, stdout, stderr } = spawnSync("squeue", args, { encoding: "utf8" });
  if (error) return null;
  // Slurm forgets jobs some minutes after their end.
  if (status !== 0) return /invalid job id/i.test(stderr) ? [] : null;
  return [...stdout.matchAll(/\d+/g)].map(([task]) => Number(task));
}
