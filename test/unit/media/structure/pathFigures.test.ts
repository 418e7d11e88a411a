import { describe, expect, it } from "vitest";
import { percolationFigure, profileFigure } from "../../../../media/src/structure/pathFigures";
import { energyOf, usualPathsLook } from "../../../../media/src/structure/pathsLook";
import type { PathsPicture } from "../../../../server/src/protocol/migration";

const barriers = { d1: 0.3, d2: 0.5, d3: 0.5 };
const paths: PathsPicture = {
  block: "x",
  ion: "Li1+",
  grid: [10, 10, 10],
  barriers,
  refinedBarriers: barriers,
  sites: [],
  paths: [
    {
      barrier: 0.3,
      places: [
        [0, 0, 0],
        [1, 0, 0],
        [2, 0, 0],
      ],
      distances: [0, 1, 2],
      energies: [0, 0.3, 0],
      stops: [],
    },
    null,
    null,
  ],
  hops: [],
  accessible: { energies: [0, 0.25, 0.5, 0.75], shares: [0, 0.01, 0.04, 0.1] },
  spheres: null,
};

describe("the profile of a path", () => {
  it("has the energy over the distance", () => {
    expect(profileFigure(paths, 0)?.series[0]?.points).toEqual([
      { x: 0, y: 0 },
      { x: 1, y: 0.3 },
      { x: 2, y: 0 },
    ]);
  });

  it("is absent where no path goes on in so many dimensions", () => {
    expect(profileFigure(paths, 2)).toBeUndefined();
  });
});

describe("a calculation beside the profile", () => {
  const hop = {
    from: "Li1",
    to: "Li2",
    barrier: 0.5,
    places: [],
    distances: [0, 2, 4],
    energies: [0.1, 0.5, 0.2],
    stops: [],
  };
  const withHop = { ...paths, hops: [hop] };
  const images = [
    { share: 0, energy: 0 },
    { share: 0.5, energy: 0.3 },
    { share: 1, energy: 0.05 },
  ];

  it("begins where the hop begins, and is as long", () => {
    const calculation = { file: "/x/neb.out", end: "converged", images, barrier: 0.3 } as const;
    const figure = profileFigure(withHop, 3, [calculation]);
    expect(figure?.title).toContain("Li1 to Li2");
    expect(figure?.series[1]).toMatchObject({ name: "neb.out", hollow: false });
    expect(figure?.series[1]?.points.map(({ x }) => x)).toEqual([0, 2, 4]);
    expect(figure?.series[1]?.points[1]?.y).toBeCloseTo(0.4, 12);
  });

  it("says when it did not converge", () => {
    const calculation = { file: "neb.out", end: "steps-used-up", images, barrier: 0.3 } as const;
    expect(profileFigure(withHop, 3, [calculation])?.series[1]).toMatchObject({
      name: "neb.out, not converged",
      hollow: true,
    });
  });
});

describe("the percolation plot", () => {
  it("marks where the crystal opens, what opens at once together", () => {
    expect(percolationFigure(paths).series[1]?.points).toEqual([
      { x: 0.3, y: 0.04, label: "1D", tag: "1D" },
      { x: 0.5, y: 0.04, label: "2D, 3D", tag: "2D, 3D" },
    ]);
  });

  it("marks nothing where the crystal stays closed", () => {
    const closed = { ...paths, barriers: { d1: null, d2: null, d3: null } };
    expect(percolationFigure(closed).series[1]?.points).toEqual([]);
  });
});

describe("the energy of the surface", () => {
  it("is that at which the crystal opens in most dimensions, until the user chooses one", () => {
    expect(energyOf(usualPathsLook, paths)).toBe(0.5);
    expect(energyOf(usualPathsLook, { ...paths, barriers: { ...barriers, d3: null, d2: null } })).toBe(0.3);
    expect(energyOf({ ...usualPathsLook, energy: 0.1 }, paths)).toBe(0.1);
  });

  it("is no higher than the plot reaches", () => {
    expect(energyOf({ ...usualPathsLook, energy: 3 }, paths)).toBe(0.75);
  });
});
