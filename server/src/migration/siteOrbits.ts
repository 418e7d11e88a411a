import type { Vector3 } from "../crystal/lattice";
import type { Migration } from "./migration";
import type { Site } from "./network";

/** Equivalent sites as one, with the energy above that of the lowest. */
export interface SiteOrbit {
  /** Of the first of them, fractional. */
  readonly position: Vector3;
  readonly multiplicity: number;
  /** Electronvolt. */
  readonly energy: number;
  /** Label of the mobile ions that rest there; `null` for a site that is empty in the crystal. */
  readonly occupiedBy: string | null;
}

/** The orbits of sites by their number. */
export function siteOrbits({ network: { sites }, minimum }: Migration): SiteOrbit[] {
  const orbits = new Map<number, Site[]>();
  for (const site of sites) orbits.set(site.orbit, [...(orbits.get(site.orbit) ?? []), site]);
  return [...orbits]
    .sort(([one], [other]) => one - other)
    .flatMap(([, [first, ...others]]) =>
      first
        ? {
            position: first.position,
            multiplicity: 1 + others.length,
            energy: first.energy - minimum,
            occupiedBy: first.occupiedBy ?? null,
          }
        : [],
    );
}
