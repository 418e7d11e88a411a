import { describe, expect, it } from "vitest";
import { jobScript } from "../../../server/src/cli/nebJob";

describe("jobScript", () => {
  it("relaxes both ends, makes the images anew, and runs the path twice", () => {
    const script = jobScript("LiCl", "/a folder", "(superion neb)", {
      ...{ partition: "main", time: "24:00:00", nodes: 2, tasks: 64 },
      modules: ["espresso/7.2"],
    });
    expect(script).toContain('#SBATCH --chdir="/a folder"\n');
    expect(script).toContain("#SBATCH --partition=main\n");
    expect(script).not.toContain("--account");
    const steps = script.split("\n").filter((line) => /srun|neb|module/.test(line));
    expect(steps.map((line) => line.trim())).toEqual([
      "module load espresso/7.2",
      'srun pw.x -inp "relax-$end.in" > "relax-$end.out"',
      "(superion neb)",
      "srun neb.x -inp neb.in > neb.out",
      "srun neb.x -inp neb-climbing.in > neb-climbing.out",
    ]);
  });
});
