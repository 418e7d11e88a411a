import * as v from "valibot";
import { describe, expect, it } from "vitest";
import { crystalRadius } from "../../../../server/src/crystal/bonding/crystalRadii";
import { latticeParameters } from "../../../../server/src/crystal/lattice";
import { freeSpheres } from "../../../../server/src/crystal/voronoi/freeSpheres";
import { nearest } from "../../../../server/src/crystal/symmetry/metricTensor";
import { hasShared, readSharedText } from "../../../support/shared";
import { faceCentred, p1Structure } from "../../../support/structures";

const triple = v.tuple([v.number(), v.number(), v.number()]);
const number = v.nullable(v.number());
const compound = v.object({
  name: v.string(),
  cell: v.tuple([triple, triple, triple]),
  species: v.array(v.string()),
  frac: v.array(triple),
  free_sphere: v.object({
    radii_used_A: v.record(v.string(), v.number()),
    zeo_radical_radii: v.object({ Ri: number, Rf: number, Rf_a: number, Rf_b: number, Rf_c: number }),
  }),
});
const references = v.object({ compounds: v.array(v.unknown()) });

/** Those with one radius an element, of which the sites' radii are known. */
const compounds = hasShared
  ? v
      .parse(references, JSON.parse(readSharedText("reference", "bvse", "expected.json")))
      .compounds.filter((one) => v.is(compound, one))
      .filter(
        ({ free_sphere: { radii_used_A: radii } }) =>
          new Set(Object.keys(radii).map(elementOf)).size === Object.keys(radii).length,
      )
  : [];

function elementOf(key: string): string {
  return key.split(":")[0] ?? key;
}

/**
 * Zeo++ joins corners of cells that are close, which costs up to a thousandth of an angstrom: of Li3ErBr6 the largest sphere
 * has 1.0882 when looked for by optimisation, as here, and 1.0877 there.
 */
const tolerance = { narrower: 1e-4, wider: 1e-3 };

describe("freeSpheres", () => {
  it.each(compounds)("agrees with Zeo++ on $name", ({ cell, species, frac, free_sphere: reference }) => {
    const radiusOf = new Map(
      Object.entries(reference.radii_used_A).map(([key, radius]) => [elementOf(key), radius]),
    );
    const sites = frac
      .map((position, i) => ({ position, species: [species[i] ?? ""] }))
      .filter(({ species: [element] }) => element !== "Li");
    const radii = Float64Array.from(sites, ({ species: [element = ""] }) => radiusOf.get(element) ?? NaN);
    const spheres = freeSpheres(p1Structure(sites, latticeParameters(cell)), radii);
    const { Ri, Rf, Rf_a, Rf_b, Rf_c } = reference.zeo_radical_radii;
    const expected = [Ri, Rf, Rf_a, Rf_b, Rf_c];
    const found = spheres && [spheres.largestIncluded, spheres.largestFree, ...spheres.alongAxes];
    expected.forEach((radius, i) => {
      if (radius === null) return;
      expect(found?.[i]).toBeGreaterThan(radius - tolerance.narrower);
      expect(found?.[i]).toBeLessThan(radius + tolerance.wider);
    });
  });

  it("of a face-centred lattice are those of geometry: a/2 - r in its octahedra, a/sqrt(6) - r through its triangles", () => {
    const [a, r] = [5, 1.2];
    const structure = p1Structure(
      faceCentred.map((position) => ({ species: ["O"], position })),
      { a, b: a, c: a },
    );
    const spheres = freeSpheres(structure, new Float64Array(4).fill(r));
    expect(spheres?.largestIncluded).toBeCloseTo(a / 2 - r, 9);
    for (const radius of [spheres?.largestFree, ...(spheres?.alongAxes ?? [])])
      expect(radius).toBeCloseTo(a / Math.sqrt(6) - r, 9);
  });

  it("stand where they just touch the atoms around", () => {
    const [a, r] = [5, 1.2];
    const structure = p1Structure(
      faceCentred.map((position) => ({ species: ["O"], position })),
      { a, b: a, c: a },
    );
    const spheres = freeSpheres(structure, new Float64Array(4).fill(r));
    if (!spheres?.freeAt) throw new Error("There is no way through.");
    const { includedAt, largestIncluded, freeAt, largestFree } = spheres;
    for (const [place, radius] of [
      [includedAt, largestIncluded],
      [freeAt, largestFree],
    ] as const) {
      const distances = faceCentred.map(([x, y, z]) =>
        structure.lattice.length([nearest(place[0] - x), nearest(place[1] - y), nearest(place[2] - z)]),
      );
      expect(Math.min(...distances) - r).toBeCloseTo(radius ?? NaN, 9);
    }
  });

  it("tells ways along one axis from those along others: rods that touch leave channels beside them", () => {
    const structure = p1Structure([{ species: ["O"] }], { a: 4, b: 4, c: 1 });
    const spheres = freeSpheres(structure, Float64Array.of(1.5));
    const [alongA = NaN, , alongC = NaN] = spheres?.alongAxes ?? [];
    expect(alongC).toBeCloseTo(Math.hypot(2, 2) - 1.5, 1);
    expect(alongA).toBeLessThan(alongC);
  });
});

describe("crystalRadius", () => {
  it("takes the tabulated number of neighbours, one less, the mean of those around it, or the nearest", () => {
    expect([4, 6, 7, 8, 3, 12].map((count) => crystalRadius("Li", 1, count))).toEqual([
      0.73, 0.9, 0.9, 1.06, 0.73, 1.06,
    ]);
    expect(crystalRadius("O", -2, 5)).toBe(1.24);
    expect(crystalRadius("Be", 2, 8)).toBe(0.59);
  });

  it("takes the nearest charge of the same sign, and none of the other", () => {
    expect(crystalRadius("S", -1, 6)).toBe(1.7);
    expect(crystalRadius("O", 2, 6)).toBeUndefined();
  });

  it.skipIf(!hasShared)("gives the radii that CAVD takes", () => {
    const keys = compounds.flatMap(({ free_sphere: { radii_used_A: radii } }) => Object.entries(radii));
    const anions = { O: -2, S: -2, Te: -2, Se: -2, F: -1, Cl: -1, Br: -1, I: -1, N: -3 };
    for (const [element, charge] of Object.entries(anions))
      for (const [key, radius] of keys.filter(([name]) => elementOf(name) === element))
        expect(crystalRadius(element, charge, Number(key.split(":")[1]))).toBeCloseTo(radius, 9);
  });
});
