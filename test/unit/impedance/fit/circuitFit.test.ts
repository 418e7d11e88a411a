import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { totalResistance } from "../../../../server/src/impedance/conductivity/conductivity";
import { fitCircuit, refineCircuit } from "../../../../server/src/impedance/fit/circuitFit";
import type { Weighting } from "../../../../server/src/impedance/fit/weights";
import { hasShared } from "../../../support/shared";
import { circuitOf, referenceEis, referenceSpectrum, simulated } from "../../../support/spectra";

interface ReferenceFit {
  readonly circuit_impedance_py: string;
  readonly values: readonly number[];
  readonly stderr: readonly number[];
  readonly chi2: number;
  readonly R_total_ohm: number;
  readonly R_total_se_ohm: number;
  readonly not_meaningful?: string;
}

interface ReferenceFits {
  readonly spectra: readonly {
    readonly id: string;
    readonly file: string;
    readonly fits: Readonly<Record<string, Readonly<Record<Weighting, ReferenceFit>>>>;
  }[];
}

interface ExactSpectra {
  readonly spectra: readonly {
    readonly id: string;
    readonly file: string;
    readonly circuit: string;
    readonly values: readonly number[];
  }[];
}

const twoArcs = "p(R1,CPE1)-p(R2,CPE2)-CPE3";
const typical = [1.4e5, 1.4e-11, 0.97, 2.1e5, 2.4e-9, 0.92, 2.2e-6, 0.86];

describe.skipIf(!hasShared)("fitCircuit against reference minima", () => {
  const { spectra } = hasShared ? (referenceEis("fits.json") as ReferenceFits) : { spectra: [] };
  const cases = spectra.flatMap(({ id, file, fits }) =>
    Object.values(fits).flatMap(({ modulus, unit }) =>
      (["modulus", "unit"] as const).map((weighting) => ({
        name: `${id} ${modulus.circuit_impedance_py} ${weighting}`,
        file,
        weighting,
        expected: weighting === "modulus" ? modulus : unit,
      })),
    ),
  );

  it.each(cases.filter(({ expected }) => !expected.not_meaningful))(
    "finds that of $name without starting values",
    ({ file, weighting, expected }) => {
      const fit = fitCircuit(circuitOf(expected.circuit_impedance_py), referenceSpectrum(file), weighting);
      expect(fit.converged).toBe(true);
      expect(fit.chi2 / expected.chi2).toBeCloseTo(1, 8);
      fit.parameters.forEach(({ value, standardError }, p) => {
        expect(Math.abs(value - (expected.values[p] ?? NaN))).toBeLessThan(
          1e-3 * (expected.stderr[p] ?? NaN),
        );
        expect((standardError ?? NaN) / (expected.stderr[p] ?? NaN)).toBeCloseTo(1, 2);
      });
      const total = totalResistance(fit);
      expect(total.value / expected.R_total_ohm).toBeCloseTo(1, 6);
      expect((total.standardError ?? NaN) / expected.R_total_se_ohm).toBeCloseTo(1, 4);
    },
  );

  const exact = hasShared ? (referenceEis("exact.json") as ExactSpectra).spectra : [];
  it.each(exact)("finds the values of $circuit in a spectrum without noise", ({ file, circuit, values }) => {
    const fit = fitCircuit(circuitOf(circuit), referenceSpectrum(file));
    expect(fit.chi2).toBeLessThan(1e-12);
    fit.parameters.forEach(({ value }, p) => {
      expect(value / (values[p] ?? NaN)).toBeCloseTo(1, 8);
    });
  });
});

