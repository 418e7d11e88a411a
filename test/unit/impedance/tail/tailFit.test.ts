import { describe, expect, it } from "vitest";
import { fitTail, tailMethods, type TailMethod } from "../../../../server/src/impedance/tail/tailFit";
import { valleyFrequency } from "../../../../server/src/impedance/tail/valley";
import { hasShared } from "../../../support/shared";
import { referenceEis, referenceSpectrum, simulated } from "../../../support/spectra";

interface ReferenceLine {
  readonly x_intercept_ohm: number;
  readonly se_ohm?: number;
  readonly ci95_ohm?: readonly number[];
}

interface ReferenceTails {
  readonly spectra: readonly {
    readonly id: string;
    readonly file: string;
    readonly truth: { readonly R_total_ohm: number };
    readonly tail: {
      readonly f_max_Hz: number;
      readonly fit: Readonly<
        Record<"y_on_x" | "x_on_y" | "x_on_y_weighted_modulus" | "orthogonal", ReferenceLine>
      >;
    };
  }[];
}

const lines: readonly (readonly [TailMethod, keyof ReferenceTails["spectra"][number]["tail"]["fit"]])[] = [
  ["x-on-y-weighted", "x_on_y_weighted_modulus"],
  ["x-on-y", "x_on_y"],
  ["y-on-x", "y_on_x"],
  ["orthogonal", "orthogonal"],
];

describe.skipIf(!hasShared)("fitTail against reference lines", () => {
  const { spectra } = hasShared ? (referenceEis("fits.json") as ReferenceTails) : { spectra: [] };

  it.each(spectra)("$id: is that of each method in a given window", ({ file, tail }) => {
    for (const [method, name] of lines) {
      const fit = fitTail(referenceSpectrum(file), [0, tail.f_max_Hz], method);
      const expected = tail.fit[name];
      expect((fit?.resistance ?? NaN) / expected.x_intercept_ohm).toBeCloseTo(1, 8);
      if (expected.se_ohm !== undefined)
        expect((fit?.standardError ?? NaN) / expected.se_ohm).toBeCloseTo(1, 7);
      expected.ci95_ohm?.forEach((end, i) => {
        expect((fit?.interval?.[i] ?? NaN) / end).toBeCloseTo(1, 7);
      });
    }
  });

  it.each(spectra)("$id: finds its window so that the truth is met within 1 %", ({ file, truth }) => {
    const fit = fitTail(referenceSpectrum(file));
    expect(Math.abs((fit?.resistance ?? NaN) / truth.R_total_ohm - 1)).toBeLessThan(0.01);
  });
});

describe("fitTail", () => {
  it.each(tailMethods)("extends a straight tail to its resistance: %s", (method) => {
    const fit = fitTail(simulated("R0-CPE1", [820, 2.9e-6, 0.91]), undefined, method);
    expect(fit?.resistance).toBeCloseTo(820, 3);
    expect(fit?.angle).toBeCloseTo(90 * 0.91, 3);
  });

  it("has intervals that hold the truth in 95 of 100 cases", () => {
    const hits = Array.from({ length: 200 }, (_, i) => {
      const spectrum = simulated("R0-CPE1", [820, 2.9e-6, 0.91], { noise: 0.005, seed: i + 1 });
      const [from = NaN, to = NaN] = fitTail(spectrum, [1, 1e5])?.interval ?? [];
      return from <= 820 && 820 <= to;
    }).filter(Boolean).length;
    expect(hits).toBeGreaterThan(180);
    expect(hits).toBeLessThan(199);
  });

  it("keeps below the valley, and cuts off a far end that is bent", () => {
    const text = "p(R1,CPE1)-p(R2,CPE2)-CPE3";
    const values = [1e4, 2e-11, 0.97, 1e7, 4e-6, 0.8, 2e-5, 0.9];
    const spectrum = simulated(text, values, { to: 0.01, noise: 0.002 });
    const [from, to] = fitTail(spectrum)?.window ?? [NaN, NaN];
    expect(from).toBeGreaterThanOrEqual(0.01);
    expect(to).toBeLessThan((valleyFrequency(spectrum) ?? NaN) / 4);
  });

  it("tells nothing where the window holds one point", () => {
    expect(fitTail(simulated("R0-CPE1", [820, 2.9e-6, 0.91]), [1, 1.1])).toBeUndefined();
  });
});

describe("valleyFrequency", () => {
  it("lies between the arc and the tail", () => {
    const valley = valleyFrequency(simulated("p(R1,C1)-C2", [1e4, 1e-10, 1e-6]));
    // Where omega C1 R^2 equals 1 / (omega C2).
    expect(Math.log10(valley ?? NaN)).toBeCloseTo(Math.log10(1 / (2 * Math.PI * 1e4 * 1e-8)), 1);
  });

  it("is none where only the tail is seen, however noisy", () => {
    for (let seed = 1; seed <= 20; seed++)
      expect(
        valleyFrequency(simulated("R0-CPE1", [820, 2.9e-6, 0.91], { noise: 0.005, seed })),
      ).toBeUndefined();
  });
});
