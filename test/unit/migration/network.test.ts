import { describe, expect, it } from "vitest";
import { withEverySite } from "../../../server/src/crystal/symmetry/everySite";
import type { Migration } from "../../../server/src/migration/migration";
import { connectionPlaces } from "../../../server/src/migration/network";
import { exampleStructure } from "../../support/examples";
import { antifluorite, migrationOf, primitiveAntifluorite } from "../../support/migration";

const barriersOf = ({ refinedBarriers: { d1, d2, d3 } }: Migration) => [d1 ?? NaN, d2 ?? NaN, d3 ?? NaN];

function expectClose(some: readonly number[], others: readonly number[]): void {
  some.forEach((value, i) => {
    expect(value).toBeCloseTo(others[i] ?? NaN, 3);
  });
}

describe("the network of sites", () => {
  it("of Li2Te is tetrahedra that lithium leaves over the octahedron between them", () => {
    const { sites, connections } = migrationOf(antifluorite(), 0.25).network;
    const isTetrahedron = (site: number) =>
      sites[site]?.position.every((x) => Math.abs((x % 0.5) - 0.25) < 0.01);
    const tetrahedra = sites.filter((_, site) => isTetrahedron(site));
    expect(sites).toHaveLength(12);
    expect(tetrahedra).toHaveLength(8);
    expect(sites.filter(({ occupiedBy }) => occupiedBy !== undefined)).toEqual(tetrahedra);
    // Eight faces of each octahedron.
    expect(connections).toHaveLength(32);
    for (const { from, to } of connections) expect(isTetrahedron(from)).not.toBe(isTetrahedron(to));
  });

  it("has its lowest site where the energy is least", () => {
    const { minimum, network, map } = migrationOf(antifluorite(), 0.25);
    expect(minimum).toBe(Math.min(...network.sites.map(({ energy }) => energy)));
    expect(minimum).toBeLessThanOrEqual(map.minimum + 1e-5);
    expect(minimum).toBeCloseTo(-2.128, 3);
  });

  it("does not depend on the cell, where the map does", () => {
    const primitive = migrationOf(primitiveAntifluorite(), 0.2);
    const conventional = migrationOf(antifluorite(), 0.2);
    expectClose(barriersOf(primitive), barriersOf(conventional));
    expect(primitive.minimum).toBeCloseTo(conventional.minimum, 4);
  });

  it("gives the barrier that the thesis prints for Li2Te, in its cell and on its grid", () => {
    // 260 meV, in steps of 10 meV that are rounded up.
    const { d3 = NaN } = migrationOf(primitiveAntifluorite(), [46, 46, 46]).barriers;
    expect(d3).toBeGreaterThan(0.25);
    expect(d3).toBeLessThan(0.265);
  });

  it.each(["Li3N", "Li10GeP2S12", "LiFePO4", "Li7La3Zr2O12"])(
    "of %s is the same with its symmetry and without",
    (name) => {
      const structure = exampleStructure(name);
      const symmetric = migrationOf(structure, 0.3);
      const plain = migrationOf(withEverySite(structure), symmetric.map.shape);
      expectClose(barriersOf(symmetric), barriersOf(plain));
    },
  );
});

describe.each(["Li10GeP2S12", "Li7La3Zr2O12", "LiFePO4", "Li3N", "LiCl"])("a path in %s", (name) => {
  const structure = exampleStructure(name);
  const { network, paths, refinedBarriers, minimum } = migrationOf(structure, 0.25);
  const { lattice } = structure;

  it("has its highest place at the barrier, and its ends on one site some cells apart", () => {
    for (const [k, path] of paths.entries()) {
      if (!path) continue;
      expect(Math.max(...path.energies)).toBeCloseTo(path.barrier, 4);
      expect(path.barrier).toBe([refinedBarriers.d1, refinedBarriers.d2, refinedBarriers.d3][k]);
      const [first, last] = [path.places[0] ?? [NaN, NaN, NaN], path.places.at(-1) ?? [NaN, NaN, NaN]];
      const apart = [0, 1, 2].map(
        (axis) => (last[axis] ?? NaN) - (first[axis] ?? NaN) - (path.cells[axis] ?? 0),
      );
      expect(lattice.length([apart[0] ?? NaN, apart[1] ?? NaN, apart[2] ?? NaN])).toBeLessThan(0.05);
      expect(path.cells.some((cell) => cell !== 0)).toBe(true);
      expect(path.sites).toHaveLength(path.hops.length + 1);
    }
  });

  it("goes in small steps from saddle to minimum along falling energies", () => {
    for (const { places, energies, saddle } of network.hops) {
      const top = places.findIndex((place) =>
        place.every((x, axis) => Math.abs(x - (saddle[axis] ?? 0)) < 1e-9),
      );
      expect(top).toBeGreaterThan(0);
      energies.forEach((energy, i) => {
        const next = energies[i + 1];
        if (next === undefined) return;
        if (i < top) expect(next).toBeGreaterThan(energy - 1e-3);
        else expect(next).toBeLessThan(energy + 1e-3);
      });
    }
  });

  it("leads from site to site, whichever of the equivalent hops is taken", () => {
    for (const connection of network.connections) {
      const places = connectionPlaces(network, connection);
      const { from, to, cells } = connection;
      const ends = [network.sites[from]?.position, network.sites[to]?.position];
      const offBy = (place = [NaN, NaN, NaN], site = [NaN, NaN, NaN], shift: readonly number[]) =>
        lattice.length(
          [0, 1, 2].map((axis) => (place[axis] ?? 0) - (site[axis] ?? 0) - (shift[axis] ?? 0)) as never,
        );
      expect(offBy([...(places[0] ?? [])], [...(ends[0] ?? [])], [0, 0, 0])).toBeLessThan(0.15);
      expect(offBy([...(places.at(-1) ?? [])], [...(ends[1] ?? [])], cells)).toBeLessThan(0.15);
    }
    for (const { energy } of network.sites) expect(energy).toBeGreaterThanOrEqual(minimum);
  });
});
