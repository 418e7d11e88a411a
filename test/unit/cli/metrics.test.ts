import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const superion = useSuperion();

function metrics(csv: string, ...args: string[]) {
  const { status, stdout, stderr } = superion.run(["metrics", "--csv", "-", ...args], csv);
  return { status, stdout, stderr };
}

const table = "id,score,label\na,0.9,1\nb,0.8,0\nc,0.7,1\nd,0.1,0\n";

describe("superion metrics", () => {
  it("scores a table, other columns beside it", () => {
    const { status, stdout } = metrics(table, "--json");
    const answer = JSON.parse(stdout) as {
      averagePrecision: number;
      rocAuc: number;
      at: Record<string, { tp: number; fp: number; fn: number; tn: number; mcc: number }>;
    };
    expect(status).toBe(0);
    expect(answer.averagePrecision).toBeCloseTo(5 / 6, 12);
    expect(answer.rocAuc).toBe(0.75);
    expect(answer.at["0.5"]).toMatchObject({ tp: 2, fp: 1, fn: 0, tn: 1 });
    expect(Object.keys(answer.at)).toHaveLength(19);
  });

  it("takes further thresholds", () => {
    const { stdout } = metrics(table, "--json", "--threshold", "0.77", "--threshold", "0.123");
    const { at } = JSON.parse(stdout) as { at: Record<string, unknown> };
    expect(at).toHaveProperty(["0.77"]);
    expect(at).toHaveProperty(["0.123"]);
  });

  it("reads labels as words, Windows lines and empty lines", () => {
    const { status, stdout } = metrics("\uFEFFlabel,score\r\ntrue,0.9\r\n\r\nFalse,0.2\r\n");
    expect(status).toBe(0);
    expect(stdout).toMatch(/average precision +1\.000/u);
  });

  it("says null of what is not defined for one class", () => {
    const { status, stdout } = metrics("score,label\n0.2,0\n0.3,0\n", "--json");
    expect(status).toBe(0);
    expect(JSON.parse(stdout)).toMatchObject({ averagePrecision: null, rocAuc: null, positives: 0 });
  });

  it("tells each bad row by its line, and scores nothing", () => {
    const { status, stdout, stderr } = metrics("score,label\n0.5,1\nhigh,0\n1.5,0\n0.5,perhaps\n,1\n0.4\n");
    expect(status).toBe(1);
    expect(stdout).toBe("");
    expect(stderr.trim().split("\n")).toEqual([
      '-:3: error: The score "high" is no probability from 0 to 1.',
      '-:4: error: The score "1.5" is no probability from 0 to 1.',
      '-:5: error: The label "perhaps" is neither 0 nor 1.',
      '-:6: error: The score "" is no probability from 0 to 1.',
      '-:7: error: The label "" is neither 0 nor 1.',
    ]);
  });

  it("tells of missing columns, rows and files", () => {
    expect(metrics("p,y\n1,1\n").stderr).toContain('There is no column "score".');
    expect(metrics("score,label\n")).toMatchObject({
      status: 1,
      stderr: "-: error: The table has no rows.\n",
    });
    const { status, stderr } = superion.run(["metrics", "--csv", "nowhere.csv"]);
    expect(status).toBe(2);
    expect(stderr).toContain("nowhere.csv");
    expect(metrics(table, "--threshold", "2").status).toBe(2);
  });
});

describe("superion elmd", () => {
  it("prints the distance of two compositions", () => {
    expect(superion.run(["elmd", "LiCl", "NaCl", "--json"]).stdout).toBe("0.5\n");
    expect(superion.run(["elmd", "LiTi2(PO4)3", "LiTi2P3O12"]).stdout).toBe("0.00000\n");
  });

  it("refuses what is no formula", () => {
    const { status, stderr } = superion.run(["elmd", "LiCl", "NaXq"]);
    expect(status).toBe(2);
    expect(stderr).toContain('"Xq" is no element');
  });
});
