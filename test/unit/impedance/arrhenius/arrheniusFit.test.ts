import { describe, expect, it } from "vitest";
import {
  boltzmann,
  fitArrhenius,
  type ArrheniusFit,
  type ArrheniusWeighting,
  type ConductivityPoint,
} from "../../../../server/src/impedance/arrhenius/arrheniusFit";
import { findKink } from "../../../../server/src/impedance/arrhenius/kink";
import { replicateStatistics } from "../../../../server/src/impedance/arrhenius/replicates";
import { Random } from "../../../../server/src/learning/random";
import { hasShared, readSharedText } from "../../../support/shared";
import { referenceEis } from "../../../support/spectra";

interface ReferenceFit {
  readonly Ea_eV: number;
  readonly Ea_se_eV: number;
  readonly Ea_ci95_eV: readonly number[];
  readonly ln_sigma0: number;
  readonly ln_sigma0_se: number;
  readonly sigma25_S_cm: number;
  readonly sigma25_se_S_cm: number;
  readonly sigma25_ci95: readonly number[];
  readonly r2: number;
}

interface ReferenceSets {
  readonly sets: readonly {
    readonly id: string;
    readonly file: string;
    readonly per_cell: readonly (Readonly<Record<string, ReferenceFit>> & { readonly cell: number })[];
    readonly over_cells?: Readonly<
      Record<"Ea_eV" | "sigma25_S_cm", { readonly mean: number; readonly sd: number }>
    >;
  }[];
}

const ways: readonly (readonly [ArrheniusWeighting, string])[] = [
  ["none", "unweighted"],
  ["scaled", "weighted_scaled"],
  ["absolute", "weighted_absolute"],
];

function pointsOf(file: string, cell: number): ConductivityPoint[] {
  const rows = readSharedText("reference", "eis", file).trim().split("\n").slice(1);
  return rows
    .map((row) => row.split(",").map(Number))
    .filter(([own]) => own === cell)
    .map(([, temperatureC = NaN, conductivity = NaN, deviation = NaN]) => ({
      temperatureC,
      conductivity,
      deviation,
    }));
}

function fitOf(points: readonly ConductivityPoint[], weighting: ArrheniusWeighting = "none"): ArrheniusFit {
  const result = fitArrhenius(points, weighting);
  if (!result.ok) throw new Error(result.reason);
  return result.fit;
}

/** Points of a material of the thesis' equation 2.1. */
function material(
  activationEnergy: number,
  conductivity25: number,
  temperatures: readonly number[],
): ConductivityPoint[] {
  const prefactor = conductivity25 * 298.15 * Math.exp(activationEnergy / (boltzmann * 298.15));
  return temperatures.map((temperatureC) => {
    const kelvin = temperatureC + 273.15;
    const conductivity = (prefactor / kelvin) * Math.exp(-activationEnergy / (boltzmann * kelvin));
    return { temperatureC, conductivity, deviation: null };
  });
}

describe.skipIf(!hasShared)("fitArrhenius against reference regressions", () => {
  const { sets } = hasShared ? (referenceEis("arrhenius.json") as ReferenceSets) : { sets: [] };

  it.each(sets)("$id: gives every number of each cell, weighted and not", ({ file, per_cell: cells }) => {
    for (const cell of cells)
      for (const [weighting, name] of ways) {
        const expected = cell[name];
        const fit = fitOf(pointsOf(file, cell.cell), weighting);
        const pairs = [
          [fit.activationEnergy, expected?.Ea_eV],
          [fit.activationEnergyStandardError, expected?.Ea_se_eV],
          [fit.activationEnergyInterval?.[0], expected?.Ea_ci95_eV[0]],
          [fit.activationEnergyInterval?.[1], expected?.Ea_ci95_eV[1]],
          [fit.lnPrefactor, expected?.ln_sigma0],
          [fit.lnPrefactorStandardError, expected?.ln_sigma0_se],
          [fit.conductivity25, expected?.sigma25_S_cm],
          [fit.conductivity25StandardError, expected?.sigma25_se_S_cm],
          [fit.conductivity25Interval?.[0], expected?.sigma25_ci95[0]],
          [fit.conductivity25Interval?.[1], expected?.sigma25_ci95[1]],
          [fit.r2, expected?.r2],
        ];
        for (const [actual, value] of pairs) expect((actual ?? NaN) / (value ?? NaN)).toBeCloseTo(1, 7);
      }
  });

  it.each(sets.filter(({ over_cells: over }) => over))(
    "$id: gives the spread over the cells as the thesis does",
    ({ file, per_cell: cells, over_cells: over }) => {
      const { activationEnergy, conductivity25 } = replicateStatistics(
        cells.map(({ cell }) => fitOf(pointsOf(file, cell))),
      );
      expect(activationEnergy.mean).toBeCloseTo(over?.Ea_eV.mean ?? NaN, 8);
      expect(activationEnergy.deviation).toBeCloseTo(over?.Ea_eV.sd ?? NaN, 8);
      expect((conductivity25.mean ?? NaN) / (over?.sigma25_S_cm.mean ?? NaN)).toBeCloseTo(1, 7);
      expect((conductivity25.deviation ?? NaN) / (over?.sigma25_S_cm.sd ?? NaN)).toBeCloseTo(1, 7);
    },
  );

  it("tells extrapolated from interpolated", () => {
    expect(fitOf(pointsOf("arrhenius_extrapolated_hot.csv", 1)).conductivity25Source).toBe("extrapolated");
    expect(fitOf(pointsOf("arrhenius_single_li3bs3.csv", 1)).conductivity25Source).toBe("interpolated");
  });
});

