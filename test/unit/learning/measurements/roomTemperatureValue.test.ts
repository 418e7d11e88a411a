import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  arrheniusThrough,
  boltzmann,
  conductivityAt,
  fitArrhenius,
} from "../../../../server/src/learning/measurements/arrhenius";
import type { Measurement } from "../../../../server/src/learning/measurements/readMeasurements";
import { roomTemperatureValue } from "../../../../server/src/learning/measurements/roomTemperatureValue";

/** sigma = A / T exp(-E_a / kT). */
const arrhenius = (prefactor: number, energy: number) => (temperature: number) =>
  (prefactor / temperature) * Math.exp(-energy / (boltzmann * temperature));

const measured = (
  temperature: number,
  conductivity: number,
  more: Partial<Measurement> = {},
): Measurement => ({
  row: 2,
  file: "a.cif",
  block: undefined,
  conductivity,
  isUpperBound: false,
  temperature,
  activationEnergy: undefined,
  doi: "",
  ...more,
});

const prefactors = fc.double({ min: 1, max: 1e8, noNaN: true });
const energies = fc.double({ min: 0.1, max: 1.2, noNaN: true });

describe("an Arrhenius line", () => {
  it("through exact values gives their prefactor, activation energy and every other value", () => {
    fc.assert(
      fc.property(
        prefactors,
        energies,
        fc.uniqueArray(fc.integer({ min: 260, max: 490 }), { minLength: 2, maxLength: 8 }),
        (prefactor, energy, temperatures) => {
          const sigma = arrhenius(prefactor, energy);
          const line = fitArrhenius(
            temperatures.map((temperature) => ({ temperature, conductivity: sigma(temperature) })),
          );
          expect(line.activationEnergy).toBeCloseTo(energy, 6);
          expect(Math.log(conductivityAt(line, 350))).toBeCloseTo(Math.log(sigma(350)), 6);
        },
      ),
    );
  });

  it("through one value returns that value at its temperature", () => {
    const line = arrheniusThrough({ temperature: 333, conductivity: 2e-5 }, 0.42);
    expect(conductivityAt(line, 333)).toBeCloseTo(2e-5, 15);
  });
});

describe("the conductivity at room temperature", () => {
  it("of an exact series is that of its line, though nothing was measured there", () => {
    fc.assert(
      fc.property(prefactors, energies, (prefactor, energy) => {
        const sigma = arrhenius(prefactor, energy);
        const series = [320, 340, 360, 400].map((temperature) => measured(temperature, sigma(temperature)));
        const value = roomTemperatureValue(series);
        if ("code" in value) throw new Error(value.reason);
        expect(value.rule).toBe("arrhenius");
        expect(Math.log(value.conductivity)).toBeCloseTo(Math.log(sigma(298.15)), 6);
      }),
    );
  });

  it("of one temperature and an activation energy is that of the line through it", () => {
    const sigma = arrhenius(1e5, 0.35);
    const value = roomTemperatureValue([measured(373.15, sigma(373.15), { activationEnergy: 0.35 })]);
    expect(value).toMatchObject({ rule: "activation-energy", isUpperBound: false });
    expect("code" in value ? 0 : value.conductivity / sigma(298.15)).toBeCloseTo(1, 10);
  });

  it("is what was measured at 25 ± 5 °C before anything else, the median of repeats", () => {
    const series = [
      measured(298, 1e-5, { row: 2 }),
      measured(301, 3e-5, { row: 3 }),
      measured(296, 2e-5, { row: 4 }),
      measured(400, 1e-2, { row: 5 }),
    ];
    expect(roomTemperatureValue(series)).toMatchObject({
      rule: "measured",
      conductivity: 2e-5,
      unused: [{ rows: [5] }],
    });
  });

  it("of two repeats is their geometric mean", () => {
    const value = roomTemperatureValue([measured(298, 1e-6), measured(298, 1e-4)]);
    expect("code" in value ? 0 : value.conductivity).toBeCloseTo(1e-5, 12);
  });

  it("of bounds is the lowest bound from room temperature or above", () => {
    const bound = { isUpperBound: true };
    expect(
      roomTemperatureValue([
        measured(298, 1e-9, bound),
        measured(350, 1e-8, bound),
        measured(250, 1e-12, bound),
      ]),
    ).toMatchObject({ rule: "bound", conductivity: 1e-9, isUpperBound: true });
    expect(roomTemperatureValue([measured(250, 1e-12, bound)])).toMatchObject({
      code: "bound-below-room-temperature",
    });
  });

  it("does not mix bounds with values", () => {
    expect(
      roomTemperatureValue([measured(298, 1e-9, { isUpperBound: true, row: 9 }), measured(298, 2e-9)]),
    ).toMatchObject({ conductivity: 2e-9, isUpperBound: false, unused: [{ rows: [9] }] });
  });

  it.each([
    ["no-activation-energy", [measured(373, 1e-4)]],
    ["no-activation-energy", [measured(373, 1e-4), measured(380, 1.2e-4)]],
    ["conductivity-falls", [measured(330, 1e-3), measured(400, 1e-5)]],
    ["too-far-from-room-temperature", [measured(600, 1e-3), measured(700, 1e-2)]],
  ])("cannot be told: %s", (code, series) => {
    expect(roomTemperatureValue(series)).toMatchObject({ code });
  });
});
