import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { LatticeParameters, Vector3 } from "../../../../server/src/crystal/lattice";
import { voronoiCells } from "../../../../server/src/crystal/voronoi/voronoiCells";
import { faceCentred, p1Structure } from "../../../support/structures";

const cubic = (a: number): LatticeParameters => ({ a, b: a, c: a, alpha: 90, beta: 90, gamma: 90 });
const structureOf = (positions: readonly Vector3[], cell: LatticeParameters) =>
  p1Structure(
    positions.map((position) => ({ species: ["Li"], position })),
    cell,
  );

describe("voronoiCells", () => {
  it("of a simple cubic lattice are cubes: planes that only touch their edges and corners make no face", () => {
    const [cell] = voronoiCells(structureOf([[0.2, 0.3, 0.9]], cubic(2))) ?? [];
    expect(cell?.faces.map(({ area }) => Number(area.toFixed(9)))).toEqual([4, 4, 4, 4, 4, 4]);
    expect(cell?.volume).toBeCloseTo(8, 9);
    for (const { solidAngle } of cell?.faces ?? []) expect(solidAngle).toBeCloseTo((4 * Math.PI) / 6, 9);
  });

  it("of a face-centred lattice are rhombic dodecahedra, of a body-centred one truncated octahedra", () => {
    const origin: Vector3 = [0, 0, 0];
    const dodecahedra = voronoiCells(structureOf(faceCentred, cubic(4)));
    expect(dodecahedra?.map(({ faces }) => faces.length)).toEqual([12, 12, 12, 12]);
    const bodyCentred = voronoiCells(structureOf([origin, [0.5, 0.5, 0.5]], cubic(4)));
    const areas = bodyCentred?.[0]?.faces.map(({ area }) => area).sort((a, b) => a - b) ?? [];
    expect(areas).toHaveLength(14);
    areas.forEach((area, i) => {
      expect(area).toBeCloseTo(i < 6 ? 2 : 3 * Math.sqrt(3), 9);
    });
  });

  it("fill the unit cell, see all directions, and share their faces", () => {
    const edge = fc.double({ min: 2, max: 12, noNaN: true });
    const angle = fc.double({ min: 65, max: 115, noNaN: true });
    const coordinate = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(
        fc.record({ a: edge, b: edge, c: edge, alpha: angle, beta: angle, gamma: angle }),
        fc.array(fc.tuple(coordinate, coordinate, coordinate), { minLength: 1, maxLength: 6 }),
        (cell, positions) => {
          const structure = structureOf(positions, cell);
          fc.pre(structure.lattice.volume > 0.3 * cell.a * cell.b * cell.c);
          fc.pre(positions.every((one, i) => positions.slice(0, i).every((other) => far(one, other))));
          const cells = voronoiCells(structure) ?? [];
          const volume = cells.reduce((sum, one) => sum + one.volume, 0);
          expect(volume / structure.lattice.volume).toBeCloseTo(1, 7);
          cells.forEach(({ faces }, i) => {
            const seen = faces.reduce((sum, { solidAngle }) => sum + solidAngle, 0);
            expect(seen / (4 * Math.PI)).toBeCloseTo(1, 7);
            const outward = faces.filter(({ orbit }) => orbit !== i);
            const inward = cells.flatMap((one, k) =>
              k === i ? [] : one.faces.filter(({ orbit }) => orbit === i),
            );
            expect(totalArea(outward)).toBeCloseTo(totalArea(inward), 6);
          });
        },
      ),
      { numRuns: 60 },
    );
  });

  it("is not there for a cell that is too full", () => {
    expect(voronoiCells(structureOf([[0, 0, 0]], { ...cubic(0.001), c: 1000 }))).toBeUndefined();
  });
});

const far = (one: Vector3, other: Vector3) => Math.hypot(...one.map((x, k) => x - (other[k] ?? 0))) > 0.02;
const totalArea = (faces: readonly { readonly area: number }[]) =>
  faces.reduce((sum, { area }) => sum + area, 0);
