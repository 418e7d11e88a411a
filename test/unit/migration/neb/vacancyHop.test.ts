import { describe, expect, it } from "vitest";
import { Lattice, type Vector3 } from "../../../../server/src/crystal/lattice";
import type { Structure } from "../../../../server/src/crystal/structure";
import { hopImages } from "../../../../server/src/migration/neb/images";
import { ionHops } from "../../../../server/src/migration/neb/ionHops";
import { repeatsFor, vacancyHop, type VacancyHop } from "../../../../server/src/migration/neb/supercell";
import { exampleStructure } from "../../../support/examples";
import { migrationOf } from "../../../support/migration";

function hopOf(structure: Structure, least = 10): VacancyHop {
  const [hop] = ionHops(structure, migrationOf(structure, 0.25));
  if (!hop) throw new Error("There is no hop.");
  const outcome = vacancyHop(structure, "Li", hop, least);
  if (!outcome.ok) throw new Error(outcome.reason);
  return outcome.hop;
}

const lithiumOxide = () => exampleStructure("Li2O");

describe("ionHops", () => {
  it("of Li2O lead over the octahedron between two lithium ions, at the barrier of the crystal", () => {
    const structure = lithiumOxide();
    const migration = migrationOf(structure, 0.2);
    const hops = ionHops(structure, migration);
    const [hop] = hops;
    expect(hops).toHaveLength(1);
    expect(hop).toMatchObject({ from: "Li1", to: "Li1" });
    expect(hop?.energy).toBeCloseTo(migration.refinedBarriers.d3 ?? NaN, 6);
    expect(hop?.places.some((place) => place.every((x) => Math.abs((x % 0.5) - 0) < 0.02))).toBe(true);
  });

  it("of LiFePO4 include the one along its channels, from ion to ion", () => {
    const structure = exampleStructure("LiFePO4");
    const [lowest] = ionHops(structure, migrationOf(structure, 0.25));
    const [first, last] = [lowest?.places[0] ?? [NaN, NaN, NaN], lowest?.places.at(-1) ?? [NaN, NaN, NaN]];
    const apart = [0, 1, 2].map((axis) => Math.abs((last[axis] ?? NaN) - (first[axis] ?? NaN)));
    expect(apart[0]).toBeCloseTo(0, 3);
    expect(apart[1]).toBeCloseTo(0.5, 3);
    expect(apart[2]).toBeCloseTo(0, 3);
  });

  it("go on in small steps, from where the ions of the crystal are", () => {
    for (const name of ["Li10GeP2S12", "LiFePO4", "Li3N"]) {
      const structure = exampleStructure(name);
      for (const { distances } of ionHops(structure, migrationOf(structure, 0.25)))
        distances.slice(1).forEach((distance, i) => {
          expect(distance - (distances[i] ?? NaN)).toBeLessThan(1.5);
        });
    }
  });
});

describe("repeatsFor", () => {
  const repeats = (a: number, b: number, c: number, gamma = 90, alpha = 90, beta = 90) => {
    const lattice = Lattice.fromParameters({ a, b, c, alpha, beta, gamma });
    return lattice && repeatsFor(lattice, 10);
  };

  it("gives the supercells of the thesis", () => {
    // Li3ErBr6, Li2Te, LiInTe2.
    expect(repeats(6.95, 11.95, 6.95, 90, 90, 109.5)).toEqual([2, 1, 2]);
    expect(repeats(6.517, 6.517, 6.517)).toEqual([2, 2, 2]);
    expect(repeats(6.4, 6.4, 12.5)).toEqual([2, 2, 1]);
  });

  it("leaves no image near across the corners of a skewed cell", () => {
    // The diagonal of one cell would be 5.3 angstrom.
    expect(repeats(10.2, 10.2, 12, 150)).toEqual([2, 1, 1]);
  });
});

