import type { Vector3 } from "../../crystal/lattice";
import { nearestImage } from "../../crystal/symmetry/metricTensor";
import { difference, sum } from "../../crystal/vector";
import type { VacancyHop } from "./supercell";

/** Fractional coordinates of all atoms, the hopping one last. */
export type Image = readonly Vector3[];

/** Both ends of a hop as a relaxation leaves them. */
export interface RelaxedEnds {
  readonly initial: Image;
  readonly final: Image;
}

/**
 * Equally spaced images of a hop, its ends included: the hopping ion follows its path, bent so that it ends where it was relaxed
 * to; all other atoms go straight from the one relaxed place to the other.
 */
export function hopImages(hop: VacancyHop, count: number, ends: RelaxedEnds = unrelaxed(hop)): Image[] {
  const last = hop.others.length;
  return Array.from({ length: count }, (_, k) => {
    const share = k / (count - 1);
    const others = hop.others.map(({ position }, atom) => {
      const from = nearestImage(ends.initial[atom] ?? position, position);
      return between(from, nearestImage(ends.final[atom] ?? position, from), share);
    });
    const { from, to } = hop;
    const bend = between(
      difference(nearestImage(ends.initial[last] ?? from, from), from),
      difference(nearestImage(ends.final[last] ?? to, to), to),
      share,
    );
    return [...others, sum(placeAt(hop, share), bend)];
  });
}

function unrelaxed({ others, from, to }: VacancyHop): RelaxedEnds {
  const positions = others.map(({ position }) => position);
  return { initial: [...positions, from], final: [...positions, to] };
}

/** The place after a share of the whole way. */
function placeAt({ from, to, places, distances }: VacancyHop, share: number): Vector3 {
  const wanted = share * (distances.at(-1) ?? 0);
  const next = Math.max(
    1,
    distances.findIndex((distance) => distance >= wanted),
  );
  const [start = 0, end = 0] = [distances[next - 1], distances[next]];
  const within = end > start ? (wanted - start) / (end - start) : 1;
  return between(places[next - 1] ?? from, places[next] ?? to, within);
}

const between = ([x, y, z]: Vector3, [u, v, w]: Vector3, share: number): Vector3 => [
  x + share * (u - x),
  y + share * (v - y),
  z + share * (w - z),
];
