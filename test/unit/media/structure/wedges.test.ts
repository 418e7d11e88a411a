import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { chiefElement, wedges } from "../../../../media/src/structure/scene/wedges";

const occupant = (element: string, occupancy: number) => ({ element, occupancy, oxidationState: null });

describe("the wedges of a divided sphere", () => {
  it("are the whole sphere where one element fills the site", () => {
    expect(wedges([occupant("S", 1)])).toEqual([{ element: "S", from: 0, turn: 1 }]);
  });

  it("have the shares of the occupants, and one of what is vacant", () => {
    expect(wedges([occupant("Ge", 0.5), occupant("P", 0.25)])).toEqual([
      { element: "Ge", from: 0, turn: 0.5 },
      { element: "P", from: 0.5, turn: 0.25 },
      { element: null, from: 0.75, turn: 0.25 },
    ]);
  });

  it("leave out what is too little to be seen, and the vacancy of a rounding error", () => {
    expect(wedges([occupant("Li", 0.9995), occupant("Na", 0.0004)])).toEqual([
      { element: "Li", from: 0, turn: 1 },
    ]);
  });

  it("are scaled down where a site is more than full", () => {
    expect(wedges([occupant("Li", 1), occupant("Na", 1)]).map(({ turn }) => turn)).toEqual([0.5, 0.5]);
  });

  it("go once around, one after another, whatever the occupancies", () => {
    const occupancies = fc.array(fc.double({ min: 0, max: 2, noNaN: true }), { maxLength: 6 });
    fc.assert(
      fc.property(occupancies, (values) => {
        const found = wedges(values.map((value, i) => occupant(`E${i}`, value)));
        let at = 0;
        for (const { from, turn } of found) {
          expect(from).toBeCloseTo(at, 10);
          at += turn;
        }
        expect(at).toBeCloseTo(1, 10);
      }),
    );
  });
});

it("the chief element is the one that there is most of", () => {
  expect(chiefElement([occupant("P", 0.4), occupant("Ge", 0.6)])).toBe("Ge");
});
