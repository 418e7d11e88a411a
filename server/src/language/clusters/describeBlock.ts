import { decodeCif } from "../../cif/decode";
import { parseCif } from "../../cif/parser";
import { describedText, type DescribedText } from "../../clustering/describedVectors";
import { readStructures } from "../../crystal/reading/readStructure";
import type { Structure } from "../../crystal/structure";
import type { Description } from "../../descriptors/descriptor";
import { activationEnergy } from "../../migration/activationEnergy";
import { lithium } from "../../migration/ion";
import type { FoundBarrier } from "../../protocol/clusterBarriers";
import type { DescriptorPair } from "../../protocol/clusters";
import type { BlockToScreen, Screener } from "../../screening/screener";
import type { DescribedVectors, IntroducedCompound } from "./clusterTask";
import { settledPair } from "./settledPairs";
import { sentence } from "../sentence";

const noStructure = "This block holds no structure.";

/** The compounds of a piece of a file, each with its prediction and its vectors. */
export function introduce(
  block: BlockToScreen,
  pairs: readonly DescriptorPair[],
  screener: Screener,
): IntroducedCompound[] {
  const [rows = []] = screener.screen([block]);
  const structures = structuresOf(block);
  return rows.map((screened) => {
    const { block: code, reason } = screened.row;
    const structure = structures.get(code);
    const vectors: DescribedVectors = structure
      ? describeStructure(structure, pairs)
      : { ok: false, reason: reason ?? noStructure };
    return { screened, vectors };
  });
}

export function describeBlock(
  block: BlockToScreen,
  code: string,
  pairs: readonly DescriptorPair[],
): DescribedVectors {
  const structure = structuresOf(block).get(code);
  return structure ? describeStructure(structure, pairs) : { ok: false, reason: noStructure };
}

/** What lithium has to overcome in a data block. */
export function barrierOfBlock(block: BlockToScreen, code: string): Omit<FoundBarrier, "index"> {
  const structure = structuresOf(block).get(code);
  if (!structure) return { energy: null, reason: noStructure };
  const found = activationEnergy(structure, lithium);
  return found.ok
    ? { energy: found.energy, reason: null }
    : { energy: null, reason: sentence(found.reason.replace(/\.$/, "")) };
}

function structuresOf({ bytes, isTooLong }: BlockToScreen): ReadonlyMap<string, Structure> {
  if (isTooLong) return new Map();
  return new Map(
    readStructures(parseCif(decodeCif(bytes).text)).flatMap(({ block, structure }) =>
      structure ? [[block.code, structure] as const] : [],
    ),
  );
}

function describeStructure(structure: Structure, pairs: readonly DescriptorPair[]): DescribedVectors {
  const vectors: DescribedText[] = [];
  for (const pair of pairs) {
    const description = describe(structure, pair);
    if (!description.ok) return { ok: false, reason: `${pair.descriptor}: ${description.reason}.` };
    vectors.push(describedText(description));
  }
  return { ok: true, vectors };
}

function describe(structure: Structure, pair: DescriptorPair): Description {
  const choice = settledPair(pair);
  return choice.ok ? choice.representation.describe(structure) : choice;
}
