import { describe, expect, it } from "vitest";
import { bondValenceFits } from "../../../../server/src/crystal/bonding/bondValenceFits";
import {
  bondValenceParameters,
  tabulatedBondLength,
} from "../../../../server/src/crystal/bonding/bondValenceParameters";
import { fittedBondValence } from "../../../../server/src/crystal/bonding/fittedBondValence";
import { elements } from "../../../../server/src/crystal/elements";
import { hasShared, readSharedText } from "../../../support/shared";

const fits = bondValenceFits.flatMap(({ source, bonds }) =>
  bonds.split(",").map((text) => {
    const [, cation = "", state = "", anion = "", r0, b = "0.37"] =
      /^([A-Z][a-z]?)(\d|\*)-([A-Z][a-z]?) (\d\.\d+)(?: (0\.\d+))?$/.exec(text.trim()) ?? [];
    return { source, cation, state, anion, r0: Number(r0), b: Number(b) };
  }),
);

/** Of a bond such as `La3-O2`, with the amounts of both charges. */
function fitted(bond: string): readonly [r0: number, b: number] | undefined {
  const [, cation = "", state, anion = "", charge] =
    /^([A-Z][a-z]?)([\d.]+)-([A-Z][a-z]?)([\d.]+)$/.exec(bond) ?? [];
  const found = fittedBondValence(
    { element: cation, oxidationState: Number(state) },
    { element: anion, oxidationState: -Number(charge) },
  );
  return found && [found.r0, found.b];
}

describe("the parameters that were fitted to a bond", () => {
  it.each([
    // Krivovichev, Z. Krist. 227, 575 (2012).
    ["La3-O2", 2.086, 0.45],
    ["Y3-O2", 2.028, 0.35],
    // Gagné and Hawthorne, Acta Cryst. B71, 562 (2015).
    ["Ti3-O2", 1.654, 0.545],
    // Zachariasen, J. Less-Common Met. 62, 1 (1978).
    ["Er3-Br1", 2.51, 0.4],
    // Sidey and Shteyfan, J. Phys. Chem. Solids 103, 73 (2017).
    ["P5-S2", 2.125, 0.37],
  ])("are those of a single paper for %s: %f and %f angstrom", (bond, r0, b) => {
    expect(fitted(bond)).toEqual([r0, b]);
  });

  it.each([
    ["Li1-O2", 1.466],
    ["Mg2-O2", 1.693],
    ["Al3-O2", 1.651],
    ["Y3-Cl1", 2.4],
    ["Sm3-Cl1", 2.466],
    ["Zr4-O2", 1.928],
  ])("are the table's where there is no such paper: %s, %f angstrom", (bond, r0) => {
    expect(fitted(bond)).toEqual([r0, 0.37]);
  });

  it("serve all states where they depend on them little, those from 1 to 6 that are whole", () => {
    // Fe-Se is tabulated for all states alone.
    expect(fitted("Fe2-Se2")).toEqual([2.28, 0.37]);
    expect(fitted("Fe6-Se2")).toEqual([2.28, 0.37]);
    expect(fitted("Fe7-Se2")).toBeUndefined();
    expect(fitted("Fe2.5-Se2")).toBeUndefined();
    // Ti-Cl is too, but chlorine is no such anion.
    expect(bondValenceParameters("Ti", "Cl", 2)?.r0).toBe(2.184);
    expect(fitted("Ti2-Cl1")).toBeUndefined();
  });

  it("are those of the state where that was fitted on its own", () => {
    // Sn-S of 2, of 4, and of all states; Ce-N of 4, and of all.
    expect(["Sn2-S2", "Sn4-S2", "Sn3-S2"].map((bond) => fitted(bond)?.[0])).toEqual([2.44, 2.399, 2.39]);
    expect(["Ce4-N3", "Ce3-N3"].map((bond) => fitted(bond)?.[0])).toEqual([2.179, 2.254]);
  });

  it.each(["Al5-S2", "Al4-S2", "V6-O2", "Li1-P3", "Li1-H1", "Li1-O1", "Li1-S1", "Xe4-O2"])(
    "are none for %s: neither other states nor estimates stand in",
    (bond) => {
      expect(fitted(bond)).toBeUndefined();
    },
  );
});

describe("the list of fits", () => {
  it("names elements, each bond once", () => {
    const symbols = new Set(elements.map(({ symbol }) => symbol));
    expect(fits.filter(({ cation, anion }) => !symbols.has(cation) || !symbols.has(anion))).toEqual([]);
    const bonds = fits.map(({ cation, state, anion }) => `${cation}${state}-${anion}`);
    expect(bonds.filter((bond, k) => bonds.indexOf(bond) !== k)).toEqual([]);
  });

  it("has bonds of a half valence unit as long as the table does, to 0.2 angstrom", () => {
    const differences = fits.flatMap(({ cation, state, anion, r0, b }) => {
      const tabulated = tabulatedBondLength(cation, anion, state === "*" ? undefined : Number(state));
      // Of hydrogen the table has the covalent bond, the fits what is between that and the hydrogen bond.
      if (tabulated === undefined || cation === "H") return [];
      return [Math.abs(r0 + b * Math.LN2 - (tabulated + 0.37 * Math.LN2))];
    });
    expect(differences.length).toBeGreaterThan(50);
    expect(Math.max(...differences)).toBeLessThan(0.2);
  });

  it.skipIf(!hasShared)(
    "has what the accumulated list of I. D. Brown (bvparm2016) has of papers before it",
    () => {
      const lines = readSharedText("reference", "bvse", "bvs_parameters.csv").trim().split("\n").slice(1);
      const listed = new Set(
        lines.map((line) => {
          const [cation = "", state = "", anion = "", , , r0, b] = line.split(",");
          return `${cation}${state === "9" ? "*" : state}-${anion} ${Number(r0)} ${Number(b)}`;
        }),
      );
      const missing = fits
        .filter(({ source }) => !source.endsWith("(2017)"))
        .map(({ cation, state, anion, r0, b }) => `${cation}${state}-${anion} ${r0} ${b}`)
        .filter((fit) => !listed.has(fit));
      // A later list adds the first, and mends the first digit of the second.
      expect(missing).toEqual(["Ir3-O 1.755 0.414", "Rh4-O 1.836 0.422"]);
    },
  );
});
