import { expect, it } from "vitest";
import { writtenSize } from "../../../../server/src/impedance/cell/writtenSize";

it("gives the size in the units of who wrote it", () => {
  const text = `{
    // pressed at 300 MPa
    "thickness": { "value": 950, "uncertainty": 20, "unit": "um" },
    "diameter": { "value": 6, "unit": "mm" },
    "area": "wide",
  }`;
  expect(writtenSize(text)).toEqual({
    thickness: { value: 950, uncertainty: 20, unit: "um" },
    diameter: { value: 6, unit: "mm" },
    area: null,
  });
});

it.each(["", "[]", "{", "null"])("gives nothing of %j", (text) => {
  expect(writtenSize(text)).toEqual({ thickness: null, diameter: null, area: null });
});