describe("fitCircuit", () => {
  const between = (min: number, max: number) => fc.double({ min, max, noNaN: true });
  const power = (min: number, max: number) => between(min, max).map((exponent) => 10 ** exponent);
  const seed = fc.integer({ min: 1, max: 1e6 });

  /** Q of a constant phase element that works like a capacitance. */
  const admittance = (capacitance: number, resistance: number, n: number) =>
    capacitance ** n * resistance ** (n - 1);

  const pellets = fc
    .record({
      r1: power(2, 6),
      ratio: power(-0.6, 0.6),
      c1: power(-11.3, -10.3),
      slower: power(1.6, 3),
      n1: between(0.88, 1),
      n2: between(0.8, 0.98),
      q: power(-6, -5),
      n: between(0.7, 0.95),
      seed,
    })
    .map(({ r1, ratio, c1, slower, n1, n2, q, n, seed: own }) => {
      const r2 = r1 * ratio;
      const arcs = [r1, admittance(c1, r1, n1), n1, r2, admittance(c1 * slower, r2, n2), n2];
      return { values: [...arcs, q, n], seed: own };
    });

  it("reaches from its own starts what it reaches from the truth", () => {
    fc.assert(
      fc.property(pellets, ({ values, seed: own }) => {
        const spectrum = simulated(twoArcs, values, { noise: 0.005, to: 0.1, perDecade: 8, seed: own });
        const fromTruth = refineCircuit(circuitOf(twoArcs), spectrum, "modulus", values);
        const automatic = fitCircuit(circuitOf(twoArcs), spectrum);
        expect(automatic.chi2).toBeLessThanOrEqual(fromTruth.chi2 * (1 + 1e-6));
      }),
      { numRuns: 40 },
    );
  });

  it.each([
    ["R0-CPE1", [820, 2.9e-6, 0.91]],
    ["L0-R0-CPE1", [7.5e-7, 31.6, 9e-6, 0.93]],
    ["R0-p(R1,CPE1)-CPE2", [90, 150, 9e-9, 0.88, 4e-6, 0.85]],
    ["R0-p(R1,C1)-W1", [90, 150, 9e-9, 40]],
    ["R0-K1-Zarc1-C1", [20, 150, 1e-6, 400, 1e-4, 0.9, 1e-5]],
    ["R0-p(R1-Wo1,CPE1)", [10, 30, 100, 0.5, 1e-6, 0.9]],
    ["R0-p(R1-Ws1,C1)", [10, 30, 60, 0.2, 1e-6]],
    ["R0-G1", [10, 200, 0.01]],
    [
      "p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)-CPE4",
      [3e3, 2e-11, 0.97, 5e3, 4e-9, 0.92, 4e3, 6e-7, 0.9, 3e-5, 0.85],
    ],
  ])("finds the values of %s", (text, values) => {
    const spectrum = simulated(text, values, { to: 0.01 });
    const fit = fitCircuit(circuitOf(text), spectrum);
    fit.parameters.forEach(({ value }, p) => {
      expect(value / (values[p] ?? NaN)).toBeCloseTo(1, 5);
    });
  });

  it("puts the faster of two equal arcs first, wherever the truth has it", () => {
    const swapped = [...typical.slice(3, 6), ...typical.slice(0, 3), ...typical.slice(6)];
    const spectrum = simulated(twoArcs, swapped, { to: 0.1 });
    const values = fitCircuit(circuitOf(twoArcs), spectrum).parameters.map(({ value }) => value);
    values.forEach((value, p) => {
      expect(value / (typical[p] ?? NaN)).toBeCloseTo(1, 6);
    });
  });

  it("has errors that describe the scatter of repeated measurements", () => {
    const repeated = Array.from({ length: 40 }, (_, i) =>
      fitCircuit(
        circuitOf("R0-CPE1"),
        simulated("R0-CPE1", [820, 2.9e-6, 0.91], { noise: 0.005, seed: i + 1 }),
      ),
    );
    const errors = repeated.map(
      ({ parameters: [r] }) => ((r?.value ?? NaN) - 820) / (r?.standardError ?? NaN),
    );
    const spread = Math.sqrt(errors.reduce((sum, error) => sum + error ** 2, 0) / errors.length);
    expect(spread).toBeGreaterThan(0.7);
    expect(spread).toBeLessThan(1.3);
  });

  it("takes the sum of two arcs for surer than each", () => {
    const overlapping = [180, 7.5e-11, 0.97, 115, 8e-9, 0.9, 4.5e-6, 0.85];
    const spectrum = simulated(twoArcs, overlapping, { noise: 0.005 });
    const fit = fitCircuit(circuitOf(twoArcs), spectrum);
    const own = fit.parameters[0]?.standardError ?? NaN;
    expect(totalResistance(fit).standardError).toBeLessThan(own / 3);
  });

  it("gives no error to what the data do not determine", () => {
    const fit = fitCircuit(
      circuitOf("R0-R1-CPE1"),
      simulated("R0-CPE1", [820, 2.9e-6, 0.91], { noise: 0.001 }),
    );
    const [first, second, tail] = fit.parameters;
    expect([first?.standardError, second?.standardError]).toEqual([null, null]);
    expect((tail?.value ?? NaN) / 2.9e-6).toBeCloseTo(1, 2);
    expect(tail?.standardError).toBeGreaterThan(0);
  });

  it("does not depend on the order of the points or on the unit of resistance", () => {
    const spectrum = simulated(twoArcs, typical, { noise: 0.005, to: 0.1 });
    const reversed = {
      frequencies: spectrum.frequencies.toReversed(),
      zRe: spectrum.zRe.toReversed(),
      zIm: spectrum.zIm.toReversed(),
    };
    const inKiloohm = {
      ...spectrum,
      zRe: spectrum.zRe.map((z) => z / 1e3),
      zIm: spectrum.zIm.map((z) => z / 1e3),
    };
    const [plain, back, kilo] = [spectrum, reversed, inKiloohm].map((one) =>
      fitCircuit(circuitOf(twoArcs), one),
    );
    expect((back?.chi2 ?? NaN) / (plain?.chi2 ?? NaN)).toBeCloseTo(1, 9);
    expect((kilo?.chi2 ?? NaN) / (plain?.chi2 ?? NaN)).toBeCloseTo(1, 9);
    expect((kilo?.parameters[0]?.value ?? NaN) * 1e3).toBeCloseTo(plain?.parameters[0]?.value ?? NaN, 0);
  });
});
