import { decodeCif } from "../../cif/decode";
import { parseCif } from "../../cif/parser";
import { readStructures } from "../../crystal/reading/readStructure";
import { isSimplificationName, simplify } from "../../crystal/simplification";
import type { Structure } from "../../crystal/structure";
import { refuse, type Configured, type Description } from "../../descriptors/descriptor";
import { configureOn } from "../../descriptors/registry";
import type { DescriptorPair } from "../../protocol/clusters";
import type { BlockToScreen, Screener } from "../../screening/screener";
import type { DescribedVectors, IntroducedCompound, PostedVector } from "./clusterTask";

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
      : { ok: false, reason: reason ?? "This block holds no structure." };
    return { screened, vectors };
  });
}

export function describeBlock(
  block: BlockToScreen,
  code: string,
  pairs: readonly DescriptorPair[],
): DescribedVectors {
  const structure = structuresOf(block).get(code);
  return structure
    ? describeStructure(structure, pairs)
    : { ok: false, reason: "This block holds no structure." };
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
  const vectors: PostedVector[] = [];
  for (const pair of pairs) {
    const description = describe(structure, pair);
    if (!description.ok) return { ok: false, reason: `${pair.descriptor}: ${description.reason}.` };
    vectors.push({ values: description.values, names: description.labels.join("\n") });
  }
  return { ok: true, vectors };
}

const settled = new Map<string, Configured>();

function describe(structure: Structure, { descriptor, simplification }: DescriptorPair): Description {
  if (!isSimplificationName(simplification)) return refuse(`there is no simplification ${simplification}`);
  const key = `${descriptor} ${simplification}`;
  const configured = settled.get(key) ?? configureOn(simplification, descriptor);
  settled.set(key, configured);
  return configured.ok ? configured.describe(simplify(structure, simplification)) : configured;
}
