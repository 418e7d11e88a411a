import type { Orbit, Structure } from "../structure";
import { identity } from "./symmetryOperation";

/** The same crystal with every site of the cell listed by itself (P 1): `Li1` with four sites becomes `Li1_1` to `Li1_4`. */
export function withEverySite(structure: Structure): Structure {
  const orbits = structure.orbits.flatMap((orbit) =>
    Array.from({ length: orbit.multiplicity }, (_, k) => site(orbit, k)),
  );
  return { ...structure, operations: [identity], symmetrySource: "assumed-p1", orbits };
}

/** Displacements hold for the representative alone: others have the tensor turned. */
function site(orbit: Orbit, k: number): Orbit {
  const images = orbit.images.slice(3 * k, 3 * k + 3);
  const label = orbit.multiplicity === 1 ? orbit.label : `${orbit.label}_${k + 1}`;
  const displacement = k === 0 ? orbit.displacement : undefined;
  return {
    ...orbit,
    label,
    position: [images[0] ?? 0, images[1] ?? 0, images[2] ?? 0],
    images,
    multiplicity: 1,
    displacement,
  };
}
