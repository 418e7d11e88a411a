import { expect, it } from "vitest";
import { writtenSize } from "../../../../server/src/impedance/cell/writtenSize";

it("gives the size in the units of who wrote it", () => {
  const text = `{
    // pressed at 300 MPa
    "thickness": { "value": 950, "uncertainty": 20, "unit": "um" },
    "diameter": { "value": 6, "unit": "mm" },
    "area": "wide",
    "mass": { "value": 105, "unit": "mg" },
  }`;
  expect(writtenSize(text)).toEqual({
    thickness: { value: 950, uncertainty: 20, unit: "um" },
    diameter: { value: 6, unit: "mm" },
    area: null,
    mass: { value: 105, unit: "mg" },
    density: null,
  });
});

it.each(["", "[]", "{", "null"])("gives nothing of %j", (text) => {
  const nothing = { thickness: null, diameter: null, area: null, mass: null, density: null };
  expect(writtenSize(text)).toEqual(nothing);
});
