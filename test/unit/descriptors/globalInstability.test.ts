import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { globalInstability } from "../../../server/src/descriptors/globalInstability";
import { cubic, rockSalt } from "../crystal/cifText";
import { expectClose, valuesOf } from "./describing";

const perovskite = (edge: number) =>
  cubic(edge, "P m -3 m", "A La3+ 0 0 0 1", "B Al3+ 0.5 0.5 0.5 1", "C O2- 0.5 0.5 0 1");
const valence = (r0: number, b: number, distance: number) => Math.exp((r0 - distance) / b);

describe("the global instability index", () => {
  it("of rock salt is how far six bonds, and eight longer ones, are from the charge", () => {
    fc.assert(
      fc.property(fc.double({ min: 4, max: 4.6, noNaN: true }), (edge) => {
        const [near, far] = [valence(1.693, 0.37, edge / 2), valence(1.693, 0.37, (edge * Math.sqrt(3)) / 2)];
        expectClose(
          valuesOf(globalInstability, rockSalt(edge, "Mg2+", "O2-")),
          [Math.abs(6 * near + 8 * far - 2)],
          { absolute: 1e-9 },
        );
      }),
    );
  });

  it("weighs bonds of one crystal by the parameters of each pair", () => {
    const edge = 3.79;
    const lanthanum = valence(2.086, 0.45, edge / Math.SQRT2);
    const aluminium = valence(1.651, 0.37, edge / 2);
    const squares =
      (12 * lanthanum - 3) ** 2 + (6 * aluminium - 3) ** 2 + 3 * (4 * lanthanum + 2 * aluminium - 2) ** 2;
    expectClose(valuesOf(globalInstability, perovskite(edge)), [Math.sqrt(squares / 5)], { relative: 1e-9 });
  });

  it.each([
    ["Li1+ and H1-", rockSalt(4.08, "Li+", "H-")],
    ["Al5+ and S2-", rockSalt(5, "Al5+", "S2-")],
    ["Li1+ and S1-", rockSalt(5, "Li+", "S1-")],
    ["Fe2.67+ and O2-", rockSalt(4.3, "Fe2.6667+", "O2-")],
  ])("is refused where nothing was fitted to bonds of %s", (bond, structure) => {
    expect(valuesOf(globalInstability, structure)).toBe(`there are no bond-valence parameters of ${bond}`);
  });

  it("is refused for one element, whose atoms have no bonds of unlike charges", () => {
    expect(valuesOf(globalInstability, cubic(4, "P m -3 m", "S1 S2- 0 0 0 1"))).toBe(
      "there is one element alone, without bonds of unlike charges",
    );
  });
});
