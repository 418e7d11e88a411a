import { describe, expect, it } from "vitest";
import { descriptorByName } from "../../../server/src/descriptors/registry";
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
];

describe("descriptors agree with matminer's", () => {
  for (const [key, name, options, tolerance] of references)
    for (const reference of descriptorReferences()) {
      it.each([...reference.vectors(key)])(
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
