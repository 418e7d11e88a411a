import { Random } from "../../random";
import { randomLayer } from "../../randomLayer";
import { mapAtomSets, type AtomSets } from "../atomSets";
import { lossGradients, parametersOf, type LabelledSet } from "./atomSetsGradients";
import { triangular2 } from "./cyclicalRate";
import type { Hyperparameters } from "./hyperparameters";
import { Lamb } from "./lamb";
import { Lookahead } from "./lookahead";
import { randomAtomSets } from "./randomAtomSets";

export interface TrainingOptions {
  readonly epochs: number;
  /** Of the start, the order of the data and the dropout. */
  readonly seed: number;
  /** A classifier of the same architecture that learned something else: all but its output layer is taken over. */
  readonly start?: AtomSets;
  /** Epochs in which the rate climbs from its lowest to its highest. */
  readonly halfCycle?: number;
}

export interface TrainingCallbacks {
  /** After each epoch, with the mean loss of its steps. */
  readonly onEpoch?: (epoch: number, loss: number) => void;
  /** Stops the training between two epochs. */
  readonly signal?: AbortSignal;
}

/** One classifier in training, an epoch at a time. */
export class AtomSetsTrainer {
  /** Changes with every epoch. */
  readonly model: AtomSets;
  private readonly random: Random;
  private readonly halfCycle: number;
  private readonly lamb: Lamb;
  private readonly lookahead: Lookahead;
  private steps = 0;

  /** @param samples with standardised features, at least one. */
  constructor(
    private readonly samples: readonly LabelledSet[],
    private readonly hyperparameters: Hyperparameters,
    { seed, start, halfCycle = 50 }: Omit<TrainingOptions, "epochs">,
  ) {
    this.random = new Random(seed);
    const width = samples[0]?.features.width ?? 0;
    this.model = start ? takeOver(start, this.random) : randomAtomSets(width, hyperparameters, this.random);
    this.halfCycle = halfCycle;
    const parameters = parametersOf(this.model);
    this.lamb = new Lamb(parameters);
    this.lookahead = new Lookahead(parameters);
  }

  /** Shows every sample once, and gives the mean loss of the steps. */
  runEpoch(): number {
    const { batchSize } = this.hyperparameters;
    const order = this.random.shuffled(this.samples);
    const steps = Math.ceil(order.length / batchSize);
    let sum = 0;
    for (let i = 0; i < steps; i++) sum += this.step(order.slice(i * batchSize, (i + 1) * batchSize), steps);
    return sum / steps;
  }

  private step(batch: readonly LabelledSet[], stepsAnEpoch: number): number {
    const { rate } = this.hyperparameters;
    const epoch = this.steps++ / stepsAnEpoch;
    const { loss, gradients } = lossGradients(this.model, batch, this.hyperparameters, this.random);
    this.lamb.step(parametersOf(gradients), triangular2({ ...rate, halfCycle: this.halfCycle }, epoch));
    this.lookahead.follow();
    return loss;
  }
}

/**
 * Trains a classifier as chapter 4 of the thesis does: LAMB with lookahead, the rate along triangular2.
 *
 * @param samples with standardised features, at least one.
 * @throws the signal's reason when it is aborted.
 */
export async function trainAtomSets(
  samples: readonly LabelledSet[],
  hyperparameters: Hyperparameters,
  { epochs, ...options }: TrainingOptions,
  { onEpoch, signal }: TrainingCallbacks = {},
): Promise<AtomSets> {
  const trainer = new AtomSetsTrainer(samples, hyperparameters, options);
  for (let epoch = 0; epoch < epochs; epoch++) {
    signal?.throwIfAborted();
    const loss = trainer.runEpoch();
    onEpoch?.(epoch, loss);
    await letOthersRun();
  }
  return trainer.model;
}

/** Whoever waits to abort gets a turn. */
function letOthersRun(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve));
}

/** A copy with a new output layer. */
function takeOver(start: AtomSets, random: Random): AtomSets {
  const copy = mapAtomSets(start, (layer) => ({
    ...layer,
    kernel: layer.kernel.slice(),
    bias: layer.bias.slice(),
  }));
  return { ...copy, output: randomLayer(start.output.inputs, start.output.outputs, random) };
}
