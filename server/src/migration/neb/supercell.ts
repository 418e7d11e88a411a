import { Lattice, type Vector3 } from "../../crystal/lattice";
import { isOrdered, type Structure } from "../../crystal/structure";
import { nearestDifference } from "../../crystal/symmetry/metricTensor";
import type { Profile } from "../steps";

/** An atom with its place in fractional coordinates. */
export interface Atom {
  readonly element: string;
  readonly position: Vector3;
}

/** A crystal with one vacancy that an ion hops into. */
export interface VacancyHop {
  readonly lattice: Lattice;
  /** All atoms but the hopping one, where the crystal has them. */
  readonly others: readonly Atom[];
  readonly element: string;
  /** Where the hopping ion begins and ends. */
  readonly from: Vector3;
  readonly to: Vector3;
  /** Its way between them, fractional coordinates of the supercell, in one piece. */
  readonly places: readonly Vector3[];
  /** Angstrom along the way. */
  readonly distances: readonly number[];
  /** Cells along a, b and c. */
  readonly repeats: Vector3;
}

export type VacancyHopOutcome =
  { readonly ok: true; readonly hop: VacancyHop } | { readonly ok: false; readonly reason: string };

/** Angstrom: atoms this near are one. */
const sameAtom = 0.05;
/** A calculation of more atoms is out of reach. */
const mostAtoms = 2000;

/**
 * The supercell of a hop between two ions of the crystal, whose places hold one ion and one vacancy.
 *
 * @param least angstrom that an atom is away from its images.
 */
export function vacancyHop(
  structure: Structure,
  element: string,
  { places, distances }: Profile,
  least: number,
): VacancyHopOutcome {
  if (!isOrdered(structure))
    return {
      ok: false,
      reason: "some sites are partly occupied: order the structure first (superion order)",
    };
  const repeats = repeatsFor(structure.lattice, least);
  const lattice = repeated(structure.lattice, repeats);
  if (!lattice) return { ok: false, reason: "its cell spans no volume" };
  const inSupercell = ([x, y, z]: Vector3): Vector3 => [x / repeats[0], y / repeats[1], z / repeats[2]];
  const way = places.map(inSupercell);
  const [from, to] = [way[0], way.at(-1)];
  if (!from || !to) return { ok: false, reason: "the hop has no places" };
  const all = atomsOf(structure, repeats, inSupercell);
  if (all.length > mostAtoms) return { ok: false, reason: `the supercell has ${all.length} atoms` };
  const isEnd = ({ position }: Atom) => [from, to].some((end) => distance(lattice, end, position) < sameAtom);
  const others = all.filter((atom) => !isEnd(atom));
  if (all.length - others.length !== 2)
    return { ok: false, reason: "the ion would hop to its own image: ask for a larger supercell" };
  return { ok: true, hop: { lattice, others, element, from, to, places: way, distances, repeats } };
}

/** The smallest repeats that keep all images of an atom so far away. */
export function repeatsFor(lattice: Lattice, least: number): Vector3 {
  const { a, b, c } = lattice.parameters;
  const repeats: [number, number, number] = [
    Math.ceil(least / a),
    Math.ceil(least / b),
    Math.ceil(least / c),
  ];
  for (let close = closeImage(lattice, repeats, least); close; close = closeImage(lattice, repeats, least)) {
    // The shortest edge that takes part grows.
    const lengths = [a, b, c].map((edge, axis) =>
      close[axis] === 0 ? Infinity : edge * (repeats[axis] ?? 1),
    );
    const axis = lengths.indexOf(Math.min(...lengths));
    repeats[axis] = (repeats[axis] ?? 1) + 1;
  }
  return repeats;
}

const steps = [-1, 0, 1];
/** Rounding of cells that are just large enough. */
const rounding = 1e-6;

function closeImage(lattice: Lattice, [na, nb, nc]: Vector3, least: number): Vector3 | undefined {
  for (const i of steps)
    for (const j of steps)
      for (const k of steps) {
        const isSelf = i === 0 && j === 0 && k === 0;
        if (!isSelf && lattice.length([i * na, j * nb, k * nc]) < least - rounding) return [i, j, k];
      }
  return undefined;
}

function repeated({ parameters }: Lattice, [na, nb, nc]: Vector3): Lattice | undefined {
  const { a, b, c } = parameters;
  return Lattice.fromParameters({ ...parameters, a: a * na, b: b * nb, c: c * nc });
}

function atomsOf(
  { orbits }: Structure,
  [na, nb, nc]: Vector3,
  inSupercell: (position: Vector3) => Vector3,
): Atom[] {
  const atoms: Atom[] = [];
  for (const { images, occupants } of orbits) {
    const element = occupants[0]?.element ?? "";
    for (let site = 0; site < images.length; site += 3) {
      const [x, y, z] = [images[site] ?? 0, images[site + 1] ?? 0, images[site + 2] ?? 0];
      for (let i = 0; i < na; i++)
        for (let j = 0; j < nb; j++)
          for (let k = 0; k < nc; k++) atoms.push({ element, position: inSupercell([x + i, y + j, z + k]) });
    }
  }
  return atoms;
}

/** Of the nearest images, angstrom. */
function distance(lattice: Lattice, one: Vector3, other: Vector3): number {
  return lattice.length(nearestDifference(one, other));
}
