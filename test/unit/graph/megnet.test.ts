import { readdirSync } from "node:fs";
import { describe, expect, it } from "vitest";
import type { LatticeParameters, Vector3 } from "../../../server/src/crystal/lattice";
import { buildCrystalGraph } from "../../../server/src/graph/crystalGraph";
import { Megnet } from "../../../server/src/graph/megnet";
import { readPublishedParent } from "../../../server/src/graph/publishedParent";
import { hasShared, readSharedBytes, readSharedText, sharedPath } from "../../support/shared";
import { p1Structure } from "../../support/structures";

interface Reference {
  readonly id: string;
  readonly lattice_A_deg: LatticeParameters;
  readonly simplifications: Readonly<Record<string, ReferenceGraph>>;
}

interface ReferenceGraph {
  readonly sites: readonly { readonly frac: Vector3; readonly species: Readonly<Record<string, number>> }[];
  readonly n_bonds_cutoff5: number;
  readonly formation_energy_eV_per_atom: number;
  readonly band_gap_eV: number;
  readonly nonmetal_probability: number;
  readonly V0?: readonly number[][];
  readonly V1?: readonly number[][];
  readonly V2?: readonly number[][];
  readonly V3?: readonly number[][];
}

function published(path: string): Megnet {
  const reading = readPublishedParent(
    path,
    readSharedBytes("megnet", `${path}.hdf5`),
    readSharedText("megnet", `${path}.hdf5.json`),
  );
  if (reading.kind === "refused") throw new Error(reading.reason);
  return new Megnet(reading.parent);
}

function references(): Reference[] {
  return readdirSync(sharedPath("reference/megnet"))
    .filter((name) => name.endsWith(".json") && name !== "known_values.json")
    .map((name) => JSON.parse(readSharedText("reference/megnet", name)) as Reference);
}

function largestDifference(a: ArrayLike<number>, b: readonly number[]): number {
  return Math.max(...b.map((value, i) => Math.abs(value - (a[i] ?? NaN))));
}

describe.skipIf(!hasShared)("MEGNet with the published weights", () => {
  const formationEnergy = hasShared ? published("mp-2019.4.1/formation_energy") : undefined;
  const gap = hasShared ? published("mp-2018.6.1/band_gap_regression") : undefined;
  const nonmetal = hasShared ? published("mp-2018.6.1/band_classification") : undefined;

  for (const { id, lattice_A_deg, simplifications } of hasShared ? references() : [])
    for (const [name, expected] of Object.entries(simplifications))
      it(`gives the reference's features and predictions of ${id} as ${name}`, () => {
        const structure = p1Structure(
          expected.sites.map(({ frac, species }) => ({
            position: frac,
            species: Object.entries(species).map(([element, occupancy]) => `${element} ${occupancy}`),
          })),
          lattice_A_deg,
        );
        const graph = buildCrystalGraph(structure, 5);
        expect(graph.bonds).toBe(expected.n_bonds_cutoff5);
        const levels = [expected.V0, expected.V1, expected.V2, expected.V3];
        levels.forEach((rows, level) => {
          if (!rows) return;
          const features = formationEnergy?.run(graph, level).features ?? [];
          expect(largestDifference(features, rows.flat())).toBeLessThan(1e-5);
        });
        const predict = (model: Megnet | undefined) =>
          model?.run(buildCrystalGraph(structure, model.parent.cutoff), 3, true).outputs.get("prediction");
        expect(predict(formationEnergy)).toBeCloseTo(expected.formation_energy_eV_per_atom, 4);
        expect(predict(gap)).toBeCloseTo(expected.band_gap_eV, 4);
        expect(predict(nonmetal)).toBeCloseTo(expected.nonmetal_probability, 4);
      });
});
