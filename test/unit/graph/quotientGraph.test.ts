import { describe, expect, it } from "vitest";
import { buildCrystalGraph } from "../../../server/src/graph/crystalGraph";
import { Megnet } from "../../../server/src/graph/megnet";
import type { Vector3 } from "../../../server/src/crystal/lattice";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";
import { exampleStructure } from "../../support/examples";
import { RandomWeights } from "../../support/models";
import { p1Structure } from "../../support/structures";

describe("the quotient graph", () => {
  const megnet = new Megnet(new RandomWeights().parent());

  for (const name of ["Li2O", "Li10GeP2S12", "Li7La3Zr2O12", "Li6PS5Cl"])
    it(`gives the features and the outputs of the full cell of ${name}`, () => {
      const structure = exampleStructure(name);
      const quotient = buildCrystalGraph(structure, megnet.parent.cutoff);
      const full = buildCrystalGraph(withEverySite(structure), megnet.parent.cutoff);
      expect(quotient.bonds).toBe(full.bonds);
      const ofOrbits = megnet.run(quotient, 2, true);
      const ofSites = megnet.run(full, 2, true);
      expect([...ofOrbits.outputs.keys()]).toEqual(["formationEnergy", "nonmetalProbability"]);
      for (const [output, value] of ofOrbits.outputs)
        expect(value).toBeCloseTo(ofSites.outputs.get(output) ?? NaN, 7);
      let site = 0;
      structure.orbits.forEach(({ multiplicity }, i) => {
        for (let k = 0; k < multiplicity; k++, site++)
          for (let j = 0; j < ofOrbits.width; j++)
            expect(ofSites.features[site * ofSites.width + j]).toBeCloseTo(
              ofOrbits.features[i * ofOrbits.width + j] ?? NaN,
              6,
            );
      });
    });

  it("knows atoms without neighbours, alone or with others as far away", () => {
    const run = (...positions: Vector3[]) => {
      const sites = positions.map((position) => ({ position, species: ["Li+"] }));
      const structure = p1Structure(sites, { a: 12, b: 12, c: 12 });
      return megnet.run(buildCrystalGraph(structure, megnet.parent.cutoff), 1, true);
    };
    const [alone, two] = [run([0, 0, 0]), run([0, 0, 0], [0.5, 0.5, 0.5])];
    expect(alone.features).toHaveLength(alone.width);
    expect(two.features).toEqual(Float64Array.of(...alone.features, ...alone.features));
    for (const [output, value] of alone.outputs) expect(two.outputs.get(output)).toBeCloseTo(value, 9);
  });

  it("counts equal bonds of a site as one row", () => {
    const graph = buildCrystalGraph(exampleStructure("LiCl"), 3);
    expect(Array.from(graph.counts)).toEqual([6, 6]);
  });
});
