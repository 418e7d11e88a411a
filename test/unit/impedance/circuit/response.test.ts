import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { elementKinds } from "../../../../server/src/impedance/circuit/elements";
import { CircuitModel, circuitResponse } from "../../../../server/src/impedance/circuit/response";
import { circuitOf } from "../../../support/spectra";

const frequencies = Float64Array.from([1e-3, 0.1, 1, 17, 1e3, 1e5]);

/** [Re, Im] at each frequency. */
function impedance(text: string, values: readonly number[]): number[] {
  const { zRe, zIm } = circuitResponse(circuitOf(text), frequencies, values);
  return Array.from(zRe).flatMap((re, i) => [re, zIm[i] ?? NaN]);
}

function expectSame(actual: readonly number[], expected: readonly number[], relative = 1e-10): void {
  actual.forEach((value, i) => {
    const pair = i - (i % 2);
    const modulus = Math.hypot(expected[pair] ?? NaN, expected[pair + 1] ?? NaN);
    expect(Math.abs(value - (expected[i] ?? NaN))).toBeLessThanOrEqual(relative * modulus);
  });
}

describe("circuit elements", () => {
  const omega = 2 * Math.PI * 17;
  it.each([
    ["R1", [5], [5, 0]],
    ["C1", [2e-6], [0, -1 / (omega * 2e-6)]],
    ["L1", [3e-3], [0, omega * 3e-3]],
    ["W1", [7], [7 / Math.sqrt(omega), -7 / Math.sqrt(omega)]],
  ])("%s follows its definition", (text, values, expected) => {
    expectSame(impedance(text, values).slice(6, 8), expected);
  });

  const q = 3e-6;
  const [r, n] = [400, 0.83];
  const tau = (r * q) ** (1 / n);
  it.each([
    ["an RC element is a resistor beside a capacitor", "K1", [r, r * q], "p(R1,C1)", [r, q]],
    ["a ZARC is a resistor beside a CPE", "Zarc1", [r, tau, n], "p(R1,CPE1)", [r, q, n]],
    ["a CPE of exponent 1 is a capacitor", "CPE1", [q, 1], "C1", [q]],
    ["a CPE of exponent 1/2 is a Warburg element", "CPE1", [q, 0.5], "W1", [1 / (q * Math.SQRT2)]],
    ["a modified inductor of exponent 1 is an inductor", "La1", [q, 1], "L1", [q]],
    ["a transmission line of exponent 1 is an open Warburg element", "TLMQ1", [r, q, 1], "Wo1", [r, r * q]],
    ["a long Gerischer element has no end", "Gs1", [r, 0.2, 40], "G1", [r, 0.2]],
    [
      "a porous electrode that conducts on one side is an open Warburg element",
      "T1",
      [r, 1e-12, 1e-12, 0.3],
      "Wo1",
      [r, 0.3],
    ],
  ])("%s", (_, text, values, other, otherValues) => {
    expectSame(impedance(text, values), impedance(other, otherValues), 1e-8);
  });

  it("an open Warburg element is a third of its resistance above a capacitor at low frequency", () => {
    const [z0, time] = [90, 2];
    const omegaLow = 2 * Math.PI * 1e-3;
    expectSame(impedance("Wo1", [z0, time]).slice(0, 2), [z0 / 3, -z0 / (omegaLow * time)], 1e-4);
  });

  it("a short Warburg element becomes its resistance at low frequency", () => {
    expectSame(impedance("Ws1", [90, 1e-3]).slice(0, 2), [90, 0], 1e-5);
  });

  it("stays finite far beyond its time constant", () => {
    for (const text of ["Wo1", "Ws1", "Gs1", "T1", "TLMQ1"]) {
      const { parameters } = circuitOf(text);
      const values = parameters.map(({ quantity }) => (quantity === "exponent" ? 0.9 : 1e6));
      expect(impedance(text, values).every(Number.isFinite)).toBe(true);
    }
  });
});

describe("circuitResponse", () => {
  it("adds in series and adds admittances in parallel", () => {
    expectSame(impedance("R0-p(R1,R2)", [1, 6, 3]), impedance("R0", [3]));
  });

  const circuits = [...elementKinds.keys()].map((letters) => `R0-p(${letters}1,R9)-C8`);
  it.each([...circuits, "R0-p(R1-p(R2-Wo1,CPE2),CPE1)-CPE3"])(
    "gives the derivatives of %s that differences give",
    (text) => {
      const circuit = circuitOf(text);
      const value = fc.double({ min: 0.3, max: 3, noNaN: true });
      const values = fc.tuple(
        ...circuit.parameters.map(({ quantity }) =>
          quantity === "exponent" ? fc.double({ min: 0.4, max: 0.95, noNaN: true }) : value,
        ),
      );
      fc.assert(
        fc.property(values, (at) => {
          const model = new CircuitModel(circuit.parts, at.length, frequencies);
          model.evaluate(at);
          const response = circuitResponse(circuit, frequencies, at);
          at.forEach((own, p) => {
            const step = 1e-5 * own;
            const [above, below] = [own + step, own - step].map((moved) =>
              circuitResponse(circuit, frequencies, at.with(p, moved)),
            );
            frequencies.forEach((_, i) => {
              const difference = (part: "zRe" | "zIm") =>
                ((above?.[part][i] ?? NaN) - (below?.[part][i] ?? NaN)) / (2 * step);
              const place = 2 * p * frequencies.length + i;
              const re = model.derivatives[place] ?? NaN;
              const im = model.derivatives[place + frequencies.length] ?? NaN;
              const modulus = Math.hypot(response.zRe[i] ?? NaN, response.zIm[i] ?? NaN);
              const rounding = 1e-6 * Math.hypot(re, im) + (1e-9 * modulus) / own;
              expect(Math.abs(re - difference("zRe"))).toBeLessThanOrEqual(rounding);
              expect(Math.abs(im - difference("zIm"))).toBeLessThanOrEqual(rounding);
            });
          });
        }),
        { numRuns: 15 },
      );
    },
  );
});
