import type { SortedRepresentation } from "../clustering/representationStudy";
import { receivedStructure, type PostedStructure } from "../crystal/postedStructure";
import type { Structure } from "../crystal/structure";
import { activationEnergy } from "../migration/activationEnergy";
import { lithium } from "../migration/ion";
import {
  configureRepresentation,
  type ConfiguredRepresentation,
  type NamedRepresentation,
} from "../screening/representation";
import type { Failure } from "../screening/workerQueue";
import { describedText, type DescribedText } from "../clustering/describedVectors";
import type { Sortable } from "./sortedRepresentation";

/** What a thread gets at its start: the crystals to be sorted, if it is to sort. */
export type SortableCrystals = readonly (Omit<Sortable, "structure"> & {
  readonly structure: PostedStructure;
})[];

/** What a thread that describes crystals can be asked to do. */
export type DescribeTask =
  | {
      readonly kind: "describe";
      readonly crystals: readonly CrystalToDescribe<PostedStructure>[];
      readonly representations: readonly NamedRepresentation[];
    }
  | { readonly kind: "sort"; readonly representation: NamedRepresentation };

export type DescribeReply =
  | { readonly kind: "described"; readonly crystals: readonly DescribedCrystal[] }
  | { readonly kind: "sorted"; readonly sorted: SortedRepresentation }
  | Failure;

export interface CrystalToDescribe<Posted = Structure> {
  readonly structure: Posted;
  /** Whether its activation energy is wanted. */
  readonly withBarrier: boolean;
}

export type DescribedCrystal =
  | {
      readonly ok: true;
      /** One for each representation. */
      readonly vectors: readonly DescribedText[];
      /** Activation energy, eV; `null` where it is not wanted, or cannot be computed. */
      readonly barrier: number | null;
    }
  | { readonly ok: false; readonly descriptor: string; readonly reason: string };

/** All of a crystal, or why the first representation that refuses it does. */
export function describeCrystal(
  { structure, withBarrier }: CrystalToDescribe,
  representations: readonly ConfiguredRepresentation[],
): DescribedCrystal {
  const vectors: DescribedText[] = [];
  for (const { descriptor, describe } of representations) {
    const description = describe(structure);
    if (!description.ok) return { ok: false, descriptor, reason: description.reason };
    vectors.push(describedText(description));
  }
  const found = withBarrier ? activationEnergy(structure, lithium) : undefined;
  return { ok: true, vectors, barrier: found?.ok ? found.energy : null };
}

export function received({ structure, withBarrier }: CrystalToDescribe<PostedStructure>): CrystalToDescribe {
  return { structure: receivedStructure(structure), withBarrier };
}

/** @throws Error where there is no such representation: it was configured before it was posted. */
export function configured({ descriptor, simplification, options }: NamedRepresentation) {
  const choice = configureRepresentation(descriptor, simplification, options);
  if (!choice.ok) throw new Error(choice.reason);
  return choice.representation;
}
