import { describe, expect, it } from "vitest";
import { postedStructure, receivedStructure } from "../../../server/src/crystal/postedStructure";
import { exampleStructure } from "../../support/examples";

describe("a structure that travels between threads", () => {
  it.each(["Li6PS5Cl", "Li10GeP2S12", "LiFePO4"])("arrives the same to the last bit: %s", (name) => {
    const structure = exampleStructure(name);
    const received = receivedStructure(structuredClone(postedStructure(structure)));
    expect(received).toEqual(structure);
    expect(received.lattice.cartesian([0.1, 0.2, 0.3])).toEqual(structure.lattice.cartesian([0.1, 0.2, 0.3]));
  });
});
