import { Lattice, type LatticeParameters, type Vector3 } from "../../src/crystal/lattice";
import type { Orbit, Structure, SymmetryOperation } from "../../src/crystal/structure";
import { withEverySite } from "../../src/crystal/symmetry/everySite";
import { SiteExpansion } from "../../src/crystal/symmetry/siteExpansion";
import type { Random } from "../../src/learning/random";

/** Angstrom: shorter than what still counts as a special position. */
const probe = 0.002;

/**
 * Moves sites by about `distance` angstrom in the directions that the symmetry leaves them: a site keeps its multiplicity,
 * and one without freedom stays.
 */
export function displaced(structure: Structure, distance: number, random: Random): Structure {
  const { lattice, operations } = structure;
  const expansion = new SiteExpansion(lattice, operations);
  const orbits = structure.orbits.map((orbit): Orbit => {
    const images = displacedImages(expansion, lattice, orbit.position, distance, random);
    if (images.length !== orbit.images.length) return orbit;
    const position: Vector3 = [images[0] ?? 0, images[1] ?? 0, images[2] ?? 0];
    return { ...orbit, images, position, displacement: undefined };
  });
  return { ...structure, orbits };
}

function displacedImages(
  expansion: SiteExpansion,
  lattice: Lattice,
  position: Vector3,
  distance: number,
  random: Random,
): Float64Array {
  const direction: Vector3 = [random.normal(), random.normal(), random.normal()];
  const length = Math.hypot(...direction);
  const shift = lattice.fractional([
    (probe * direction[0]) / length,
    (probe * direction[1]) / length,
    (probe * direction[2]) / length,
  ]);
  const start = expansion.special(position);
  const end = expansion.special([start[0] + shift[0], start[1] + shift[1], start[2] + shift[2]]);
  const factor = (distance / probe) * random.normal();
  return expansion.images([
    wrapped(start[0] + factor * (end[0] - start[0])),
    wrapped(start[1] + factor * (end[1] - start[1])),
    wrapped(start[2] + factor * (end[2] - start[2])),
  ]);
}

const wrapped = (x: number) => x - Math.floor(x);

/** The same crystal without symmetry, sheared and stretched by some per cent and with every atom moved on its own. */
export function withoutSymmetry(
  structure: Structure,
  strain: number,
  distance: number,
  random: Random,
): Structure | undefined {
  const { a, b, c, alpha, beta, gamma } = structure.lattice.parameters;
  const stretched = (length: number) => length * (1 + strain * random.normal());
  const sheared = (angle: number) => angle + 60 * strain * random.normal();
  const lattice = Lattice.fromParameters({
    a: stretched(a),
    b: stretched(b),
    c: stretched(c),
    alpha: sheared(alpha),
    beta: sheared(beta),
    gamma: sheared(gamma),
  });
  return lattice && displaced({ ...withEverySite(structure), lattice }, distance, random);
}

/** A cell whose free ratios of edges vary by some per cent: c/a, and b/a where it is not 1. */
export function varied(cell: LatticeParameters, spread: number, random: Random): LatticeParameters {
  const isFree = (ratio: number) => Math.abs(ratio - 1) > 1e-6;
  const factor = () => 1 + spread * random.normal();
  const c = isFree(cell.c) ? cell.c * factor() : cell.c;
  return { ...cell, b: isFree(cell.b) ? cell.b * factor() : cell.b, c };
}

/** The orbits of sites on special or general positions. */
export function imagesOf(
  positions: readonly Vector3[],
  lattice: Lattice,
  operations: readonly SymmetryOperation[],
): Float64Array[] {
  const expansion = new SiteExpansion(lattice, operations);
  return positions.map((position) => {
    const [x, y, z] = expansion.special(position);
    return expansion.images([wrapped(x), wrapped(y), wrapped(z)]);
  });
}
