import { describe, expect, it } from "vitest";
import { analyseSpectrum, defaultAnalysis } from "../../../server/src/impedance/analysis";
import { circuitOf, simulated } from "../../support/spectra";

const codes = (analysis: ReturnType<typeof analyseSpectrum>) => analysis.problems.map(({ code }) => code);

describe("analyseSpectrum", () => {
  const pellet = simulated("p(R1,CPE1)-CPE2", [1.7e4, 4e-11, 0.96, 1.1e-6, 0.9], { noise: 0.005 });

  it("gives tail, circuit and conductivity without being told anything but the geometry", () => {
    const { tail, circuit, linKk, problems } = analyseSpectrum(pellet, {
      ...defaultAnalysis,
      cellConstant: { value: 0.3, uncertainty: 0.006 },
    });
    expect((tail?.resistance ?? NaN) / 1.7e4).toBeCloseTo(1, 1);
    expect(circuit?.fit.circuit.text).toBe("p(R1,CPE1)-CPE2");
    expect((circuit?.conductivity?.total.value ?? NaN) / (0.3 / 1.7e4)).toBeCloseTo(1, 2);
    expect(circuit?.candidates.length).toBeGreaterThan(1);
    expect(linKk).toBeNull();
    expect(problems).toEqual([]);
  });

  it("says when the circuit contradicts the tail", () => {
    const twoArcs = simulated("p(R1,CPE1)-p(R2,CPE2)-CPE3", [1e4, 2e-11, 0.97, 3e4, 4e-9, 0.9, 2e-6, 0.9], {
      to: 0.1,
    });
    const analysis = analyseSpectrum(twoArcs, { ...defaultAnalysis, circuit: circuitOf("p(R1,CPE1)-CPE2") });
    expect(codes(analysis)).toContain("fit-contradicts-tail");
  });

  it("says which arc is not resolved", () => {
    const analysis = analyseSpectrum(pellet, {
      ...defaultAnalysis,
      circuit: circuitOf("R0-p(R1,CPE1)-p(R2,CPE2)-CPE3"),
    });
    expect(codes(analysis)).toContain("arc-not-resolved");
  });

  it("says which element the measured frequencies tell nothing of", () => {
    const arcAlone = simulated("R0-p(R1,CPE1)", [50, 1.7e4, 4e-10, 0.96], { noise: 0.005, to: 1e3 });
    const analysis = analyseSpectrum(arcAlone, {
      ...defaultAnalysis,
      circuit: circuitOf("R0-p(R1,CPE1)-CPE2"),
    });
    const told = analysis.problems.find(({ code }) => code === "element-not-determined");
    expect(told?.message).toContain("does not determine CPE2:");
  });

  it("says that an arc peaks above the highest frequency", () => {
    const hot = simulated("p(R1,CPE1)-CPE2", [300, 2e-10, 0.95, 4e-6, 0.88], { noise: 0.002 });
    expect(
      codes(analyseSpectrum(hot, { ...defaultAnalysis, circuit: circuitOf("p(R1,CPE1)-CPE2") })),
    ).toEqual(["arc-beyond-window"]);
  });

  it("fits nothing to four points, and says so", () => {
    const few = {
      frequencies: pellet.frequencies.slice(0, 4),
      zRe: pellet.zRe.slice(0, 4),
      zIm: pellet.zIm.slice(0, 4),
    };
    expect(analyseSpectrum(few)).toMatchObject({ tail: null, circuit: null, linKk: null });
    expect(codes(analyseSpectrum(few))).toEqual(["too-few-points"]);
  });

  it("thins a spectrum of many thousand points and says so", () => {
    const fine = simulated("R0-CPE1", [820, 2.9e-6, 0.91], { noise: 0.005, perDecade: 2000 });
    const analysis = analyseSpectrum(fine, { ...defaultAnalysis, circuit: circuitOf("R0-CPE1") });
    expect(codes(analysis)).toContain("thinned");
    expect((analysis.circuit?.resistanceTotal.value ?? NaN) / 820).toBeCloseTo(1, 2);
  });

  it.each([
    ["zeros", 0],
    ["one value", 100],
  ])("survives a spectrum of %s only", (_, value) => {
    const flat = { ...pellet, zRe: pellet.zRe.map(() => value), zIm: pellet.zIm.map(() => 0) };
    expect(() => analyseSpectrum(flat, { ...defaultAnalysis, withLinKk: true })).not.toThrow();
  });
});
