import type { Block, CifDocument } from "../document";
import { describe, itemText, itemTexts, readEnumeration, readRange, readUnit } from "./definitionText";
import type { Category, NameDefinition, Placement } from "./definition";

/** The definitions of a DDL1 dictionary: a data block may define several names that differ by an index. */
export function readDdl1({ blocks }: CifDocument): NameDefinition[] {
  return blocks.flatMap((block) =>
    itemTexts(block.find("_name")).flatMap((name) => readDefinition(block, name)),
  );
}

function readDefinition(block: Block, name: string): NameDefinition[] {
  const isName = /^_[^\s[\]]/.test(name) && itemText(block, "_type") !== "null";
  if (!isName) return [];
  const values = readEnumeration(block, "_enumeration", "_enumeration_detail");
  const [minimum, maximum] = readRange(itemText(block, "_enumeration_range"));
  return [
    {
      name,
      category: readCategory(block),
      type: itemText(block, "_type") === "numb" ? "num" : "text",
      unit: readUnit(itemText(block, "_units_detail") ?? itemText(block, "_units")),
      minimum,
      maximum,
      values,
      description: describe(itemText(block, "_definition")),
      aliases: related(block, "alternate"),
      sameAs: undefined,
      replacedBy: related(block, "replace")[0],
    },
  ];
}

const placements = new Map<string, Placement>([
  ["yes", "loop"],
  ["no", "single"],
  ["both", "both"],
]);

function readCategory(block: Block): Category {
  return {
    name: itemText(block, "_category") ?? "",
    placement: placements.get(itemText(block, "_list") ?? "no") ?? "both",
    // Where several names tell rows apart, only their common beginning is given.
    keys: itemTexts(block.find("_list_reference")).filter((name) => !name.endsWith("_")),
  };
}

/** The related items whose relation is this one. */
function related(block: Block, relation: string): string[] {
  const functions = itemTexts(block.find("_related_function"));
  return itemTexts(block.find("_related_item")).filter((_, index) => functions[index] === relation);
}
