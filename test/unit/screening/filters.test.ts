import { describe, expect, it } from "vitest";
import { TrainingIndex } from "../../../server/src/learning/trainingIndex";
import { Filters } from "../../../server/src/screening/filters";
import { structureOf } from "../crystal/cifText";

const compound = (formula: string) => ({ id: formula, formula, conductivity: 1e-4, doi: "", features: [0] });
const filters = new Filters({
  index: new TrainingIndex([compound("LiCl"), compound("Li3PS4")]),
  samples: () => [],
});

/** Atoms with their occupancies, far apart. */
const judge = (bandGap: number | null, ...atoms: [string, number][]) =>
  filters.judge(
    structureOf({
      sites: atoms.map(
        ([element, occupancy], k) => `${element}${k} ${element} ${k / atoms.length} 0 0 ${occupancy}`,
      ),
    }),
    bandGap,
  );

describe("the filters of section 4.3", () => {
  it("ask for lithium, and tell its atomic fraction", () => {
    expect(judge(2, ["Li", 1], ["Cl", 1]).lithium).toEqual({ pass: true, value: 0.5 });
    expect(judge(2, ["Na", 1], ["Cl", 1]).lithium).toEqual({ pass: false, value: 0 });
  });

  it("ask for a gap over 1 eV, and do not guess one", () => {
    expect(judge(1.01, ["Li", 1], ["Cl", 1]).bandGap).toEqual({ pass: true, value: 1.01 });
    expect(judge(1, ["Li", 1], ["Cl", 1]).bandGap.pass).toBe(false);
    expect(judge(null, ["Li", 1], ["Cl", 1]).bandGap).toEqual({ pass: null, value: null });
  });

  it("leave out metals among themselves", () => {
    expect(judge(0, ["Li", 1], ["Ag", 1]).intermetallic).toEqual({ pass: false, value: true });
    expect(judge(5, ["Li", 1], ["Cl", 1]).intermetallic).toEqual({ pass: true, value: false });
  });

  it("call a composition novel that differs by more than 5 % in some element from every known one", () => {
    expect(judge(2, ["Li", 1], ["Br", 1]).novel).toEqual({ pass: true, value: null });
    expect(judge(2, ["Li", 1], ["Cl", 1]).novel).toEqual({ pass: false, value: 0 });
    // Li fraction 0.9 / 1.9: 0.0526 from 1 / 2, relative to their mean.
    const { pass, value } = judge(2, ["Li", 0.9], ["Cl", 1]).novel;
    expect(value).toBeCloseTo((0.5 - 0.9 / 1.9) / ((0.5 + 0.9 / 1.9) / 2), 10);
    expect(pass).toBe(true);
    expect(judge(2, ["Li", 0.96], ["Cl", 1]).novel.pass).toBe(false);
  });
});
