import { LineIndex } from "../cif/lineIndex";
import { covalentRadius, ionicRadius } from "../crystal/bonding/radii";
import { reducedFormula } from "../crystal/formula";
import type { Lattice, Vector3 } from "../crystal/lattice";
import { drawnCell, positionOf } from "../crystal/scene/drawnCell";
import { ellipsoids } from "../crystal/scene/ellipsoids";
import { simplify } from "../crystal/simplification";
import { siteCount, type Occupant, type Orbit, type Structure } from "../crystal/structure";
import type { PictureLattice, PictureSite, StructurePicture } from "../protocol/structure";
import type { Representation } from "../protocol/simplification";
import { simplifiedOccupants } from "./simplifiedOccupants";

/** More sites in the cell than this make no picture that anybody can read. */
const mostDrawn = 2000;

type Drawn = Pick<StructurePicture, "omission" | "atoms" | "bonds" | "polyhedra">;

/**
 * The picture of a structure in a representation. Bonds and polyhedra are those of the structure as it stands in the file,
 * as far as the representation keeps their atoms.
 *
 * @param text that the structure was read from.
 */
export function structurePicture(
  structure: Structure,
  as: Representation,
  text: string,
): Omit<StructurePicture, "block" | "blocks"> {
  const simplified = simplify(structure, as);
  const lines = new LineIndex(text);
  const occupantsOf = simplifiedOccupants(simplified);
  const kept = structure.orbits.filter((orbit) => occupantsOf(orbit).length > 0);
  return {
    formula: reducedFormula(structure),
    lattice: pictureLattice(simplified.lattice),
    sites: kept.map((orbit) => pictureSite(orbit, occupantsOf(orbit), lines)),
    ...drawn(structure, kept, simplified.lattice),
  };
}

function pictureLattice({ parameters, matrix }: Lattice): PictureLattice {
  const { a, b, c, alpha, beta, gamma } = parameters;
  const vector = (axis: number): Vector3 => [
    matrix[3 * axis] ?? 0,
    matrix[3 * axis + 1] ?? 0,
    matrix[3 * axis + 2] ?? 0,
  ];
  return { parameters: [a, b, c, alpha, beta, gamma], vectors: [0, 1, 2].map(vector) };
}

function pictureSite(
  { label, position, multiplicity, rows }: Orbit,
  occupants: readonly Occupant[],
  lines: LineIndex,
): PictureSite {
  return {
    label,
    occupants: occupants.map(({ element, occupancy, oxidationState = null }) => ({
      element,
      occupancy,
      oxidationState,
    })),
    position,
    multiplicity,
    radius: drawnRadius(occupants),
    lines: rows.map(({ start, end }) => ({
      first: lines.position(start).line,
      last: lines.position(end).line,
    })),
  };
}

/** What of its radius an atom is drawn with, so that bonds can be seen between them, and the limits of that, angstrom. */
const [share, smallest, largest] = [0.32, 0.3, 0.6];

/** Of ions by their charge, else covalent; the mean over the occupants. */
function drawnRadius(occupants: readonly Occupant[]): number {
  let [sum, atoms] = [0, 0];
  for (const { element, occupancy, oxidationState = 0 } of occupants) {
    const radius = ionicRadius(element, oxidationState) ?? covalentRadius(element) ?? 1;
    sum += occupancy * radius;
    atoms += occupancy;
  }
  return Math.min(largest, Math.max(smallest, atoms > 0 ? (share * sum) / atoms : 0));
}

/** The atoms on the orbits that are kept, in a lattice that may be scaled. */
function drawn(structure: Structure, kept: readonly Orbit[], lattice: Lattice): Drawn {
  const sites = siteCount(structure);
  if (sites > mostDrawn) {
    const omission = `The cell has ${sites} sites, more than the ${mostDrawn} that are drawn.`;
    return { omission, atoms: [], bonds: [], polyhedra: [] };
  }
  const cell = drawnCell(structure);
  const siteOf = new Map(kept.map((orbit, site) => [orbit, site]));
  const isScaled = lattice !== structure.lattice;
  const turned = structure.orbits.map((orbit) => (isScaled ? undefined : ellipsoids(structure, orbit)));
  /** Of the kept atoms, the place that each has among them. */
  const placeOf = new Map<number, number>();
  const atoms = cell.atoms.flatMap((atom, index) => {
    const orbit = structure.orbits[atom.orbit];
    const site = orbit && siteOf.get(orbit);
    if (site === undefined) return [];
    placeOf.set(index, placeOf.size);
    const position = lattice.cartesian(positionOf(atom, structure.orbits));
    return [{ site, position, ellipsoid: turned[atom.orbit]?.[atom.image] ?? null }];
  });
  return {
    omission: null,
    atoms,
    bonds: cell.bonds.flatMap(([one, other]): [number, number][] => {
      const [from, to] = [placeOf.get(one), placeOf.get(other)];
      return from === undefined || to === undefined ? [] : [[from, to]];
    }),
    polyhedra: cell.polyhedra.flatMap(({ centre, corners }) => {
      const place = placeOf.get(centre);
      const kept = corners.flatMap((corner) => placeOf.get(corner) ?? []);
      return place === undefined || kept.length < corners.length ? [] : [{ centre: place, corners: kept }];
    }),
  };
}
