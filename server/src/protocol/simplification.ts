import type { Refused } from "./values";

/**
 * The representations that are shown: chapter 4's in capitals as there, and those of chapter 2 that it has not, `-40` being
 * scaled to 40 cubic angstrom an anion.
 */
export const representations = [
  ...(["CAMNS", "CANS", "CAMN", "CAN"] as const),
  ...(["am", "a", "camn-40", "can-40", "am-40", "a-40"] as const),
] as const;
export type Representation = (typeof representations)[number];

/** What users read for it; chapter 2's CAMN and CAN are chapter 4's CAMNS and CANS. */
export function representationName(representation: Representation): string {
  return representation.toUpperCase().replace("CAMN-", "CAMNS-").replace("CAN-", "CANS-");
}

/** Scheme of the read-only documents that hold a simplified structure: their source has the prediction and the problems. */
export const simplifiedScheme = "superion";

/**
 * Client -> server, when the user opens a simplified view: the structure of one data block of an open document,
 * simplified and written as CIF text.
 */
export const simplifyMethod = "superion/simplify";

export interface SimplifyParams {
  readonly uri: string;
  /** Code of the data block; the first block with a structure where absent. */
  readonly block?: string;
  readonly as: Representation;
}

/** The text, or why there is none. */
export type SimplifyResult = { readonly kind: "cif"; readonly text: string } | Refused;

/** The editor's command that opens a simplified view, which lenses call; arguments: uri, code of the block. */
export const showSimplifiedCommand = "superion.showSimplified";
