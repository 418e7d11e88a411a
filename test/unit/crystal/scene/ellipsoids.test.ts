import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { ellipsoids, type Ellipsoid } from "../../../../server/src/crystal/scene/ellipsoids";
import { Lattice } from "../../../../server/src/crystal/lattice";
import type { Displacement, Orbit, SymmetryOperation } from "../../../../server/src/crystal/structure";

const identity: SymmetryOperation = { rotation: [1, 0, 0, 0, 1, 0, 0, 0, 1], translation: [0, 0, 0] };
const scale = 1.5382;

function latticeOf(
  angles: { readonly alpha?: number; readonly beta?: number; readonly gamma?: number } = {},
): Lattice {
  const lattice = Lattice.fromParameters({ a: 4, b: 5, c: 6, alpha: 90, beta: 90, gamma: 90, ...angles });
  if (!lattice) throw new Error("The test asks for a cell without volume.");
  return lattice;
}

function orbitOf(displacement: Displacement | undefined, images = [0, 0, 0]): Orbit {
  return {
    label: "X1",
    position: [images[0] ?? 0, images[1] ?? 0, images[2] ?? 0],
    multiplicity: images.length / 3,
    occupants: [],
    images: Float64Array.from(images),
    rows: [],
    displacement,
  };
}

const lengthsOf = (ellipsoid: Ellipsoid | undefined) =>
  [0, 3, 6].map((k) => Math.hypot(...(ellipsoid ?? []).slice(k, k + 3))).sort((one, other) => one - other);

describe("a displacement ellipsoid", () => {
  it("is a sphere for an isotropic displacement", () => {
    const [found] =
      ellipsoids(
        { lattice: latticeOf(), operations: [identity] },
        orbitOf({ isotropic: 0.04, anisotropic: undefined }),
      ) ?? [];
    for (const length of lengthsOf(found)) expect(length).toBeCloseTo(0.2 * scale, 8);
  });

  it("has the square roots of the principal components as axes", () => {
    const [found] =
      ellipsoids(
        { lattice: latticeOf(), operations: [identity] },
        orbitOf({ isotropic: undefined, anisotropic: [0.01, 0.04, 0.09, 0, 0, 0] }),
      ) ?? [];
    [0.1, 0.2, 0.3].forEach((root, i) => {
      expect(lengthsOf(found)[i]).toBeCloseTo(root * scale, 8);
    });
  });

  it("is a sphere also in a skewed cell whose tensor is that of a sphere: U12 is the cosine between a* and b*", () => {
    const gamma = 120;
    // a* and b* enclose 60 degrees.
    const [found] =
      ellipsoids(
        { lattice: latticeOf({ gamma }), operations: [identity] },
        orbitOf({ isotropic: undefined, anisotropic: [0.04, 0.04, 0.04, 0.02, 0, 0] }),
      ) ?? [];
    for (const length of lengthsOf(found)) expect(length).toBeCloseTo(0.2 * scale, 8);
  });

  it("turns with the site: a mirror of x and y exchanges its axes", () => {
    const swap: SymmetryOperation = { rotation: [0, 1, 0, 1, 0, 0, 0, 0, 1], translation: [0, 0, 0] };
    const square = Lattice.fromParameters({ a: 5, b: 5, c: 5, alpha: 90, beta: 90, gamma: 90 });
    if (!square) throw new Error("A cube has a volume.");
    const orbit = orbitOf(
      { isotropic: undefined, anisotropic: [0.01, 0.04, 0.02, 0, 0, 0] },
      [0.1, 0.2, 0, 0.2, 0.1, 0],
    );
    const [first, second] = ellipsoids({ lattice: square, operations: [identity, swap] }, orbit) ?? [];
    const reach = (ellipsoid: Ellipsoid | undefined, axis: number) =>
      Math.max(...[0, 3, 6].map((k) => Math.abs(ellipsoid?.[k + axis] ?? 0)));
    expect(reach(first, 0)).toBeCloseTo(0.1 * scale, 8);
    expect(reach(second, 0)).toBeCloseTo(0.2 * scale, 8);
    expect(reach(second, 1)).toBeCloseTo(0.1 * scale, 8);
  });

  it("keeps its axes at right angles", () => {
    const component = fc.double({ min: 0.01, max: 0.1, noNaN: true });
    const slant = fc.double({ min: -0.004, max: 0.004, noNaN: true });
    fc.assert(
      fc.property(component, component, component, slant, slant, slant, (a, b, c, d, e, f) => {
        const lattice = latticeOf({ alpha: 80, beta: 95, gamma: 110 });
        const [found = []] =
          ellipsoids(
            { lattice, operations: [identity] },
            orbitOf({ isotropic: undefined, anisotropic: [a, b, c, d, e, f] }),
          ) ?? [];
        const axes = [0, 3, 6].map((k) => found.slice(k, k + 3));
        const dot = (i: number, j: number) =>
          (axes[i] ?? []).reduce((sum, x, k) => sum + x * (axes[j]?.[k] ?? 0), 0);
        for (const [i, j] of [
          [0, 1],
          [0, 2],
          [1, 2],
        ] as const)
          expect(dot(i, j)).toBeCloseTo(0, 8);
      }),
    );
  });

  it("is absent where the file gives none, or a tensor that is no ellipsoid", () => {
    const cell = { lattice: latticeOf(), operations: [identity] };
    expect(ellipsoids(cell, orbitOf(undefined))).toBeUndefined();
    expect(ellipsoids(cell, orbitOf({ isotropic: -0.01, anisotropic: undefined }))).toBeUndefined();
    expect(
      ellipsoids(cell, orbitOf({ isotropic: undefined, anisotropic: [0.01, 0.01, -0.01, 0, 0, 0] })),
    ).toBeUndefined();
  });
});
