import { describe, expect, it } from "vitest";
import {
  fitPolarisation,
  ionicTransference,
  steadyCurrents,
} from "../../../../server/src/impedance/dc/dcPolarisation";
import { hasShared, readSharedText } from "../../../support/shared";
import { referenceEis } from "../../../support/spectra";

interface ReferenceLine {
  readonly slope_S: number;
  readonly slope_se_S: number;
  readonly sigma_e_S_cm: number;
  readonly sigma_e_se: number;
  readonly ci95: readonly number[];
}

interface ReferenceSets {
  readonly sets: readonly {
    readonly id: string;
    readonly file: string;
    readonly transient: string;
    readonly geometry: { readonly thickness_cm: number; readonly area_cm2: number };
    readonly expected: {
      readonly line_with_intercept: ReferenceLine;
      readonly line_through_origin: ReferenceLine;
    };
  }[];
}

function columnsOf(file: string): number[][] {
  const rows = readSharedText("reference", "eis", file).trim().split("\n").slice(1);
  return rows.map((row) => row.split(",").map(Number));
}

describe.skipIf(!hasShared)("fitPolarisation against reference lines", () => {
  const { sets } = hasShared ? (referenceEis("dc_polarisation.json") as ReferenceSets) : { sets: [] };

  it.each(sets)("$id: gives both lines", ({ file, geometry, expected }) => {
    const currents = columnsOf(file).map(([voltage = NaN, current = NaN]) => ({
      voltage,
      current,
      standardError: null,
    }));
    const result = fitPolarisation(currents, geometry.thickness_cm / geometry.area_cm2);
    for (const [line, reference] of [
      [result?.fit, expected.line_with_intercept],
      [result?.throughOrigin, expected.line_through_origin],
    ] as const) {
      expect((line?.conductivity ?? NaN) / reference.sigma_e_S_cm).toBeCloseTo(1, 8);
      expect((line?.conductivityStandardError ?? NaN) / reference.sigma_e_se).toBeCloseTo(1, 7);
      expect((line?.interval?.[0] ?? NaN) / (reference.ci95[0] ?? NaN)).toBeCloseTo(1, 7);
      expect((line?.interval?.[1] ?? NaN) / (reference.ci95[1] ?? NaN)).toBeCloseTo(1, 7);
    }
  });

  it.each(sets)("$id: takes the steady currents from the transients", ({ file, transient }) => {
    const points = columnsOf(transient).map(([voltage = NaN, time = NaN, current = NaN]) => ({
      voltage,
      time,
      current,
    }));
    const steady = steadyCurrents(points);
    columnsOf(file).forEach(([voltage, current = NaN, error = NaN], i) => {
      expect(steady[i]?.voltage).toBe(voltage);
      expect((steady[i]?.current ?? NaN) / current).toBeCloseTo(1, 5);
      expect((steady[i]?.standardError ?? NaN) / error).toBeCloseTo(1, 3);
    });
  });
});

describe("fitPolarisation", () => {
  const currents = (ofVoltage: (voltage: number) => number) =>
    [0.1, 0.2, 0.3, 0.4].map((voltage) => ({ voltage, current: ofVoltage(voltage), standardError: null }));

  it("parts an offset from the slope", () => {
    const { fit } =
      fitPolarisation(
        currents((voltage) => 2e-9 * voltage + 5e-10),
        0.3,
      ) ?? {};
    expect((fit?.conductivity ?? NaN) / 6e-10).toBeCloseTo(1, 10);
    expect((fit?.intercept ?? NaN) / 5e-10).toBeCloseTo(1, 10);
  });

  it("says that only an upper limit is known where zero lies in the interval", () => {
    const noise = new Map([0.1, 0.2, 0.3, 0.4].map((voltage, i) => [voltage, i % 2 === 0 ? 1e-10 : -1e-10]));
    const { fit } =
      fitPolarisation(
        currents((voltage) => noise.get(voltage) ?? 0),
        0.3,
      ) ?? {};
    expect(fit?.isUpperLimitOnly).toBe(true);
  });

  it("needs two voltages", () => {
    expect(fitPolarisation(currents(() => 1e-9).slice(0, 1), 0.3)).toBeUndefined();
  });

  it("gives the share of the conductivity that ions carry", () => {
    const { fit } =
      fitPolarisation(
        currents((voltage) => 1e-9 * voltage),
        0.4,
      ) ?? {};
    const share = fit && ionicTransference({ value: 1e-3, standardError: 1e-5 }, fit);
    expect(share?.value).toBeCloseTo(1 - 4e-7, 12);
    expect(share?.standardError).toBeCloseTo(4e-9, 11);
  });
});
