import type { Vector3 } from "../crystal/lattice";
import type { Structure } from "../crystal/structure";
import { MetricTensor, nearest, nearestImage } from "../crystal/symmetry/metricTensor";
import { mobileOrbits, type Ion } from "./ion";

/** Angstrom: mobile ions farther from a site do not rest on it. */
const atRest = 1.5;

/** A mobile ion of the crystal. */
export interface RestingIon {
  readonly label: string;
  /** Fractional coordinates, beside the site that it rests on. */
  readonly position: Vector3;
}

/** The mobile ion that rests on each of some sites: each ion of the crystal rests on the nearest one. */
export function restingIons(
  structure: Structure,
  ion: Ion,
  sites: readonly Vector3[],
): readonly (RestingIon | undefined)[] {
  const metric = new MetricTensor(structure.lattice);
  const resting: (RestingIon | undefined)[] = sites.map(() => undefined);
  for (const { label, images } of mobileOrbits(structure, ion))
    for (let k = 0; k < images.length; k += 3) {
      const position: Vector3 = [images[k] ?? 0, images[k + 1] ?? 0, images[k + 2] ?? 0];
      const site = nearestSite(metric, sites, position);
      if (site !== undefined)
        resting[site] ??= { label, position: nearestImage(position, sites[site] ?? position) };
    }
  return resting;
}

function nearestSite(
  metric: MetricTensor,
  sites: readonly Vector3[],
  [x, y, z]: Vector3,
): number | undefined {
  let found: number | undefined;
  let least = atRest * atRest;
  for (const [site, [u, v, w]] of sites.entries()) {
    const squared = metric.squaredLength(nearest(u - x), nearest(v - y), nearest(w - z));
    if (squared < least) [found, least] = [site, squared];
  }
  return found;
}
