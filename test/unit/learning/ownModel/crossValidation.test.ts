import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseFormula } from "../../../../server/src/crystal/parseFormula";
import {
  crossValidate,
  isFoldResult,
  knownAmong,
  planFolds,
  pooled,
  type Fit,
  type FoldResult,
} from "../../../../server/src/learning/ownModel/crossValidation";
import type { TrainingRow } from "../../../../server/src/learning/ownModel/fitRows";

/** A row whose feature is its own number; structures play no part here. */
function row(id: number, formula: string, doi: string, logConductivity: number): TrainingRow {
  const parsed = parseFormula(formula);
  if (!parsed.ok) throw new Error(parsed.reason);
  const { composition } = parsed;
  const superionic = logConductivity >= -4;
  return {
    compound: {
      id: String(id),
      formula,
      composition,
      doi,
      family: "",
      logConductivity,
      superionic,
      crystal: undefined,
    },
    isUpperBound: false,
    features: new Map([["number", id]]),
  };
}

const compoundsOf = (rows: readonly TrainingRow[]) => rows.map(({ compound }) => compound);

/** Learns nothing but whom it saw: P_SI is 1 for a compound that it was fitted to, else 0. */
function memory(fits: number[][] = []): Fit {
  return (rows, signal) => {
    signal?.throwIfAborted();
    const seen = rows.map(({ features }) => features.get("number") ?? NaN);
    fits.push(seen);
    return Promise.resolve({
      predict: (features) => ({ pSi: seen.includes(features.get("number") ?? NaN) ? 1 : 0 }),
    });
  };
}

const elements = ["Cl", "Br", "I", "F", "O", "S", "N", "P"];
const rows = fc
  .array(
    fc.record({
      element: fc.constantFrom(...elements),
      lithium: fc.integer({ min: 1, max: 9 }),
      doi: fc.constantFrom("", "10.1/a", "10.1/b", "10.1/c", "10.1/d"),
      log: fc.double({ min: -10, max: -1, noNaN: true }),
    }),
    { minLength: 6, maxLength: 30 },
  )
  .map((drawn) =>
    drawn.map(({ element, lithium, doi, log }, i) => row(i, `Li${lithium}${element}`, doi, log)),
  );

describe("cross-validation of a model on own measurements", () => {
  it("never asks about what it saw, nor about a paper or a composition that it saw, of own or base rows", () => {
    fc.assert(
      fc.property(rows, fc.integer({ min: 0, max: 6 }), (all, cut) => {
        const [base, own] = [all.slice(0, cut), all.slice(cut)];
        const plan = planFolds(compoundsOf(own), compoundsOf(base), 1);
        for (const [fold, { training, validation }] of plan.splits.entries()) {
          const learned = [
            ...training.flatMap((i) => own[i] ?? []),
            ...(plan.baseOf[fold] ?? []).flatMap((i) => base[i] ?? []),
          ].map(({ compound }) => compound);
          for (const { compound } of validation.flatMap((i) => own[i] ?? []))
            for (const other of learned) {
              expect(other.id).not.toBe(compound.id);
              expect(other.formula).not.toBe(compound.formula);
              if (compound.doi !== "") expect(other.doi).not.toBe(compound.doi);
            }
        }
        expect(plan.splits.flatMap(({ validation }) => validation).toSorted((a, b) => a - b)).toEqual([
          ...own.keys(),
        ]);
      }),
    );
  });

  const own = elements.map((element, i) => row(i, `Li2${element}`, "", i % 2 === 0 ? -3 : -8));
  const base = [row(100, "Li2Se", "10.1/z", -3), row(101, "Li2Cl", "10.1/y", -8)];

  it("asks about every compound once, of models with and without the own rows", async () => {
    const trainings: number[][] = [];
    const plan = planFolds(compoundsOf(own), compoundsOf(base), 1);
    const results = await crossValidate(memory(trainings), own, base, plan);
    expect(pooled(plan, results, "own")).toEqual(own.map(() => 0));
    expect(pooled(plan, results, "base")).toEqual(own.map(() => 0));
    expect(trainings).toHaveLength(10);
    for (const seen of trainings.filter((_, i) => i % 2 === 1))
      expect(seen.every((id) => id >= 100)).toBe(true);
  });

  it("counts which own compounds stand in the base, or something that gives them away", () => {
    expect(knownAmong(compoundsOf(own), compoundsOf(base))).toBe(1);
  });

  it("holds everything out at once where all hangs together, and learns from the base alone", async () => {
    const onePaper = own.map(({ compound, ...rest }) => ({
      ...rest,
      compound: { ...compound, doi: "10.1/one" },
    }));
    const plan = planFolds(compoundsOf(onePaper), compoundsOf(base), 1);
    expect(plan.groups).toBe(1);
    const trainings: number[][] = [];
    await crossValidate(memory(trainings), onePaper, base, plan);
    expect(trainings[0]).toEqual([100]);
  });

  it("goes on from the parts that were done, as they were written down", async () => {
    const plan = planFolds(compoundsOf(own), compoundsOf(base), 1);
    const written: string[] = [];
    const whole = await crossValidate(memory(), own, base, plan, {
      onFold: (result) => written.push(JSON.stringify(result)),
    });
    const done = written
      .slice(0, 3)
      .map((line): unknown => JSON.parse(line))
      .filter(isFoldResult);
    expect(done).toHaveLength(3);
    const trainings: number[][] = [];
    const added: FoldResult[] = [];
    const shares: number[] = [];
    const resumed = await crossValidate(memory(trainings), own, base, plan, {
      done,
      onFold: (result) => added.push(result),
      onProgress: (share) => shares.push(share),
    });
    expect(resumed).toEqual(whole);
    expect(added.map(({ fold }) => fold)).toEqual([3, 4]);
    expect(trainings).toHaveLength(4);
    expect(shares.at(-1)).toBe(1);
    expect(Math.min(...shares)).toBeGreaterThan(0.6);
  });

  it("ends where it is told to, with the parts done so far", async () => {
    const controller = new AbortController();
    const done: FoldResult[] = [];
    const running = crossValidate(memory(), own, base, planFolds(compoundsOf(own), compoundsOf(base), 1), {
      signal: controller.signal,
      onFold: (result) => {
        done.push(result);
        if (done.length === 2) controller.abort();
      },
    });
    await expect(running).rejects.toThrow(/abort/);
    expect(done).toHaveLength(2);
  });
});
