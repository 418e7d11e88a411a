import * as tf from "@tensorflow/tfjs-core";
import { beforeAll, describe, expect, it } from "vitest";
import { buildCrystalGraph } from "../../../../server/src/graph/crystalGraph";
import { expandDistances } from "../../../../server/src/graph/bondExpansion";
import { Megnet } from "../../../../server/src/graph/megnet";
import { Lookups, toTensorParent } from "../../../../server/src/graph/megnetTensors";
import type { ParentModel } from "../../../../server/src/graph/parentModel";
import { Random } from "../../../../server/src/learning/random";
import { generateStructures } from "../../../../server/training/generatedStructures";
import { Adam } from "../../../../server/training/parent/adam";
import { drawBlockRows } from "../../../../server/training/parent/blockRows";
import { tablePlaces, tabulatedBonds } from "../../../../server/training/parent/distanceTable";
import { distilParent, type DistillationOptions } from "../../../../server/training/parent/distillation";
import { makeLesson, type Lesson, type Teachers } from "../../../../server/training/parent/lessons";
import {
  blockErrors,
  finalState,
  lessonErrors,
  outputErrors,
} from "../../../../server/training/parent/losses";
import { stateScales } from "../../../../server/training/parent/scales";
import { startTensorBackend } from "../../../../server/training/tensorBackend";
import { RandomWeights } from "../../../support/models";

const weights = { embedding: 1, bonds: 1, global: 1, outputs: 1 };
const base = new RandomWeights().parent();

/** A teacher with one output of its own, as those that are published. */
function teacher(output: "formationEnergy" | "nonmetalProbability"): ParentModel {
  return { ...base, readouts: base.readouts.filter((readout) => readout.output === output) };
}

const structures = generateStructures(3, 24);
const total = (errors: readonly tf.Tensor[]) => tf.addN([...errors]).dataSync()[0] ?? NaN;

function teachersAndLessons(): [Teachers, Lesson[]] {
  const energy = toTensorParent(teacher("formationEnergy"));
  const probability = toTensorParent(teacher("nonmetalProbability"));
  const teachers = { formationEnergy: energy, bandGap: energy, nonmetalProbability: probability };
  return [teachers, [0, 8, 16].map((from) => makeLesson(teachers, structures.slice(from, from + 8)))];
}

describe("the lessons of the parent", () => {
  beforeAll(startTensorBackend);

  it("hold what the plain pass of each teacher says", () => {
    const [, [lesson]] = teachersAndLessons();
    const graphs = structures.slice(0, 8).map((structure) => buildCrystalGraph(structure, base.cutoff));
    const energy = new Megnet(teacher("formationEnergy"));
    const probability = new Megnet(teacher("nonmetalProbability"));
    graphs.forEach((graph, i) => {
      const expected = energy.run(graph, 0, true).outputs.get("formationEnergy") ?? NaN;
      expect(lesson?.formationEnergy.values[i]).toBeCloseTo(expected, 4);
      const chance = probability.run(graph, 0, true).outputs.get("nonmetalProbability") ?? NaN;
      expect(lesson?.nonmetalProbability.values[i]).toBeCloseTo(chance, 4);
    });
    const features = graphs.flatMap((graph) => Array.from(energy.run(graph, 2).features));
    features.forEach((value, i) => {
      expect(lesson?.blocks[1]?.atoms.values[i]).toBeCloseTo(value, 3);
    });
  });

  it("find no error in the teacher itself: neither in a block, nor end to end", () => {
    const [teachers, lessons] = teachersAndLessons();
    const scales = stateScales(lessons);
    const energy = teachers.formationEnergy;
    energy.blocks.forEach((block, k) => {
      const rows = drawBlockRows(lessons, k, { bonds: 40, atoms: 10 }, new Random(1));
      const [own] = scales.slice(k + 1);
      if (own) expect(total(blockErrors(block, rows, own, weights))).toBeLessThan(1e-8);
    });
    const [lesson] = lessons;
    if (!lesson) return;
    expect(total(lessonErrors(energy, energy.embedding, lesson, scales, weights))).toBeLessThan(1e-8);
    const lookups = new Lookups(lesson.batch);
    expect(total(outputErrors(energy, lookups, finalState(lesson), lesson, weights))).toBeLessThan(1e-8);
  });

  it("find errors in another parent", () => {
    const [teachers, [lesson]] = teachersAndLessons();
    if (!lesson) return;
    const other = toTensorParent({
      ...base,
      bondLayers: base.bondLayers.map((layer) => ({ ...layer, bias: layer.bias.map((b) => b + 0.3) })),
    });
    const scales = stateScales([lesson]);
    const errors = lessonErrors(other, teachers.formationEnergy.embedding, lesson, scales, weights);
    expect(total(errors)).toBeGreaterThan(1e-3);
  });
});