describe("fitArrhenius", () => {
  const temperatures = [25, 35, 45, 55, 65, 75];

  it("gives back what points were made of, and 35.1 kJ/mol for 0.364 eV", () => {
    const fit = fitOf(material(0.364, 4.1e-4, temperatures));
    expect(fit.activationEnergy).toBeCloseTo(0.364, 10);
    expect(fit.activationEnergyKilojoulePerMole).toBeCloseTo(35.12, 2);
    expect(fit.conductivity25 / 4.1e-4).toBeCloseTo(1, 10);
  });

  it("has an activation energy lower by about kT where temperature is left out", () => {
    const result = fitArrhenius(material(0.364, 4.1e-4, temperatures), "none", "log10(sigma)");
    const energy = result.ok ? result.fit.activationEnergy : NaN;
    expect(0.364 - energy).toBeCloseTo(boltzmann * (50 + 273.15), 3);
  });

  it("takes Student's t of one degree of freedom for three temperatures", () => {
    const points = material(0.364, 4.1e-4, [25, 45, 65]).map((point, i) => ({
      ...point,
      conductivity: point.conductivity * (i === 1 ? 1.02 : 1),
    }));
    const {
      activationEnergyInterval: interval,
      activationEnergy,
      activationEnergyStandardError,
    } = fitOf(points);
    const t = ((interval?.[1] ?? NaN) - activationEnergy) / (activationEnergyStandardError ?? NaN);
    expect(t).toBeCloseTo(12.706, 2);
  });

  it("draws a line without errors through two temperatures", () => {
    const fit = fitOf(material(0.364, 4.1e-4, [25, 65]));
    expect(fit.activationEnergy).toBeCloseTo(0.364, 10);
    expect(fit.activationEnergyStandardError).toBeNull();
    expect(fit.conductivity25Interval).toBeNull();
  });

  it.each([
    ["one temperature", material(0.4, 1e-4, [25, 25]), "none", "too-few-temperatures"],
    ["no points", [], "none", "too-few-temperatures"],
    ["weights without deviations", material(0.4, 1e-4, temperatures), "scaled", "no-deviations"],
  ] as const)("refuses %s", (_, points, weighting, reason) => {
    expect(fitArrhenius(points, weighting)).toEqual({ ok: false, reason });
  });
});

describe("findKink", () => {
  const scattered = (points: readonly ConductivityPoint[]) => {
    const random = new Random(7);
    return points.map((point) => ({
      ...point,
      conductivity: point.conductivity * Math.exp(0.01 * random.normal()),
    }));
  };
  const all = [20, 30, 40, 50, 60, 70, 80, 90, 100, 110];

  it("finds where one activation energy gives way to another", () => {
    const cold = material(0.5, 1e-5, all);
    const hot = material(0.25, 1e-5, all);
    const meeting = (cold[5]?.conductivity ?? NaN) / (hot[5]?.conductivity ?? NaN);
    const both = all.flatMap((temperatureC, i) => {
      const point = temperatureC <= 70 ? cold[i] : hot[i];
      return point
        ? [{ ...point, conductivity: point.conductivity * (temperatureC <= 70 ? 1 : meeting) }]
        : [];
    });
    const kink = findKink(scattered(both));
    expect(Math.abs((kink?.temperatureC ?? NaN) - 70)).toBeLessThanOrEqual(10);
    expect(kink?.below).toBeCloseTo(0.5, 1);
    expect(kink?.above).toBeCloseTo(0.25, 1);
  });

  it("sees none in a straight line with noise, nor in five points", () => {
    expect(findKink(scattered(material(0.4, 1e-5, all)))).toBeUndefined();
    expect(findKink(material(0.4, 1e-5, all.slice(0, 5)))).toBeUndefined();
  });
});
