import type { Block, Column } from "../../cif/document";
import { numberValue } from "../../cif/number";
import type { Lattice } from "../lattice";
import type { Displacement } from "../structure";
import { textOf } from "./writtenValue";

const isotropicTags = {
  U: ["_atom_site_u_iso_or_equiv", "_atom_site.u_iso_or_equiv"],
  B: ["_atom_site_b_iso_or_equiv", "_atom_site.b_iso_or_equiv"],
};
const siteLabelTags = ["_atom_site_label", "_atom_site.label"];
const tensorLabelTags = ["_atom_site_aniso_label", "_atom_site_aniso.label"];

const indices = ["11", "22", "33", "12", "13", "23"];
const tagsOf = (quantity: string) =>
  indices.map((pair) => [`_atom_site_aniso_${quantity}_${pair}`, `_atom_site_aniso.${quantity}_${pair}`]);
const tensorTags = { U: tagsOf("u"), B: tagsOf("b"), beta: tagsOf("beta") };

/** B = 8 pi^2 U. */
const bOverU = 8 * Math.PI ** 2;

type Tensor = NonNullable<Displacement["anisotropic"]>;

/**
 * The displacement of the atom of each row of the atom-site loop, in U whether the file gives U, B or beta (R. T. Downs,
 * Rev. Mineral. Geochem. 41 (2000) 61). What is no number counts as not given: nothing is computed with it.
 */
export function displacementReader(
  block: Block,
  lattice: Lattice,
): (row: number) => Displacement | undefined {
  const asU = block.find(...isotropicTags.U);
  const asB = block.find(...isotropicTags.B);
  const labels = block.find(...siteLabelTags);
  const anisotropic = readTensors(block, lattice);
  if (!asU && !asB && anisotropic.size === 0) return () => undefined;
  return (row) => {
    const b = numberOf(asB, row);
    const isotropic = numberOf(asU, row) ?? (b === undefined ? undefined : b / bOverU);
    const tensor = anisotropic.get(textOf(labels?.value(row)));
    return isotropic === undefined && !tensor ? undefined : { isotropic, anisotropic: tensor };
  };
}

/** Displacement tensors U, by site label. */
function readTensors(block: Block, lattice: Lattice): Map<string, Tensor> {
  const found = new Map<string, Tensor>();
  const labels = block.find(...tensorLabelTags);
  for (const { tags, divisors } of labels ? tensorForms(lattice) : []) {
    const columns = tags.map((names) => block.find(...names));
    for (let row = 0; row < (labels?.rows ?? 0); row++) {
      const [u11, u22, u33, u12, u13, u23] = columns.map((column, k) => {
        const value = numberOf(column, row);
        return value === undefined ? undefined : value / (divisors[k] ?? 1);
      });
      if (u11 === undefined || u22 === undefined || u33 === undefined) continue;
      if (u12 === undefined || u13 === undefined || u23 === undefined) continue;
      found.set(textOf(labels?.value(row)), [u11, u22, u33, u12, u13, u23]);
    }
  }
  return found;
}

/** The quantities that a file can give, with what each of their components is a multiple of U by. */
function tensorForms(lattice: Lattice) {
  const [a, b, c] = lattice.heights();
  const reciprocal = [a * a, b * b, c * c, a * b, a * c, b * c].map((product) => 1 / product);
  return [
    { tags: tensorTags.U, divisors: [1, 1, 1, 1, 1, 1] },
    { tags: tensorTags.B, divisors: reciprocal.map(() => bOverU) },
    { tags: tensorTags.beta, divisors: reciprocal.map((product) => 2 * Math.PI ** 2 * product) },
  ];
}

function numberOf(column: Column | undefined, row: number): number | undefined {
  const text = textOf(column?.value(row)).trim();
  return text === "" ? undefined : numberValue(text);
}
