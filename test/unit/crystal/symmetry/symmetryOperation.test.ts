import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { SymmetryOperation } from "../../../../server/src/crystal/structure";
import {
  apply,
  compose,
  determinant,
  distinctOperations,
  generateGroup,
  identity,
  inverse,
  parseAffineMap,
  parseSymmetryOperation,
} from "../../../../server/src/crystal/symmetry/symmetryOperation";

function operation(text: string): SymmetryOperation {
  const parsed = parseSymmetryOperation(text);
  if (!parsed) throw new Error(`${text} was refused`);
  return parsed;
}

const triplets = [
  "x,y,z",
  "-y,x-y,z+1/3",
  "-x,y+1/2,-z+1/2",
  "z,x,y",
  "-x,-y,-z",
  "y+1/4,-x+3/4,z+1/4",
] as const;
const anyOperation = fc.constantFrom(...triplets).map(operation);

describe("a coordinate triplet", () => {
  it.each([
    ["1/2+X,-y,z", "x+1/2,-y,z"],
    ["x,y,z+0.5", "x,y,z+1/2"],
    ["x, y, z+.25", "x,y,z+1/4"],
    ["-y+x,x,z", "x-y,x,z"],
    ["'x', 'y', 'z'", "x,y,z"],
    ["+x,+y,+z", "x,y,z"],
    ["x,y,z-1/2", "x,y,z+1/2"],
    ["x+7/3,y-5,z", "x+1/3,y,z"],
    ["x+0.333,y+.66667,z", "x+1/3,y+2/3,z"],
    ["1*x,y,z", "x,y,z"],
    ["x+1/4+1/4,y,z", "x+1/2,y,z"],
  ])("may be spelled %s", (spelling, usual) => {
    expect(operation(spelling)).toEqual(operation(usual));
  });

  it.each([
    "",
    "x,y",
    "x,y,z,u",
    "x,y,q",
    "x,y,",
    "x y,z,x",
    "x,y,zz",
    "x,x,z",
    "2x,y,z",
    "x,y,z+1/0",
    "x,y,z+",
    "x,y,1/2",
  ])("is refused for %j", (text) => {
    expect(parseSymmetryOperation(text)).toBeUndefined();
  });

  it("may have any coefficients where it changes the basis", () => {
    expect(parseAffineMap("1/2*x-y/2,1/2x+1/2y,z")?.rotation).toEqual([0.5, -0.5, 0, 0.5, 0.5, 0, 0, 0, 1]);
  });
});

describe("symmetry operations", () => {
  it("compose as they apply one after the other, modulo the lattice", () => {
    fc.assert(
      fc.property(anyOperation, anyOperation, (first, second) => {
        const position = [0.11, 0.37, 0.83] as const;
        const once = apply(compose(first, second), position);
        const twice = apply(first, apply(second, position));
        for (const k of [0, 1, 2] as const) {
          const difference = once[k] - twice[k];
          expect(difference - Math.round(difference)).toBeCloseTo(0, 12);
        }
      }),
    );
  });

  it("are undone by their inverse", () => {
    fc.assert(
      fc.property(anyOperation, (any) => {
        expect(distinctOperations([compose(any, inverse(any)), identity])).toHaveLength(1);
        expect(Math.abs(determinant(any.rotation))).toBe(1);
      }),
    );
  });

  it("differ only by more than a lattice translation", () => {
    fc.assert(
      fc.property(anyOperation, fc.tuple(fc.integer(), fc.integer(), fc.integer()), (any, [i, j, k]) => {
        const [u, v, w] = any.translation;
        const shifted: SymmetryOperation = { ...any, translation: [u + (i % 9), v + (j % 9), w + (k % 9)] };
        expect(distinctOperations([any, compose(shifted, identity)])).toEqual([any]);
      }),
    );
  });

  it("span a group, unless it grows beyond the limit", () => {
    const fourfold = operation("-y,x,z+1/4");
    expect(generateGroup([fourfold])).toHaveLength(4);
    expect(generateGroup([operation("-y,x,z"), operation("-x,-y,-z")])).toHaveLength(8);
    expect(generateGroup([fourfold], 3)).toBeUndefined();
    expect(generateGroup([])).toEqual([identity]);
  });
});
