import { describe, expect, it } from "vitest";
import { hasShared, sharedPath } from "../../support/shared";
import { useScreening } from "../../support/screening";

const { run, file } = useScreening();

interface ClusterJson {
  readonly file: string;
  readonly rows: readonly { readonly name: string; readonly line?: number; readonly formula?: string }[];
  readonly features: number;
  readonly merges: readonly (readonly number[])[];
  readonly cuts: Readonly<Record<string, readonly number[]>>;
  readonly wSigma: Readonly<Record<string, { readonly plain: number; readonly frozen: number }>> | null;
  readonly wEa: Readonly<Record<string, { readonly plain: number; readonly frozen: number }>> | null;
  readonly control: Readonly<Record<string, { readonly mean: number; readonly deviation: number }>> | null;
  readonly clusters: readonly {
    readonly size: number;
    readonly high: number;
    readonly mean: number | null;
  }[];
  readonly candidates: readonly { readonly row: number; readonly filters: object }[];
  readonly problems: readonly {
    readonly code: string;
    readonly line: number | null;
    readonly column: number | null;
  }[];
}

function cluster(args: readonly string[], input = "") {
  const { status, stdout, stderr } = run(["cluster", ...args], input);
  return { status, stdout, stderr };
}

function json(args: readonly string[], input = ""): ClusterJson {
  const [answer] = JSON.parse(cluster([...args, "--json"], input).stdout) as ClusterJson[];
  if (!answer) throw new Error("no answer");
  return answer;
}

/** Two heaps on a line, of good and of poor conductors. */
const heaps = "name,x,sigma,hull\nA,0,-3,0\nB,1,-4,\nC,2,,0.2\nD,10,-9,0\nE,11,-10,0\nF,12.5,,0\n";

