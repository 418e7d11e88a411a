import { sigmoid } from "../../graph/activations";
import { applyDense, applyStack, type Dense, type DenseLayer } from "../../graph/dense";
import { mapSet2Set } from "../../graph/parentModel";
import { applySet2Set, type Set2Set } from "../../graph/set2set";
import type { AtomFeatures } from "./atomFeatures";
import { joinSets, type SetBatch } from "./setBatch";

/**
 * A classifier of sets of atom features (Chen and Ong, npj Comput. Mater. 7, 173, 2021): dense layers on each atom,
 * set2set over the atoms, dense layers on the set, and a sigmoid.
 */
export interface AtomSets<Layer = Dense> {
  readonly atomLayers: readonly Layer[];
  readonly readout: Set2Set<Layer>;
  readonly setLayers: readonly Layer[];
  readonly output: Layer;
}

/** The probability that the model gives a structure with these, standardised, features. */
export function classify(model: AtomSets<DenseLayer>, features: AtomFeatures): number {
  return classifyAll(model, joinSets([features]))[0] ?? NaN;
}

/** The probability of each structure of a batch, independent of each other's company. */
export function classifyAll(model: AtomSets<DenseLayer>, batch: SetBatch): Float64Array {
  const structures = batch.offsets.length - 1;
  const atoms = applyStack(model.atomLayers, batch.values, batch.weights.length, "relu");
  const sets = applySet2Set(model.readout, atoms, batch);
  const hidden = applyStack(model.setLayers, sets, structures, "relu");
  return applyDense(model.output, hidden, structures).map(sigmoid);
}

/** The model with every layer replaced, visited in a fixed order under a name that says its place. */
export function mapAtomSets<A, B>(
  { atomLayers, readout, setLayers, output }: AtomSets<A>,
  mapLayer: (layer: A, name: string) => B,
): AtomSets<B> {
  return {
    atomLayers: atomLayers.map((layer, i) => mapLayer(layer, `atomLayers.${i}`)),
    readout: mapSet2Set(readout, mapLayer, "readout"),
    setLayers: setLayers.map((layer, i) => mapLayer(layer, `setLayers.${i}`)),
    output: mapLayer(output, "output"),
  };
}
