import type { TextRange } from "../../cif/problem";
import type { ProblemList } from "../../cif/problemList";
import type { Lattice, Vector3 } from "../lattice";
import type { AtomSite } from "./atomSite";
import { wrapped } from "../symmetry/metricTensor";
import { SiteExpansion } from "../symmetry/siteExpansion";
import { SiteIndex } from "../symmetry/siteIndex";
import type { DisorderGroup, Displacement, Occupant, Orbit, SymmetryOperation } from "../structure";

/** Atoms of different rows closer than this, in angstrom, share one site; split sites are farther apart. */
const sharedSiteTolerance = 0.01;
/** Sums of occupancies above this are no rounding. */
const fullOccupancy = 1.0051;
/** Sites in the cell. */
export const mostSites = 20_000;

interface OrbitInProgress {
  readonly label: string;
  readonly images: Float64Array;
  readonly occupants: Occupant[];
  readonly displacement: Displacement | undefined;
  disorder: DisorderGroup | undefined;
  readonly rows: TextRange[];
}

/**
 * The orbits of the listed sites: special positions found, rows on one position joined as occupants of one site, repetitions
 * of a site that symmetry makes anyway left out. `undefined` where the cell has more sites than `mostSites`.
 */
export function buildOrbits(
  sites: readonly AtomSite[],
  lattice: Lattice,
  operations: readonly SymmetryOperation[],
  problems: ProblemList,
): Orbit[] | undefined {
  const expansion = new SiteExpansion(lattice, operations);
  const index = new SiteIndex(lattice, sharedSiteTolerance);
  const orbits: OrbitInProgress[] = [];
  let count = 0;
  for (const site of sites) {
    const [x, y, z] = expansion.special(site.position, site.thirds);
    const position: Vector3 = [wrapped(x), wrapped(y), wrapped(z)];
    const owner = index.find(position);
    const present = owner === undefined ? undefined : orbits[owner];
    const images = present?.images ?? expansion.images(position);
    if (!multiplicityHolds(site, images.length / 3, operations.length, problems)) continue;
    if (present) {
      join(present, site, position, problems);
      continue;
    }
    index.add(images, orbits.length);
    const { label, occupants, displacement, disorder, range } = site;
    orbits.push({ label, images, occupants: merged(occupants), displacement, disorder, rows: [range] });
    count += images.length / 3;
    if (count > mostSites) return undefined;
  }
  for (const orbit of orbits) tellOverfull(orbit, problems);
  return orbits.map(({ label, images, occupants, displacement, disorder, rows }) => ({
    label,
    position: [images[0] ?? 0, images[1] ?? 0, images[2] ?? 0],
    multiplicity: images.length / 3,
    occupants,
    images,
    rows,
    displacement,
    disorder,
  }));
}

/**
 * Compares with the declared multiplicity, which also says whether a `.` stands for the coordinate 0. Where it is the order
 * of the site symmetry, as SHELX writes, it agrees too.
 */
function multiplicityHolds(
  site: AtomSite,
  multiplicity: number,
  operationCount: number,
  problems: ProblemList,
): boolean {
  const { label, declaredMultiplicity: declared, hasDotCoordinate, range } = site;
  if (hasDotCoordinate) {
    const isZero = declared?.value === multiplicity;
    const code = isZero ? "coordinate-dot-as-zero" : "site-without-coordinates";
    const message = isZero
      ? `${label} has "." for a coordinate: read as 0, which agrees with its multiplicity.`
      : `${label} has no coordinates: left out.`;
    problems.warning(code, message, range.start, range.end);
    return isZero;
  }
  if (declared && declared.value !== multiplicity && declared.value * multiplicity !== operationCount)
    problems.contradiction(
      "multiplicity-wrong",
      `${label} is declared with multiplicity ${declared.value}; the symmetry operations give ${multiplicity}, which is used.`,
      declared.range,
      String(multiplicity),
    );
  return true;
}

/** Adds a row to the orbit that has its position already. */
function join(orbit: OrbitInProgress, site: AtomSite, position: Vector3, problems: ProblemList): void {
  const isRepresentative = position.every(
    (coordinate, k) => Math.abs(coordinate - (orbit.images[k] ?? 0)) < 1e-6,
  );
  let repeated = 0;
  for (const occupant of merged(site.occupants)) {
    const at = orbit.occupants.findIndex((other) => isSameSpecies(other, occupant));
    const other = orbit.occupants[at];
    if (!other) {
      orbit.occupants.push(occupant);
      continue;
    }
    const sum = other.occupancy + occupant.occupancy;
    const isRepeated =
      Math.abs(other.occupancy - occupant.occupancy) < 1e-6 && (!isRepresentative || sum > fullOccupancy);
    if (isRepeated) repeated++;
    else orbit.occupants[at] = { ...other, occupancy: sum };
  }
  orbit.rows.push(site.range);
  if (!isSameGroup(orbit.disorder, site.disorder)) orbit.disorder = undefined;
  if (repeated === 0) return;
  problems.warning(
    "duplicate-site",
    `${site.label} is the same site as ${orbit.label}: counted once.`,
    site.range.start,
    site.range.end,
  );
}

const isSameGroup = (one: DisorderGroup | undefined, other: DisorderGroup | undefined) =>
  one?.assembly === other?.assembly && one?.group === other?.group;

const isSameSpecies = (first: Occupant, second: Occupant) =>
  first.element === second.element &&
  first.isotope === second.isotope &&
  first.oxidationState === second.oxidationState;

/** The occupants with equal species added up. */
function merged(occupants: readonly Occupant[]): Occupant[] {
  if (occupants.length < 2) return [...occupants];
  const sums: Occupant[] = [];
  for (const occupant of occupants) {
    const at = sums.findIndex((other) => isSameSpecies(other, occupant));
    const other = sums[at];
    if (other) sums[at] = { ...other, occupancy: other.occupancy + occupant.occupancy };
    else sums.push(occupant);
  }
  return sums;
}

function tellOverfull({ label, occupants, rows: [range] }: OrbitInProgress, problems: ProblemList): void {
  const sum = occupants.reduce((total, { occupancy }) => total + occupancy, 0);
  if (sum <= fullOccupancy || !range) return;
  const who = occupants.map(({ element, occupancy }) => `${element} ${rounded(occupancy)}`);
  problems.warning(
    "occupancy-above-one",
    `Site ${label} is more than full: ${who.join(" + ")}${who.length > 1 ? ` = ${rounded(sum)}` : ""}.`,
    range.start,
    range.end,
  );
}

const rounded = (value: number) => String(Number(value.toFixed(4)));
