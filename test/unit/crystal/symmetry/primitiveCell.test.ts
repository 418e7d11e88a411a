import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Lattice, type Vector3 } from "../../../../server/src/crystal/lattice";
import { primitiveCell, type CellSites } from "../../../../server/src/crystal/symmetry/primitiveCell";

function lattice(a: number, b: number, c: number): Lattice {
  const made = Lattice.fromParameters({ a, b, c, alpha: 90, beta: 95, gamma: 100 });
  if (!made) throw new Error("no volume");
  return made;
}

/** A cell repeated along its axes. */
function supercell(motif: readonly Vector3[], [na, nb, nc]: Vector3): CellSites {
  const positions: Vector3[] = [];
  const kinds: number[] = [];
  motif.forEach(([x, y, z], kind) => {
    for (let i = 0; i < na; i++)
      for (let j = 0; j < nb; j++)
        for (let k = 0; k < nc; k++) {
          positions.push([(i + x) / na, (j + y) / nb, (k + z) / nc]);
          kinds.push(kind);
        }
  });
  return { lattice: lattice(4 * na, 5 * nb, 6 * nc), positions, kinds };
}

const size = fc.integer({ min: 1, max: 5 });

describe("the primitive cell", () => {
  it("of a supercell is the cell that was repeated", () => {
    const motif: Vector3[] = [
      [0.1, 0.2, 0.3],
      [0.61, 0.44, 0.83],
    ];
    fc.assert(
      fc.property(fc.tuple(size, size, size), (repeats) => {
        const whole = supercell(motif, repeats);
        const primitive = primitiveCell(whole, 0.01);
        expect(primitive?.positions).toHaveLength(motif.length);
        expect(primitive?.lattice.volume).toBeCloseTo(lattice(4, 5, 6).volume, 6);
        expect(primitive?.siteOf.map((site) => primitive.kinds[site])).toEqual(whole.kinds);
      }),
      { numRuns: 60 },
    );
  });

  it("of a centred cell is smaller by the number of centrings", () => {
    const cubic = Lattice.fromParameters({ a: 4, b: 4, c: 4, alpha: 90, beta: 90, gamma: 90 });
    const faces: Vector3[] = [
      [0, 0, 0],
      [0, 0.5, 0.5],
      [0.5, 0, 0.5],
      [0.5, 0.5, 0],
    ];
    const body: Vector3[] = [
      [0, 0, 0],
      [0.5, 0.5, 0.5],
    ];
    for (const positions of [faces, body]) {
      const primitive =
        cubic && primitiveCell({ lattice: cubic, positions, kinds: positions.map(() => 1) }, 0.01);
      expect(primitive?.positions).toHaveLength(1);
      expect(primitive?.lattice.volume).toBeCloseTo(64 / positions.length, 9);
    }
  });

  it("is the cell itself where sites differ in kind or place", () => {
    const base = supercell([[0.1, 0.2, 0.3]], [2, 1, 1]);
    expect(primitiveCell({ ...base, kinds: [1, 2] }, 0.01)?.positions).toHaveLength(2);
    const moved: Vector3[] = base.positions.map(([x, y, z], i) => [x + 0.01 * i, y, z]);
    expect(primitiveCell({ ...base, positions: moved }, 0.01)?.positions).toHaveLength(2);
  });
});
