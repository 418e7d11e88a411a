import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNumber } from "../../../server/src/cif/number";

describe("parseNumber", () => {
  it.each([
    ["4.6190(12)", 4.619, 0.0012],
    ["-0.5(3)", -0.5, 0.3],
    ["100(5)", 100, 5],
    [".25(1)", 0.25, 0.01],
    ["6.", 6, undefined],
    ["+1", 1, undefined],
    ["1.5e-3", 0.0015, undefined],
    ["1.5E3(2)", 1500, 200],
    ["90", 90, undefined],
  ])("%s", (text, value, uncertainty) => {
    expect(parseNumber(text)).toEqual({ value, uncertainty });
  });

  it.each([
    "",
    ".",
    "-",
    "e5",
    "1.2.3",
    "1,5",
    "1.2(",
    "1.2()",
    "(3)",
    "1.2(3",
    "1.2(-3)",
    "1/3",
    "Infinity",
    "0x10",
    " 1",
  ])("refuses %j", (text) => {
    expect(parseNumber(text)).toBeUndefined();
  });

  it("reads back every number that JavaScript writes", () => {
    fc.assert(
      fc.property(fc.double({ noDefaultInfinity: true, noNaN: true }), (number) => {
        expect(parseNumber(String(number))?.value).toBe(Number(String(number)));
      }),
    );
  });
});
