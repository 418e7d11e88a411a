import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { temperatureInText } from "../../../../server/src/impedance/reading/temperatureInText";

const celsius = (text: string): number | string => {
  const found = temperatureInText(text);
  return found.kind === "found" ? found.celsius : found.kind;
};

describe("the temperature in a file's name", () => {
  it.each([
    ["25C.mpt", 25],
    ["pellet_25C.mpt", 25],
    ["pellet 25.5 C", 25.5],
    ["pellet_25,5°C.csv", 25.5],
    ["LLZO_25p5C", 25.5],
    ["pellet_25_degC_C01.mpr", 25],
    ["s04147-200deg.txt", 200],
    ["298K.z", 24.85],
    ["cell3_303.15K_2.DTA", 30],
    ["-20°C.txt", -20],
    ["cell_-20C.txt", -20],
    ["cell_minus20C.txt", -20],
    ["LLZO-25C.mpt", 25],
    ["T25C.mpt", 25],
    ["T=80C", 80],
    ["at25°C", 25],
    ["0C.mpt", 0],
    ["60 Grad.txt", 60],
    ["sample_RT.mpt", 25],
    ["sample room temperature.mpt", 25],
  ])("is told by %s", (name, expected) => {
    expect(celsius(name)).toBe(expected);
  });

  it.each([
    "pellet_C01.mpr",
    "pellet_12_C.mpr",
    "cell_0.5C_cycling.mpt",
    "cell_1C.mpt",
    "EIS_50mV_03_PEIS.mpt",
    "ab25Cd.txt",
    "START.txt",
    "20200124.mpt",
    "10kHz.z",
  ])("is not told by %s", (name) => {
    expect(celsius(name)).toBe("none");
  });

  it("is not chosen among several", () => {
    expect(temperatureInText("sintered 1100C, measured 25C")).toEqual({
      kind: "several",
      words: ["1100C", "25C"],
    });
    expect(celsius("25C_25C.mpt")).toBe(25);
  });

  it("is found for every temperature at which solid electrolytes are measured", () => {
    fc.assert(
      fc.property(
        fc.integer({ min: -100, max: 500 }),
        fc.constantFrom("°C", "degC", "deg"),
        (value, unit) => {
          expect(celsius(`pellet_${value}${unit}.mpt`)).toBe(value);
        },
      ),
    );
  });
});