describe("the table of bonds", () => {
  beforeAll(startTensorBackend);

  it("gives what the layers give for a distance, to 1e-4", () => {
    const parent = toTensorParent(base);
    const distances = Float64Array.from({ length: 50 }, (_, i) => 0.02 + (i * (base.cutoff - 0.02)) / 49);
    const got = tabulatedBonds(parent, tablePlaces(distances)).dataSync();
    const expanded = expandDistances(base.gaussians, distances);
    const rows = tf.tensor2d(Float32Array.from(expanded), [distances.length, base.gaussians.centres.length]);
    const [layer] = parent.bondLayers;
    if (!layer) return;
    const direct = tf.sub(tf.softplus(tf.add(tf.matMul(rows, layer.kernel), layer.bias)), Math.LN2);
    direct.dataSync().forEach((value: number, i: number) => {
      expect(got[i]).toBeCloseTo(value, 4);
    });
  });
});

describe("Adam with units", () => {
  beforeAll(startTensorBackend);

  it("takes a first step of the rate in the unit of each number, whatever the slope", () => {
    const variable = tf.variable(tf.tensor1d([1, 1, 1]));
    const adam = new Adam([{ variable, units: Float32Array.of(1, 10, 0.1) }]);
    adam.step({ [variable.name]: tf.tensor1d([5, -0.01, 300]) }, 0.01);
    expect(Array.from(variable.dataSync())).toEqual([
      expect.closeTo(0.99, 5),
      expect.closeTo(1.1, 5),
      expect.closeTo(0.999, 5),
    ]);
  });
});

describe("distillation", () => {
  beforeAll(startTensorBackend);

  const options: DistillationOptions = {
    name: "student",
    seed: 4,
    blockwise: { steps: 30, rate: 0.02, lessons: 2, rows: { bonds: 60, atoms: 20 } },
    endToEnd: { steps: 30, rate: 0.01 },
    weights,
  };

  function distil(): ParentModel {
    const [teachers, lessons] = teachersAndLessons();
    return distilParent(teacher("formationEnergy"), teachers, lessons, options, () => undefined);
  }

  it("gives a parent with the teacher's levels and three outputs, nearer to it than at the start, the same each time", () => {
    const student = distil();
    expect(student.blocks.length).toBe(base.blocks.length);
    expect(student.readouts.map(({ output }) => output)).toEqual([
      "formationEnergy",
      "bandGap",
      "nonmetalProbability",
    ]);
    expect(distil()).toEqual(student);
    const error = (parent: ParentModel) => {
      const [megnet, expected] = [new Megnet(parent), new Megnet(base)];
      return structures.reduce((sum, structure) => {
        const graph = buildCrystalGraph(structure, base.cutoff);
        const got = megnet.run(graph, 2).features;
        return (
          sum + expected.run(graph, 2).features.reduce((s, value, i) => s + (value - (got[i] ?? NaN)) ** 2, 0)
        );
      }, 0);
    };
    const [teachers, lessons] = teachersAndLessons();
    const none = { steps: 1, rate: 0 };
    const idle = { ...options, blockwise: { ...options.blockwise, ...none }, endToEnd: none };
    const untrained = distilParent(teacher("formationEnergy"), teachers, lessons, idle, () => undefined);
    expect(error(student)).toBeLessThan(0.5 * error(untrained));
  }, 120_000);
});
