import type { CifDocument } from "../cif/document";
import { hasAtomSites } from "../crystal/reading/readAtomSites";
import { hasCell } from "../crystal/reading/readCell";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";

/** The data blocks of a piece of a file that are rows: those that are meant as crystals, and all of a file of one piece. */
export function crystalBlocks(document: CifDocument, isWholeFile: boolean): ReadBlock[] {
  return readStructures(document).filter(({ block }) => isWholeFile || hasAtomSites(block) || hasCell(block));
}
