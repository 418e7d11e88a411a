import { describe, expect, it } from "vitest";
import { chooseCircuit } from "../../../../server/src/impedance/fit/modelChoice";
import { hasShared } from "../../../support/shared";
import { referenceSpectrum, simulated } from "../../../support/spectra";

describe("chooseCircuit", () => {
  it.each([
    ["R0-CPE1", [820, 2.9e-6, 0.91]],
    ["L0-R0-CPE1", [7.5e-7, 31.6, 9e-6, 0.93]],
    ["p(R1,CPE1)-CPE2", [1.7e4, 4e-11, 0.96, 1.1e-6, 0.9]],
    ["R0-p(R1,CPE1)-CPE2", [90, 150, 9e-9, 0.88, 4e-6, 0.85]],
    ["p(R1,CPE1)-p(R2,CPE2)-CPE3", [1.4e5, 1.4e-11, 0.97, 2.1e5, 2.4e-9, 0.92, 2.2e-6, 0.86]],
  ])("finds that a spectrum was made of %s, and names a runner-up", (text, values) => {
    const [best, second] = chooseCircuit(simulated(text, values, { noise: 0.005, to: 0.1 }));
    expect(best?.fit.circuit.text).toBe(text);
    expect(second?.criterion).toBeGreaterThan(best?.criterion ?? NaN);
  });

  it.skipIf(!hasShared)("sees two arcs where the faster peaks above the highest frequency", () => {
    const [best] = chooseCircuit(referenceSpectrum("spectra/c1.csv"));
    expect(best?.fit.circuit.text).toBe("p(R1,CPE1)-p(R2,CPE2)-CPE3");
  });
});