describe("superion cluster", () => {
  it("prints merges, cuts, W_sigma and its control", () => {
    const answer = json(["--matrix", "-", "--labels", "sigma", "--ignore", "hull", "--k", "1..3"], heaps);
    expect(answer).toMatchObject({ file: "-", features: 1, problems: [] });
    expect(answer.rows.map(({ name }) => name)).toEqual(["A", "B", "C", "D", "E", "F"]);
    expect(answer.merges).toHaveLength(5);
    expect(answer.merges[0]).toEqual([0, 1, 1, 2]);
    expect(answer.cuts).toMatchObject({ "1": [0, 0, 0, 0, 0, 0], "2": [0, 0, 0, 1, 1, 1] });
    expect(Object.keys(answer.cuts)).toEqual(["1", "2", "3"]);
    expect(answer.wSigma?.["2"]).toEqual({ plain: 1, frozen: 1 });
    expect(answer.control?.["1"]?.mean).toBeCloseTo(answer.wSigma?.["1"]?.plain ?? NaN, 9);
    expect(answer.control?.["2"]?.mean).toBeGreaterThan(1);
  });

  it("tells what the clusters of one cut hold, with the candidates in and beside good ones", () => {
    const answer = json(["--matrix", "-", "--labels", "sigma", "--hull", "hull", "--at", "2"], heaps);
    expect(answer.clusters).toMatchObject([
      { size: 3, high: 2, mean: -3.5 },
      { size: 3, high: 0, mean: -9.5 },
    ]);
    expect(answer.candidates).toMatchObject([
      { row: 2, relation: "contains", filters: { energyAboveHull: { pass: false, value: 0.2 } } },
      { row: 5, relation: "adjacent", filters: { energyAboveHull: { pass: true, value: 0 } } },
    ]);
    const { stdout } = cluster(["--matrix", "-", "--labels", "sigma", "--hull", "hull", "--at", "2"], heaps);
    expect(stdout).toContain("1 candidates without a label, 1 more that E_hull, E_g or E_a rejects");
  });

  it("says for people what there is", () => {
    const { status, stdout } = cluster(["--matrix", "-", "--labels", "sigma", "--ignore", "hull"], heaps);
    expect(status).toBe(0);
    expect(stdout).toContain("6 compounds, 1 features, 4 labels");
    expect(stdout).toMatch(/^2 +1\.000 +1\.000/mu);
  });

  it("leaves out rows with a fault, each told with its place, and clusters the rest", () => {
    const table = "x;y;sigma\n1;2;-3\nNaN;2;-4\n3;;-4\n5;1e400;\n7;8;high\n2;2;-5\n";
    const answer = json(["--matrix", "-", "--labels", "sigma", "--k", "2..3"], table);
    expect(answer.problems.map(({ code, line, column }) => [code, line, column])).toEqual([
      ["not-a-number", 3, 1],
      ["not-a-number", 4, 2],
      ["not-a-number", 5, 2],
      ["not-a-number", 6, 3],
    ]);
    expect(answer.rows.map(({ line }) => line)).toEqual([2, 6, 7]);
    expect(cluster(["--matrix", "-", "--labels", "sigma"], table).status).toBe(1);
  });

  it.each([
    ["an empty file", "", "missing-column", 1],
    ["a heading alone", "x,sigma\n", "no-features", 1],
    ["a single row", "x,sigma\n1,-3\n", "too-few-rows", 1],
    ["one label", "x,sigma\n1,-3\n2,\n", "too-few-labels", 0],
    ["no labels", "x,sigma\n1,\n2,\n", "too-few-labels", 0],
    ["text alone", "x,sigma\nabc,-3\ndef,-4\n", "no-features", 1],
    ["no column of that name", "x,y\n1,-3\n2,-4\n", "missing-column", 1],
  ])("says what is wrong with %s", (_, table, code, exit) => {
    const { status, stdout, stderr } = cluster(["--matrix", "-", "--labels", "sigma", "--json"], table);
    expect(stderr).toContain(`[${code}]`);
    expect(status).toBe(exit);
    expect(JSON.parse(stdout)).toMatchObject([{ wSigma: null, control: null, problems: [{ code }] }]);
  });

  it("cuts as far as there are rows, and says so when more is asked for", () => {
    const answer = json(["--matrix", "-", "--ignore", "hull", "--ignore", "sigma", "--k", "5..40"], heaps);
    expect(Object.keys(answer.cuts)).toEqual(["5", "6"]);
    expect(answer).toMatchObject({ problems: [{ code: "too-many-clusters" }], wSigma: null });
  });

  it("describes crystals and labels them by a table of measurements, whatever their file is called", () => {
    const answer = json([
      "examples",
      "--measurements",
      "examples/measurements.csv",
      "--descriptor",
      "density",
      "--at",
      "3",
    ]);
    const formulas = answer.rows.map(({ formula }) => formula);
    expect(formulas).toContain("Li3N");
    expect(new Set(formulas).size).toBe(formulas.length);
    expect(answer.features).toBe(3);
    expect(answer.wSigma?.["2"]?.frozen).toBeGreaterThan(0);
  });

  it("computes the activation energy of candidates, which rejects those of 0.6 eV and more", () => {
    const args = ["examples", "--measurements", "examples/measurements.csv", "--descriptor", "density"];
    const asked = [...args, "--at", "2", "--barriers", "--all-candidates"];
    const { rows, candidates } = json(asked);
    const found = new Map(candidates.map(({ row, filters }) => [rows[row]?.formula, filters]));
    expect(found.get("Li3BS3")).toMatchObject({
      activationEnergy: { pass: true, value: expect.closeTo(0.244, 2) as number },
    });
    expect(found.get("LiFePO4")).toMatchObject({ activationEnergy: { pass: false } });
    expect(cluster(asked).stdout).toMatch(/^Li3BS3 .* 0\.244$/m);
  });

  it("says the same to the last byte with any number of threads", () => {
    const args = [
      "examples",
      "--measurements",
      "examples/measurements.csv",
      "--with",
      "density",
      "--barriers",
    ];
    const told = (jobs: string) => cluster([...args, "--jobs", jobs, "--json"]);
    const [alone, threads] = [told("1"), told("3")];
    expect(threads.stdout).toBe(alone.stdout);
    expect(threads.stderr).toBe(alone.stderr);
    expect(alone.stdout).toContain('"wEa":{');
  });

  it("tells how well clusters sort activation energies", () => {
    const energies = "name,x,barrier\na,0,0.2\nb,1,0.4\nc,10,0.9\nd,11,\ne,12,20\n";
    const { wEa, wSigma } = json(["--matrix", "-", "--barrier", "barrier", "--k", "1..2"], energies);
    expect(wSigma).toBeNull();
    const mean = (0.2 + 0.4 + 0.9) / 3;
    const all = (0.2 - mean) ** 2 + (0.4 - mean) ** 2 + (0.9 - mean) ** 2;
    expect(wEa?.["1"]?.plain).toBeCloseTo(all, 12);
    expect(wEa?.["2"]?.plain).toBeCloseTo(2 * 0.1 ** 2, 12);
    expect(wEa?.["2"]?.frozen).toBeCloseTo(2 * 0.1 ** 2 + (0.9 - mean) ** 2, 12);
  });

  it("joins two descriptors at a mixing ratio", () => {
    const heights = (...args: readonly string[]) =>
      json(["examples/LiCl.cif", "examples/Li2O.cif", "--descriptor", "density", "--as", "CAMN", ...args])
        .merges[0]?.[2];
    const alone = heights() ?? NaN;
    const other = json([
      "examples/LiCl.cif",
      "examples/Li2O.cif",
      "--descriptor",
      "ewald-energy",
      "--as",
      "CAMN",
    ]).merges[0]?.[2];
    const joined = heights("--with", "ewald-energy", "--alpha", "0.5");
    expect(joined).toBeCloseTo(Math.hypot(alone, 0.5 * (other ?? NaN)), 9);
  });

  it("leaves out what a descriptor refuses, and says why", () => {
    const answer = json([
      "examples/LiCl.cif",
      "examples/Li2O.cif",
      "examples/Li10GeP2S12.cif",
      "--descriptor",
      "cavd",
      "--as",
      "CAMN",
    ]);
    expect(answer.rows).toHaveLength(2);
    expect(answer.problems).toMatchObject([
      { code: "not-described", message: expect.stringContaining("order the structure first") as string },
    ]);
  });

  it("takes what superion describe printed", () => {
    const described = run(
      ["describe", "examples/LiCl.cif", "examples/Li2O.cif", "examples/Li3N.cif"].concat([
        ...["--descriptor", "density,ewald-energy", "--ndjson"],
      ]),
    ).stdout;
    const answer = json(
      ["--matrix", "-", "--descriptor", "density", "--measurements", "examples/measurements.csv"],
      described,
    );
    expect(answer.features).toBe(3);
    expect(answer.rows).toMatchObject([{ block: "LiCl" }, { block: "Li2O" }, { block: "Li3N" }]);
    expect(answer.wSigma).not.toBeNull();
    expect(cluster(["--matrix", "-"], described).stderr).toContain("the file has density, ewald-energy");
  });

  it.skipIf(!hasShared)("labels crystals that Superion learned from by what it learned", () => {
    const learned = sharedPath("obelix", "cifs", "jqc.cif");
    const answer = json([learned, "examples/LiCl.cif", "--known", "--at", "2", "--descriptor", "density"]);
    expect(answer.clusters).toMatchObject([
      { mean: expect.closeTo(Math.log10(1.58489e-6), 9) as number },
      { mean: null },
    ]);
  });

  it("refuses to guess", () => {
    expect(cluster([])).toMatchObject({ status: 2 });
    expect(cluster(["examples", "--matrix", "-"], heaps)).toMatchObject({ status: 2 });
    expect(cluster(["--matrix", "nowhere.csv"])).toMatchObject({ status: 2 });
    expect(cluster(["--matrix", "-", "--k", "9..2"], heaps)).toMatchObject({ status: 2 });
    expect(cluster(["examples", "--options", '{"rCut": 99}']).stderr).toContain("options of soap");
  });

  it("takes tables with a byte order mark, Windows lines and a name in quotes", () => {
    const path = file("windows.csv", '\uFEFFname,x\r\n"Li, good",1\r\nB,2\r\n\r\n');
    expect(json(["--matrix", path]).rows.map(({ name }) => name)).toEqual(["Li, good", "B"]);
  });
});
