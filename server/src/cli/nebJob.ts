import { directive, quoted } from "../screening/slurm/jobArray";

/** What of a cluster a job asks for; what is absent is left to the cluster. */
export interface JobResources {
  readonly partition?: string | undefined;
  readonly account?: string | undefined;
  /** Wall time, as Slurm writes it: `24:00:00`. */
  readonly time?: string | undefined;
  readonly nodes: number;
  /** MPI processes. */
  readonly tasks: number;
  /** Environment modules to load first. */
  readonly modules: readonly string[];
}

/**
 * A Slurm job that relaxes both ends and then converges the path, first without and then with a climbing image. With the ends
 * relaxed, the images have to be made anew, which `prepare` does.
 *
 * @param folder where the inputs lie.
 */
export function jobScript(name: string, folder: string, prepare: string, resources: JobResources): string {
  const { partition, account, time, nodes, tasks, modules } = resources;
  const options = [
    `--job-name=${name}`,
    `--nodes=${nodes}`,
    `--ntasks=${tasks}`,
    ...(partition === undefined ? [] : [`--partition=${partition}`]),
    ...(account === undefined ? [] : [`--account=${account}`]),
    ...(time === undefined ? [] : [`--time=${time}`]),
    `--chdir=${folder}`,
    "--output=job.log",
  ];
  return [
    "#!/bin/bash",
    ...options.map(directive),
    "set -e",
    ...modules.map((module) => `module load ${quoted(module)}`),
    "export OMP_NUM_THREADS=1",
    "for end in initial final; do",
    '  srun pw.x -inp "relax-$end.in" > "relax-$end.out"',
    "done",
    prepare,
    "srun neb.x -inp neb.in > neb.out",
    "srun neb.x -inp neb-climbing.in > neb-climbing.out",
    "",
  ].join("\n");
}
