import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCircuit } from "../../../../server/src/impedance/circuit/parseCircuit";
import { circuitOf } from "../../../support/spectra";

const names = (text: string) => circuitOf(text).parameters.map(({ name }) => name);

function errorOf(text: string) {
  const reading = parseCircuit(text);
  return reading.ok ? undefined : reading.error;
}

describe("parseCircuit", () => {
  it("counts parameters from left to right, as impedance.py does", () => {
    expect(names("R0-p(R1,CPE1)-p(R2-Wo1,C2)-CPE3")).toEqual([
      "R0",
      "R1",
      "CPE1_0",
      "CPE1_1",
      "R2",
      "Wo1_0",
      "Wo1_1",
      "C2",
      "CPE3_0",
      "CPE3_1",
    ]);
  });

  it("knows parallel within parallel", () => {
    expect(names("p(R1-p(R2,C2),C1)")).toEqual(["R1", "R2", "C2", "C1"]);
  });

  it("takes spaces for nothing", () => {
    expect(circuitOf(" R0 - p( R1 , CPE1 ) ").text).toBe("R0-p(R1,CPE1)");
  });

  it.each([
    ["R0-", 3, "ends here"],
    ["R0-p(R1,CPE1", 3, "closing bracket"],
    ["R0)", 2, "closes nothing"],
    ["R0-X1", 3, 'no element "X1"'],
    ["R1-p(R1,C1)", 5, "twice"],
    ["p(R1)", 0, "two branches"],
    ["R0,R1", 2, "comma"],
    ["R0+R1", 2, "not understood"],
    ["", 0, "expected"],
  ])("says what is wrong with %j and where", (text, position, words) => {
    const error = errorOf(text);
    expect(error?.position).toBe(position);
    expect(error?.message).toContain(words);
  });

  it("refuses brackets without end instead of exhausting the stack", () => {
    expect(errorOf("p(".repeat(100_000))?.message).toContain("characters");
  });

  it("answers any text with a circuit or with a place in the text", () => {
    const pieces = fc.array(fc.constantFrom("R", "CPE", "p(", ")", ",", "-", "1", "2", " ", "Wo", "x"));
    fc.assert(
      fc.property(pieces, (parts) => {
        const text = parts.join("");
        const position = errorOf(text)?.position ?? 0;
        expect(position).toBeGreaterThanOrEqual(0);
        expect(position).toBeLessThanOrEqual(text.length);
      }),
    );
  });
});
