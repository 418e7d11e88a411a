import * as tf from "@tensorflow/tfjs-core";
import type { GraphState } from "../../src/graph/megnetTensors";
import type { Lesson, StateTargets, Target } from "./lessons";

/** How much each number of the teacher's vectors varies: the unit in which errors count. */
export type StateScales = Readonly<Record<keyof GraphState, tf.Tensor>>;

/** Numbers that hardly vary count in units of this share of their size. */
const leastShare = 0.1;
/** The state before the first block is zero. */
const leastScale = 0.01;

/** At each place in the network: what enters the first block, then what leaves each block. */
export function stateScales(lessons: readonly Lesson[]): StateScales[] {
  const places = lessons[0]?.blocks.map((_, k) => (lesson: Lesson) => lesson.blocks[k]) ?? [];
  return [(lesson: Lesson): StateTargets | undefined => lesson.start, ...places].map((place) => {
    const scale = (part: keyof GraphState) =>
      tf.tensor1d(columnScales(lessons.flatMap((lesson) => place(lesson)?.[part] ?? [])));
    return { atoms: scale("atoms"), bonds: scale("bonds"), global: scale("global") };
  });
}

/** Of each column: the standard deviation, but no less than a share of the size. */
export function columnScales(targets: readonly Target[]): Float32Array {
  const columns = targets[0]?.shape[1] ?? 0;
  const [sums, squares] = [new Float64Array(columns), new Float64Array(columns)];
  let rows = 0;
  for (const { values, shape } of targets) {
    rows += shape[0];
    values.forEach((value, i) => {
      sums[i % columns] = (sums[i % columns] ?? 0) + value;
      squares[i % columns] = (squares[i % columns] ?? 0) + value * value;
    });
  }
  return Float32Array.from(sums, (sum, k) => {
    const size = (squares[k] ?? 0) / rows;
    return Math.sqrt(Math.max(0, size - (sum / rows) ** 2) + leastShare ** 2 * size) + leastScale;
  });
}
