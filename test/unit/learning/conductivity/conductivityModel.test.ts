import { beforeAll, describe, expect, it } from "vitest";
import { readSafetensors, writeSafetensors } from "../../../../server/src/graph/safetensors";
import {
  ConductivityModel,
  fitConductivityModel,
} from "../../../../server/src/learning/conductivity/conductivityModel";
import { fromTensors, toTensors } from "../../../../server/src/learning/conductivity/modelTensors";
import type { ConductivitySample } from "../../../../server/src/learning/conductivity/samples";
import { Random } from "../../../../server/src/learning/random";

const random = new Random(17);

/** A compound whose conductivity rises with sulfur and falls with the distance of Li; two measurements a paper. */
function compound(i: number, isLocated = true): ConductivitySample {
  const [sulfur, distance] = [0.6 * random.uniform(), 1.5 + 2 * random.uniform()];
  const logConductivity = -5 + 6 * sulfur - 1.2 * (distance - 2.5) + 0.2 * random.normal();
  const composition: [string, number][] = [
    ["fraction of Li", 0.4],
    ["fraction of S", sulfur],
    ["fraction of O", 0.6 - sulfur],
    ["number of elements", 3],
  ];
  return {
    id: `c${i}`,
    formula: "LiSO",
    doi: `10.0/${Math.floor(i / 2)}`,
    logConductivity,
    isUpperBound: false,
    features: new Map([
      ...composition,
      ...(isLocated ? ([["shortest Li-Li distance (Å)", distance]] as const) : []),
    ]),
  };
}

describe("the conductivity model", () => {
  const train = Array.from({ length: 90 }, (_, i) => compound(i, i % 3 > 0));
  const fresh = Array.from({ length: 300 }, (_, i) => compound(1000 + i));
  let model: ConductivityModel;
  beforeAll(() => {
    model = fitConductivityModel(train);
  });

  it("predicts compounds that it has not seen, and its intervals hold about 80 % of them", () => {
    const predictions = fresh.map(({ features }) => model.predict(features));
    const mean = train.reduce((sum, sample) => sum + sample.logConductivity, 0) / train.length;
    let [error, spread, held, right] = [0, 0, 0, 0];
    predictions.forEach(({ logConductivity, interval, pSi }, i) => {
      const truth = fresh[i]?.logConductivity ?? NaN;
      error += (logConductivity - truth) ** 2;
      spread += (mean - truth) ** 2;
      held += Number(interval[0] <= truth && truth <= interval[1]);
      right += Number(pSi >= 0.5 === truth >= -4);
    });
    expect(error / spread).toBeLessThan(0.2);
    expect(held / fresh.length).toBeGreaterThan(0.68);
    expect(held / fresh.length).toBeLessThan(0.92);
    expect(right / fresh.length).toBeGreaterThan(0.85);
  });

  it("names what moved a prediction, the strongest first and in the right direction", () => {
    const features = new Map(fresh[0]?.features)
      .set("fraction of S", 0.6)
      .set("fraction of O", 0)
      .set("shortest Li-Li distance (Å)", 3.4);
    const influences = model.influences(features);
    const effects = influences.map(({ effect }) => Math.abs(effect));
    expect(effects).toEqual(effects.toSorted((one, other) => other - one));
    const of = (property: string) => influences.find((influence) => influence.property === property);
    expect(of("fraction of S")?.effect).toBeGreaterThan(0.3);
    expect(of("fraction of S")?.value).toBeCloseTo(0.6, 6);
    expect(of("fraction of S")?.usual).toBeCloseTo(0.3, 1);
    expect(of("shortest Li-Li distance (Å)")?.effect).toBeLessThan(-0.3);
    expect(of("fraction of O")).toBeUndefined();
  });

  it("says why a compound is outside of what it knows, and nothing of one inside", () => {
    const inside = fresh[1]?.features ?? new Map<string, number>();
    expect(model.predict(inside).cautions).toEqual([]);
    const [caution] = model.predict(new Map(inside).set("fraction of Pu", 0.1)).cautions;
    expect(caution).toContain("Pu");
  });

  it("predicts also where Li was not located", () => {
    const { pSi, logConductivity } = model.predict(compound(0, false).features);
    expect(pSi).toBeGreaterThan(0);
    expect(pSi).toBeLessThan(1);
    expect(logConductivity).toBeLessThan(0);
  });

  it("is the same after a file, and fitted again", () => {
    const { architecture, tensors } = toTensors(model.state);
    const file = readSafetensors(writeSafetensors({ metadata: {}, tensors }));
    const written: unknown = JSON.parse(JSON.stringify(architecture));
    const restored = new ConductivityModel(fromTensors(written, file.tensors));
    const again = fitConductivityModel(train);
    for (const { features } of fresh.slice(0, 20)) {
      expect(restored.predict(features)).toEqual(model.predict(features));
      expect(again.predict(features)).toEqual(model.predict(features));
    }
  });

  it("refuses files that are no model, and too few compounds", () => {
    expect(() => fromTensors({}, new Map())).toThrow(/version/);
    const { architecture, tensors } = toTensors(model.state);
    const damaged = new Map([...tensors].filter(([name]) => name !== "targets"));
    expect(() => fromTensors(architecture, damaged)).toThrow(/targets/);
    expect(() => fitConductivityModel(train.slice(0, 1))).toThrow(RangeError);
  });
});
