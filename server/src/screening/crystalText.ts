import { Lattice, type Vector3 } from "../crystal/lattice";
import { matchable, type Matchable } from "../crystal/matching/matchStructures";
import type { Structure } from "../crystal/structure";

/**
 * A crystal in short, as far as matching needs it: the primitive cell as text that can be kept in thousands, `undefined`
 * where there is no such cell. Lengths, angles and coordinates have six digits.
 */
export function crystalText(structure: Structure): string | undefined {
  const cell = matchable(structure);
  if (!cell) return undefined;
  const { a, b, c, alpha, beta, gamma } = cell.lattice.parameters;
  const kinds = [...new Set(cell.kinds)];
  const mixtures = kinds.map((kind) =>
    [...(cell.mixtures[kind] ?? [])].map(([element, occupancy]) => [element, occupancy]),
  );
  const sites = cell.positions.map((position, i) => [
    kinds.indexOf(cell.kinds[i] ?? 0),
    ...position.map((x) => Math.round((x - Math.floor(x)) * 1e6)),
  ]);
  const lattice = [a, b, c, alpha, beta, gamma].map((x) => Number(x.toPrecision(8)));
  return JSON.stringify([lattice, mixtures, sites.flat()]);
}

type Written = readonly [
  readonly number[],
  readonly (readonly (readonly [string, number])[])[],
  readonly number[],
];

/** What {@link crystalText} wrote. */
export function parseCrystalText(text: string): Matchable {
  const [[a = 0, b = 0, c = 0, alpha = 0, beta = 0, gamma = 0], mixtures, sites] = JSON.parse(
    text,
  ) as Written;
  const lattice = Lattice.fromParameters({ a, b, c, alpha, beta, gamma });
  if (!lattice) return undefined;
  const positions: Vector3[] = [];
  const kinds: number[] = [];
  for (let at = 0; at < sites.length; at += 4) {
    const [kind = 0, x = 0, y = 0, z = 0] = sites.slice(at, at + 4);
    kinds.push(kind);
    positions.push([x / 1e6, y / 1e6, z / 1e6]);
  }
  return { lattice, positions, kinds, mixtures: mixtures.map((mixture) => new Map(mixture)) };
}

/** Crystals with different buckets never match: how many sites of the primitive cell hold which elements. */
export function bucketOf(text: string): string {
  const [, mixtures, sites] = JSON.parse(text) as Written;
  const counts = new Map<string, number>();
  for (let at = 0; at < sites.length; at += 4) {
    const elements = (mixtures[sites[at] ?? 0] ?? []).map(([element]) => element);
    const name = [...new Set(elements)].sort().join("/");
    counts.set(name, (counts.get(name) ?? 0) + 1);
  }
  return [...counts]
    .map(([name, count]) => `${name} ${count}`)
    .sort()
    .join(" ");
}
