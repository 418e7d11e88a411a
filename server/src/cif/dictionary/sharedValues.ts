import type { EnumerationValue } from "./definition";

const yesNo: readonly EnumerationValue[] = [
  { value: "yes", meaning: "yes" },
  { value: "y", meaning: "yes" },
  { value: "no", meaning: "no" },
  { value: "n", meaning: "no" },
];

/** Enumerations that several names share. */
const enumerations: Record<string, readonly EnumerationValue[]> = {
  yesno: yesNo,
  publ: yesNo.map(({ value, meaning }) => ({
    value,
    meaning: meaning === "yes" ? "is to be printed" : "is not to be printed",
  })),
  system: ["triclinic", "monoclinic", "orthorhombic", "tetragonal", "trigonal", "hexagonal", "cubic"].map(
    (value) => ({ value, meaning: `the ${value} system` }),
  ),
  adp: [
    { value: "Uani", meaning: "anisotropic, as U" },
    { value: "Uiso", meaning: "isotropic, as U" },
    { value: "Uovl", meaning: "one U for all sites" },
    { value: "Umpe", meaning: "multipole expansion of U" },
    { value: "Bani", meaning: "anisotropic, as B" },
    { value: "Biso", meaning: "isotropic, as B" },
    { value: "Bovl", meaning: "one B for all sites" },
  ],
  solution: [
    { value: "difmap", meaning: "from a difference map" },
    { value: "vecmap", meaning: "from vectors of a Patterson map" },
    { value: "heavy", meaning: "by the heavy atom method" },
    { value: "direct", meaning: "by direct methods" },
    { value: "geom", meaning: "from the geometry around them" },
    { value: "disper", meaning: "from anomalous dispersion" },
    { value: "isomor", meaning: "from isomorphous structures" },
    { value: "notdet", meaning: "not determined" },
    { value: "dual", meaning: "by dual-space methods" },
    { value: "iterative", meaning: "by an iterative method, as charge flipping" },
    { value: "other", meaning: "in another way" },
  ],
  include: [
    { value: "o", meaning: "used: strong enough" },
    { value: "<", meaning: "left out as too weak" },
    { value: "-", meaning: "left out as systematically absent" },
    { value: "x", meaning: "left out as unreliable" },
    { value: "h", meaning: "left out as beyond the highest resolution" },
    { value: "l", meaning: "left out as below the lowest resolution" },
    { value: "f", meaning: "kept for cross-validation" },
  ],
};

export function sharedValues(name: string): readonly EnumerationValue[] {
  const values = enumerations[name];
  if (!values) throw new Error(`no enumeration ${name}`);
  return values;
}
