import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";
import { binarySalt, rockSalt } from "../../support/rockSalt";

const { run, file, folder } = useSuperion();
const bvse = (...args: string[]) => run(["bvse", ...args]);

interface StructureJson {
  readonly block: string;
  readonly ion: string;
  readonly grid: readonly number[];
  readonly minimum: number;
  readonly barriers: Readonly<Record<"d1" | "d2" | "d3", number | null>>;
  readonly refined: { readonly minimum: number };
  readonly freeSphere: { readonly largestIncluded: number; readonly largestFree: number };
  readonly sites: readonly { readonly multiplicity: number; readonly occupiedBy: string | null }[];
  readonly hops: readonly { readonly energy: number }[];
  readonly paths: Readonly<Record<"d1" | "d2" | "d3", { readonly barrier: number } | null>>;
  readonly values?: readonly number[];
}

interface FileJson {
  readonly structures: readonly StructureJson[];
  readonly problems: readonly { readonly code: string; readonly line: number; readonly message: string }[];
}

function only(...args: string[]): StructureJson {
  const [answer] = JSON.parse(bvse(...args, "--json").stdout) as readonly FileJson[];
  const [structure] = answer?.structures ?? [];
  if (!structure) throw new Error(answer?.problems[0]?.message ?? "no answer");
  return structure;
}

const lithiumChloride = () => file("LiCl.cif", rockSalt());

describe("superion bvse", () => {
  it("tells barriers, sites, hops and free spheres", () => {
    const found = only(lithiumChloride(), "--spacing", "0.2");
    expect(found).toMatchObject({ block: "LiCl", ion: "Li1+", grid: [26, 26, 26] });
    const { d1, d2, d3 } = found.barriers;
    expect(d1).toBeGreaterThan(0.5);
    expect([d2, d3]).toEqual([d1, d1]);
    expect(found.refined.minimum).toBeLessThanOrEqual(found.minimum + 1e-5);
    expect(found.sites).toMatchObject([
      { multiplicity: 4, occupiedBy: "Li1" },
      { multiplicity: 8, occupiedBy: null },
    ]);
    expect(found.paths.d3?.barrier).toBeCloseTo(found.hops[0]?.energy ?? NaN, 6);
    // Half the cell's edge without the anion's radius.
    expect(found.freeSphere.largestIncluded).toBeCloseTo(5.14 / 2 - 1.67, 2);
  });

  it("takes grids as they are asked for, and gives their values", () => {
    const { grid, values = [], minimum } = only(lithiumChloride(), "--grid-points", "4,6,8", "--values");
    expect(grid).toEqual([4, 6, 8]);
    expect(values).toHaveLength(192);
    expect(Math.min(...values)).toBe(minimum);
  });

  it("finds the paths of other ions", () => {
    const salt = file("NaCl.cif", binarySalt("NaCl", "Na", "Cl", 5.64));
    const refused = bvse(salt, "--spacing", "0.3");
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain(
      ":1:1: error: No paths were looked for: there is no Li1+ in it; ions that can be asked for: Na1+. [no-migration]",
    );
    expect(only(salt, "--ion", "Na+", "--spacing", "0.3")).toMatchObject({ ion: "Na1+" });
  });

  it("shows a table", () => {
    const { stdout, status } = bvse("examples/LiFePO4.cif", "--spacing", "0.3");
    expect(status).toBe(0);
    expect(stdout).toMatch(/^activation energy, eV +1D +2D +3D$/m);
    expect(stdout).toMatch(/^i1 +4 +0\.0000 +0\.0000 +0\.0000 +0\.000 +Li1$/m);
  });

  it("writes a cube file of the framework and the energies", () => {
    const path = join(folder, "map.cube");
    const { minimum } = only(lithiumChloride(), "--grid-points", "6,6,7", "--cube", path);
    const lines = readFileSync(path, "utf8").trim().split("\n");
    const [atoms = 0] = (lines[2] ?? "").trim().split(/\s+/).map(Number);
    expect(atoms).toBe(4);
    expect(lines.slice(3, 6).map((line) => Number(line.trim().split(/\s+/)[0]))).toEqual([6, 6, 7]);
    // The edge of the cell in bohr.
    expect(6 * Number((lines[3] ?? "").trim().split(/\s+/)[1])).toBeCloseTo(5.14 / 0.529177, 3);
    const values = lines.slice(6 + atoms).flatMap((line) => line.trim().split(/\s+/).map(Number));
    expect(values).toHaveLength(252);
    expect(Math.min(...values)).toBeCloseTo(minimum, 4);
  });

  it("says where a cube file cannot be written", () => {
    const path = join(folder, "missing", "map.cube");
    const { status, stderr } = bvse(lithiumChloride(), "--grid-points", "4,4,4", "--cube", path);
    expect(status).toBe(1);
    expect(stderr).toContain("The cube file was not written: ENOENT");
    expect(existsSync(path)).toBe(false);
  });

  it.each([
    ["--ion", "Cl-"],
    ["--spacing", "0"],
    ["--spacing", "fine"],
    ["--grid-points", "4,4"],
    ["--grid-points", "4,4,4.5"],
  ])("refuses %s %s", (...option) => {
    expect(bvse(lithiumChloride(), ...option).status).toBe(2);
  });
});
