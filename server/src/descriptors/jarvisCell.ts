import { Lattice, latticeParameters, type Vector3 } from "../crystal/lattice";
import type { Orbit, Structure } from "../crystal/structure";
import { withEverySite } from "../crystal/symmetry/everySite";
import { inverseOf, rowTimesMatrix } from "./fusedArithmetic";

/** A crystal with its cell placed in space. */
export interface PlacedCell {
  /** Row-major 3 x 3, angstrom: rows are the lattice vectors, c along z and a in the xz plane. */
  readonly matrix: readonly number[];
  /** Fractional coordinates of every site, in the order of the orbits. */
  readonly positions: readonly Vector3[];
  /** The crystal that this is: another than was given where the cell was cut anew. */
  readonly structure: Structure;
}

/** What the sites leave free of the cell along an axis is vacuum from here on, and cut to this; angstrom. */
const vacuum = 8;

/**
 * Places the cell and cuts what is taken for vacuum beside a slab or a molecule: where the sites span much less than the
 * lattice vector in the Cartesian direction of its number, its component there is what they span and 8 angstrom.
 * `undefined` where that leaves no volume.
 */
export function placeCell(structure: Structure): PlacedCell | undefined {
  const matrix = placedMatrix(structure.lattice);
  const sites = withEverySite(structure);
  const places = sites.orbits.map(({ position }) => rowTimesMatrix(wholeFractions(position), matrix));
  const cut = withoutVacuum(matrix, places);
  const inverse = inverseOf(cut);
  const positions = places.map((place) => rowTimesMatrix(place, inverse));
  if (cut.every((component, i) => component === matrix[i])) return { matrix, positions, structure };
  const lattice = latticeOf(cut);
  return (
    lattice && {
      matrix: cut,
      positions,
      structure: { ...sites, lattice, orbits: sites.orbits.map((orbit, i) => moved(orbit, positions[i])) },
    }
  );
}

function withoutVacuum(matrix: readonly number[], places: readonly Vector3[]): number[] {
  const cut = [...matrix];
  for (const axis of [0, 1, 2] as const) {
    const along = places.map((place) => place[axis]);
    const span = Math.max(...along) - Math.min(...along);
    if (Math.abs((matrix[4 * axis] ?? 0) - span) > vacuum) cut[4 * axis] = span + vacuum;
  }
  return cut;
}

function moved(orbit: Orbit, position: Vector3 = [0, 0, 0]): Orbit {
  return { ...orbit, position, images: Float64Array.from(position, (x) => x - Math.floor(x)) };
}

/** Thirds and the like, which decimals only come near, exactly; in [0, 1). */
function wholeFractions(position: Vector3): Vector3 {
  const whole = (x: number) => {
    const near = Math.round(24 * x) / 24;
    return Math.abs(near - x) < 1e-9 ? near % 1 : x;
  };
  return [whole(position[0]), whole(position[1]), whole(position[2])];
}

function placedMatrix({ parameters }: Lattice): number[] {
  const { a } = parameters;
  const [b, c] = [alike(parameters.b, a), alike(parameters.c, a)];
  const [alpha, beta, gamma] = [radian(parameters.alpha), radian(parameters.beta), radian(parameters.gamma)];
  if (a === b && b === c && [alpha, beta, gamma].every((angle) => angle === Math.PI / 2))
    return [a, 0, 0, 0, a, 0, 0, 0, a];
  const cosine = (Math.cos(alpha) * Math.cos(beta) - Math.cos(gamma)) / (Math.sin(alpha) * Math.sin(beta));
  const reciprocalGamma =
    Math.abs(cosine) < 1e-15 ? Math.PI / 2 - cosine : Math.acos(Math.min(1, Math.max(-1, cosine)));
  return [
    ...[a * Math.sin(beta), 0, a * Math.cos(beta)],
    -b * Math.sin(alpha) * Math.cos(reciprocalGamma),
    b * Math.sin(alpha) * Math.sin(reciprocalGamma),
    b * Math.cos(alpha),
    ...[0, 0, c],
  ];
}

/** Lengths that are the same but for rounding. */
const alike = (length: number, other: number) => (Math.abs(length - other) < 1e-10 * other ? other : length);

/** Of an angle that was written with few digits. */
const radian = (degrees: number) => Number(degrees.toFixed(10)) * (Math.PI / 180);

function latticeOf(matrix: readonly number[]): Lattice | undefined {
  const row = (i: number): Vector3 => [matrix[3 * i] ?? 0, matrix[3 * i + 1] ?? 0, matrix[3 * i + 2] ?? 0];
  return Lattice.fromParameters(latticeParameters([row(0), row(1), row(2)]));
}
