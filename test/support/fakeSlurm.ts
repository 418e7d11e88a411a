import { chmodSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { delimiter, join } from "node:path";

/** Does the tasks of an array at once, and leaves joining to others. */
const sbatch = `#!/bin/bash
here="$(dirname "$0")"
echo "$@" >> "$here/calls"
echo "$(wc -l < "$here/calls");fake"
for word in "$@"; do
  case "$word" in
    --array=*) tasks="\${word#--array=}" ;;
    *.sh) script="$word" ;;
  esac
done
case "$tasks" in
  *-*) tasks="$(seq \${tasks%-*} \${tasks#*-})" ;;
esac
for task in \${tasks//,/ }; do
  grep -qsx "$task" "$here/lost" "$here/queued" && continue
  SLURM_ARRAY_TASK_ID="$task" SLURM_CPUS_PER_TASK=1 bash "$script" >> "$here/said" 2>&1
done
`;

const squeue = `#!/bin/bash
cat "$(dirname "$0")/queued" 2> /dev/null || true
`;

/** A shell that leaves PATH as it is, also where it is asked to be one of a login. */
const shell = `#!/bin/bash
exec /bin/bash -c "\${@: -1}"
`;

/** Stands in for the commands of a Slurm. */
export class FakeSlurm {
  /** @param bin folder of its commands, which is made. */
  constructor(readonly bin: string) {
    mkdirSync(bin, { recursive: true });
    for (const [name, script] of Object.entries({ sbatch, squeue, shell })) {
      writeFileSync(join(bin, name), script);
      chmodSync(join(bin, name), 0o755);
    }
  }

  /** A PATH that finds them first. */
  get path(): string {
    return [this.bin, process.env["PATH"] ?? ""].join(delimiter);
  }

  /** The words of each call of `sbatch`. */
  get calls(): readonly string[] {
    const path = join(this.bin, "calls");
    return existsSync(path) ? readFileSync(path, "utf8").trim().split("\n") : [];
  }

  /** From now on these tasks end without a result. */
  lose(...tasks: readonly number[]): void {
    this.keep("lost", tasks);
  }

  /** From now on these tasks wait. */
  delay(...tasks: readonly number[]): void {
    this.keep("queued", tasks);
  }

  private keep(name: string, tasks: readonly number[]): void {
    writeFileSync(join(this.bin, name), tasks.map((task) => `${task}\n`).join(""));
  }
}
