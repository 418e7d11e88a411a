import { describe, expect, it } from "vitest";
import {
  findLabels,
  tableLabels,
  type LabelledRow,
} from "../../../../server/src/language/clusters/clusterLabels";

const row = (file: string, block = "a", own: Partial<LabelledRow> = {}): LabelledRow => ({
  file,
  block,
  formula: "Li3N",
  dTraining: null,
  nearest: null,
  ...own,
});
const labelsOf = (table: string, rows: readonly LabelledRow[]) => [
  ...tableLabels(`file,block,conductivity (S/cm),temperature (°C)\n${table}\n`, "/data/table.csv", rows)
    .labels,
];

describe("labels from a table", () => {
  it("go to the files that it names, by the end of their paths", () => {
    const rows = [row("/crystals/old/Li3N.cif"), row("/crystals/new/Li3N.cif"), row("/crystals/LiCl.cif")];
    expect(labelsOf("new/li3n.cif,,1e-3,25", rows)).toEqual([NaN, -3, NaN]);
    expect(labelsOf("./Li3N.cif,,1e-3,25\nold\\Li3N.cif,,1e-5,25", rows)).toEqual([-5, -3, NaN]);
  });

  it("go to one data block, where a file has several", () => {
    const rows = [row("/many.cif", "a"), row("/many.cif", "b")];
    expect(labelsOf("many.cif,B,1e-3,25", rows)).toEqual([NaN, -3]);
    expect(labelsOf("many.cif,,1e-3,25", rows)).toEqual([NaN, NaN]);
  });

  it("are of room temperature, and bounds count as the thesis counts them", () => {
    const rows = [row("/a.cif"), row("/b.cif")];
    expect(labelsOf("a.cif,,1e-3,25\na.cif,,1e-1,200\nb.cif,,<1e-7,25", rows)).toEqual([-3, -10]);
    expect(labelsOf("a.cif,,1e-1,200", rows)).toEqual([NaN, NaN]);
  });

  it("come with what was not used", () => {
    const table = "file,conductivity (S/cm)\na.cif,1e-3\nc.cif,1e-3\nb.cif,fast\n";
    const { notices } = tableLabels(table, "/data/table.csv", [row("/a.cif"), row("/b.cif")]);
    expect(notices).toEqual([
      expect.stringMatching(/^table\.csv: .*fast/),
      "table.csv: 1 row names none of the compounds.",
    ]);
  });
});

describe("labels from the training compounds", () => {
  const nearest = { id: "x", formula: "Li3N", conductivity: 1e-4, doi: "" };

  it.each([
    ["the same composition, near", { dTraining: 0.2, nearest }, -4],
    ["nearly the same composition", { formula: "Li2.95N", dTraining: 0.5, nearest }, -4],
    ["the same composition, but far", { dTraining: 1.5, nearest }, NaN],
    ["another composition", { formula: "Li2O", dTraining: 0.1, nearest }, NaN],
    ["no distance", {}, NaN],
  ])("%s", async (_, own, label) => {
    const { labels } = await findLabels({ kind: "training" }, [row("/a.cif", "a", own)]);
    expect(labels[0]).toBe(label);
  });
});
