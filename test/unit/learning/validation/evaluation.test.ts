import { beforeAll, describe, expect, it } from "vitest";
import type { LabelledCompound } from "../../../../server/src/learning/validation/compound";
import { familyControl, meanControl } from "../../../../server/src/learning/validation/controls";
import { evaluationUnits, outOfFold } from "../../../../server/src/learning/validation/evaluation";
import { evaluationResults } from "../../../../server/src/learning/validation/report/evaluationResults";
import { reportFiles } from "../../../../server/src/learning/validation/report/reportFiles";
import { splitData, type SplitData } from "../../../../server/src/learning/validation/schemes";
import { meanDeviation, summarise } from "../../../../server/src/learning/validation/summary";
import type { TrainableModel } from "../../../../server/src/learning/validation/trainableModel";
import { compound, saltCompound } from "./compounds";

const anions = ["F", "Cl", "Br", "I"] as const;
/** Halides of four papers and two families, some without a structure. */
const compounds = Array.from({ length: 40 }, (_, i) => {
  const anion = anions[i % anions.length] ?? "F";
  const rest = {
    id: `entry ${i}`,
    doi: `10.1/${anion}`,
    family: i % 4 < 2 ? "light" : "heavy",
    superionic: i % 3 === 0,
  };
  return i < 32
    ? saltCompound(4 + 0.01 * i, anion, rest)
    : compound({ formula: `Li${anion}`, ...rest, crystal: undefined });
});

let data: SplitData;
beforeAll(() => {
  data = splitData(compounds, { folds: 3, repeats: 2, seed: 1 });
}, 60_000);

describe("out of fold", () => {
  it("nobody is asked about what was learned, and everybody with a structure is asked", async () => {
    const random = data.schemes.find(({ key }) => key === "random");
    let overlaps = 0;
    const honest: TrainableModel = {
      name: "honest",
      fit: (training) => ({
        predict: (asked: readonly LabelledCompound[]) => {
          overlaps += asked.filter((one) => training.includes(one)).length;
          return asked.map(() => 0.5);
        },
      }),
    };
    const splits = random?.repeats[0] ?? [];
    const predictions = await outOfFold({ model: honest, scheme: "random", repeat: 0, splits }, data, 1);
    expect(overlaps).toBe(0);
    expect(predictions.map((p) => Number.isNaN(p))).toEqual(compounds.map(({ crystal }) => !crystal));
  });

  it("stops between two folds when it is told to", async () => {
    const controller = new AbortController();
    const impatient: TrainableModel = {
      name: "impatient",
      fit: () => {
        controller.abort(new Error("enough"));
        return { predict: (asked) => asked.map(() => 0) };
      },
    };
    const splits = data.schemes[0]?.repeats[0] ?? [];
    const unit = { model: impatient, scheme: "random", repeat: 0, splits } as const;
    await expect(outOfFold(unit, data, 1, controller.signal)).rejects.toThrow("enough");
  });
});

describe("a plan", () => {
  it("has a unit for each model, scheme and repeat that there is", () => {
    const plan = [
      { model: meanControl, schemes: ["random", "papers"] as const, repeats: 2 },
      { model: familyControl, schemes: ["random"] as const, repeats: 9 },
    ];
    const units = evaluationUnits(plan, data).map(
      ({ model, scheme, repeat }) => `${model.name} ${scheme} ${repeat}`,
    );
    expect(units.toSorted()).toEqual([
      "control: prevalence of the family random 0",
      "control: prevalence of the family random 1",
      "control: training mean papers 0",
      "control: training mean papers 1",
      "control: training mean random 0",
      "control: training mean random 1",
    ]);
  });
});

describe("a summary", () => {
  it("pools the folds of a repeat, and tells mean and deviation over the repeats", () => {
    const four = [true, false, true, false].map((superionic, i) =>
      compound({ formula: "LiCl", id: `${i}`, superionic }),
    );
    const splits = [
      { training: [2, 3], validation: [0, 1] },
      { training: [0, 1], validation: [2, 3] },
    ];
    const repeats = [
      { splits, predictions: [0.9, 0.1, 0.8, 0.2] },
      { splits, predictions: [0.9, 0.1, 0.1, 0.9] },
    ];
    const summary = summarise("model", "random", repeats, four);
    expect(summary.pooled.mcc).toEqual({ mean: 0.5, deviation: Math.SQRT1_2 });
    expect(summary.byFold.mcc.mean).toBe(0.5);
    expect(summary.pooled.brier.mean).toBeCloseTo(
      (0.01 + 0.01 + 0.04 + 0.04 + 0.01 + 0.01 + 0.81 + 0.81) / 8,
      12,
    );
    expect(summary.predictions).toEqual([0.9, 0.1, 0.45, 0.55].map((p) => expect.closeTo(p, 12) as unknown));
    expect(summary.folds).toBeUndefined();
  });

  it("has no deviation of one repeat", () => {
    expect(meanDeviation([0.3])).toEqual({ mean: 0.3, deviation: NaN });
  });
});

describe("the report", () => {
  let files: ReadonlyMap<string, string>;
  beforeAll(async () => {
    const plan = [meanControl, familyControl].map((model) => ({
      model,
      schemes: data.schemes.map(({ key }) => key),
      repeats: 2,
    }));
    const finished = [];
    for (const unit of evaluationUnits(plan, data))
      finished.push({ unit, predictions: await outOfFold(unit, data, 1) });
    const results = evaluationResults(data, finished, {
      name: "four halides",
      seed: 1,
      remarks: ["A remark."],
    });
    files = reportFiles(results, [familyControl.name]);
  });

  it("tells every model under every scheme, and what to beware of", () => {
    const text = files.get("README.md") ?? "";
    for (const { title } of data.schemes) expect(text).toContain(`## ${title}`);
    expect(text.match(/\| control: prevalence of the family \| 2 \|/gu)).toHaveLength(data.schemes.length);
    expect(text).toContain("32 compounds with a structure are scored");
    expect(text).toContain("8 more have only a composition");
    expect(text).toContain("- A remark.");
  });

  it("shows only figures that are there, and all of them", () => {
    const shown = [...(files.get("README.md") ?? "").matchAll(/\]\((figures\/[^)]+)\)/gu)].map(
      ([, path]) => path,
    );
    const there = [...files.keys()].filter((path) => path.endsWith(".svg"));
    expect(shown.toSorted()).toEqual(there.toSorted());
    expect(there).toContain("figures/clusters.svg");
  });

  it("keeps the numbers in JSON", () => {
    const results = JSON.parse(files.get("results.json") ?? "") as {
      readonly models: readonly {
        readonly model: string;
        readonly pooled: { readonly mcc: { readonly mean: number } };
      }[];
      readonly compounds: readonly object[];
    };
    expect(results.compounds).toHaveLength(40);
    const mean = results.models.filter(({ model }) => model === meanControl.name);
    expect(mean).toHaveLength(data.schemes.length);
    expect(mean.every(({ pooled }) => pooled.mcc.mean === 0)).toBe(true);
  });

  it("keeps figures small, and text in them text", () => {
    for (const [path, content] of files) {
      if (!path.endsWith(".svg")) continue;
      expect(content.length, path).toBeLessThan(60_000);
      expect(content.startsWith("<svg ")).toBe(true);
      expect(content).not.toContain("NaN");
      expect(content).toContain("<text");
    }
  });
});
