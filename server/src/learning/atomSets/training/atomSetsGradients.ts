import type { Dense } from "../../../graph/dense";
import type { Random } from "../../random";
import { mapAtomSets, type AtomSets } from "../atomSets";
import type { AtomFeatures } from "../atomFeatures";
import { backwardDense, forwardDense, zeroLayer } from "./denseGradients";
import { backwardHidden, forwardHidden } from "./hiddenLayers";
import type { Hyperparameters } from "./hyperparameters";
import { backwardSet2Set, forwardSet2Set } from "./set2setGradients";
import { joinSets } from "../setBatch";

/** A structure's atom features with what the classifier is to say of it. */
export interface LabelledSet {
  readonly features: AtomFeatures;
  readonly positive: boolean;
}

export type Regularisation = Pick<Hyperparameters, "dropout" | "penalty">;

/** The arrays of a model's parameters, in the order in which {@link mapAtomSets} visits its layers. */
export function parametersOf(model: AtomSets): Float64Array[] {
  const parameters: Float64Array[] = [];
  mapAtomSets(model, ({ kernel, bias }: Dense) => parameters.push(kernel, bias));
  return parameters;
}

export interface LossGradients {
  /** Mean binary cross-entropy of the structures, with the penalties. */
  readonly loss: number;
  readonly gradients: AtomSets;
}

/**
 * The loss on some structures and its gradients with respect to every parameter. Without `random` nothing is dropped.
 */
export function lossGradients(
  model: AtomSets,
  samples: readonly LabelledSet[],
  { dropout, penalty }: Regularisation,
  random?: Random,
): LossGradients {
  const batch = joinSets(samples.map(({ features }) => features));
  const labels = samples.map(({ positive }) => (positive ? 1 : 0));
  const rows = batch.weights.length;
  const sets = samples.length;
  const hide = (share: number) => random && { share, random };
  const atoms = forwardHidden(model.atomLayers, batch.values, rows, hide(dropout.initial));
  const readout = forwardSet2Set(model.readout, last(atoms), batch);
  const hidden = forwardHidden(model.setLayers, readout.output, sets, hide(dropout.final));
  const logits = forwardDense(model.output, last(hidden), sets);
  const { loss, dLogits } = crossEntropy(logits, labels);

  const gradients = mapAtomSets(model, zeroLayer);
  const share = (of: number) => (random ? of : 0);
  const dHidden = backwardDense(model.output, gradients.output, last(hidden), dLogits, sets);
  const dReadout = backwardHidden(model.setLayers, gradients.setLayers, hidden, dHidden, sets, {
    share: share(dropout.final),
    last: false,
  });
  const dAtoms = backwardSet2Set(model.readout, gradients.readout, readout, last(atoms), batch, dReadout);
  backwardHidden(model.atomLayers, gradients.atomLayers, atoms, dAtoms, rows, {
    share: share(dropout.initial),
    last: true,
  });
  const penalties =
    penalise(model.atomLayers, gradients.atomLayers, penalty.initial) +
    penalise(model.setLayers, gradients.setLayers, penalty.final);
  return { loss: loss + penalties, gradients };
}

function last(activations: readonly Float64Array[]): Float64Array {
  return activations.at(-1) ?? new Float64Array(0);
}

/** Of a logit z with label y: log(1 + exp z) - y z, the mean over the structures. */
function crossEntropy(
  logits: Float64Array,
  labels: readonly number[],
): { readonly loss: number; readonly dLogits: Float64Array } {
  let loss = 0;
  const dLogits = logits.map((z, i) => {
    const label = labels[i] ?? 0;
    loss += Math.max(z, 0) + Math.log1p(Math.exp(-Math.abs(z))) - label * z;
    return (1 / (1 + Math.exp(-z)) - label) / logits.length;
  });
  return { loss: loss / logits.length, dLogits };
}

/** Adds the gradients of `factor` times the sum of the squared kernels, and gives that. */
function penalise(layers: readonly Dense[], gradients: readonly Dense[], factor: number): number {
  let squares = 0;
  layers.forEach(({ kernel }, i) => {
    const gradient = gradients[i]?.kernel ?? new Float64Array(0);
    for (let k = 0; k < kernel.length; k++) {
      const weight = kernel[k] ?? 0;
      squares += weight * weight;
      gradient[k] = (gradient[k] ?? 0) + 2 * factor * weight;
    }
  });
  return factor * squares;
}
