import { describe, expect, it } from "vitest";
import { simplify } from "../../../server/src/crystal/simplification";
import { siteCount, type Structure } from "../../../server/src/crystal/structure";
import { shortestDistances } from "../../../server/src/crystal/shortestDistances";
import { SiteExpansion } from "../../../server/src/crystal/symmetry/siteExpansion";
import { Random } from "../../../server/src/learning/random";
import { generateStructure, generateStructures } from "../../../server/training/generatedStructures";
import { perturbStructures } from "../../../server/training/perturbedStructures";
import { prototypes } from "../../../server/training/generation/prototypes";
import { slaterRadius } from "../../../server/training/generation/slaterRadii";
import { exampleStructure } from "../../support/examples";
import { cellCharge } from "../../support/structures";

const generated = generateStructures(5, 600);

const isIntermetallic = ({ orbits }: Structure) =>
  orbits.every(({ occupants }) => occupants.every(({ oxidationState }) => oxidationState === 0));

describe("generated structures", () => {
  it("are the same for the same seed, and others for another", () => {
    expect(generateStructures(5, 600)).toEqual(generated);
    expect(generateStructures(6, 600)).not.toEqual(generated);
  });

  it("carry no charge", () => {
    for (const structure of generated) expect(Math.abs(cellCharge(structure))).toBeLessThan(1e-9);
    const share = generated.filter(isIntermetallic).length / generated.length;
    expect(share).toBeGreaterThan(0.1);
    expect(share).toBeLessThan(0.5);
  });

  it("have no atoms that overlap: filled sites keep two thirds of the sum of their radii", () => {
    for (const structure of generated)
      for (const { elements, together } of shortestDistances(structure)) {
        const radii = elements.map((symbol) => slaterRadius(symbol) ?? NaN);
        // Occupants that share a site count with their own radii here, so that some allowance is due.
        const isMixed = structure.orbits.some(({ occupants }) => occupants.length > 1);
        const least = (isMixed ? 0.5 : 0.68) * ((radii[0] ?? 0) + (radii[1] ?? 0));
        expect(together ?? Infinity).toBeGreaterThan(least - 1e-9);
      }
  });

  it("have no occupancy above 1, and some sites that are shared or partly empty", () => {
    const sums = generated.flatMap(({ orbits }) =>
      orbits.map(({ occupants }) => occupants.reduce((sum, { occupancy }) => sum + occupancy, 0)),
    );
    expect(Math.max(...sums)).toBeLessThan(1 + 1e-9);
    expect(sums.filter((sum) => sum < 0.99).length).toBeGreaterThan(10);
    const shared = generated.filter(({ orbits }) => orbits.some(({ occupants }) => occupants.length > 1));
    expect(shared.length).toBeGreaterThan(30);
  });

  it("list every image of their sites: the symmetry leads from the representative to the same orbit", () => {
    for (const { lattice, operations, orbits } of generated.slice(0, 200)) {
      const expansion = new SiteExpansion(lattice, operations);
      for (const { position, multiplicity, images } of orbits) {
        expect(expansion.images(position).length).toBe(3 * multiplicity);
        expect(images.length).toBe(3 * multiplicity);
      }
    }
  });

  it("are of many kinds: most elements, and densities of solids", () => {
    const elements = new Set(
      generated.flatMap(({ orbits }) => orbits.flatMap(({ occupants }) => occupants.map((o) => o.element))),
    );
    expect(elements.size).toBeGreaterThan(75);
    for (const structure of generated) {
      const volume = structure.lattice.volume / siteCount(structure);
      // Strain may take a little of the 4 that a cell gets at least.
      expect(volume).toBeGreaterThan(3.5);
      expect(volume).toBeLessThan(200);
    }
  });
});

describe("the prototypes", () => {
  it("are well-formed, each by its own name", () => {
    expect(new Set(prototypes.map(({ name }) => name)).size).toBe(prototypes.length);
    for (const { sites, cell } of prototypes) {
      expect(Object.values(cell).every(Number.isFinite)).toBe(true);
      for (const { role, position } of sites) {
        expect(role).toMatch(/^([A-D]|[X-Z]|[M-O]|Li|H)$/);
        expect(position.every(Number.isFinite)).toBe(true);
      }
    }
  });

  for (const prototype of prototypes)
    it(`${prototype.name} can be made of many elements`, () => {
      const random = new Random(9);
      const made = Array.from({ length: 300 }, () => generateStructure(prototype, random));
      expect(made.filter((structure) => structure !== undefined).length).toBeGreaterThan(3);
    });
});

describe("perturbed structures", () => {
  const known = ["Li6PS5Cl", "LiFePO4", "Li7La3Zr2O12"].map(exampleStructure);

  it("are the same for the same seed, and keep the sites of what they come from", () => {
    const perturbed = perturbStructures(known, 3, 100);
    expect(perturbStructures(known, 3, 100)).toEqual(perturbed);
    const shapes = known.map((structure) => structure.orbits.map(({ multiplicity }) => multiplicity).join());
    for (const structure of perturbed)
      expect(shapes).toContain(structure.orbits.map(({ multiplicity }) => multiplicity).join());
  });

  it("can be simplified like those that were measured", () => {
    const elements = perturbStructures(known, 4, 50).flatMap((structure) =>
      simplify(structure, "CAMNS").orbits.flatMap(({ occupants }) => occupants.map((o) => o.element)),
    );
    expect([...new Set(elements)].sort()).toEqual(["Al", "Li", "S"]);
  });
});
