import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { risingOrder } from "../../../server/src/migration/energyOrder";
import { unwatched } from "../../../server/src/migration/watch";

describe("risingOrder", () => {
  it("is the stable order of the numbers", () => {
    fc.assert(
      fc.property(fc.float32Array({ noNaN: true, maxLength: 200 }), (values) => {
        // 0 and -0 are told apart by their bits.
        const numbers = values.map((value) => value + 0);
        const expected = [...numbers.keys()].sort(
          (one, other) => (numbers[one] ?? 0) - (numbers[other] ?? 0) || one - other,
        );
        expect(Array.from(risingOrder(numbers, unwatched) ?? [])).toEqual(expected);
      }),
    );
  });

  it("stops when it is told to", () => {
    expect(risingOrder(Float32Array.of(2, 1), () => false)).toBeUndefined();
  });
});
