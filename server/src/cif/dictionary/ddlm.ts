import type { CifDocument } from "../document";
import type { Problem } from "../problem";
import { describe, itemText, itemTexts, readEnumeration, readRange, readUnit } from "./definitionText";
import type { Category, NameDefinition, ValueType } from "./definition";
import { plainName } from "./dictionary";
import { ImportedDefinitions, type ImportedFile } from "./importedDefinitions";
import type { Items } from "./imports";
import { valueText } from "../valueText";

/**
 * The definitions of a DDLm dictionary, each in a save frame; an alias is a definition of its own, unless it is the name
 * in the notation without a point.
 *
 * @param files that it takes parts of, by their names without folders.
 */
export function readDdlm(
  document: CifDocument,
  files: ReadonlyMap<string, ImportedFile>,
): { readonly definitions: NameDefinition[]; readonly problems: readonly Problem[] } {
  const imports = new ImportedDefinitions(document, files);
  const frames = imports.frames();
  const needless = new Set(
    frames.filter(isNeedless).map((frame) => (itemText(frame, "_definition.id") ?? "").toLowerCase()),
  );
  const categories = new Map(
    frames
      .filter((frame) => itemText(frame, "_definition.scope") === "Category")
      .map((frame) => [
        (itemText(frame, "_definition.id") ?? "").toLowerCase(),
        readCategory(frame, needless),
      ]),
  );
  const definitions = frames.flatMap((frame) => readDefinitions(frame, categories));
  return { definitions, problems: imports.problems };
}

/** What has a usual value, or follows from other names, may be left out. */
function isNeedless(frame: Items): boolean {
  return frame.find("_enumeration.default", "_method.expression") !== undefined;
}

function readCategory(frame: Items, needless: ReadonlySet<string>): Category {
  return {
    name: (itemText(frame, "_definition.id") ?? "").toLowerCase(),
    placement: itemText(frame, "_definition.class") === "Loop" ? "loop" : "single",
    keys: itemTexts(frame.find("_category_key.name")).filter((name) => !needless.has(name.toLowerCase())),
  };
}

function readDefinitions(frame: Items, categories: ReadonlyMap<string, Category>): NameDefinition[] {
  const name = itemText(frame, "_definition.id");
  if (!name?.startsWith("_")) return [];
  const aliases = itemTexts(frame.find("_alias.definition_id"));
  const definition = readDefinition(frame, name, aliases, categories);
  const dates = frame.find("_alias.deprecation_date");
  const others = aliases.map((alias, index) => ({
    ...definition,
    name: alias,
    aliases: [name],
    ...(valueText(dates?.value(index)) === undefined ? { sameAs: name } : { replacedBy: name }),
  }));
  return [definition, ...others.filter((other) => plainName(other.name) !== plainName(name))];
}

function readDefinition(
  frame: Items,
  name: string,
  aliases: readonly string[],
  categories: ReadonlyMap<string, Category>,
): NameDefinition {
  const ofCategory = itemText(frame, "_name.category_id") ?? "";
  const [minimum, maximum] = readRange(itemText(frame, "_enumeration.range"));
  return {
    name,
    category: categories.get(ofCategory.toLowerCase()) ?? { name: ofCategory, placement: "both", keys: [] },
    type: readType(frame),
    unit: readUnit(itemText(frame, "_units.code")),
    minimum,
    maximum,
    values: readEnumeration(frame, "_enumeration_set.state", "_enumeration_set.detail"),
    description: describe(itemText(frame, "_description.text")),
    aliases,
    sameAs: undefined,
    replacedBy: itemText(frame, "_definition_replaced.by"),
  };
}

const types = new Map<string, ValueType>([
  ["real", "num"],
  ["integer", "int"],
  ["count", "int"],
  ["index", "int"],
  ["date", "date"],
  ["datetime", "date"],
  ["symop", "symmetry"],
]);

function readType(frame: Items): ValueType {
  const container = itemText(frame, "_type.container") ?? "Single";
  if (container !== "Single") return "list";
  return types.get((itemText(frame, "_type.contents") ?? "Text").toLowerCase()) ?? "text";
}
