import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Displacement, Structure } from "../../../../server/src/crystal/structure";
import { writeCif } from "../../../../server/src/crystal/writeCif";
import { cell, read, readParts, structureOf } from "../cifText";

const monoclinic = cell(5, 7, 9, 90, 110, 90);

const displacements = ({ orbits }: Structure): (Displacement | undefined)[] =>
  orbits.map(({ displacement }) => displacement);

function tensorLoop(quantity: string, ...rows: readonly string[]): string {
  const tags = ["11", "22", "33", "12", "13", "23"].map(
    (indices) => `_atom_site_aniso_${quantity}_${indices}`,
  );
  return ["loop_", "_atom_site_aniso_label", ...tags, ...rows].join("\n");
}

describe("the displacement of a site", () => {
  const withColumn = (name: string, value: string) =>
    displacements(
      structureOf({
        columns: `label type_symbol fract_x fract_y fract_z ${name}`,
        sites: [`Li1 Li 0 0 0 ${value}`],
      }),
    );

  it("is U, or B divided by 8 pi squared", () => {
    expect(withColumn("U_iso_or_equiv", "0.0253(12)")).toEqual([
      { isotropic: 0.0253, anisotropic: undefined },
    ]);
    expect(withColumn("B_iso_or_equiv", "2.0")[0]?.isotropic).toBeCloseTo(0.02533, 5);
  });

  it.each(["?", ".", "Uiso"])("is absent where the file says %s", (value) => {
    expect(withColumn("U_iso_or_equiv", value)).toEqual([undefined]);
  });

  it("is the tensor with the label of the site", () => {
    const sites = ["Li1 Li 0 0 0 1", "O1 O 0.3 0.3 0.3 1", "O2 O 0.7 0.3 0.3 1"];
    const more = tensorLoop("U", "O1 .01 .02 .03 .001 .002 .003", "O2 .01 .02 .03 ? ? ?");
    expect(displacements(structureOf({ sites, more }))).toEqual([
      undefined,
      { isotropic: undefined, anisotropic: [0.01, 0.02, 0.03, 0.001, 0.002, 0.003] },
      undefined,
    ]);
  });

  it("is the same whether a file gives U, B or beta", () => {
    const u = [0.011, 0.023, 0.017, 0.002, -0.003, 0.001];
    // Reciprocal edges of a monoclinic cell: 1 / (a sin beta), 1 / b, 1 / (c sin beta).
    const sine = Math.sin((110 * Math.PI) / 180);
    const [a, b, c] = [1 / (5 * sine), 1 / 7, 1 / (9 * sine)];
    const products = [a * a, b * b, c * c, a * b, a * c, b * c];
    const asB = u.map((value) => 8 * Math.PI ** 2 * value);
    const asBeta = u.map((value, k) => 2 * Math.PI ** 2 * (products[k] ?? 0) * value);
    for (const [quantity, values] of Object.entries({ U: u, B: asB, beta: asBeta })) {
      const more = tensorLoop(quantity, `Li1 ${values.join(" ")}`);
      const [found] = displacements(structureOf({ cell: monoclinic, more }));
      found?.anisotropic?.forEach((value, k) => {
        expect(value).toBeCloseTo(u[k] ?? NaN, 12);
      });
      expect(found?.anisotropic).toHaveLength(6);
    }
  });

  it("is written into a CIF and read back", () => {
    const value = fc.double({ min: -0.1, max: 0.1, noNaN: true });
    fc.assert(
      fc.property(fc.tuple(value, value, value, value, value, value), value, (tensor, isotropic) => {
        const structure = structureOf({
          columns: "label type_symbol fract_x fract_y fract_z U_iso_or_equiv",
          sites: [`Li1 Li 0 0 0 ${isotropic}`, "O1 O 0.5 0.5 0.5 ?"],
          more: tensorLoop("U", `O1 ${tensor.join(" ")}`),
        });
        const again = read(writeCif(structure, { code: "again" })).structure;
        expect(again && displacements(again)).toEqual(displacements(structure));
        expect(displacements(structure)).toHaveLength(2);
      }),
    );
  });
});

describe("a magnetic structure", () => {
  it("is read without its moments, and that is told", () => {
    const symmetry = "loop_ _space_group_symop_magn_operation.xyz x,y,z,+1 -x,-y,-z,-1";
    const { structure, problems, told } = readParts({ symmetry, sites: ["Fe1 Fe 0.1 0.2 0.3 1"] });
    expect(structure?.orbits.map(({ multiplicity }) => multiplicity)).toEqual([2]);
    expect(told).toEqual(["magnetic-structure: _space_group_symop_magn_operation.xyz"]);
    expect(problems.map(({ severity }) => severity)).toEqual(["information"]);
  });
});
