import { describe, expect, it } from "vitest";
import { bondValenceSums } from "../../../../server/src/crystal/bonding/bondValenceSums";
import { coordinations } from "../../../../server/src/crystal/bonding/coordination";
import { shortestDistances } from "../../../../server/src/crystal/shortestDistances";
import type { Structure } from "../../../../server/src/crystal/structure";
import { withEverySite } from "../../../../server/src/crystal/symmetry/everySite";
import { writeCif } from "../../../../server/src/crystal/writeCif";
import { cell, cifText, read } from "../cifText";

const columns = "label type_symbol fract_x fract_y fract_z occupancy disorder_assembly disorder_group";
const readSites = (...sites: string[]) =>
  read(cifText({ cell: cell(10, 10, 10, 90, 90, 90), columns, sites }));

function structureOf(...sites: string[]): Structure {
  const { structure } = readSites(...sites);
  if (!structure) throw new Error("the test's file holds no structure");
  return structure;
}
const groupsOf = ({ orbits }: Structure) =>
  orbits.map(({ disorder }) => disorder && `${disorder.assembly}/${disorder.group}`);

describe("the disorder group of a site", () => {
  it("is that of its row; a dot, a question mark and 0 mean none", () => {
    const structure = structureOf(
      "Li1 Li 0.0 0 0 0.6 A 1",
      "Li2 Li 0.2 0 0 0.4 A 2",
      "Li3 Li 0.4 0 0 0.5 . -1",
      "O1 O 0 0.5 0.1 1 . .",
      "O2 O 0 0.5 0.3 1 ? ?",
      "O3 O 0 0.5 0.5 1 . 0",
    );
    expect(groupsOf(structure)).toEqual(["A/1", "A/2", "/-1", undefined, undefined, undefined]);
  });

  it("is none where atoms of several groups share the site", () => {
    const structure = structureOf("Cl1 Cl 0 0 0 0.9 . 1", "O1 O 0 0 0 0.1 . 2", "Li1 Li 0.2 0 0 1 . .");
    expect(groupsOf(structure)).toEqual([undefined, undefined]);
  });

  it("stays with every site of the cell, and is written into a CIF and read back", () => {
    const structure = structureOf(
      "Li1 Li 0 0 0 0.6 'A b' 1",
      "Li2 Li 0.2 0 0 0.4 'A b' 2",
      "O1 O 0 0.2 0 1 . .",
    );
    const written = read(writeCif(withEverySite(structure), { code: "back" }));
    expect(written.problems).toEqual([]);
    expect(written.structure && groupsOf(written.structure)).toEqual(["A b/1", "A b/2", undefined]);
    const plain = writeCif(structureOf("Li1 Li 0 0 0 1 . ."), { code: "plain" });
    expect(plain).not.toContain("disorder");
  });
});

describe("sites of different groups of one assembly", () => {
  /** An oxygen on one of two places, each with a lithium at 2 angstrom; both lithium atoms are 2 angstrom from both places. */
  const alternatives = (assemblies: string, occupancy = 0.5) =>
    structureOf(
      `O1 O2- 0.00 0 0 ${occupancy} ${assemblies[0] ?? "."} 1`,
      `Li1 Li+ 0.20 0 0 ${occupancy} ${assemblies[0] ?? "."} 1`,
      `Li2 Li+ 0.00 0.2 0 ${occupancy} ${assemblies[1] ?? "."} 2`,
    );
  const bonds = (structure: Structure) =>
    coordinations(structure).map((coordination) => coordination.bonds.map(({ orbit }) => orbit));

  it("are not bonded, and add nothing to each other's bond valence sums", () => {
    const structure = alternatives("AA");
    expect(bonds(structure)).toEqual([[1], [0], []]);
    const { sums } = bondValenceSums(structure);
    // r0 of Li-O 1.466, b 0.37 (Brown and Altermatt 1985).
    const valence = 0.5 * Math.exp((1.466 - 2) / 0.37);
    expect(sums).toEqual([-valence, valence, 0].map((sum) => expect.closeTo(sum, 10) as number));
  });

  it("are never there together", () => {
    const uneven = structureOf("O1 O2- 0 0 0 0.7 A 1", "Li1 Li+ 0.2 0 0 0.4 A 2", "Li2 Li+ 0.3 0 0 0.4 A 1");
    const lithiumOxygen = shortestDistances(uneven).find(({ elements }) => elements.join() === "Li,O");
    expect(lithiumOxygen?.distance).toBeCloseTo(2, 10);
    expect(lithiumOxygen?.together).toBeCloseTo(3, 10);
  });

  it("differ from those of different assemblies, which know nothing of each other", () => {
    expect(bonds(alternatives("AB"))).toEqual([[1, 2], [0], [0]]);
  });

  it("are believed to be there together where both are always filled, with a warning at the second", () => {
    const sites = ["O1 O2- 0 0 0 1 A 1", "Li1 Li+ 0.2 0 0 1 A 1", "Li2 Li+ 0 0.2 0 1 A 2"];
    expect(readSites(...sites).told).toContain(`disorder-groups-full: ${sites[2] ?? ""}`);
    expect(bonds(structureOf(...sites))).toEqual([[1, 2], [0], [0]]);
  });

  it("are told of once an assembly, also where there are no occupancies", () => {
    const text = cifText({
      columns: "label type_symbol fract_x fract_y fract_z disorder_group",
      sites: ["O1 O 0 0 0 1", "O2 O 0.3 0 0 2", "O3 O 0.6 0 0 2", "O4 O 0 0 0.3 3"],
    });
    expect(read(text).told.filter((line) => line.startsWith("disorder"))).toEqual([
      "disorder-groups-full: O2 O 0.3 0 0 2",
    ]);
  });

  it("are no reason for a warning where one group is the only one, or they share the place by their occupancies", () => {
    expect(readSites("Li1 Li 0 0 0 1 A 1", "O1 O 0.3 0 0 1 B 1").told.join()).not.toContain("disorder");
    expect(readSites("Li1 Li 0 0 0 0.6 A 1", "Li2 Li 0.1 0 0 0.4 A 2").told.join()).not.toContain("disorder");
  });
});
