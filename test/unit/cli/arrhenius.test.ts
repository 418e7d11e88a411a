import { describe, expect, it } from "vitest";
import { useSuperion } from "../../support/superion";

const superion = useSuperion();

const rows = ["1,25,1.713e-5,2.1e-7", "1,30,2.004e-5,3.2e-7", "1,40,3.176e-5,6.4e-7", "1,50,4.454e-5,1.1e-6"];
const otherCell = ["2,25,1.72e-5,2e-7", "2,40,3.05e-5,6e-7", "2,50,4.4e-5,1e-6"];
const heading = "cell,temperature_C,sigma_S_cm,sigma_sd_S_cm";

interface Element {
  readonly fits: readonly {
    readonly cell: number | null;
    readonly weighting: string;
    readonly activationEnergy: number;
    readonly activationEnergyInterval: readonly number[];
    readonly n: number;
  }[];
  readonly cells: {
    readonly activationEnergy: { readonly mean: number | null; readonly deviation: number | null };
  };
  readonly problems: readonly {
    readonly code: string;
    readonly line: number | null;
    readonly column: number | null;
  }[];
}

function run(content: string): { readonly element: Element | undefined; readonly status: number | null } {
  const { stdout, status } = superion.run(["arrhenius", superion.file("table.csv", content), "--json"]);
  return { element: (JSON.parse(stdout) as Element[])[0], status };
}

describe("superion arrhenius", () => {
  it("fits each cell with each kind of weights and gives the spread over cells", () => {
    const { element, status } = run([heading, ...rows, ...otherCell, ""].join("\n"));
    expect(status).toBe(0);
    expect(element?.fits.map(({ cell, weighting, n }) => [cell, weighting, n])).toEqual([
      [1, "none", 4],
      [1, "scaled", 4],
      [1, "absolute", 4],
      [2, "none", 3],
      [2, "scaled", 3],
      [2, "absolute", 3],
    ]);
    const [first, , , second] = element?.fits ?? [];
    const mean = ((first?.activationEnergy ?? NaN) + (second?.activationEnergy ?? NaN)) / 2;
    expect(element?.cells.activationEnergy.mean).toBeCloseTo(mean, 12);
  });

  it("does without cells and deviations", () => {
    const { element } = run("temperature_C,sigma_S_cm\n# hot\n25,1e-5\n35,1.6e-5\n\n45,2.4e-5\n");
    expect(element?.fits.map(({ cell, weighting, n }) => [cell, weighting, n])).toEqual([[null, "none", 3]]);
    expect(element?.cells.activationEnergy.deviation).toBeNull();
  });

  it.each([
    ["a column that is missing", "temperature_C,current\n25,1\n", "missing-column", 1],
    ["a cell that is no number", `${heading}\n1,25,high,1e-7\n${rows.join("\n")}\n`, "not-a-number", 2],
    ["a negative conductivity", `${heading}\n${rows.join("\n")}\n1,60,-1e-5,1e-7\n`, "impossible-value", 6],
    ["one temperature", `${heading}\n${rows[0] ?? ""}\n`, "too-few-temperatures", null],
    ["no rows", `${heading}\n`, "no-rows", null],
    ["an empty file", "", "missing-column", 1],
  ])("tells of %s", (_, content, code, line) => {
    const { element, status } = run(content);
    expect(status).toBe(1);
    expect(element?.problems).toContainEqual(expect.objectContaining({ code, line }));
  });

  it("fits the rows that are good beside those that are not", () => {
    const { element } = run(`${heading}\n1,25,high,1e-7\n${rows.join("\n")}\n`);
    expect(element?.fits[0]?.n).toBe(4);
  });

  it("prints a table to read", () => {
    const file = superion.file("read.csv", [heading, ...rows, ...otherCell].join("\n"));
    const { stdout } = superion.run(["arrhenius", file]);
    expect(stdout).toContain("E_a, eV");
    expect(stdout).toContain("Over 2 cells");
  });
});
