import { describe, expect, it } from "vitest";
import { Lattice } from "../../../../server/src/crystal/lattice";
import {
  kPointsFor,
  nebInput,
  relaxInput,
  wholeCell,
  type EspressoSettings,
} from "../../../../server/src/migration/neb/espressoInput";
import { namelist } from "../../../../server/src/migration/neb/namelist";
import { choosePseudopotentials } from "../../../../server/src/migration/neb/pseudopotentials";
import { readRelaxedAtoms } from "../../../../server/src/migration/neb/relaxOutput";
import { exampleStructure } from "../../../support/examples";

const settings: EspressoSettings = {
  prefix: "LiCl",
  pseudoFolder: "/pseudo",
  pseudopotentials: new Map([
    ["Li", "Li.pbe-s-kjpaw_psl.1.0.0.UPF"],
    ["Cl", "Cl.pbe-n-kjpaw_psl.1.0.0.UPF"],
  ]),
  waveCutoff: 120,
  densityCutoff: 600,
  kPoints: [2, 2, 1],
};
const lithiumChloride = wholeCell(exampleStructure("LiCl"));
const vacancy = { ...lithiumChloride.calculation, charge: -1 };

describe("namelist", () => {
  it("writes what Fortran reads", () => {
    const text = namelist("SYSTEM", { a: "it's", b: true, c: false, d: 1e-8, e: 3, f: undefined });
    expect(text).toBe("&SYSTEM\n  a = 'it''s'\n  b = .true.\n  c = .false.\n  d = 1d-8\n  e = 3\n/\n");
  });
});

describe("relaxInput", () => {
  it("relaxes the atoms of a cell that a vacancy has left charged", () => {
    const text = relaxInput(vacancy, lithiumChloride.image, "relax", settings);
    for (const line of [
      "calculation = 'relax'",
      "pseudo_dir = '/pseudo'",
      "nat = 8",
      "ntyp = 2",
      "tot_charge = -1",
      "ecutwfc = 120",
      "ecutrho = 600",
      "nosym = .true.",
    ])
      expect(text).toContain(`  ${line}\n`);
    expect(text).toMatch(/^ATOMIC_SPECIES\n {2}Li 6\.94 Li\.pbe-s-kjpaw_psl\.1\.0\.0\.UPF\n {2}Cl 35\.45 /m);
    expect(text).toMatch(/^ATOMIC_POSITIONS crystal\n {2}Li +0\.0000000000 +0\.0000000000 +0\.0000000000\n/m);
    expect(text).toMatch(/^K_POINTS automatic\n {2}2 2 1 0 0 0\nCELL_PARAMETERS angstrom\n/m);
    expect(text).not.toContain("&CELL");
  });

  it("relaxes the cell of the neutral crystal", () => {
    const text = relaxInput(lithiumChloride.calculation, lithiumChloride.image, "vc-relax", settings);
    expect(text).toContain("&CELL\n");
    expect(text).not.toContain("tot_charge");
  });
});

describe("nebInput", () => {
  const { image } = lithiumChloride;
  const first = nebInput(vacancy, [image, image, image], "path", settings);

  it("lists the images in order between the tags of neb.x", () => {
    const titles = first.match(/^(?:BEGIN|END|[A-Z]+_IMAGE)[A-Z_]*$/gm);
    expect(titles).toEqual([
      ...["BEGIN", "BEGIN_PATH_INPUT", "END_PATH_INPUT", "BEGIN_ENGINE_INPUT", "BEGIN_POSITIONS"],
      ...["FIRST_IMAGE", "INTERMEDIATE_IMAGE", "LAST_IMAGE"],
      ...["END_POSITIONS", "END_ENGINE_INPUT", "END"],
    ]);
    expect(first).toContain("num_of_images = 3\n");
    expect(first.match(/ATOMIC_POSITIONS crystal/g)).toHaveLength(3);
  });

  it("goes on with a climbing image from where it stopped, for more steps", () => {
    const second = nebInput(vacancy, [image, image, image], "climbing", settings);
    const steps = (text: string) => Number(/nstep_path = (\d+)/.exec(text)?.[1]);
    expect(first).toContain("restart_mode = 'from_scratch'\n");
    expect(first).toContain("CI_scheme = 'no-CI'\n");
    expect(second).toContain("restart_mode = 'restart'\n");
    expect(second).toContain("CI_scheme = 'auto'\n");
    expect(steps(second)).toBeGreaterThan(steps(first));
  });
});

describe("kPointsFor", () => {
  it("takes more points where the cell is thin", () => {
    const lattice = Lattice.fromParameters({ a: 5, b: 10, c: 20, alpha: 90, beta: 90, gamma: 90 });
    expect(lattice && kPointsFor(lattice, (2 * Math.PI) / 20)).toEqual([4, 2, 1]);
  });
});

describe("choosePseudopotentials", () => {
  it("tells boron from bromine and carbon from calcium", () => {
    const names = ["Br.pbe-n-kjpaw_psl.1.0.0.UPF", "Ca.pbe-spn-kjpaw_psl.1.0.0.UPF", "c_pbe_v1.2.uspp.F.UPF"];
    const { files, missing, others } = choosePseudopotentials(["B", "Br", "C", "Ca"], names);
    expect(Object.fromEntries(files)).toEqual({ Br: names[0], Ca: names[1], C: names[2] });
    expect(missing).toEqual(["B"]);
    expect(others).toEqual([names[2]]);
  });

  it("takes PBE before others, PAW before others, the last version, and no relativistic one", () => {
    const names = [
      "O.pbesol-n-kjpaw_psl.0.1.UPF",
      "O.pbe-n-rrkjus_psl.1.0.0.UPF",
      "O.pbe-n-kjpaw_psl.0.1.UPF",
      "O.pbe-n-kjpaw_psl.1.0.0.UPF",
      "O.rel-pbe-n-kjpaw_psl.1.0.0.UPF",
      "O.pbe-n-kjpaw_psl.1.0.0.txt",
    ];
    expect(choosePseudopotentials(["O"], names).files.get("O")).toBe("O.pbe-n-kjpaw_psl.1.0.0.UPF");
  });
});

describe("readRelaxedAtoms", () => {
  const positions = (x: string) =>
    `ATOMIC_POSITIONS (crystal)\nLi            ${x}        0.7500001005        0.7500000474\nO1            0.0208394395        0.0208393716        0.0208393872   0   0   0\n`;

  it("takes the last positions", () => {
    const text = `${positions("0.1")}\n\n     bfgs converged in   8 scf cycles and   7 bfgs steps\nBegin final coordinates\n\n${positions("0.2500000583")}End final coordinates\n`;
    expect(readRelaxedAtoms(text)).toEqual({
      converged: true,
      atoms: [
        { element: "Li", position: [0.2500000583, 0.7500001005, 0.7500000474] },
        { element: "O", position: [0.0208394395, 0.0208393716, 0.0208393872] },
      ],
    });
    expect(readRelaxedAtoms(positions("0.1"))?.converged).toBe(false);
  });

  it("tells where there are none", () => {
    expect(readRelaxedAtoms("     Program PWSCF v.6.7MaX starts")).toBeUndefined();
    expect(readRelaxedAtoms("ATOMIC_POSITIONS (crystal)\n***\n")).toBeUndefined();
  });
});
