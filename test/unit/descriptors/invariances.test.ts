import fc from "fast-check";
import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import type { Vector3 } from "../../../server/src/crystal/lattice";
import { readStructures } from "../../../server/src/crystal/reading/readStructure";
import { isOrdered, type Structure } from "../../../server/src/crystal/structure";
import { nearest } from "../../../server/src/crystal/symmetry/metricTensor";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";
import { descriptors } from "../../../server/src/descriptors/registry";
import { spaceGroupDetector } from "../../../server/src/screening/spaceGroupFile";
import { p1Structure, type Site } from "../../support/structures";
import { expectClose, valuesOf } from "./describing";

spaceGroupDetector();

const tolerance = { absolute: 1e-6, relative: 1e-6 };

/** A crystal as a test makes it. */
interface Crystal {
  readonly sites: readonly Required<Site>[];
  readonly edges: Vector3;
  readonly angles: Vector3;
}

const coordinate = fc.double({ min: 0, max: 0.999, noNaN: true });
const edge = fc.double({ min: 4, max: 7, noNaN: true });
const angle = fc.double({ min: 75, max: 105, noNaN: true });
const site = fc.record({
  species: fc.constantFrom("Li+", "Al3+", "S2-", "O2-", "Cl-").map((species) => [species]),
  position: fc.tuple(coordinate, coordinate, coordinate),
});
const crystals: fc.Arbitrary<Crystal> = fc
  .record({
    sites: fc.array(site, { minLength: 2, maxLength: 5 }),
    edges: fc.tuple(edge, edge, edge),
    angles: fc.tuple(angle, angle, angle),
  })
  .filter(({ sites }) => sites.every((one, i) => sites.slice(0, i).every((other) => areApart(one, other))));

const areApart = ({ position: [x, y, z] }: Required<Site>, { position: [u, v, w] }: Required<Site>) =>
  Math.hypot(nearest(x - u), nearest(y - v), nearest(z - w)) > 0.2;

function built({ sites, edges: [a, b, c], angles: [alpha, beta, gamma] }: Crystal): Structure {
  return p1Structure(sites, { a, b, c, alpha, beta, gamma });
}

const shifted = (crystal: Crystal, [u, v, w]: Vector3): Crystal => ({
  ...crystal,
  sites: crystal.sites.map(({ species, position: [x, y, z] }) => ({
    species,
    position: [x + u, y + v, z + w],
  })),
});

const turned = ({ sites, edges: [a, b, c], angles: [alpha, beta, gamma] }: Crystal): Crystal => ({
  edges: [b, c, a],
  angles: [beta, gamma, alpha],
  sites: sites.map(({ species, position: [x, y, z] }) => ({ species, position: [y, z, x] })),
});

const doubled = ({ sites, edges: [a, b, c], angles }: Crystal): Crystal => ({
  edges: [2 * a, b, c],
  angles,
  sites: [0, 1].flatMap((cell) =>
    sites.map(({ species, position: [x, y, z] }) => ({ species, position: [(x + cell) / 2, y, z] as const })),
  ),
});

/** Those that tell of the cell, not of the crystal. */
const ofTheCell = new Set(["rdf", "sine-coulomb-matrix", "jarvis"]);
/** Angles in the box of the published code hang on axes, origin and the order of the sites; the rest is in its own test. */
const ofTheListing = new Set(["jarvis"]);

describe.each(descriptors)("$name", (descriptor) => {
  const same = (one: Structure, other: Structure) => {
    const [own, others] = [valuesOf(descriptor, one), valuesOf(descriptor, other)];
    if (typeof own === "string") expect(others).toBe(own);
    else expectClose(others, own, tolerance);
  };

  if (!ofTheListing.has(descriptor.name))
    it("does not hang on the order of the sites, the origin, or which axis is called a", () => {
      fc.assert(
        fc.property(crystals, fc.tuple(coordinate, coordinate, coordinate), (crystal, shift) => {
          const structure = built(crystal);
          same(structure, built({ ...crystal, sites: [...crystal.sites].reverse() }));
          same(structure, built(shifted(crystal, shift)));
          same(structure, built(turned(crystal)));
        }),
        { numRuns: 8 },
      );
    });

  if (!ofTheCell.has(descriptor.name))
    it("is the same for a supercell", () => {
      fc.assert(
        fc.property(crystals, (crystal) => {
          const [own, others] = [crystal, doubled(crystal)].map((one) => valuesOf(descriptor, built(one)));
          if (own === undefined || others === undefined || typeof own === "string") return;
          const perCell =
            descriptor.name === "structural-complexity" ? own.map((bits, i) => (i + 1) * bits) : own;
          expectClose(others, perCell, tolerance);
        }),
        { numRuns: 5 },
      );
    });

  it.each(["LiCl", "Li2O", "Li3N", "Li10GeP2S12"])(
    "is the same of the orbits of %s and of all its sites",
    (name) => {
      const [entry] = readStructures(parseCif(readFileSync(`examples/${name}.cif`, "utf8")));
      if (!entry?.structure) throw new Error(`There is no ${name}.`);
      same(entry.structure, withEverySite(entry.structure));
      if (descriptor.disorder === "refused" && !isOrdered(entry.structure))
        expect(valuesOf(descriptor, entry.structure)).toBe(
          "sites are partly occupied or shared: order the structure first (superion order)",
        );
    },
  );

  it("says of an empty structure that there are no sites", () => {
    expect(valuesOf(descriptor, p1Structure([]))).toBe("there are no sites");
  });

  it("takes only options that it knows", () => {
    expect(descriptor.configure({ colour: "red" }).ok).toBe(false);
    expect(descriptor.configure("red").ok).toBe(false);
  });
});
