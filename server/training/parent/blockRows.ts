import * as tf from "@tensorflow/tfjs-core";
import type { GraphState } from "../../src/graph/megnetTensors";
import type { Random } from "../../src/learning/random";
import type { Lesson, Target } from "./lessons";

/** Rows drawn from lessons: what enters one block of the teacher there, and what leaves it. */
export interface BlockRows {
  readonly bonds: RowTensors<"start" | "end" | "bond" | "global" | "target">;
  readonly atoms: RowTensors<"bonds" | "atom" | "global" | "target">;
  readonly crystals: RowTensors<"bonds" | "atoms" | "global" | "target">;
}

/** Matrices with a row each bond, atom or crystal that was drawn. */
type RowTensors<Name extends string> = Readonly<Record<Name, tf.Tensor>>;

/** How many of each are drawn from a lesson. */
export interface RowCounts {
  readonly bonds: number;
  readonly atoms: number;
}

/** Gathers rows of the teacher's matrices into one. */
class Gathered {
  private readonly rows: Float32Array[] = [];
  private width = 0;

  add({ values, shape: [, columns] }: Target, row: number): void {
    this.width = columns;
    this.rows.push(values.subarray(row * columns, (row + 1) * columns));
  }

  /** The row of what enters block `k`: the start and all that earlier blocks added. */
  addInput({ start, blocks }: Lesson, k: number, part: keyof GraphState, row: number): void {
    const [, columns] = start[part].shape;
    const sum = start[part].values.slice(row * columns, (row + 1) * columns);
    for (const block of blocks.slice(0, k))
      for (let i = 0; i < columns; i++) sum[i] = (sum[i] ?? 0) + (block[part].values[row * columns + i] ?? 0);
    this.width = columns;
    this.rows.push(sum);
  }

  tensor(): tf.Tensor {
    const values = new Float32Array(this.rows.length * this.width);
    this.rows.forEach((row, i) => {
      values.set(row, i * this.width);
    });
    return tf.tensor2d(values, [this.rows.length, this.width]);
  }
}

function tensors<Name extends string>(gathered: Readonly<Record<Name, Gathered>>): RowTensors<Name> {
  const entries = Object.entries<Gathered>(gathered).map(([name, rows]) => [name, rows.tensor()] as const);
  return Object.fromEntries(entries) as RowTensors<Name>;
}

/** Random rows of these lessons for block `k`. Call it inside `tf.tidy`. */
export function drawBlockRows(
  lessons: readonly Lesson[],
  k: number,
  counts: RowCounts,
  random: Random,
): BlockRows {
  const bonds = {
    start: new Gathered(),
    end: new Gathered(),
    bond: new Gathered(),
    global: new Gathered(),
    target: new Gathered(),
  };
  const atoms = {
    bonds: new Gathered(),
    atom: new Gathered(),
    global: new Gathered(),
    target: new Gathered(),
  };
  const crystals = {
    bonds: new Gathered(),
    atoms: new Gathered(),
    global: new Gathered(),
    target: new Gathered(),
  };
  for (const lesson of lessons) {
    const { batch } = lesson;
    const block = lesson.blocks[k];
    if (!block) throw new RangeError(`the teacher has no block ${k}`);
    const crystalOf = (atom: number) => batch.graphOfNode[atom] ?? 0;
    for (let i = 0; i < counts.bonds; i++) {
      const row = random.below(batch.distances.length);
      const start = batch.starts[row] ?? 0;
      bonds.start.addInput(lesson, k, "atoms", start);
      bonds.end.addInput(lesson, k, "atoms", batch.ends[row] ?? 0);
      bonds.bond.addInput(lesson, k, "bonds", row);
      bonds.global.addInput(lesson, k, "global", crystalOf(start));
      bonds.target.add(block.bonds, row);
    }
    for (let i = 0; i < counts.atoms; i++) {
      const row = random.below(batch.nodes);
      atoms.bonds.add(block.bondsOfAtom, row);
      atoms.atom.addInput(lesson, k, "atoms", row);
      atoms.global.addInput(lesson, k, "global", crystalOf(row));
      atoms.target.add(block.atoms, row);
    }
    for (let row = 0; row < batch.graphs; row++) {
      crystals.bonds.add(block.bondsOfCrystal, row);
      crystals.atoms.add(block.atomsOfCrystal, row);
      crystals.global.addInput(lesson, k, "global", row);
      crystals.target.add(block.global, row);
    }
  }
  return { bonds: tensors(bonds), atoms: tensors(atoms), crystals: tensors(crystals) };
}
