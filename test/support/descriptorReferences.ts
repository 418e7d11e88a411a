import { readdirSync } from "node:fs";
import * as v from "valibot";
import { latticeParameters } from "../../server/src/crystal/lattice";
import type { Structure } from "../../server/src/crystal/structure";
import { hasShared, readSharedText, sharedPath } from "./shared";
import { p1Structure } from "./structures";

const triple = v.tuple([v.number(), v.number(), v.number()]);
/** A crystal as references write it. */
export const referenceCell = v.object({
  lattice: v.tuple([triple, triple, triple]),
  species: v.array(v.string()),
  oxidation: v.array(v.number()),
  frac: v.array(triple),
});
const sparse = v.object({ length: v.number(), nonzero: v.record(v.string(), v.number()) });
const names = v.record(v.string(), v.number());
const vector = v.union([v.array(v.number()), sparse]);
const reference = v.object({
  name: v.string(),
  structures: v.record(v.string(), referenceCell),
  descriptors: v.record(v.string(), v.object({ values: v.record(v.string(), v.unknown()) })),
});

/** What another tool says of one crystal. */
export interface DescriptorReference {
  readonly name: string;
  /** By mode, `structure` or `CAN40`. */
  readonly structures: ReadonlyMap<string, Structure>;
  /** The vectors of a descriptor by mode; where the tool refused there is none. */
  readonly vectors: (key: string) => ReadonlyMap<string, readonly number[]>;
  /** Values with names of their own, by mode. */
  readonly named: (key: string) => ReadonlyMap<string, Readonly<Record<string, number>>>;
  /** What stands there, unread. */
  readonly raw: (key: string) => Readonly<Record<string, unknown>>;
}

/** All references that lie beside the project; none where it stands alone. */
export function descriptorReferences(): DescriptorReference[] {
  if (!hasShared) return [];
  return readdirSync(sharedPath("reference", "descriptors"))
    .filter((name) => name.endsWith(".json"))
    .map((name): unknown => JSON.parse(readSharedText("reference", "descriptors", name)))
    .filter((json) => v.is(reference, json))
    .map((json) => {
      const raw = (key: string) => json.descriptors[key]?.values ?? {};
      return {
        name: json.name,
        structures: new Map(Object.entries(json.structures).map(([mode, one]) => [mode, cellStructure(one)])),
        raw,
        named: (key) =>
          new Map(
            Object.entries(raw(key)).flatMap(([mode, value]) => (v.is(names, value) ? [[mode, value]] : [])),
          ),
        vectors: (key) =>
          new Map(
            Object.entries(raw(key)).flatMap(([mode, value]) =>
              v.is(vector, value) ? [[mode, dense(value)]] : [],
            ),
          ),
      };
    });
}

function dense(value: v.InferOutput<typeof vector>): readonly number[] {
  if (Array.isArray(value)) return value;
  return Array.from({ length: value.length }, (_, i) => value.nonzero[i] ?? 0);
}

export function cellStructure({
  lattice,
  species,
  oxidation,
  frac,
}: v.InferOutput<typeof referenceCell>): Structure {
  const structure = p1Structure(
    frac.map((position, i) => ({ species: [species[i] ?? ""], position })),
    latticeParameters(lattice),
  );
  return {
    ...structure,
    orbits: structure.orbits.map((orbit, i) => ({
      ...orbit,
      occupants: orbit.occupants.map((occupant) => ({ ...occupant, oxidationState: oxidation[i] })),
    })),
  };
}
