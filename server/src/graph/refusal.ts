import { isOverfull } from "../crystal/neighbours";
import type { Structure } from "../crystal/structure";
import { unknownElements } from "./embedding";
import type { ParentModel } from "./parentModel";

/** Why a parent cannot compute features of a structure, in words for the user. */
export interface Refusal {
  readonly code: "unknown-element" | "cell-overfull";
  readonly reason: string;
}

/** `undefined` where nothing speaks against it. */
export function refuseFeatures(parent: ParentModel, structure: Structure): Refusal | undefined {
  const strangers = unknownElements(parent, structure);
  if (strangers.length > 0)
    return {
      code: "unknown-element",
      reason: `The model does not know ${strangers.join(", ")}: it was trained on elements up to plutonium.`,
    };
  if (isOverfull(structure, parent.cutoff))
    return {
      code: "cell-overfull",
      reason: "The cell holds far more sites than any crystal: check the cell lengths and the atom sites.",
    };
  return undefined;
}
