import { coordinations } from "../bonding/coordination";
import type { Structure } from "../structure";

/** Angstrom: distances between the same orbits that are closer belong to one kind of bond. */
const tolerance = 1e-3;

/** Tells whether sites of two orbits are bonded: by the distance between them, since symmetry decides nothing else. */
export class BondTest {
  /** Angstrom; 0 where nothing is bonded. */
  readonly longest: number;
  private readonly distances = new Map<string, number[]>();

  constructor(structure: Structure) {
    let longest = 0;
    for (const [orbit, { bonds }] of coordinations(structure).entries())
      for (const { orbit: other, distance } of bonds) {
        const key = `${orbit} ${other}`;
        this.distances.set(key, [...(this.distances.get(key) ?? []), distance]);
        longest = Math.max(longest, distance + tolerance);
      }
    this.longest = longest;
  }

  /** From a site of one orbit to a site of another, angstrom apart. */
  has(orbit: number, other: number, distance: number): boolean {
    return (
      this.distances.get(`${orbit} ${other}`)?.some((known) => Math.abs(known - distance) < tolerance) ??
      false
    );
  }
}
