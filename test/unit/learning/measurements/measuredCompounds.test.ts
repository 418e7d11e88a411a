import { describe, expect, it } from "vitest";
import {
  measuredCompounds,
  type StructureLookup,
} from "../../../../server/src/learning/measurements/measuredCompounds";
import { readMeasurements } from "../../../../server/src/learning/measurements/readMeasurements";
import { tooLittle } from "../../../../server/src/learning/measurements/sufficiency";
import { exampleStructure } from "../../../support/examples";

/** `again/Li3N.cif` holds the same crystal as `Li3N.cif`. */
const lookup = (file: string, block: string | undefined): StructureLookup => {
  if (file === "pair.cif")
    return block === "two"
      ? { kind: "structure", structure: exampleStructure("Li2O") }
      : { kind: "which-block", blocks: ["one", "two"] };
  if (file === "broken.cif") return { kind: "unreadable", reason: "the cell is missing." };
  if (file === "NaCl.cif") {
    const salt = exampleStructure("LiCl");
    const orbits = salt.orbits.map((orbit) => ({
      ...orbit,
      occupants: orbit.occupants.map((each) => (each.element === "Li" ? { ...each, element: "Na" } : each)),
    }));
    return { kind: "structure", structure: { ...salt, orbits } };
  }
  const name = file.replace(/^again\//, "").replace(/\.cif$/, "");
  try {
    return { kind: "structure", structure: exampleStructure(name) };
  } catch {
    return { kind: "no-file" };
  }
};
const compoundsOf = (...rows: string[]) =>
  measuredCompounds(readMeasurements(["file,conductivity,T (°C),block,doi", ...rows].join("\n")), lookup);

describe("the compounds of a table", () => {
  it("have the structure of the file and the value of the row", () => {
    const { compounds, problems } = compoundsOf("Li3N.cif,6e-4,25,,10.1/a");
    expect(compounds).toMatchObject([
      { formula: "Li3N", conductivity: 6e-4, isUpperBound: false, dois: ["10.1/a"], rows: [2] },
    ]);
    expect(problems).toEqual([]);
  });

  it("count once where several rows are the same crystal, with the median, which is told", () => {
    const { compounds, problems } = compoundsOf(
      "Li3N.cif,1e-4,25,,10.1/a",
      "again/Li3N.cif,4e-4,25,,10.1/b",
      "LiCl.cif,1e-9,25,,",
      "again/Li3N.cif,2e-4,25,,10.1/c",
    );
    expect(compounds.map(({ formula }) => formula)).toEqual(["Li3N", "LiCl"]);
    expect(compounds[0]).toMatchObject({
      conductivity: 2e-4,
      rows: [2, 3, 5],
      dois: ["10.1/a", "10.1/b", "10.1/c"],
    });
    expect(problems).toMatchObject([{ code: "same-crystal", severity: "information", row: 2 }]);
  });

  it("warn where values of one crystal disagree by more than a decade", () => {
    const { problems } = compoundsOf("Li3N.cif,1e-6,25,,10.1/a", "Li3N.cif,1e-3,25,,10.1/b");
    expect(problems).toMatchObject([{ code: "values-disagree", severity: "warning", row: 2 }]);
  });

  it("prefer values over bounds of the same crystal", () => {
    const { compounds, problems } = compoundsOf("Li3N.cif,<1e-6,25,,10.1/a", "Li3N.cif,1e-7,25,,10.1/b");
    expect(compounds).toMatchObject([{ conductivity: 1e-7, isUpperBound: false, rows: [3] }]);
    expect(problems).toMatchObject([{ code: "not-needed", row: 2 }]);
  });

  it("do not mix series of different papers", () => {
    const { compounds, problems } = compoundsOf("Li3N.cif,1e-4,60,,10.1/a", "Li3N.cif,1e-2,120,,10.1/b");
    expect(compounds).toEqual([]);
    expect(problems.map(({ code, row }) => [code, row])).toEqual([
      ["no-activation-energy", 2],
      ["no-activation-energy", 3],
    ]);
  });

  it.each([
    ["missing.cif,1e-4,25,,", "no-such-file", 1, "missing.cif"],
    ["broken.cif,1e-4,25,,", "unreadable-structure", 1, "the cell is missing"],
    ["pair.cif,1e-4,25,,", "which-block", 4, '"one", "two"'],
    ["pair.cif,1e-4,25,three,", "which-block", 4, '"one", "two"'],
    ["NaCl.cif,1e-4,25,,", "no-lithium", 1, "lithium"],
    ["Li3N.cif,<1e-2,25,,", "bound-too-high", 2, "upper bound"],
  ])("lack a row that cannot be used, and its problem says why: %s", (row, code, column, words) => {
    const { compounds, problems } = compoundsOf("LiCl.cif,1e-9,25,,", row);
    expect(compounds.map(({ formula }) => formula)).toEqual(["LiCl"]);
    expect(problems).toMatchObject([{ code, severity: "error", row: 3, column }]);
    expect(problems[0]?.message.toLowerCase()).toContain(words);
  });

  it("may be named by their block", () => {
    expect(compoundsOf("pair.cif,1e-9,25,data_two,").compounds).toMatchObject([{ formula: "Li2O" }]);
  });

  it("are refused where the model cannot look at them", () => {
    const table = readMeasurements("file,conductivity\nLi3N.cif,1e-4");
    const { compounds, problems } = measuredCompounds(table, lookup, () => ({
      code: "too-large",
      reason: "Too large.",
    }));
    expect(compounds).toEqual([]);
    expect(problems).toMatchObject([{ code: "too-large", severity: "error", row: 2, column: 1 }]);
  });
});

describe("too little to train on", () => {
  const [one] = compoundsOf("Li3N.cif,1e-4,25,,").compounds;
  const compounds = (superionic: number, others: number) =>
    [...Array<number>(superionic).fill(1e-3), ...Array<number>(others).fill(1e-7)].flatMap((conductivity) =>
      one ? [{ ...one, conductivity }] : [],
    );

  it("are three rows, on top of the shipped data or alone", () => {
    for (const base of ["shipped", "none"] as const)
      expect(tooLittle(compounds(2, 1), base)).toMatch(
        /^There are 3 usable compounds.*at least (5|20) distinct/,
      );
  });

  it("are compounds of one class, however many", () => {
    for (const [superionic, others] of [
      [0, 100],
      [100, 0],
    ] as const)
      for (const base of ["shipped", "none"] as const)
        expect(tooLittle(compounds(superionic, others), base)).toMatch(/one class/);
  });

  it("are not twenty with five of each class alone, nor five with two of each on top of the shipped data", () => {
    expect(tooLittle(compounds(5, 15), "none")).toBeUndefined();
    expect(tooLittle(compounds(4, 16), "none")).toBeDefined();
    expect(tooLittle(compounds(3, 2), "shipped")).toBeUndefined();
    expect(tooLittle(compounds(1, 4), "shipped")).toBeDefined();
  });
});
