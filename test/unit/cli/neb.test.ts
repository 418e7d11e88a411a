import { spawn, spawnSync } from "node:child_process";
import { copyFileSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const { run, folder } = useSuperion();
const neb = (...args: string[]) => run(["neb", "examples/Li2O.cif", ...args]);

/** Debian's pseudopotentials that fit together. */
const debian = "/usr/share/espresso/pseudo";
const pseudopotentials = ["Li.pbesol-s-kjpaw_psl.0.2.1.UPF", "O.pbesol-n-kjpaw_psl.0.1.UPF"];
const hasEspresso =
  pseudopotentials.every((name) => existsSync(join(debian, name))) &&
  ["pw.x", "neb.x"].every((program) => spawnSync("which", [program]).status === 0);
if (!hasEspresso) console.warn("No Quantum ESPRESSO with its pseudopotentials: inputs are not given to it.");

function pseudoFolder(): string {
  const path = join(folder, "pseudo");
  mkdirSync(path, { recursive: true });
  for (const name of pseudopotentials)
    if (hasEspresso) copyFileSync(join(debian, name), join(path, name));
    else writeFileSync(join(path, name), "");
  return path;
}

/** What a program says until it says what is waited for, or ends. */
async function saidBy(program: string, input: string, cwd: string, until: RegExp): Promise<string> {
  const child = spawn(program, ["-inp", input], { cwd, env: { ...process.env, OMP_NUM_THREADS: "1" } });
  let said = "";
  const ended = new Promise<void>((resolve) =>
    child.once("close", () => {
      resolve();
    }),
  );
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (data: Buffer) => {
      said += data.toString();
      if (until.test(said)) child.kill("SIGKILL");
    });
  await ended;
  return said;
}

describe("superion neb", () => {
  it("lists the hops of the ion", () => {
    const { stdout, status } = neb();
    expect(status).toBe(0);
    expect(stdout).toMatch(/^hop +of +length, angstrom +barrier, eV/m);
    expect(stdout).toMatch(/^1 +Li1 - Li1 +\d\.\d\d +0\.\d{3}/m);
  });

  it("writes all inputs of a hop and the path to compare with", () => {
    const out = join(folder, "all");
    const { stdout, status, stderr } = neb(
      "--out",
      out,
      "--pseudo",
      pseudoFolder(),
      "--slurm",
      "--time",
      "8:00:00",
    );
    expect(stderr).toContain("Not by name those of PBE and PAW");
    expect(status).toBe(0);
    expect(stdout).toContain("323 atoms in 3 x 3 x 3 cells, written: vc-relax.in, relax-initial.in");
    const text = (name: string) => readFileSync(join(out, name), "utf8");
    expect(text("neb.in")).toContain("num_of_images = 7\n");
    expect(text("neb.in")).toContain("nat = 323\n");
    const [, atoms = ""] = text("relax-final.in").split("ATOMIC_POSITIONS crystal\n");
    expect(atoms.split("K_POINTS")[0]?.trim().split("\n")).toHaveLength(323);
    expect(text("job.sh")).toMatch(/^#SBATCH --time=8:00:00$/m);
    expect(text("job.sh")).toMatch(/neb examples\/Li2O\.cif .*--relaxed\)$/m);
    const [heading, ...rows] = text("bvse.csv").trim().split("\n");
    expect(heading).toBe("distance_angstrom,energy_eV,x,y,z");
    expect(rows.length).toBeGreaterThan(20);
  });

  it("takes the ends that were relaxed, if they are of the same atoms", () => {
    const out = join(folder, "relaxed");
    const options = ["--out", out, "--length", "4", "--pseudo", pseudoFolder()];
    neb(...options);
    expect(neb(...options, "--relaxed").stderr).toContain("A relaxed end cannot be read: ENOENT");
    const end = (name: string) => {
      const input = readFileSync(join(out, `relax-${name}.in`), "utf8");
      const lines = /ATOMIC_POSITIONS crystal\n([^]*?)K_POINTS/.exec(input)?.[1] ?? "";
      return `bfgs converged in 3 scf cycles\nATOMIC_POSITIONS (crystal)\n${lines.replace(/^ {2}/gm, "")}End final coordinates\n`;
    };
    writeFileSync(
      join(out, "relax-initial.out"),
      end("initial").replace(/^(O +)0\.0000000000/m, "$10.0200000000"),
    );
    writeFileSync(join(out, "relax-final.out"), end("final"));
    const { status, stderr } = neb(...options, "--relaxed", "--images", "3");
    expect(stderr).not.toContain("error");
    expect(status).toBe(0);
    const moved = [...readFileSync(join(out, "neb.in"), "utf8").matchAll(/^ {2}O +(\S+) +\S+ +\S+$/gm)].map(
      ([, x]) => Number(x),
    );
    expect([moved[0], moved[4], moved[8]]).toEqual([0.02, 0.01, 0]);
    writeFileSync(join(out, "relax-final.out"), "nothing");
    expect(neb(...options, "--relaxed").stderr).toContain("has no positions of these atoms");
  });

  it("says what it cannot do", () => {
    const out = join(folder, "none");
    expect(neb("--out", out, "--hop", "9").stderr).toContain("There is no hop 9, only 1. [no-such-hop]");
    expect(neb("--out", out, "--pseudo", join(folder, "empty")).stderr).toContain("of Li, O.");
    expect(run(["neb", "examples/Li10GeP2S12.cif", "--out", out]).stderr).toContain(
      "order the structure first",
    );
    expect(neb("--images", "2").status).toBe(2);
    expect(existsSync(out)).toBe(false);
  });

  it.skipIf(!hasEspresso)(
    "writes what pw.x and neb.x of Quantum ESPRESSO take",
    async () => {
      const out = join(folder, "real");
      const { status } = neb(
        ...["--out", out, "--pseudo", pseudoFolder(), "--length", "4"],
        ...["--ecutwfc", "30", "--k-points", "1,1,1", "--images", "3"],
      );
      expect(status).toBe(0);
      const relaxation = await saidBy("pw.x", "relax-initial.in", out, /iteration # +1|Error in/);
      expect(relaxation).toContain("iteration #  1");
      const band = await saidBy("neb.x", "neb.in", out, /self-consistency for image +1|Error in/);
      expect(band).toMatch(/num_of_images +=\s+3/);
      expect(band).toMatch(/path_thr +=\s+0\.0500 eV/);
      expect(band).toContain("self-consistency for image   1");
    },
    300_000,
  );
});

describe("superion neb-results", () => {
  it("reads barriers from what neb.x writes, and refuses other files", () => {
    const table = join(folder, "LiX.dat");
    writeFileSync(table, "0.0 0.0 0.1\n0.5 0.35 0.02\n1.0 0.05 0.1\n");
    const { stdout, status } = run(["neb-results", table, "--json"]);
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject([
      {
        barrier: 0.35,
        converged: false,
        images: [{ energy: 0 }, { energy: 0.35, coordinate: 0.5 }, { energy: 0.05 }],
      },
    ]);
    const other = join(folder, "other.out");
    writeFileSync(other, "hello\n");
    const refused = run(["neb-results", other]);
    expect(refused.status).toBe(1);
    expect(refused.stderr).toContain("This is no file of neb.x");
  });
});