describe("a supercell with one vacancy", () => {
  const hop = hopOf(lithiumOxide());

  it("lacks two ions, of which the hopping one comes back", () => {
    expect(hop.repeats).toEqual([3, 3, 3]);
    // Twelve atoms in a cell.
    expect(hop.others).toHaveLength(27 * 12 - 2);
    expect(hop.others.filter(({ element }) => element === "O")).toHaveLength(27 * 4);
  });

  it("has its ions apart in every image", () => {
    for (const image of hopImages(hop, 7)) {
      const moving = image.at(-1) ?? [NaN, NaN, NaN];
      const nearest = Math.min(
        ...image.slice(0, -1).map(([x, y, z]) => {
          const difference = [x - moving[0], y - moving[1], z - moving[2]].map((d) => d - Math.round(d));
          return hop.lattice.length([difference[0] ?? 0, difference[1] ?? 0, difference[2] ?? 0]);
        }),
      );
      expect(nearest).toBeGreaterThan(1.5);
    }
  });

  it("needs whole atoms, and room for both ends", () => {
    const disordered = exampleStructure("Li10GeP2S12");
    const [some] = ionHops(disordered, migrationOf(disordered, 0.3));
    const refused = some && vacancyHop(disordered, "Li", some, 10);
    expect(refused).toEqual({
      ok: false,
      reason: "some sites are partly occupied: order the structure first (superion order)",
    });
    const nitride = exampleStructure("Li3N");
    const toItself = ionHops(nitride, migrationOf(nitride, 0.25)).find(({ places: [first], places }) => {
      const last = places.at(-1);
      return first && last && first.every((x, axis) => Math.abs((x - (last[axis] ?? 0)) % 1) < 1e-6);
    });
    if (toItself)
      expect(vacancyHop(nitride, "Li", toItself, 2)).toEqual({
        ok: false,
        reason: "the ion would hop to its own image: ask for a larger supercell",
      });
  });
});

describe("hopImages", () => {
  const hop = hopOf(lithiumOxide(), 4);
  const moving = (images: readonly (readonly Vector3[])[]) =>
    images.map((image) => image.at(-1) ?? [NaN, NaN, NaN]);

  it("spaces the hopping ion evenly along its path", () => {
    const places = moving(hopImages(hop, 9));
    const steps = places.slice(1).map(([x, y, z], i) => {
      const [u, v, w] = places[i] ?? [NaN, NaN, NaN];
      return hop.lattice.length([x - u, y - v, z - w]);
    });
    expect(places[0]).toEqual(hop.from);
    expect(places.at(-1)).toEqual(hop.to);
    // The chord of a bend is a little shorter.
    for (const step of steps) expect(step).toBeCloseTo((hop.distances.at(-1) ?? NaN) / 8, 1);
  });

  it("leaves all others where they are, as long as nothing is relaxed", () => {
    for (const image of hopImages(hop, 3))
      expect(image.slice(0, -1)).toEqual(hop.others.map(({ position }) => position));
  });

  it("goes between relaxed ends, over the faces of the cell too", () => {
    const shift = (by: number) =>
      hop.others.map(({ position: [x, y, z] }): Vector3 => [(x + by + 1) % 1, y, z]);
    const ends = {
      initial: [...shift(-0.01), [hop.from[0] + 1.02, hop.from[1], hop.from[2]] as const],
      final: [...shift(0.03), hop.to],
    };
    const [first, middle, last] = hopImages(hop, 3, ends);
    hop.others.forEach(({ position }, atom) => {
      const along = [first, middle, last].map((image) => (image?.[atom]?.[0] ?? NaN) - position[0]);
      expect(along[0]).toBeCloseTo(-0.01, 9);
      expect(along[1]).toBeCloseTo(0.01, 9);
      expect(along[2]).toBeCloseTo(0.03, 9);
    });
    const [start, half] = moving([first ?? [], middle ?? []]);
    expect(start?.[0]).toBeCloseTo(hop.from[0] + 0.02, 9);
    expect((half?.[0] ?? NaN) - (moving(hopImages(hop, 3))[1]?.[0] ?? NaN)).toBeCloseTo(0.01, 9);
  });
});
