/** Chapter 4's representations, in capitals as there. */
export const representations = ["CAMN", "CAN", "CAMNS", "CANS"] as const;
export type Representation = (typeof representations)[number];

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
export type SimplifyResult =
  { readonly kind: "cif"; readonly text: string } | { readonly kind: "refused"; readonly reason: string };

/** The editor's command that opens a simplified view, which lenses call; arguments: uri, code of the block. */
export const showSimplifiedCommand = "superion.showSimplified";
