import { describe, expect, it } from "vitest";
import { Lattice } from "../../../../server/src/crystal/lattice";
import { arePointOperations, pointOperations } from "../../../../server/src/crystal/symmetry/pointOperations";
import { operationsOfHallSymbol } from "../../../../server/src/crystal/symmetry/hallSymbol";

const lattice = (a: number, b: number, c: number, alpha: number, beta: number, gamma: number) => {
  const made = Lattice.fromParameters({ a, b, c, alpha, beta, gamma });
  if (!made) throw new Error("no volume");
  return made;
};

describe("the point operations of a lattice", () => {
  // Orders of the seven holohedries; the last three are primitive cells of cF, cI and hR lattices.
  it.each([
    [[4, 5, 6, 80, 85, 70], 2],
    [[4, 5, 6, 90, 100, 90], 4],
    [[4, 5, 6, 90, 90, 90], 8],
    [[4, 4, 6, 90, 90, 90], 16],
    [[4, 4, 6, 90, 90, 120], 24],
    [[4, 4, 4, 90, 90, 90], 48],
    [[4, 4, 4, 60, 60, 60], 48],
    [[4, 4, 4, 109.4712206, 109.4712206, 109.4712206], 48],
    [[4, 4, 4, 75, 75, 75], 12],
  ] as const)("of %j are %i", ([a, b, c, alpha, beta, gamma], order) => {
    expect(pointOperations(lattice(a, b, c, alpha, beta, gamma), 1e-3)).toHaveLength(order);
  });

  it("are more in a wider tolerance", () => {
    const almostCubic = lattice(4, 4.01, 4, 90, 90, 90);
    expect(pointOperations(almostCubic, 1e-3)).toHaveLength(16);
    expect(pointOperations(almostCubic, 0.05)).toHaveLength(48);
  });

  it("are known by what they do to its vectors", () => {
    const rotations = (operationsOfHallSymbol("P 4") ?? []).map(({ rotation }) => rotation);
    expect(arePointOperations(lattice(4, 4, 6, 90, 90, 90), rotations, 1e-3)).toBe(true);
    expect(arePointOperations(lattice(4, 4.01, 6, 90, 90, 90), rotations, 1e-3)).toBe(false);
  });
});
