import type { Block, CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { readStructures } from "../crystal/reading/readStructure";
import type { StatedOxidationStates } from "../crystal/oxidation/statedOxidationStates";
import type { Structure } from "../crystal/structure";

export interface BlockStructure {
  readonly block: Block;
  readonly structure: Structure;
}

export interface DocumentStructures {
  readonly structures: readonly BlockStructure[];
  /** What was met on the way to them; more may be added. */
  readonly problems: Problem[];
}

/** The structures of a document. That a file holds nothing that could be one is a problem too. */
export function structuresOf(document: CifDocument, oxidation?: StatedOxidationStates): DocumentStructures {
  const read = readStructures(document, oxidation);
  const problems = read.length === 0 ? [noDataBlock] : read.flatMap((entry) => entry.problems);
  const structures = read.flatMap(({ block, structure }) => (structure ? [{ block, structure }] : []));
  return { structures, problems };
}

/** Said of a file in which there is nothing that could be a structure. */
export const noDataBlock: Problem = {
  code: "no-data-block",
  severity: "error",
  message: "The file has no data block.",
};
