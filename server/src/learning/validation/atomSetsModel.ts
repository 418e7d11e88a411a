import type { AtomFeatures } from "../atomSets/atomFeatures";
import { predictEnsemble, standardise, type Standardisation } from "../atomSets/ensemble";
import type { LabelledSet } from "../atomSets/training/atomSetsGradients";
import type { Hyperparameters } from "../atomSets/training/hyperparameters";
import { atomStandardisation } from "../atomSets/training/standardisation";
import { trainAtomSets } from "../atomSets/training/trainAtomSets";
import type { Representation } from "../crystalFeatures";
import type { LabelledCompound } from "./compound";
import type { TrainableModel } from "./trainableModel";

/** What a network reads of a compound; `undefined` for one that it cannot learn from. */
export type AtomSetsInput = (compound: LabelledCompound) => AtomFeatures | undefined;

export interface AtomSetsSettings {
  /** One classifier for each, all averaged. */
  readonly members: readonly Hyperparameters[];
  /** The rate rises in the first half of them and falls in the second. */
  readonly epochs: number;
}

/** AtomSets on the atom features V`level` of a representation, `AtomSets CAMNS-V1`. */
export function atomSetsModel(
  representation: Representation,
  level: number,
  settings: AtomSetsSettings,
): TrainableModel {
  return atomSetsOn(`AtomSets ${representation}-V${level}`, atomsOf(representation, level), settings);
}

/** The atom features of a compound's own structure. */
export function atomsOf(representation: Representation, level: number): AtomSetsInput {
  return ({ crystal }) => {
    const atoms = crystal?.atoms(representation, level);
    // Without lithium nothing may be left of a structure.
    return atoms && atoms.values.length > 0 ? atoms : undefined;
  };
}

/** AtomSets on features that are given. */
export function atomSetsOn(
  name: string,
  input: AtomSetsInput,
  { members, epochs }: AtomSetsSettings,
): TrainableModel {
  return {
    name: members.length > 1 ? `${name}, ${members.length} members` : name,
    fit: async (training, seed) => {
      const { samples, standardisation } = trainingSets(training, input);
      const trained = [];
      for (const [i, hyperparameters] of members.entries())
        trained.push(
          await trainAtomSets(samples, hyperparameters, {
            epochs,
            halfCycle: epochs / 2,
            seed: seed * members.length + i,
          }),
        );
      const ensemble = { name, representation: "CAMN", level: 0, standardisation, members: trained } as const;
      return {
        predict: (compounds) =>
          compounds.map((compound) => {
            const features = input(compound);
            return features ? (predictEnsemble(ensemble, [features])[0]?.pSi ?? NaN) : NaN;
          }),
      };
    },
  };
}

/** What networks learn from: the features of the compounds that have some, standardised. */
export function trainingSets(
  training: readonly LabelledCompound[],
  input: AtomSetsInput,
): { readonly samples: LabelledSet[]; readonly standardisation: Standardisation } {
  const raw = training.flatMap((compound) => {
    const features = input(compound);
    return features ? [{ features, positive: compound.superionic }] : [];
  });
  const standardisation = atomStandardisation(raw.map(({ features }) => features));
  const samples = raw.map(({ features, positive }) => ({
    features: standardise(features, standardisation),
    positive,
  }));
  return { samples, standardisation };
}
