import type { Random } from "../../random";
import { randomLayer } from "../../randomLayer";
import type { AtomSets } from "../atomSets";
import type { Hyperparameters } from "./hyperparameters";

/** Width of the set2set memory, and how often it is asked. */
const [hidden, set2setSteps] = [16, 3];

/** A classifier of atoms with `width` features before training. */
export function randomAtomSets(
  width: number,
  { layers, neurons }: Pick<Hyperparameters, "layers" | "neurons">,
  random: Random,
): AtomSets {
  const stack = (inputs: number) =>
    Array.from({ length: layers }, (_, i) => randomLayer(i === 0 ? inputs : neurons, neurons, random));
  return {
    atomLayers: stack(width),
    readout: {
      projection: randomLayer(neurons, hidden, random),
      recurrence: randomLayer(2 * hidden, 4 * hidden, random),
      steps: set2setSteps,
    },
    setLayers: stack(2 * hidden),
    output: randomLayer(neurons, 1, random),
  };
}
