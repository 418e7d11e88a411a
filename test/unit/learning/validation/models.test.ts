import { describe, expect, it } from "vitest";
import { thesisHyperparameters } from "../../../../server/src/learning/atomSets/training/hyperparameters";
import { atomSetsModel } from "../../../../server/src/learning/validation/atomSetsModel";
import type { LabelledCompound } from "../../../../server/src/learning/validation/compound";
import {
  familyControl,
  meanControl,
  onShuffledLabels,
  shuffledControl,
} from "../../../../server/src/learning/validation/controls";
import { sendekRegression } from "../../../../server/src/learning/validation/sendekRegression";
import { compound, saltCompound } from "./compounds";

/** Salts whose lithium conducts where the cell is large. */
const salts = Array.from({ length: 24 }, (_, i) =>
  saltCompound(4 + 0.1 * i, i % 2 === 0 ? "Cl" : "Br", {
    superionic: i >= 12,
    logConductivity: i >= 12 ? -3 : -7,
  }),
);
const isRight = (compounds: readonly LabelledCompound[], probabilities: readonly number[]) =>
  compounds.filter(({ superionic }, i) => (probabilities[i] ?? NaN) >= 0.5 === superionic).length;

describe("the controls", () => {
  const training = [
    compound({ formula: "LiCl", family: "halide", superionic: true }),
    compound({ formula: "LiBr", family: "halide", superionic: true }),
    compound({ formula: "Li2O", family: "oxide", superionic: false }),
    compound({ formula: "Li3N", family: "", superionic: false }),
  ];

  it("say the mean of training of every compound", async () => {
    const fitted = await meanControl.fit(training, 1);
    expect(fitted.predict([...training, compound({ formula: "LiF" })])).toEqual([0.5, 0.5, 0.5, 0.5, 0.5]);
  });

  it("say the label of some training compound, as often as it occurs", async () => {
    const fitted = await shuffledControl.fit(training, 1);
    const said = fitted.predict(training);
    expect(said.toSorted((a, b) => a - b)).toEqual([0, 0, 1, 1]);
    expect(fitted.predict(training)).toEqual(said);
    const seeds = [1, 2, 3, 4, 5, 6];
    const others = seeds.map(async (seed) => (await shuffledControl.fit(training, seed)).predict(training));
    expect(new Set((await Promise.all(others)).map((one) => one.join(""))).size).toBeGreaterThan(1);
  });

  it("say what is usual in the family, the mean of training where it is unknown", async () => {
    const fitted = await familyControl.fit(training, 1);
    const [halide, oxide, unknown, none] = fitted.predict([
      compound({ formula: "LiI", family: "halide" }),
      compound({ formula: "Li2ZrO3", family: "oxide" }),
      compound({ formula: "Li2S", family: "sulfide" }),
      compound({ formula: "Li2Se", family: "" }),
    ]);
    expect(halide).toBeCloseTo(2.5 / 3, 12);
    expect(oxide).toBeCloseTo(0.25, 12);
    expect([unknown, none]).toEqual([0.5, 0.5]);
  });

  it("teach a model the labels of others, and only these", async () => {
    let seen: readonly LabelledCompound[] = [];
    const spy = {
      name: "spy",
      fit: (training: readonly LabelledCompound[]) => {
        seen = training;
        return { predict: () => [] };
      },
    };
    await onShuffledLabels(spy).fit(salts, 3);
    expect(seen.map(({ id }) => id)).toEqual(salts.map(({ id }) => id));
    expect(seen.map(({ crystal }) => crystal)).toEqual(salts.map(({ crystal }) => crystal));
    expect(seen.filter(({ superionic }) => superionic)).toHaveLength(12);
    expect(seen.map(({ superionic }) => superionic)).not.toEqual(salts.map(({ superionic }) => superionic));
    for (const { superionic, logConductivity } of seen) expect(logConductivity).toBe(superionic ? -3 : -7);
  });
});

describe("logistic regression on Sendek's features", () => {
  it("learns that lithium is quick where it is far from its anions", async () => {
    const fitted = await sendekRegression().fit(salts, 1);
    expect(isRight(salts, fitted.predict(salts))).toBe(salts.length);
  });

  it("passes over compounds without a structure, in training", async () => {
    const bare = compound({ formula: "LiF", crystal: undefined, superionic: true });
    const [one, other] = [
      await sendekRegression().fit(salts, 1),
      await sendekRegression().fit([...salts, bare], 1),
    ];
    expect(other.predict(salts)).toEqual(one.predict(salts));
  });
});

describe("AtomSets as a model to be validated", () => {
  const [small] = thesisHyperparameters;
  const settings = { members: small ? [small, small] : [], epochs: 60 };

  it("learn what the features tell", async () => {
    const model = atomSetsModel("CAMN", 1, settings);
    expect(model.name).toBe("AtomSets CAMN-V1, 2 members");
    const fitted = await model.fit([...salts, compound({ formula: "LiF", crystal: undefined })], 1);
    expect(isRight(salts, fitted.predict(salts))).toBeGreaterThan(18);
  });

  it("are the same for the same seed", async () => {
    const model = atomSetsModel("CAMN", 0, { ...settings, epochs: 2 });
    const predict = async (seed: number) => (await model.fit(salts, seed)).predict(salts);
    expect(await predict(1)).toEqual(await predict(1));
    expect(await predict(2)).not.toEqual(await predict(1));
  });
});
