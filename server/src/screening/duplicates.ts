import { areSameCrystal, type Matchable } from "../crystal/matching/matchStructures";
import { parseCrystalText } from "./crystalText";

/** Each crystal is compared with so many different ones at most: those of nearest volume. */
const mostCompared = 60;

interface Kind {
  readonly first: number;
  readonly cell: NonNullable<Matchable>;
}

/**
 * For each crystal the index of the first that is the same, which may be itself; tolerances are those of
 * `matchStructures.ts`. Where there are very many different ones of one bucket, each is compared with those of nearest volume.
 *
 * @param crystals of one bucket, as `crystalText.ts` writes them.
 */
export function firstAlike(crystals: readonly string[]): number[] {
  const kinds: Kind[] = [];
  return crystals.map((text, index) => {
    const cell = parseCrystalText(text);
    if (!cell) return index;
    const same = nearestInVolume(kinds, cell).find((kind) => areSameCrystal(kind.cell, cell));
    if (!same) kinds.push({ first: index, cell });
    return same?.first ?? index;
  });
}

function nearestInVolume(kinds: readonly Kind[], { lattice: { volume } }: Kind["cell"]): readonly Kind[] {
  if (kinds.length <= mostCompared) return kinds;
  const distance = ({ cell }: Kind) => Math.abs(Math.log(cell.lattice.volume / volume));
  return [...kinds]
    .sort((one, other) => distance(one) - distance(other))
    .slice(0, mostCompared)
    .sort((one, other) => one.first - other.first);
}
