import { describe, expect, it } from "vitest";
import { alignedMatrix } from "../../../server/src/clustering/alignedMatrix";

describe("vectors of unlike names", () => {
  it("stand on the union of their names, 0 where one has no such value", () => {
    const { rows, columns, values } = alignedMatrix([
      { values: [1, 2], names: ["a", "b"] },
      { values: [3, 4, 5], names: ["b", "c", "a"] },
      { values: [], names: [] },
    ]);
    expect([rows, columns]).toEqual([3, 3]);
    expect([...values]).toEqual([1, 2, 0, 5, 3, 4, 0, 0, 0]);
  });

  it("of the same names stay as they are", () => {
    const names = ["a", "b"];
    expect([
      ...alignedMatrix([
        { values: [1, 2], names },
        { values: [3, 4], names },
      ]).values,
    ]).toEqual([1, 2, 3, 4]);
  });
});
