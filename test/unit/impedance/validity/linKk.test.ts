import { describe, expect, it } from "vitest";
import { testLinKk } from "../../../../server/src/impedance/validity/linKk";
import { hasShared } from "../../../support/shared";
import { referenceEis, referenceSpectrum, simulated } from "../../../support/spectra";

interface ReferenceTests {
  readonly spectra: readonly {
    readonly id: string;
    readonly file: string;
    readonly tests: readonly {
      readonly options: {
        readonly c: number;
        readonly max_M: number;
        readonly fit_type: string;
        readonly add_cap: boolean;
      };
      readonly M: number;
      readonly mu: number;
      readonly residual_re: readonly number[];
      readonly residual_im: readonly number[];
    }[];
  }[];
}

describe.skipIf(!hasShared)("testLinKk against impedance.py", () => {
  const { spectra } = hasShared ? (referenceEis("linkk.json") as ReferenceTests) : { spectra: [] };
  const cases = spectra
    .filter(({ file }) => file.startsWith("spectra/"))
    .flatMap(({ id, file, tests }) =>
      tests
        .filter(({ options }) => options.fit_type === "complex")
        .map((test) => ({
          name: `${id}${test.options.add_cap ? " with a capacitance" : ""}`,
          file,
          ...test,
        })),
    );

  it.each(cases)(
    "$name: has the same number of elements, mu and residuals",
    ({ file, options, ...expected }) => {
      const { elements, mu, residuals } = testLinKk(referenceSpectrum(file), {
        cutOff: options.c,
        mostElements: options.max_M,
        withCapacitance: options.add_cap,
      });
      expect(elements).toBe(expected.M);
      expect(mu).toBeCloseTo(expected.mu, 8);
      expected.residual_re.forEach((residual, i) => {
        expect(residuals.re[i]).toBeCloseTo(residual, 7);
        expect(residuals.im[i]).toBeCloseTo(expected.residual_im[i] ?? NaN, 7);
      });
    },
  );
});

describe("testLinKk", () => {
  const rms = (values: Float64Array) =>
    Math.sqrt(values.reduce((sum, value) => sum + value ** 2, 0) / values.length);
  const spectrum = simulated("p(R1,CPE1)-CPE2", [1.7e4, 4e-11, 0.96, 1.1e-6, 0.9], { noise: 0.002 });

  it("leaves nothing but the noise of what obeys the relations", () => {
    const { residuals } = testLinKk(spectrum);
    expect(rms(residuals.re)).toBeLessThan(0.003);
    expect(rms(residuals.im)).toBeLessThan(0.003);
  });

  it("shows the point that does not belong to the others", () => {
    const outlier = { ...spectrum, zRe: spectrum.zRe.with(40, (spectrum.zRe[40] ?? NaN) * 1.1) };
    const { re } = testLinKk(outlier).residuals;
    const largest = re.reduce((best, value, i) => (Math.abs(value) > Math.abs(re[best] ?? 0) ? i : best), 0);
    expect(largest).toBe(40);
  });
});
