import type { Occupant, Orbit, Structure } from "../crystal/structure";

/** Who sits on a site of a structure in a simplified form of it; nobody where that drops the site. */
export function simplifiedOccupants(simplified: Structure): (orbit: Orbit) => readonly Occupant[] {
  const bySite = new Map(simplified.orbits.map((orbit) => [siteKey(orbit), orbit.occupants]));
  return (orbit) => bySite.get(siteKey(orbit)) ?? [];
}

/** Labels may repeat; a simplification moves no site. */
function siteKey({ label, position }: Orbit): string {
  return `${label} ${position.join(" ")}`;
}
