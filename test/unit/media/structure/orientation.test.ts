import fc from "fast-check";
import { Vector3 } from "three";
import { describe, expect, it } from "vitest";
import {
  alongAxis,
  read,
  turned,
  usualOrientation,
  zoomed,
  type Orientation,
} from "../../../../media/src/structure/scene/orientation";
import type { PictureLattice } from "../../../../server/src/protocol/structure";

const lattice: PictureLattice = {
  parameters: [5, 6, 7, 90, 100, 90],
  vectors: [
    [5, 0, 0],
    [0, 6, 0],
    [-1.2, 0, 6.9],
  ],
};

/** Where a lattice vector points on the screen. */
const seen = ({ turn }: Orientation, axis: number) =>
  new Vector3(...(lattice.vectors[axis] ?? [0, 0, 0])).normalize().applyQuaternion(read(turn));

describe("looking along a lattice vector", () => {
  it.each([0, 1, 2] as const)("has vector %i point to the viewer", (axis) => {
    expect(seen(alongAxis(lattice, axis), axis).z).toBeCloseTo(1, 10);
  });

  it("has c point upwards, along c b", () => {
    for (const [axis, up] of [
      [0, 2],
      [1, 2],
      [2, 1],
    ] as const) {
      const { x, y } = seen(alongAxis(lattice, axis), up);
      expect(x).toBeCloseTo(0, 10);
      expect(y).toBeGreaterThan(0.9);
    }
  });
});

describe("an orientation", () => {
  it("shows all three vectors apart at first", () => {
    const places = [0, 1, 2].map((axis) => seen(usualOrientation(lattice), axis));
    for (const [i, one] of places.entries())
      for (const other of places.slice(i + 1))
        expect(Math.hypot(one.x - other.x, one.y - other.y)).toBeGreaterThan(0.3);
  });

  it("turns what is in front to the right, and back", () => {
    const start = alongAxis(lattice, 0);
    const { x, z } = seen(turned(start, 30, 0), 0);
    expect(x).toBeCloseTo(0.5, 10);
    expect(z).toBeCloseTo(Math.sqrt(0.75), 10);
    expect(seen(turned(turned(start, 30, 0), -30, 0), 0).z).toBeCloseTo(1, 10);
  });

  it("turns what is in front downwards", () => {
    expect(seen(turned(alongAxis(lattice, 0), 0, 30), 0).y).toBeCloseTo(-0.5, 10);
  });

  it("is a rotation after any number of turns", () => {
    const degrees = fc.double({ min: -180, max: 180, noNaN: true });
    fc.assert(
      fc.property(fc.array(fc.tuple(degrees, degrees), { maxLength: 30 }), (steps) => {
        const end = steps.reduce(
          (orientation, [right, down]) => turned(orientation, right, down),
          alongAxis(lattice, 2),
        );
        expect(Math.hypot(...end.turn)).toBeCloseTo(1, 10);
      }),
    );
  });

  it("zooms within limits", () => {
    const start = alongAxis(lattice, 0);
    expect(zoomed(start, 2).zoom).toBe(2);
    expect(zoomed(start, 1e9).zoom).toBe(20);
    expect(zoomed(start, 1e-9).zoom).toBe(0.2);
  });
});
