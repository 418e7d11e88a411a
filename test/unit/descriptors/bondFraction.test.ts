import { describe, expect, it } from "vitest";
import { bondFraction } from "../../../server/src/descriptors/bondFraction";
import { descriptorReferences } from "../../support/descriptorReferences";
import { faceCentred, p1Structure } from "../../support/structures";
import { valuesOf } from "./describing";

const rockSalt = (anion: string) =>
  p1Structure([
    ...faceCentred.map((position) => ({ species: ["Li+"], position })),
    ...(
      [
        [0.5, 0.5, 0.5],
        [0, 0, 0.5],
        [0, 0.5, 0],
        [0.5, 0, 0],
      ] as const
    ).map((position) => ({ species: [anion], position })),
  ]);

describe("bondFraction", () => {
  for (const { name, structures, named } of descriptorReferences())
    it.each([...named("bond_fraction")])(`agrees with matminer on ${name} %s`, (mode, fractions) => {
      const structure = structures.get(mode);
      const configured = bondFraction.configure();
      const description = structure && configured.ok && configured.describe(structure);
      if (!description || !description.ok) throw new Error("There is no description.");
      const own = Object.fromEntries(
        description.labels.map((label, i) => [
          `${label} bond frac.`,
          Number((description.values[i] ?? NaN).toFixed(9)),
        ]),
      );
      const theirs = Object.entries(fractions).map(([label, value]) => [label, Number(value.toFixed(9))]);
      expect(own).toEqual(Object.fromEntries(theirs));
    });

  it("finds in rock salt bonds between cations and anions alone", () => {
    expect(valuesOf(bondFraction, rockSalt("Cl-"))).toEqual([0, 1, 0]);
  });

  it("fills a vector of given kinds of bonds, and says which has no room", () => {
    expect(valuesOf(bondFraction, rockSalt("Cl-"), { bonds: ["Al3+ - Cl-", "Cl- - Li+"] })).toEqual([0, 1]);
    expect(valuesOf(bondFraction, rockSalt("F-"), { bonds: ["Al3+ - Cl-"] })).toBe(
      "there are bonds F- - Li+, for which the vector has no room",
    );
  });

  it("takes oxidation states", () => {
    expect(valuesOf(bondFraction, rockSalt("Cl"))).toBe("some atoms have no oxidation state");
  });
});
