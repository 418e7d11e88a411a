import { describe, expect, it } from "vitest";
import { headerFacts } from "../../../../server/src/impedance/reading/headerFacts";

describe("the head of a file", () => {
  it.each([
    ["Electrode surface area : 0.283 cm²", 0.283],
    ["Electrode surface area : 0,283 cm²", 0.283],
    ["Electrode surface area : 113.100 mm²", 1.131],
    ["Working Electrode Area (cm2)=12.57", 12.57],
    ["# Area: 0.2827 cm^2", 0.2827],
    ["Fläche [mm²]: 28,3", 0.283],
    ["Diameter: 2 cm", Math.PI],
    ["Spacer Area[mm^2] 0.000e+00", null],
    ["Surface tension: 3 N/m", null],
  ])("tells the area: %s", (line, areaCm2) => {
    const found = headerFacts([line]).areaCm2;
    if (areaCm2 === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(areaCm2, 12);
  });

  it.each([
    ["# Thickness: 0.95 mm", 0.095],
    ["Thickness[mm]: 7.500e-01", 0.075],
    ["Dicke: 950 µm", 0.095],
    ["Electrode Thickness[mm]: 4.00e+00", null],
  ])("tells the thickness: %s", (line, thicknessCm) => {
    expect(headerFacts([line]).thicknessCm).toBe(thicknessCm);
  });

  it.each([
    ["# Temperature: 25.0 C", 25],
    ["Temperature (C) = 60", 60],
    ["Temp. [K]: 300.15", 27],
    ["Temperatur: -20 °C", -20],
    ["s04147-140deg", 140],
    ["Comments : LLZO, 25C", 25],
    ["Ewe ctrl range : min = -2.50 V, max = 2.50 V", null],
    ["fi                  3.000               ", null],
    ["  Measured Data, ZPlot:       3.2c", null],
    ["Temperature coefficient: 3", null],
  ])("tells the temperature: %s", (line, temperatureC) => {
    const found = headerFacts([line]).temperatureC;
    if (temperatureC === null) expect(found).toBeNull();
    else expect(found).toBeCloseTo(temperatureC, 9);
  });
});
