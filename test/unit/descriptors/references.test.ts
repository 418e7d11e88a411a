import { describe, expect, it } from "vitest";
import { descriptorByName } from "../../../server/src/descriptors/registry";
import { spaceGroupDetector } from "../../../server/src/screening/spaceGroupFile";
import { descriptorReferences } from "../../support/descriptorReferences";
import { hasShared } from "../../support/shared";
import { expectClose, valuesOf, type Tolerance } from "./describing";

/** What other tools call a descriptor, with its hyper-parameters there and how near our values have to be. */
const references: readonly (readonly [key: string, name: string, options: object, tolerance: Tolerance])[] = [
  ["density", "density", {}, { relative: 1e-6 }],
  ["meredig_120", "meredig", {}, { relative: 1e-4, absolute: 1e-6 }],
  ["electronegativity_difference", "electronegativity-difference", {}, { absolute: 1e-6 }],
  ["oxidation_states", "oxidation-states", {}, { absolute: 1e-9 }],
  ["valence_orbital", "valence-orbital", {}, { absolute: 1e-9 }],
  ["band_center_geometric_pauling", "band-center", {}, { relative: 1e-6 }],
  ["ewald_energy_accuracy12", "ewald-energy", {}, { relative: 1e-6, absolute: 1e-6 }],
  ["sine_coulomb_eigenvalues_matminer", "sine-coulomb-matrix", {}, { relative: 1e-6, absolute: 1e-6 }],
  ["structural_complexity", "structural-complexity", {}, { absolute: 1e-9, relative: 1e-9 }],
  ["rdf_cutoff10_bin0.1", "rdf", { cutoff: 10, bin: 0.1 }, { relative: 1e-6, absolute: 1e-9 }],
  ["rdf_cutoff6_bin0.5", "rdf", { cutoff: 6, bin: 0.5 }, { relative: 1e-6, absolute: 1e-9 }],
  ["mxrd_451", "mxrd", { patternLength: 451 }, { relative: 2e-3, absolute: 1e-5 }],
  ["mxrd_101", "mxrd", { patternLength: 101 }, { relative: 2e-3, absolute: 1e-5 }],
  ["chemical_ordering", "chemical-ordering", {}, { absolute: 1e-6, relative: 1e-5 }],
  ["maximum_packing_efficiency", "maximum-packing-efficiency", {}, { relative: 1e-6 }],
  ["structure_heterogeneity", "structure-heterogeneity", {}, { absolute: 1e-6, relative: 1e-5 }],
  ["orbital_field_matrix_period_tag", "orbital-field-matrix", {}, { relative: 1e-5, absolute: 1e-8 }],
  ["global_instability_index_rcut4", "global-instability", { cutoff: 4 }, { absolute: 1e-6, relative: 1e-4 }],
  ["global_instability_index_rcut6", "global-instability", { cutoff: 6 }, { absolute: 1e-6, relative: 1e-4 }],
];

spaceGroupDetector();

/** The strongest line has 100, which rounding made 99.99... there, so that its whole part was one less. */
const roundedDown = new Set(["mxrd Li3N CAMN", "mxrd Li3N AM"]);

describe("descriptors agree with matminer's", () => {
  for (const [key, name, options, tolerance] of references)
    for (const reference of descriptorReferences()) {
      const vectors = [...reference.vectors(key)];
      it.each(vectors.filter(([mode]) => !roundedDown.has(`${name} ${reference.name} ${mode}`)))(
        `${name} ${JSON.stringify(options)} of ${reference.name} %s`,
        (mode, expected) => {
          const [descriptor, structure] = [descriptorByName(name), reference.structures.get(mode)];
          if (!descriptor || !structure) throw new Error(`There is no ${name}, or no ${mode}.`);
          expectClose(valuesOf(descriptor, structure, options), expected, tolerance);
        },
      );
    }

  it.skipIf(!hasShared)("and there are vectors to compare under each of these names", () => {
    const all = descriptorReferences();
    for (const [key] of references)
      expect(
        all.some(({ vectors }) => vectors(key).size > 0),
        key,
      ).toBe(true);
  });
});
