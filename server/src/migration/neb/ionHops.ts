import type { Structure } from "../../crystal/structure";
import { difference, sum } from "../../crystal/vector";
import type { Migration } from "../migration";
import { restingIons, type RestingIon } from "../restingIons";
import type { PlacedSite } from "../siteList";
import { lengthsAlong, placeKey, profileAlong, stepsOf, walked, type Profile, type Step } from "../steps";

/** The way of a mobile ion of the crystal to the place of another, which has left it. */
export interface IonHop extends Profile {
  /** Labels of the ions. */
  readonly from: string;
  readonly to: string;
  /** Electronvolt above the lowest site, of the highest saddle. */
  readonly energy: number;
  /** Electronvolt above the site where it begins. */
  readonly barrier: number;
}

/**
 * The different hops of the mobile ions of a crystal to their neighbours, the lowest first: each over the saddles that are
 * lowest, and through sites alone that are empty in the crystal.
 */
export function ionHops(structure: Structure, { ion, network, minimum }: Migration): IonHop[] {
  const { sites } = network;
  const resting = restingIons(
    structure,
    ion,
    sites.map(({ position }) => position),
  );
  const search = new HopSearch(stepsOf(network), (hop) => network.hops[hop]?.energy ?? Infinity, resting);
  const starts = sites.flatMap(({ orbit }, site) =>
    resting[site] && !sites.some((other, k) => k < site && other.orbit === orbit && resting[k]) ? [site] : [],
  );
  const hops = starts.flatMap((start) =>
    search.from(start).flatMap(({ steps, energy, end }) => {
      const [first, last] = [resting[start], resting[end.site]];
      if (!first || !last) return [];
      const profile = profileAlong(steps, network, structure.lattice);
      const places = [first.position, ...profile.places.slice(1, -1), sum(last.position, end.cells)];
      return {
        ...profile,
        places,
        distances: lengthsAlong(places, structure.lattice),
        from: first.label,
        to: last.label,
        energy: energy - minimum,
        barrier: energy - (sites[start]?.energy ?? minimum),
      };
    }),
  );
  const isNear = ({ places }: IonHop) => {
    const [first, last] = [places[0], places.at(-1)];
    return first && last && structure.lattice.length(difference(last, first)) <= farthest;
  };
  return different(hops.filter(isNear)).sort((one, other) => one.energy - other.energy);
}

/** Angstrom: ions that are farther apart are no neighbours. */
const farthest = 7;

interface Arrival {
  readonly steps: readonly Step[];
  readonly energy: number;
  readonly end: PlacedSite;
}

interface Reached extends PlacedSite {
  /** Electronvolt, of the highest saddle on the way. */
  readonly energy: number;
  readonly steps: number;
}

/** Places that are looked at from one ion. */
const mostPlaces = 2000;

class HopSearch {
  constructor(
    private readonly steps: readonly (readonly Step[])[],
    private readonly energyOf: (hop: number) => number,
    private readonly resting: readonly (RestingIon | undefined)[],
  ) {}

  /** The lowest way to each ion that can be reached past no other; of equal ones that of the fewest steps. */
  from(start: number): Arrival[] {
    const origin: Reached = { site: start, cells: [0, 0, 0], energy: -Infinity, steps: 0 };
    const open = new Map([[placeKey(origin), origin]]);
    const arrivals = new Map<string, Step | undefined>();
    const cameBy = new Map<string, Step | undefined>([[placeKey(origin), undefined]]);
    const found: Arrival[] = [];
    while (open.size > 0 && arrivals.size < mostPlaces) {
      const place = [...open.values()].reduce((best, other) => (isBefore(other, best) ? other : best));
      const key = placeKey(place);
      open.delete(key);
      arrivals.set(key, cameBy.get(key));
      if (place.steps > 0 && this.resting[place.site]) {
        found.push({ steps: walked(place, arrivals), energy: place.energy, end: place });
        continue;
      }
      for (const step of this.steps[place.site] ?? []) {
        const next: Reached = {
          site: step.to,
          cells: sum(place.cells, step.cells),
          energy: Math.max(place.energy, this.energyOf(step.connection.hop)),
          steps: place.steps + 1,
        };
        const known = open.get(placeKey(next));
        if (arrivals.has(placeKey(next)) || (known && !isBefore(next, known))) continue;
        open.set(placeKey(next), next);
        cameBy.set(placeKey(next), step);
      }
    }
    return found;
  }
}

const isBefore = (one: Reached, other: Reached) =>
  one.energy < other.energy || (one.energy === other.energy && one.steps < other.steps);

/** One of each set of hops that are equally high and long. */
function different(hops: readonly IonHop[]): IonHop[] {
  const found = new Map<string, IonHop>();
  for (const hop of hops) {
    const length = hop.distances.at(-1) ?? 0;
    const key = `${hop.energy.toFixed(3)} ${length.toFixed(2)}`;
    if (!found.has(key)) found.set(key, hop);
  }
  return [...found.values()];
}
