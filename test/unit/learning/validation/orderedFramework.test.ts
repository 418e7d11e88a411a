import { describe, expect, it } from "vitest";
import { composition, isOrdered } from "../../../../server/src/crystal/structure";
import { orderedFramework } from "../../../../server/src/learning/validation/orderedFramework";
import { faceCentred, p1Structure } from "../../../support/structures";

const middles = faceCentred.map(([x, y, z]) => [x + 0.25, y + 0.25, z + 0.25] as const);

describe("the ordered framework", () => {
  it("is the structure without lithium, where that is ordered", () => {
    const framework = orderedFramework(
      p1Structure([{ species: ["Li+ 0.5"] }, { species: ["Cl-"], position: [0.5, 0.5, 0.5] }]),
    );
    expect(framework && Object.fromEntries(composition(framework))).toEqual({ Cl: 1 });
  });

  it("puts whole atoms on shared sites, in the numbers that lithium would balance", () => {
    // 4 sites of Al 0.3, Ti 0.7: 1.2 Al and 2.8 Ti. With 1 Al the charge is that of 5 Li; with 2 Al, of 6.
    const mixed = (lithium: number) =>
      p1Structure(
        [
          ...faceCentred.map((position) => ({ species: ["Al3+ 0.3", "Ti4+ 0.7"], position })),
          ...middles.map((position) => ({ species: ["S2-"], position })),
          ...middles.map(([x, y, z]) => ({
            species: ["S2-"],
            position: [x + 0.5, y + 0.5, z + 0.5] as const,
          })),
          { species: [`Li+ ${lithium}`], position: [0.5, 0.5, 0.5] as const },
        ],
        { a: 9, b: 9, c: 9 },
      );
    const amounts = (lithium: number) => {
      const framework = orderedFramework(mixed(lithium));
      expect(framework && isOrdered(framework)).toBe(true);
      return framework && Object.fromEntries(composition(framework));
    };
    expect(amounts(1)).toEqual({ Al: 1, Ti: 3, S: 8 });
    expect(amounts(2)).toEqual({ Al: 2, Ti: 2, S: 8 });
  });

  it("is not told where charges are unknown", () => {
    expect(
      orderedFramework(p1Structure([{ species: ["Al 0.5", "Ti 0.5"] }, { species: ["Li+"] }])),
    ).toBeUndefined();
  });
});
