import type { Vector3 } from "../lattice";
import type { Orbit, Sites } from "../structure";
import type { CellSites } from "./primitiveCell";

/**
 * The sites of the unit cell.
 *
 * @param kindOf equal for sites of one kind: those that hold the same elements with the same occupancies, if left out.
 */
export function cellSites(
  { lattice, orbits }: Sites,
  kindOf: (orbit: Orbit) => string = speciesOf,
): CellSites {
  const numbers = new Map<string, number>();
  const positions: Vector3[] = [];
  const kinds: number[] = [];
  for (const orbit of orbits) {
    const kind = kindOf(orbit);
    const number = numbers.get(kind) ?? numbers.size + 1;
    numbers.set(kind, number);
    for (let k = 0; k < orbit.images.length; k += 3) {
      positions.push([orbit.images[k] ?? 0, orbit.images[k + 1] ?? 0, orbit.images[k + 2] ?? 0]);
      kinds.push(number);
    }
  }
  return { lattice, positions, kinds };
}

/** Equal for sites that hold the same elements with the same occupancies. */
function speciesOf({ occupants }: Orbit): string {
  const sums = new Map<string, number>();
  for (const { element, occupancy } of occupants) sums.set(element, (sums.get(element) ?? 0) + occupancy);
  return [...sums]
    .map(([element, occupancy]) => `${element}:${occupancy.toFixed(4)}`)
    .sort()
    .join(" ");
}
