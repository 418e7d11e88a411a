import * as tf from "@tensorflow/tfjs-core";
import { Lookups, type TensorParent } from "../../src/graph/megnetTensors";
import type { ParentModel } from "../../src/graph/parentModel";
import { Random } from "../../src/learning/random";
import { Adam } from "./adam";
import { drawBlockRows, type RowCounts } from "./blockRows";
import type { Lesson, Teachers } from "./lessons";
import { blockErrors, finalState, lessonErrors, outputErrors, startErrors, type LossWeights } from "./losses";
import { stateScales, type StateScales } from "./scales";
import { layerUnits } from "./layerUnits";
import { memoryWidth, plainStudent, randomStudent, type Student } from "./student";

/** One of the two stages of distillation. */
export interface Stage {
  readonly steps: number;
  /** Rate of the first steps; it falls to zero along a cosine. */
  readonly rate: number;
}

export interface DistillationOptions {
  readonly name: string;
  readonly seed: number;
  /** Each block by itself: from so many lessons a step, so many rows of each. */
  readonly blockwise: Stage & { readonly lessons: number; readonly rows: RowCounts };
  /** All blocks one after the other, a lesson a step. */
  readonly endToEnd: Stage;
  readonly weights: LossWeights;
}

/** Steps of a stage so far, the mean loss since the last report, and the student as it is. */
export type Report = (stage: string, step: number, loss: number, student: TensorParent) => void;

/** Readouts take whole crystals, so they learn in some of the blockwise steps only. */
const readoutsEvery = 4;
/** Steps between reports. */
const reportEvery = 200;

/**
 * A parent from a random start that learns to give the teachers' features and outputs. First every block and readout by
 * itself, fed with the teacher's own vectors (teacher forcing): plain regressions on rows from many crystals. Then
 * end to end, where each block learns to work with what those before it make.
 */
export function distilParent(
  plainTeacher: ParentModel,
  teachers: Teachers,
  lessons: readonly Lesson[],
  options: DistillationOptions,
  report: Report,
): ParentModel {
  const random = new Random(options.seed);
  const units = layerUnits(lessons, memoryWidth(plainTeacher));
  const trainee = randomStudent(plainTeacher, options.name, units, random);
  const student = trainee.parent;
  const scales = stateScales(lessons);
  const { embedding } = teachers.formationEnergy;
  const draw = lessonDeck(lessons, random);
  const blockwise = (step: number) => [
    ...blockwiseErrors(student, embedding, draw, scales, options, random),
    ...(step % readoutsEvery === 0 ? readoutErrors(student, draw(), options.weights) : []),
  ];
  runStage("blockwise", trainee, options.blockwise, blockwise, report);
  const endToEnd = () => lessonErrors(student, embedding, draw(), scales, options.weights);
  runStage("end to end", trainee, options.endToEnd, endToEnd, report);
  return plainStudent(student);
}

/** Deals all lessons in a new order, again and again. */
function lessonDeck(lessons: readonly Lesson[], random: Random): () => Lesson {
  let deck: Lesson[] = [];
  return () => {
    if (deck.length === 0) deck = random.shuffled(lessons);
    const lesson = deck.pop();
    if (!lesson) throw new RangeError("there are no lessons");
    return lesson;
  };
}

function blockwiseErrors(
  student: TensorParent,
  embedding: tf.Tensor,
  draw: () => Lesson,
  [startScales, ...blockScales]: readonly StateScales[],
  { blockwise, weights }: DistillationOptions,
  random: Random,
): tf.Tensor[] {
  const lessons = Array.from({ length: blockwise.lessons }, draw);
  const [first] = lessons;
  const start =
    first && startScales ? startErrors(student, embedding, first, startScales, weights).errors : [];
  const blocks = student.blocks.flatMap((block, k) => {
    const scales = blockScales[k];
    return scales
      ? blockErrors(block, drawBlockRows(lessons, k, blockwise.rows, random), scales, weights)
      : [];
  });
  return [...start, ...blocks];
}

function readoutErrors(student: TensorParent, lesson: Lesson, weights: LossWeights): tf.Tensor[] {
  return outputErrors(student, new Lookups(lesson.batch), finalState(lesson), lesson, weights);
}

function runStage(
  name: string,
  { parent, variables }: Student,
  { steps, rate }: Stage,
  errors: (step: number) => tf.Tensor[],
  report: Report,
): void {
  const optimizer = new Adam(variables);
  const trainable = variables.map(({ variable }) => variable);
  let sum = 0;
  for (let step = 0; step < steps; step++) {
    const { value, grads } = tf.variableGrads(() => tf.sum(tf.addN(errors(step))), trainable);
    sum += value.dataSync()[0] ?? NaN;
    optimizer.step(grads, 0.5 * rate * (1 + Math.cos((Math.PI * step) / steps)));
    tf.dispose([value, grads]);
    if ((step + 1) % reportEvery !== 0 && step + 1 !== steps) continue;
    report(name, step + 1, sum / ((step % reportEvery) + 1), parent);
    sum = 0;
  }
}
