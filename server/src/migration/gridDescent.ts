import type { Vector3 } from "../crystal/lattice";
import type { Way } from "./descent";
import type { EnergyMap } from "./energyMap";
import { modulo } from "./grid";

/** The way down from a point of a map, each time to the lowest of the 26 neighbours; fractional coordinates in one piece. */
export function descendOnGrid(map: EnergyMap, start: Vector3): Way {
  const [na, nb, nc] = map.shape;
  const places: Vector3[] = [];
  const energies: number[] = [];
  let indices: Vector3 | undefined = [
    Math.round(start[0] * na),
    Math.round(start[1] * nb),
    Math.round(start[2] * nc),
  ];
  while (indices) {
    places.push([indices[0] / na, indices[1] / nb, indices[2] / nc]);
    energies.push(energyAt(map, indices));
    indices = lowestNeighbour(map, indices);
  }
  return { places, energies };
}

/** `undefined` where all neighbours are higher. */
function lowestNeighbour(map: EnergyMap, [x, y, z]: Vector3): Vector3 | undefined {
  let lowest: Vector3 | undefined;
  let least = energyAt(map, [x, y, z]);
  for (let i = x - 1; i <= x + 1; i++)
    for (let j = y - 1; j <= y + 1; j++)
      for (let k = z - 1; k <= z + 1; k++) {
        const energy = energyAt(map, [i, j, k]);
        if (energy < least) [lowest, least] = [[i, j, k], energy];
      }
  return lowest;
}

function energyAt({ shape: [na, nb, nc], values }: EnergyMap, [x, y, z]: Vector3): number {
  return values[(modulo(x, na) * nb + modulo(y, nb)) * nc + modulo(z, nc)] ?? Infinity;
}
