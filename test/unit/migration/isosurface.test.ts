import { describe, expect, it } from "vitest";
import { Lattice } from "../../../server/src/crystal/lattice";
import type { EnergyMap } from "../../../server/src/migration/energyMap";
import { isosurface, type Mesh } from "../../../server/src/migration/isosurface";

const cube = Lattice.fromParameters({ a: 10, b: 10, c: 10, alpha: 90, beta: 90, gamma: 90 });
if (!cube) throw new Error("A cube has a volume.");
const lattice = cube;

/** Of a function of fractional coordinates. */
function mapOf(energy: (x: number, y: number, z: number) => number, points: number): EnergyMap {
  const values = Float32Array.from({ length: points ** 3 }, (_, at) => {
    const [i, j, k] = [Math.floor(at / points ** 2), Math.floor(at / points) % points, at % points];
    return energy(i / points, j / points, k / points);
  });
  return {
    shape: [points, points, points],
    values,
    minimum: values.reduce((least, value) => Math.min(least, value), Infinity),
  };
}

/** Distance from the middle of the cell, in cells. */
const fromMiddle = (x: number, y: number, z: number) => Math.hypot(x - 0.5, y - 0.5, z - 0.5);
const corners = ({ positions }: Mesh) =>
  Array.from({ length: positions.length / 3 }, (_, i) => [...positions.subarray(3 * i, 3 * i + 3)]);
const edgesOf = ({ triangles }: Mesh) => {
  const counts = new Map<string, number>();
  for (let t = 0; t < triangles.length; t += 3) {
    const [a = 0, b = 0, c = 0] = triangles.subarray(t, t + 3);
    for (const [from, to] of [
      [a, b],
      [b, c],
      [c, a],
    ] as const) {
      const key = from < to ? `${from} ${to}` : `${to} ${from}`;
      counts.set(key, (counts.get(key) ?? 0) + 1);
    }
  }
  return counts;
};

describe("the surface of equal energy", () => {
  it.each([40, 100])(
    "of distances, on %i points, is a sphere: closed, and everywhere as far from the middle",
    (points) => {
      const mesh = isosurface(mapOf(fromMiddle, points), lattice, 0.3);
      expect(mesh.triangles.length).toBeGreaterThan(3000);
      for (const [x = 0, y = 0, z = 0] of corners(mesh))
        expect(Math.hypot(x - 5, y - 5, z - 5)).toBeCloseTo(3, 1);
      expect(new Set(edgesOf(mesh).values())).toEqual(new Set([2]));
    },
  );

  it("faces outwards, to higher energies", () => {
    const mesh = isosurface(mapOf(fromMiddle, 40), lattice, 0.3);
    const places = corners(mesh);
    let volume = 0;
    for (let t = 0; t < mesh.triangles.length; t += 3) {
      const [a = [], b = [], c = []] = [...mesh.triangles.subarray(t, t + 3)].map(
        (corner) => places[corner] ?? [],
      );
      const [[ax = 0, ay = 0, az = 0], [bx = 0, by = 0, bz = 0], [cx = 0, cy = 0, cz = 0]] = [a, b, c];
      volume += (ax * (by * cz - bz * cy) + ay * (bz * cx - bx * cz) + az * (bx * cy - by * cx)) / 6;
    }
    expect(volume / ((4 / 3) * Math.PI * 27)).toBeCloseTo(1, 1);
  });

  it("goes on to the faces of the cell, and not beyond", () => {
    const aboutCorner = (x: number, y: number, z: number) =>
      Math.hypot(Math.min(x, 1 - x), Math.min(y, 1 - y), Math.min(z, 1 - z));
    const mesh = isosurface(mapOf(aboutCorner, 40), lattice, 0.3);
    for (let axis = 0; axis < 3; axis++) {
      const along = corners(mesh).map((place) => place[axis] ?? NaN);
      expect(Math.min(...along)).toBe(0);
      expect(Math.max(...along)).toBe(10);
    }
  });

  it("is empty where no point, or every point, has less energy", () => {
    const map = mapOf(fromMiddle, 20);
    expect(isosurface(map, lattice, -1)).toEqual({
      positions: new Float32Array(),
      triangles: new Uint32Array(),
    });
    expect(isosurface(map, lattice, 5).triangles).toHaveLength(0);
  });

  it("does not bend beside walls of any height", () => {
    const wall = (x: number, y: number, z: number) =>
      fromMiddle(x, y, z) > 0.31 ? 4000 : fromMiddle(x, y, z);
    const mesh = isosurface(mapOf(wall, 50), lattice, 0.3);
    for (const [x = 0, y = 0, z = 0] of corners(mesh))
      expect(Math.abs(Math.hypot(x - 5, y - 5, z - 5) - 3)).toBeLessThan(0.2);
  });
});
