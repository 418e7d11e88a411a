import { readdirSync, readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { checkCrystal } from "../../../../server/src/crystal/checks/checkCrystal";
import { readStructures } from "../../../../server/src/crystal/reading/readStructure";
import { rockSalt } from "../../../support/rockSalt";
import { hasShared, readSharedText, sharedPath } from "../../../support/shared";

function found(text: string): { code: string; at: string; message: string }[] {
  return readStructures(parseCif(text)).flatMap(({ block, structure }) =>
    checkCrystal(block, structure).map(({ code, message, range }) => ({
      code,
      at: text.slice(range?.start, range?.end),
      message,
    })),
  );
}

/** Rock salt with more items before its loop. */
function withItems(...items: string[]): string {
  return rockSalt().replace("loop_", `${items.join("\n")}\nloop_`);
}

const withColumn = (name: string, values: readonly [string, string]): string =>
  rockSalt([`Li1 Li1+ 0 0 0 1 ${values[0]}`, `Cl1 Cl1- 0.5 0.5 0.5 1 ${values[1]}`]).replace(
    "_atom_site_occupancy",
    `_atom_site_occupancy\n${name}`,
  );

const wrong: [what: string, text: string, code: string, at: string, says: RegExp][] = [
  ["a volume", withItems("_cell_volume 153.8"), "cell-volume-contradiction", "153.8", /135\.8 Å³.*153\.8/],
  [
    "a crystal system",
    withItems("_space_group_crystal_system hexagonal"),
    "crystal-system-contradiction",
    "hexagonal",
    /γ of 120 degrees/,
  ],
  [
    "a formula",
    withItems("_chemical_formula_sum 'Li2 Cl'", "_cell_formula_units_Z 4"),
    "formula-contradiction",
    "'Li2 Cl'",
    /Li 4 instead of 8/,
  ],
  [
    "an element that the formula lacks",
    withItems("_chemical_formula_sum 'Li'"),
    "formula-contradiction",
    "'Li'",
    /Cl 4 instead of 0/,
  ],
  [
    "a number of formula units",
    withItems("_chemical_formula_sum 'Li Cl'", "_cell_formula_units_Z 2"),
    "formula-units-contradiction",
    "2",
    /4 times, not 2 times/,
  ],
  [
    "a density in kg/m³",
    withItems("_exptl_crystal_density_diffrn 2073"),
    "density-contradiction",
    "2073",
    /2\.073 g\/cm³.*kg\/m³/,
  ],
  [
    "a temperature below zero",
    withItems("_cell_measurement_temperature -173"),
    "temperature-implausible",
    "-173",
    /kelvin/,
  ],
  [
    "a wavelength in picometres",
    withItems("_diffrn_radiation_wavelength 154.06"),
    "wavelength-implausible",
    "154.06",
    /angstrom/,
  ],
  [
    "a volume as precisely as the edges",
    withItems("_cell_volume 136.3").replaceAll("5.14", "5.1400"),
    "cell-volume-contradiction",
    "136.3",
    /135\.8 Å³.*136\.3/,
  ],
  [
    "a number of formula units, where the formula is not of the cell",
    withItems("_chemical_formula_sum 'Li4 Cl4'", "_cell_formula_units_Z 8"),
    "formula-units-contradiction",
    "8",
    /1 times, not 8 times/,
  ],
  [
    "a wavelength of another anode",
    withItems("_diffrn_radiation_type 'Cu K\\a'", "_diffrn_radiation_wavelength 0.154184"),
    "wavelength-contradiction",
    "0.154184",
    /Kα radiation of Cu has 1\.54184 Å/,
  ],
  [
    "atoms on top of each other",
    rockSalt(["Li1 Li1+ 0 0 0 1", "Cl1 Cl1- 0.1 0 0 1"]),
    "atoms-too-close",
    "Cl1 Cl1- 0.1 0 0 1",
    /Cl1 is 0\.51 Å from Li1/,
  ],
  [
    "B given for U",
    withColumn("_atom_site_U_iso_or_equiv", ["1.5", "1.2"]),
    "displacement-implausible",
    "Li1 Li1+ 0 0 0 1 1.5",
    /1 other site.*8π²U/,
  ],
  [
    "oxidation numbers that do not add up",
    rockSalt(["Li1 Li1+ 0 0 0 1", "Cl1 O2- 0.5 0.5 0.5 1"]),
    "charge-unbalanced",
    "Li1 Li1+ 0 0 0 1",
    /−4\.00/,
  ],
  [
    "a disorder group without another",
    withColumn("_atom_site_disorder_group", ["1", "."]).replace("0 0 0 1 1", "0 0 0 0.5 1"),
    "disorder-group-alone",
    "Li1 Li1+ 0 0 0 0.5 1",
    /no alternative/,
  ],
];

describe("what a file says twice", () => {
  it.each(wrong)("is told where it does not agree: %s", (_, text, code, at, says) => {
    const told = found(text).find((one) => one.code === code);
    expect(told?.at).toBe(at);
    expect(told?.message).toMatch(says);
  });

  it("is not told where it agrees", () => {
    const right = withItems(
      "_cell_volume 135.80(3)",
      "_space_group_crystal_system cubic",
      "_chemical_formula_sum 'Cl Li'",
      "_cell_formula_units_Z 4",
      "_exptl_crystal_density_diffrn 2.07",
      "_cell_measurement_temperature 295(2)",
      "_diffrn_radiation_wavelength 1.54056",
    );
    expect(found(right)).toEqual([]);
    // Edges of three digits span 135.4 to 136.2 Å³.
    expect(found(withItems("_cell_volume 136.1"))).toEqual([]);
    for (const type of ["MoK\\a", "'Mo Ka1'", "synchrotron", "neutron", "'Mo K\\b'"])
      expect(
        found(withItems(`_diffrn_radiation_type ${type}`, "_diffrn_radiation_wavelength 0.7093")),
      ).toEqual([]);
  });

  it("may have the formula of the cell, hydrogen that is not found, and split sites", () => {
    expect(found(withItems("_chemical_formula_sum 'Li4 Cl4'", "_cell_formula_units_Z 4"))).toEqual([]);
    expect(found(withItems("_chemical_formula_sum 'Li Cl H2'", "_cell_formula_units_Z 4"))).toEqual([]);
    expect(found(rockSalt(["Li1 Li 0.02 0 0 0.1667", "Cl1 Cl 0.5 0.5 0.5 1"]))).toEqual([]);
  });

  it("agrees in the examples", () => {
    for (const name of readdirSync("examples").filter((file) => file.endsWith(".cif")))
      expect([name, found(readFileSync(`examples/${name}`, "utf8"))]).toEqual([name, []]);
  });

  it.skipIf(!hasShared)(
    "cries no wolf over 321 files of OBELiX: three have atoms on top of each other",
    () => {
      const told = readdirSync(sharedPath("obelix/cifs"))
        .filter((name) => name.endsWith(".cif"))
        .flatMap((name) => found(readSharedText("obelix/cifs", name)).map(({ code }) => `${name} ${code}`));
      expect(told).toEqual(["ckw.cif atoms-too-close", "e6a.cif atoms-too-close", "yab.cif atoms-too-close"]);
    },
  );
});
