import { describe, expect, it } from "vitest";
import { compoundCsv, compoundRows, sortRows } from "../../../../media/src/clusters/compoundRows";
import { cutTree } from "../../../../media/src/clusters/cut";
import { clusterings } from "./clusterings";

const data = clusterings([0, 30, 1], [-3, -5, NaN]);
const rows = compoundRows(
  data,
  cutTree(data.tree, 2, data.order),
  { kind: "cut", clusters: [], candidates: [2] },
  Float32Array.of(NaN, 0.25, NaN),
);

describe("the list of compounds", () => {
  it("tells the cluster of each and whether it is a candidate", () => {
    expect(rows.map(({ formula, cluster, isCandidate }) => [formula, cluster, isCandidate])).toEqual([
      ["block0", 0, false],
      ["Li1Cl", 1, false],
      ["Li2Cl", 0, true],
    ]);
  });

  it.each([
    [false, [1, 0, 2]],
    [true, [0, 1, 2]],
  ])("is sorted with what has no value last, descending %s", (descending, order) => {
    expect(sortRows(rows, "logConductivity", descending).map(({ index }) => index)).toEqual(order);
  });

  it("becomes CSV, empty where a value is not known", () => {
    expect(compoundCsv(rows).split("\n").slice(0, 3)).toEqual([
      "file,block,formula,cluster,log10 conductivity (S/cm),P_SI,E_g (eV),E_hull (eV/atom),E_a (eV),candidate",
      "/crystals/0.cif,block0,block0,0,-3,0.8999999761581421,,,,no",
      "/crystals/1.cif,block1,Li1Cl,1,-5,0.10000000149011612,,,0.25,no",
    ]);
  });
});
