import { describe, expect, it } from "vitest";
import { assignOxidationStates } from "../../../../server/src/crystal/oxidation/assignOxidationStates";
import { cellCharge, ofComposition, p1Structure } from "../../../support/structures";

describe("assignOxidationStates", () => {
  it("puts one state on all occupants of an element, and says how it was found", () => {
    const structure = assignOxidationStates(
      p1Structure([{ species: ["Li 0.5"] }, { species: ["Li 0.5", "Na 1"] }, { species: ["O"] }]),
    );
    expect(structure.oxidation.method).toBe("composition");
    const states = structure.orbits.flatMap(({ occupants }) =>
      occupants.map(({ element, oxidationState }) => [element, oxidationState]),
    );
    expect(states).toEqual([
      ["Li", 1],
      ["Li", 1],
      ["Na", 1],
      ["O", -2],
    ]);
    expect(cellCharge(structure)).toBe(0);
  });

  it("changes nothing else", () => {
    const structure = ofComposition("Li3PS4");
    const assigned = assignOxidationStates(structure);
    expect(assigned.lattice).toBe(structure.lattice);
    assigned.orbits.forEach((orbit, index) => {
      expect({ ...orbit, occupants: [] }).toEqual({ ...structure.orbits[index], occupants: [] });
      expect(orbit.occupants.map(({ occupancy }) => occupancy)).toEqual(
        structure.orbits[index]?.occupants.map(({ occupancy }) => occupancy),
      );
    });
  });

  it("takes deuterium for hydrogen", () => {
    const [, deuterium] = assignOxidationStates(ofComposition("LiD")).orbits;
    expect(deuterium?.occupants[0]).toMatchObject({ element: "D", oxidationState: -1 });
  });

  it("balances what it knows beside an element that no table has", () => {
    const [lithium, unknown] = assignOxidationStates(ofComposition("Li2XqO")).orbits;
    expect(lithium?.occupants[0]?.oxidationState).toBe(1);
    expect(unknown?.occupants[0]?.oxidationState).toBeUndefined();
  });

  it("says none for a structure without known elements", () => {
    expect(assignOxidationStates(p1Structure([])).oxidation.method).toBe("none");
    expect(assignOxidationStates(ofComposition("Xq")).oxidation.method).toBe("none");
  });
});
