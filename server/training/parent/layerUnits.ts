import type { GraphState } from "../../src/graph/megnetTensors";
import type { Lesson, StateTargets, Target } from "./lessons";
import { columnScales } from "./scales";

/** In what units the numbers that enter and leave a layer come; 1 where nothing is told. */
export interface LayerUnits {
  readonly inputs: ArrayLike<number>;
  readonly outputs: ArrayLike<number>;
}

/** Inputs told part by part, as they stand side by side. */
type TellInputs = (layer: string, ...parts: readonly ArrayLike<number>[]) => void;

/**
 * The sizes of the teacher's vectors where a layer's inputs or targets are such, by the names that `mapParent` gives layers.
 * The vectors of bonds grow from 1 to 100 along the blocks; a layer starts from weights and learns by steps in these units,
 * as if all had been standardised.
 *
 * @param hidden width of the memories of the readouts
 */
export function layerUnits(lessons: readonly Lesson[], hidden: number): Map<string, LayerUnits> {
  const units = new Map<string, LayerUnits>();
  const tell: TellInputs = (layer, ...parts) => {
    units.set(layer, { inputs: parts.flatMap((part) => Array.from(part)), outputs: [] });
  };
  const count = lessons[0]?.blocks.length ?? 0;
  for (let k = 0; k < count; k++) {
    tellBlockInputs(lessons, k, tell);
    tellMessages(lessons, k, units, tell);
  }
  tellReadoutInputs(inputScales(lessons, count), hidden, tell);
  return units;
}

function tellBlockInputs(lessons: readonly Lesson[], k: number, tell: TellInputs): void {
  const { atoms, bonds, global } = inputScales(lessons, k);
  if (k === 0) {
    // The first block has no feed-forward layers.
    tell("blocks.0.messages.bonds.0", atoms, atoms, bonds, global);
    return;
  }
  tell(`blocks.${k}.atomLayers.0`, atoms);
  tell(`blocks.${k}.bondLayers.0`, bonds);
  tell(`blocks.${k}.stateLayers.0`, global);
}

function tellMessages(
  lessons: readonly Lesson[],
  k: number,
  units: Map<string, LayerUnits>,
  tell: TellInputs,
): void {
  const scales = (pick: (block: Lesson["blocks"][number]) => Target) =>
    columnScales(lessons.flatMap(({ blocks }) => (blocks[k] ? [pick(blocks[k])] : [])));
  const path = `blocks.${k}.messages`;
  const bondsOfAtom = scales((block) => block.bondsOfAtom);
  tell(`${path}.atoms.0`, bondsOfAtom);
  const [bondsOfCrystal, atomsOfCrystal] = [
    scales((block) => block.bondsOfCrystal),
    scales((block) => block.atomsOfCrystal),
  ];
  tell(`${path}.state.0`, bondsOfCrystal, atomsOfCrystal);
  for (const [network, part] of [
    ["bonds", "bonds"],
    ["atoms", "atoms"],
    ["state", "global"],
  ] as const)
    units.set(`${path}.${network}.2`, { inputs: [], outputs: scales((block) => block[part]) });
}

function tellReadoutInputs(
  { atoms, bonds, global }: Record<keyof GraphState, Float32Array>,
  hidden: number,
  tell: TellInputs,
): void {
  const answers = new Float32Array(4 * hidden).fill(1);
  for (const output of ["formationEnergy", "bandGap", "nonmetalProbability"]) {
    const path = `readouts.${output}`;
    tell(`${path}.${output === "formationEnergy" ? "atoms.projection" : "atomLayers.0"}`, atoms);
    tell(`${path}.bonds.projection`, bonds);
    tell(`${path}.layers.0`, answers, global);
  }
}

/** Of what enters block `k`: the start and all that earlier blocks added. */
function inputScales(lessons: readonly Lesson[], k: number): Record<keyof GraphState, Float32Array> {
  const scale = (part: keyof GraphState) => columnScales(lessons.map((lesson) => sumBefore(lesson, k, part)));
  return { atoms: scale("atoms"), bonds: scale("bonds"), global: scale("global") };
}

/** What enters block `k` of one lesson. */
export function sumBefore({ start, blocks }: Lesson, k: number, part: keyof GraphState): Target {
  const states: readonly StateTargets[] = [start, ...blocks.slice(0, k)];
  const sum = new Float32Array(start[part].values.length);
  for (const state of states)
    state[part].values.forEach((value, i) => {
      sum[i] = (sum[i] ?? 0) + value;
    });
  return { values: sum, shape: start[part].shape };
}
