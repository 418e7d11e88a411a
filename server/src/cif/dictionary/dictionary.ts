import { readNameTable, type NameEntry, type OtherName } from "./compactNames";
import { isNumeric, type NameDefinition } from "./definition";
import { experimentNames } from "./names/experiment";
import { macromoleculeNames } from "./names/macromolecules";
import { modulatedNames } from "./names/modulated";
import { powderNames } from "./names/powder";
import { publicationNames } from "./names/publication";
import { refinementNames } from "./names/refinement";
import { softwareNames } from "./names/software";
import { structureNames } from "./names/structure";

/** Endings of a name that holds the standard uncertainty of another. */
const UNCERTAINTY = /_(?:su|esd)$/;

/** What some programs put before names of their own. */
const LOCAL = "_[local]";

/** `_cell.length_a` as `_cell_length_a`: names compare without case, and DDLm's first point is an underscore. */
export function plainName(name: string): string {
  const lower = name.toLowerCase();
  const plain = lower.includes(".") ? lower.replace(".", "_") : lower;
  return plain.startsWith(LOCAL) ? plain.slice(LOCAL.length) : plain;
}

/** Data names and what they mean. */
export class Dictionary {
  private readonly defined = new Map<string, NameDefinition>();

  /** @param entries by their plain names. */
  constructor(private readonly entries: ReadonlyMap<string, NameEntry>) {}

  /** What a name means, in whatever case and notation; `undefined` for one that is in no dictionary. */
  find(name: string): NameDefinition | undefined {
    const plain = plainName(name);
    return this.entry(plain) ?? this.uncertaintyOf(plain);
  }

  /** All definitions, those of out-of-date names and aliases too. */
  definitions(): NameDefinition[] {
    return [...this.entries.keys()].flatMap((plain) => this.entry(plain) ?? []);
  }

  get size(): number {
    return this.entries.size;
  }

  /** As dictionaries write them. */
  names(): string[] {
    return [...this.entries.values()].map(({ name }) => name);
  }

  /** A dictionary that also has these definitions; they go before its own. */
  with(definitions: readonly NameDefinition[]): Dictionary {
    if (definitions.length === 0) return this;
    const entries = new Map(this.entries);
    for (const definition of definitions)
      entries.set(plainName(definition.name), { name: definition.name, define: () => definition });
    return new Dictionary(entries);
  }

  private entry(plain: string): NameDefinition | undefined {
    const known = this.defined.get(plain);
    if (known) return known;
    const definition = this.entries.get(plain)?.define();
    if (definition) this.defined.set(plain, definition);
    return definition;
  }

  private uncertaintyOf(plain: string): NameDefinition | undefined {
    const measured = UNCERTAINTY.test(plain) ? this.entry(plain.replace(UNCERTAINTY, "")) : undefined;
    if (!measured || !isNumeric(measured)) return undefined;
    return {
      ...measured,
      name: `${measured.name}_su`,
      type: "num",
      minimum: 0,
      maximum: undefined,
      values: [],
      description: `Standard uncertainty of ${measured.name}.`,
      aliases: [],
      sameAs: undefined,
      replacedBy: undefined,
    };
  }
}

/** Of the names that ship with Superion, as `compactNames.ts` reads them. */
export const nameTables: readonly string[] = [
  structureNames,
  experimentNames,
  refinementNames,
  publicationNames,
  powderNames,
  modulatedNames,
  softwareNames,
  macromoleculeNames,
];

let known: Dictionary | undefined;

/** The names that ship with Superion; read when first asked for. */
export function knownNames(): Dictionary {
  return (known ??= readTables(nameTables));
}

function readTables(texts: readonly string[]): Dictionary {
  const tables = texts.map(readNameTable);
  const otherNames = tables.flatMap((table) => table.otherNames);
  const entries = new Map<string, NameEntry>();
  for (const { entries: ofTable } of tables)
    for (const entry of ofTable) entries.set(plainName(entry.name), entry);
  const aliases = new Map<string, string[]>();
  for (const other of otherNames) {
    entries.set(plainName(other.name), otherEntry(other, entries));
    const plain = plainName(other.target);
    aliases.set(plain, [...(aliases.get(plain) ?? []), other.name]);
  }
  for (const [plain, names] of aliases) {
    const entry = entries.get(plain);
    if (entry) entries.set(plain, { ...entry, define: () => ({ ...entry.define(), aliases: names }) });
  }
  return new Dictionary(entries);
}

/** What a name means that stands for another one. */
function otherEntry(
  { name, target, isOutOfDate, moreValues }: OtherName,
  entries: ReadonlyMap<string, NameEntry>,
): NameEntry {
  const meant = entries.get(plainName(target));
  if (!meant) throw new Error(`${name} means ${target}, which is no name`);
  return {
    name,
    define: () => {
      const definition = meant.define();
      return {
        ...definition,
        name,
        values: [...definition.values, ...moreValues()],
        aliases: [meant.name],
        sameAs: isOutOfDate ? undefined : meant.name,
        replacedBy: isOutOfDate ? meant.name : undefined,
      };
    },
  };
}

/** `_cell.length_a` of `_cell_length_a`; `undefined` where the name does not begin with its category. */
export function dottedName({ name, category }: NameDefinition): string | undefined {
  if (name.includes(".")) return name;
  const start = `_${category.name}_`;
  return name.toLowerCase().startsWith(start.toLowerCase())
    ? `_${category.name}.${name.slice(start.length)}`
    : undefined;
}

/** The newer name of one out of date. What DDL1 calls out of date goes on in mmCIF, written with a point. */
export function newerName(tag: string, { name, replacedBy }: NameDefinition): string | undefined {
  return tag.includes(".") && !name.includes(".") ? undefined : replacedBy;
}
