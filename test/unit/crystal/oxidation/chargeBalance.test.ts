import { existsSync, readdirSync, readFileSync } from "node:fs";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { balanceCharges } from "../../../../server/src/crystal/oxidation/chargeBalance";
import { elements } from "../../../../server/src/crystal/elements";

const amountsOf = (formula: string) => {
  const amounts = new Map<string, number>();
  for (const [, element = "", amount = ""] of formula.matchAll(/([A-Z][a-z]?)([\d.]*)/g))
    amounts.set(element, (amounts.get(element) ?? 0) + (amount === "" ? 1 : Number(amount)));
  return amounts;
};
const statesOf = (formula: string) => Object.fromEntries(balanceCharges(amountsOf(formula)));

describe("balanceCharges", () => {
  it.each([
    ["Li2O", { Li: 1, O: -2 }],
    ["Li7La3Zr2O12", { Li: 1, La: 3, Zr: 4, O: -2 }],
    ["Li10GeP2S12", { Li: 1, Ge: 4, P: 5, S: -2 }],
    ["Li6PS5Cl", { Li: 1, P: 5, S: -2, Cl: -1 }],
    ["Li9B19S33", { Li: 1, B: 3, S: -2 }],
    ["Li3InCl6", { Li: 1, In: 3, Cl: -1 }],
    ["Li3OCl", { Li: 1, O: -2, Cl: -1 }],
    ["Li3BiO3", { Li: 1, Bi: 3, O: -2 }],
    ["Li3BiO4", { Li: 1, Bi: 5, O: -2 }],
    ["LiVPO4F", { Li: 1, V: 3, P: 5, O: -2, F: -1 }],
    ["Li2CeSmMo4O16", { Li: 1, Ce: 3, Sm: 3, Mo: 6, O: -2 }],
  ])("finds the common states of %s", (formula, states) => {
    expect(statesOf(formula)).toEqual(states);
  });

  it.each([
    ["Li3P", "P", -3],
    ["Li3PS4", "P", 5],
    ["Li8GeP4", "P", -3],
    ["LaFeAsO", "As", -3],
    ["Li3N", "N", -3],
    ["Li2PNO2", "N", -3],
    ["LiNO3", "N", 5],
    ["LiNO2", "N", 3],
    ["Li2S", "S", -2],
    ["Li2SO4", "S", 6],
    ["Li2CO3", "C", 4],
    ["SiC", "C", -4],
    ["LiClO4", "Cl", 7],
    ["LiIO3", "I", 5],
    ["Li3BN2", "B", 3],
    ["MgB2", "B", -1],
    ["Li4SiO4", "Si", 4],
    ["Mg2Si", "Si", -4],
  ])("judges an element by its company: in %s, %s is %d", (formula, element, state) => {
    expect(statesOf(formula)[element]).toBe(state);
  });

  it.each([
    ["LiH", -1],
    ["LiBH4", -1],
    ["Li3AlH6", -1],
    ["LiOH", 1],
    ["LiNH2", 1],
    ["NH4Cl", 1],
    ["LiC2H3O2", 1],
    ["Li2B12H12", -1],
  ])("tells hydride from proton: in %s, H is %d", (formula, state) => {
    expect(statesOf(formula)["H"]).toBe(state);
  });

  it.each([
    ["Fe3O4", "Fe", 8 / 3],
    ["LiMn2O4", "Mn", 3.5],
    ["Li0.5CoO2", "Co", 3.5],
    ["Li2O2", "O", -1],
    ["KO2", "O", -0.5],
    ["Li3P7", "P", -3 / 7],
    ["Li2S2", "S", -1],
    ["LiC6", "C", -1 / 6],
  ])("allows mixed valence and bonds between like atoms: in %s, %s has %d", (formula, element, state) => {
    expect(statesOf(formula)[element]).toBeCloseTo(state, 12);
  });

  it.each(["LiAl", "LiAg", "Li", "FeSi", "LiAg2Sn"])("leaves the metal %s neutral", (formula) => {
    expect(Object.values(statesOf(formula)).every((state) => state === 0)).toBe(true);
  });

  it("keeps the usual states where refined occupancies do not balance", () => {
    expect(statesOf("Li45.888P4S20Br3Cl1")).toEqual({ Li: 1, P: 5, S: -2, Br: -1, Cl: -1 });
    expect(statesOf("La1.24Ti2O6")).toEqual({ La: 3, Ti: 4, O: -2 });
    expect(statesOf("Li45.888La24Zr11.808Ta3.952O96")).toEqual({ Li: 1, La: 3, Zr: 4, Ta: 5, O: -2 });
  });

  const composition = fc
    .uniqueArray(
      fc.tuple(fc.constantFrom(...elements.map(({ symbol }) => symbol)), fc.integer({ min: 1, max: 48 })),
      {
        minLength: 1,
        maxLength: 8,
        selector: ([symbol]) => symbol,
      },
    )
    .map((pairs) => new Map(pairs));

  it("gives every element one finite state, whatever the order and the size of the cell", () => {
    fc.assert(
      fc.property(composition, fc.integer({ min: 2, max: 4 }), (amounts, cells) => {
        const states = balanceCharges(amounts);
        expect([...states.keys()].sort()).toEqual([...amounts.keys()].sort());
        const rearranged = new Map(
          [...amounts].reverse().map(([symbol, amount]) => [symbol, amount * cells]),
        );
        for (const [symbol, state] of balanceCharges(rearranged)) {
          expect(Number.isFinite(state)).toBe(true);
          expect(state).toBeCloseTo(states.get(symbol) ?? NaN, 9);
        }
      }),
    );
  });
});

