import type { Block } from "../cif/document";
import { parseCif } from "../cif/parser";
import type { Problem } from "../cif/problem";
import {
  parseStatedOxidationStates,
  type StatedOxidationStates,
} from "../crystal/oxidation/statedOxidationStates";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";
import type { Structure } from "../crystal/structure";
import type { Refused } from "../protocol/values";
import { worstProblem } from "../screening/refusal";

/** The structures of a text. @param oxidationStates a line of the settings; what cannot be read of it counts as not given. */
export function readBlocks(text: string, oxidationStates: string): ReadBlock[] {
  return readStructures(parseCif(text), readStated(oxidationStates).stated);
}

interface StatedByUser {
  readonly stated: StatedOxidationStates;
  readonly problems: readonly Problem[];
}

/** Reads a line of the settings, `Fe=2, S1=-2`. */
export function readStated(line: string): StatedByUser {
  const parsed = parseStatedOxidationStates(line);
  if (parsed.ok) return { stated: parsed.states, problems: [] };
  const message = `The setting superion.oxidationStates for this file is not understood: ${parsed.reason}.`;
  return {
    stated: new Map(),
    problems: [{ code: "oxidation-states-unreadable", severity: "warning", message }],
  };
}

interface FoundStructure {
  readonly kind: "found";
  readonly block: Block;
  readonly structure: Structure;
}

/** The structure of the block of this code, or of the first that has one. */
export function structureIn(read: readonly ReadBlock[], code: string | undefined): FoundStructure | Refused {
  const found = read.find(({ block, structure }) =>
    code === undefined ? structure !== undefined : block.code.toLowerCase() === code.toLowerCase(),
  );
  if (!found) return { kind: "refused", reason: noSuchBlock(code) };
  const { block, structure, problems } = found;
  if (!structure) return { kind: "refused", reason: worstProblem(problems)?.message ?? noSuchBlock(code) };
  return { kind: "found", block, structure };
}

function noSuchBlock(code: string | undefined): string {
  return code === undefined
    ? "No data block of this file holds a structure."
    : `This file has no structure in a block data_${code}.`;
}
