import { describe, expect, it } from "vitest";
import { bondValenceSums } from "../../../../server/src/crystal/bonding/bondValenceSums";
import { excludeEachOther, findContacts } from "../../../../server/src/crystal/bonding/contacts";
import { coordinations } from "../../../../server/src/crystal/bonding/coordination";
import { estimateBondLength } from "../../../../server/src/crystal/bonding/estimatedBondLength";
import { p1Structure } from "../../../support/structures";

/** How two species bond that share a cell. */
function pairOf(one: string, other: string) {
  const structure = p1Structure([
    { species: [one] },
    { species: [other], position: [0.5, 0, 0] },
    // Something that bonds in any case.
    { species: ["K+"], position: [0, 0.5, 0] },
    { species: ["F-"], position: [0, 0, 0.5] },
  ]);
  const { pair, speciesOf } = findContacts(structure) ?? {};
  return pair?.(speciesOf?.[0]?.[0] ?? NaN, speciesOf?.[1]?.[0] ?? NaN);
}

describe("two species", () => {
  it("bond as cation and anion, whichever comes first, by the cation's state", () => {
    expect(pairOf("Fe2+", "O2-")).toEqual({ kind: "ionic", r0: 1.734, cationCharge: 2 });
    expect(pairOf("O2-", "Fe3+")).toEqual({ kind: "ionic", r0: 1.759, cationCharge: 3 });
  });

  it("take their parameters by their signs: S is the cation of a sulfate, the anion of a sulfide", () => {
    expect(pairOf("S6+", "O2-")).toEqual({ kind: "ionic", r0: 1.624, cationCharge: 6 });
    expect(pairOf("P5+", "S2-")).toEqual({ kind: "ionic", r0: 2.145, cationCharge: 5 });
  });

  it("bond in pairs of electrons where both are non-metals of like sign", () => {
    expect(pairOf("S-", "S-")).toEqual({
      kind: "covalent",
      r0: estimateBondLength("S", "S"),
      cationCharge: 0,
    });
    expect(pairOf("P4+", "P4+")).toMatchObject({ kind: "covalent" });
  });

  it("bond as a metal where both are neutral", () => {
    expect(pairOf("Cu", "Zn")).toEqual({
      kind: "metallic",
      r0: estimateBondLength("Cu", "Zn"),
      cationCharge: 0,
    });
  });

  it.each([
    ["metal ions of like sign", "Li+", "Na+"],
    ["an ion and a neutral atom", "Li+", "Cu"],
    ["a cation of which nothing is known", "Xe2+", "F-"],
  ])("do not bond: %s", (_, one, other) => {
    expect(pairOf(one, other)).toBeUndefined();
  });
});

describe("the contacts of a structure", () => {
  it("have one species for the atoms of an element in one state", () => {
    const structure = p1Structure([
      { species: ["Fe2+", "Fe3+ 0.5"] },
      { species: ["O2-"], position: [0.5, 0, 0] },
      { species: ["Fe3+"], position: [0, 0.5, 0] },
    ]);
    const { species, speciesOf } = findContacts(structure) ?? {};
    expect(speciesOf).toEqual([[0, 1], [2], [1]]);
    expect(species?.map(({ element, oxidationState }) => [element, oxidationState])).toEqual([
      ["Fe", 2],
      ["Fe", 3],
      ["O", -2],
    ]);
  });

  it("reach to bonds of 0.01 valence units", () => {
    const { neighbours } = findContacts(p1Structure([{ species: ["Li+"] }, { species: ["O2-"] }])) ?? {};
    // Li-O 1.466; O-O, 1.26, is shorter.
    expect(neighbours?.cutoff).toBeCloseTo(1.466 - 0.37 * Math.log(0.01), 10);
  });

  it("are none where no two species bond", () => {
    const lithium = p1Structure([{ species: ["Li+"] }]);
    expect(findContacts(lithium)).toBeUndefined();
    expect(coordinations(lithium)).toEqual([{ number: 0, bonds: [] }]);
  });

  it("are none in a cell too full to be a crystal", () => {
    const sites = [{ species: ["Li+"] }, { species: ["F-"], position: [0.5, 0, 0] as const }];
    const tiny = p1Structure(sites, { a: 0.1, b: 0.1, c: 0.1 });
    expect(findContacts(tiny)).toBeUndefined();
    expect(coordinations(tiny).map(({ number }) => number)).toEqual([0, 0]);
    expect(bondValenceSums(tiny)).toEqual({
      sums: [undefined, undefined],
      occupantSums: [[undefined], [undefined]],
      globalInstability: undefined,
    });
  });
});

describe("two sites exclude each other", () => {
  const lithium = { kind: "ionic", r0: 1.466, cationCharge: 1 } as const;
  const phosphorus = { kind: "ionic", r0: 1.617, cationCharge: 5 } as const;

  it("where their bond is stronger than one and a half times the cation's charge and one is not always filled", () => {
    expect(excludeEachOther(lithium, 1.6, 0.5, 1)).toBe(true);
    expect(excludeEachOther(lithium, 1.6, 1, 0.5)).toBe(true);
    expect(excludeEachOther(phosphorus, 7.6, 0.5, 0.5)).toBe(true);
  });

  it("not where both are filled, nor where the bond is one that the cation can form", () => {
    expect(excludeEachOther(lithium, 1.6, 1, 1)).toBe(false);
    expect(excludeEachOther(lithium, 1.4, 0.5, 0.5)).toBe(false);
    expect(excludeEachOther(phosphorus, 1.6, 0.5, 0.5)).toBe(false);
  });
});