const obelix = "../shared/reference/crystal/obelix";
const parents = "../shared/reference/megnet";

interface Guessed {
  readonly id: string;
  readonly composition: Record<string, number>;
  readonly oxidation?: Record<string, unknown>;
}

const isGuess = (value: unknown): value is Record<string, number | number[]> =>
  typeof value === "object" && value !== null && !Array.isArray(value);

describe.skipIf(!existsSync(obelix))("balanceCharges on measured lithium conductors", () => {
  const read = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
  const references = existsSync(obelix)
    ? readdirSync(obelix)
        .filter((file) => file !== "index.json")
        .map((file) => read(`${obelix}/${file}`) as Guessed)
    : [];

  it("gives lithium +1 in every one, beside at least one anion", () => {
    for (const { id, composition } of references) {
      const states = balanceCharges(new Map(Object.entries(composition)));
      if ("Li" in composition) expect(states.get("Li"), id).toBe(1);
      expect(Math.min(...states.values()), id).toBeLessThan(0);
    }
  });

  it("agrees in sign with the bond valences and the guesses of others wherever there are any", () => {
    const guesses = references.flatMap(({ id, composition, oxidation = {} }) => {
      const guess = ["composition_guess", "BVAnalyzer", "BVAnalyzer_disordered_unordered_pairing"]
        .map((name) => oxidation[name])
        .find(isGuess);
      return guess ? [{ id, composition, guess }] : [];
    });
    expect(guesses.length).toBeGreaterThan(0);
    for (const { id, composition, guess } of guesses) {
      const states = balanceCharges(new Map(Object.entries(composition)));
      for (const [element, state] of Object.entries(guess))
        expect(Math.sign(states.get(element) ?? 0), `${element} in ${id}`).toBe(
          Math.sign(Array.isArray(state) ? (state[0] ?? 0) : state),
        );
    }
  });

  it("agrees in sign with the parent model's references", () => {
    interface Signed {
      readonly oxidation_sign?: Record<string, number>;
      readonly simplifications?: { CAMN: { sites: { species: Record<string, number> }[] } };
    }
    const signed = readdirSync(parents)
      .filter((file) => file.endsWith(".json"))
      .map((file) => read(`${parents}/${file}`) as Signed)
      .flatMap(({ oxidation_sign: signs, simplifications }) =>
        signs && simplifications ? [{ signs, sites: simplifications.CAMN.sites }] : [],
      );
    expect(signed.length).toBeGreaterThan(0);
    for (const { signs, sites } of signed) {
      const amounts = new Map<string, number>();
      for (const { species } of sites)
        for (const [element, occupancy] of Object.entries(species))
          amounts.set(element, (amounts.get(element) ?? 0) + occupancy);
      const states = balanceCharges(amounts);
      for (const [element, sign] of Object.entries(signs))
        expect(Math.sign(states.get(element) ?? 0)).toBe(sign);
    }
  });
});
