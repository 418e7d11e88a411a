import type { EnumerationValue } from "./definition";

const yesNo: readonly EnumerationValue[] = [
  { value: "yes", meaning: "yes" },
  { value: "y", meaning: "yes" },
  { value: "no", meaning: "no" },
  { value: "n", meaning: "no" },
];

const solution: readonly EnumerationValue[] = [
  { value: "difmap", meaning: "from a difference map" },
  { value: "vecmap", meaning: "from a search with vectors" },
  { value: "heavy", meaning: "by the heavy atom method" },
  { value: "direct", meaning: "by direct methods" },
  { value: "geom", meaning: "from the geometry around them" },
  { value: "disper", meaning: "from anomalous dispersion" },
  { value: "isomor", meaning: "from isomorphous structures" },
  { value: "notdet", meaning: "not determined" },
  { value: "dual", meaning: "by dual-space methods" },
  { value: "iterative", meaning: "by an iterative method, as charge flipping" },
  { value: "other", meaning: "in another way" },
];

const include: readonly EnumerationValue[] = [
  { value: "o", meaning: "used: strong enough" },
  { value: "<", meaning: "used, but too weak to count as observed" },
  { value: "-", meaning: "left out as systematically absent" },
  { value: "x", meaning: "left out as unreliable" },
  { value: "h", meaning: "left out as beyond the highest resolution" },
  { value: "l", meaning: "left out as below the lowest resolution" },
];

const elements =
  "H He Li Be B C N O F Ne Na Mg Al Si P S Cl Ar K Ca Sc Ti V Cr Mn Fe Co Ni Cu Zn Ga Ge As Se Br Kr Rb Sr Y Zr Nb " +
  "Mo Tc Ru Rh Pd Ag Cd In Sn Sb Te I Xe Cs Ba La Ce Pr Nd Pm Sm Eu Gd Tb Dy Ho Er Tm Yb Lu Hf Ta W Re Os Ir Pt Au " +
  "Hg Tl Pb Bi Po At Rn Fr Ra Ac Th Pa U Np Pu Am Cm Bk Cf Es Fm Md No Lr";

/** `C111`, `C112`, … `C333`: the elements of a symmetric tensor that differ. */
function tensorElements(letter: string, rank: number): string[] {
  let indices = ["1", "2", "3"];
  for (let length = 1; length < rank; length++)
    indices = indices.flatMap((index) =>
      ["1", "2", "3"].filter((last) => last >= index.slice(-1)).map((last) => index + last),
    );
  return indices.map((index) => letter + index);
}

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
    { value: "betaani", meaning: "anisotropic, as β" },
  ],
  solution,
  hydrogenSolution: [
    ...solution,
    { value: "mixed", meaning: "some from a difference map, some from geometry" },
  ],
  include,
  status: [...include, { value: "f", meaning: "kept for cross-validation" }],
  twinStatus: [...include, { value: "r", meaning: "left out for another reason" }],
  line: [
    { value: "K-L~3~", meaning: "Kα₁" },
    { value: "K-L~2~", meaning: "Kα₂" },
    { value: "K-M~3~", meaning: "Kβ₁" },
    { value: "K-L~2,3~", meaning: "Kα₁ and Kα₂" },
  ],
  axial: [
    { value: ".", meaning: "without constraints" },
    { value: "S", meaning: "constrained by a special position" },
    { value: "M", meaning: "size restrained" },
    { value: "A", meaning: "direction restrained" },
    { value: "SM", meaning: "as S and M" },
    { value: "SA", meaning: "as S and A" },
    { value: "MA", meaning: "as M and A" },
    { value: "SMA", meaning: "as all of them" },
  ],
  anharmonic: ["C", "D", "E", "F"]
    .flatMap((letter, index) => tensorElements(letter, index + 3))
    .map((value) => ({ value, meaning: "" })),
  element: elements.split(" ").map((value) => ({ value, meaning: "" })),
};

export function sharedValues(name: string): readonly EnumerationValue[] {
  const values = enumerations[name];
  if (!values) throw new Error(`no enumeration ${name}`);
  return values;
}
