import { describe, expect, it } from "vitest";
import {
  conductivitiesOf,
  conductivityOf,
  totalResistance,
} from "../../../../server/src/impedance/conductivity/conductivity";
import { contributionsOf, processHint } from "../../../../server/src/impedance/conductivity/contributions";
import { fitCircuit } from "../../../../server/src/impedance/fit/circuitFit";
import { hasShared } from "../../../support/shared";
import { circuitOf, referenceEis, referenceSpectrum, simulated } from "../../../support/spectra";

interface Truths {
  readonly spectra: readonly {
    readonly id: string;
    readonly file: string;
    readonly geometry: { readonly thickness_cm: number; readonly area_cm2: number };
    readonly truth: {
      readonly circuit: string;
      readonly conductivity_S_cm: Readonly<Record<string, number>>;
    };
  }[];
}

describe.skipIf(!hasShared)("conductivities of reference spectra", () => {
  const { spectra } = hasShared ? (referenceEis("fits.json") as Truths) : { spectra: [] };

  it.each(spectra)("$id: hold the truth within three standard errors", ({ file, geometry, truth }) => {
    const fit = fitCircuit(circuitOf(truth.circuit), referenceSpectrum(file));
    const found = conductivitiesOf(fit, { value: geometry.thickness_cm / geometry.area_cm2, uncertainty: 0 });
    const pairs = [
      [found?.total, truth.conductivity_S_cm["total"]],
      [found?.bulk, truth.conductivity_S_cm["bulk"]],
      [found?.grainBoundary, truth.conductivity_S_cm["grain_boundary_apparent"]],
    ] as const;
    for (const [estimate, expected] of pairs) {
      expect(estimate === null).toBe(expected === undefined);
      if (!estimate || expected === undefined) continue;
      expect(Math.abs(estimate.value - expected)).toBeLessThan(3 * (estimate.standardError ?? NaN));
    }
  });

  it("b1: has the effective capacitances of its arcs", () => {
    const { file, truth } = spectra.find(({ id }) => id === "b1") ?? { file: "", truth: undefined };
    const [bulk, boundary] = contributionsOf(
      fitCircuit(circuitOf(truth?.circuit ?? ""), referenceSpectrum(file)),
    );
    expect((bulk?.capacitance ?? NaN) / (truth?.conductivity_S_cm["C_eff_bulk_F"] ?? NaN)).toBeCloseTo(1, 1);
    expect((boundary?.capacitance ?? NaN) / (truth?.conductivity_S_cm["C_eff_gb_F"] ?? NaN)).toBeCloseTo(
      1,
      1,
    );
  });
});

describe("conductivityOf", () => {
  it("is thickness by area and resistance, with relative errors in quadrature", () => {
    const sigma = conductivityOf({ value: 1000, standardError: 30 }, { value: 0.2, uncertainty: 0.008 });
    expect(sigma.value).toBeCloseTo(2e-4, 12);
    expect(sigma.standardError).toBeCloseTo(2e-4 * 0.05, 12);
  });

  it("has no error where the resistance has none", () => {
    expect(
      conductivityOf({ value: 1000, standardError: null }, { value: 0.2, uncertainty: 0 }).standardError,
    ).toBeNull();
  });
});

describe("contributionsOf", () => {
  const fit = fitCircuit(
    circuitOf("R0-p(R1,CPE1)-CPE2"),
    simulated("R0-p(R1,CPE1)-CPE2", [90, 150, 9e-9, 0.88, 4e-6, 0.85]),
  );

  it("takes a resistor alone for the fastest", () => {
    expect(contributionsOf(fit).map(({ name, capacitance }) => [name, capacitance === null])).toEqual([
      ["R0", true],
      ["R1", false],
    ]);
  });

  it("adds up to the total", () => {
    const sum = contributionsOf(fit).reduce((all, { resistance }) => all + resistance.value, 0);
    expect(totalResistance(fit).value).toBeCloseTo(sum, 9);
  });
});

describe("processHint", () => {
  it.each([
    [1e-11, "bulk"],
    [1e-9, "grain boundary"],
    [1e-6, "electrode"],
    [1e-2, "electrochemical reaction"],
    [null, "faster"],
  ])("says of %s F: %s", (capacitance, words) => {
    expect(processHint(capacitance, null)).toContain(words);
  });

  it("compares as for a pellet as thick as its area is large", () => {
    expect(processHint(1e-10, 0.1)).toBe("bulk");
  });
});
