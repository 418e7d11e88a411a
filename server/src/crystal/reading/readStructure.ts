import type { Block, CifDocument } from "../../cif/document";
import type { Problem } from "../../cif/problem";
import { ProblemList } from "../../cif/problemList";
import { buildOrbits, mostSites } from "./buildOrbits";
import type { Lattice } from "../lattice";
import { likeliestOrigin } from "./originChoice";
import { assignOxidationStates } from "../oxidation/assignOxidationStates";
import type { StatedOxidationStates } from "../oxidation/statedOxidationStates";
import { hasAtomSites, mostAtomSites, readAtomSites } from "./readAtomSites";
import type { AtomSite } from "./atomSite";
import { hasCell, readCell } from "./readCell";
import type { Symmetry } from "./namedSymmetry";
import { readSymmetry } from "./readSymmetry";
import { noOxidationStates, type Orbit, type Structure, type SymmetryOperation } from "../structure";

/** More species, elements in an oxidation state each, than there are elements: no crystal. */
const mostSpecies = 120;

/** A structure, or none, with what is wrong or worth knowing, sorted by place. */
export interface ReadStructure {
  readonly structure: Structure | undefined;
  readonly problems: Problem[];
}

export interface ReadBlock extends ReadStructure {
  readonly block: Block;
}

/**
 * The structures of a document: an entry for each data block that lists atom sites, else for each that has a cell; where no
 * block has either, one for the first block, to say that nothing can be read.
 */
export function readStructures(document: CifDocument, stated?: StatedOxidationStates): ReadBlock[] {
  const { blocks } = document;
  const listing = blocks.filter(hasAtomSites);
  const withCell = listing.length > 0 ? listing : blocks.filter(hasCell);
  const meant = withCell.length > 0 ? withCell : blocks.slice(0, 1);
  return meant.map((block) => ({ block, ...readStructure(block, stated) }));
}

/**
 * The structure of a data block. Without a usable cell, symmetry or atom site there is none, and a problem says why.
 *
 * @param stated oxidation states that go before those of the file, by element or site label.
 */
export function readStructure(block: Block, stated: StatedOxidationStates = new Map()): ReadStructure {
  const problems = new ProblemList();
  const sites = readSites(block, problems);
  const structure = sites && withOxidationStates(sites, stated);
  if (structure) tellOxidationStates(structure, stated, block, problems);
  return { structure, problems: problems.sorted() };
}

/** The structure as the file gives it, without oxidation states but those of the file. */
export function readSites(block: Block, problems: ProblemList): Structure | undefined {
  const error = (code: string, message: string) => {
    problems.error(code, message, block.headerRange.start, block.headerRange.end);
  };
  const lattice = readCell(block, problems);
  if (!hasAtomSites(block))
    error("no-atom-sites", "The data block lists no atom sites: there is no structure to read.");
  if (!hasAtomSites(block) || !lattice) return undefined;
  const sites = readAtomSites(block, lattice, problems);
  if (sites.length === 0) error("no-atom-sites", noReadableSite);
  if (areTooMany(sites, block, problems)) return undefined;
  const symmetry = sites.length > 0 ? readSymmetry(block, lattice, problems) : undefined;
  if (!symmetry) return undefined;
  const expanded = expand(block, sites, lattice, symmetry, problems);
  if (!expanded)
    error("too-many-sites", `The cell has more than ${mostSites} sites: too many to be looked at.`);
  else if (expanded.orbits.length === 0) error("no-atom-sites", noReadableSite);
  if (!expanded?.orbits.length) return undefined;
  return {
    lattice,
    operations: expanded.operations,
    symmetrySource: symmetry.source,
    orbits: expanded.orbits,
    oxidation: noOxidationStates,
  };
}

const noReadableSite = "No atom site has coordinates and an element that can be read.";

/** Whether there are more sites or species than can be looked at, which is told. */
function areTooMany(sites: readonly AtomSite[], { headerRange }: Block, problems: ProblemList): boolean {
  const surplus = sites[mostAtomSites]?.range;
  if (surplus)
    problems.error(
      "too-many-sites",
      `More than ${mostAtomSites} atom sites are listed: too many to be looked at.`,
      surplus.start,
      surplus.end,
    );
  const surplusSpecies = holdTooManySpecies(sites);
  if (surplusSpecies)
    problems.error(
      "too-many-species",
      `The sites hold more than ${mostSpecies} different species: too many to be looked at.`,
      headerRange.start,
      headerRange.end,
    );
  return surplus !== undefined || surplusSpecies;
}

function holdTooManySpecies(sites: readonly AtomSite[]): boolean {
  const occupants = sites.flatMap((site) => site.occupants);
  if (occupants.length <= mostSpecies) return false;
  const species = new Set(occupants.map(({ element, oxidationState }) => `${element} ${oxidationState}`));
  return species.size > mostSpecies;
}

interface Expanded {
  readonly operations: readonly SymmetryOperation[];
  readonly orbits: Orbit[];
}

function expand(
  block: Block,
  sites: readonly AtomSite[],
  lattice: Lattice,
  { candidates, range }: Symmetry,
  problems: ProblemList,
): Expanded | undefined {
  const operations =
    candidates.length > 1 ? likeliestOrigin(block, sites, lattice, candidates) : candidates[0];
  if (!operations) return undefined;
  if (candidates.length > 1)
    problems.warning(
      "origin-choice-open",
      "The space-group symbol leaves the choice of origin open: the one that fits the sites best is taken.",
      range.start,
      range.end,
    );
  const orbits = buildOrbits(sites, lattice, operations, problems);
  return orbits && { operations, orbits };
}

/**
 * States of the file where it gives one for every occupant; where it gives some, the others are found around them. A file
 * that says 0 everywhere gives none.
 */
function withOxidationStates(structure: Structure, stated: StatedOxidationStates): Structure {
  const occupants = structure.orbits.flatMap((orbit) => orbit.occupants);
  const isGiven = occupants.every(({ oxidationState }) => oxidationState !== undefined);
  const isCharged = occupants.some(({ oxidationState = 0 }) => oxidationState !== 0);
  if (isGiven && isCharged && stated.size === 0)
    return { ...structure, oxidation: { method: "file", confidence: "high" } };
  return assignOxidationStates(isCharged ? structure : withoutStates(structure), stated);
}

function tellOxidationStates(
  { oxidation, orbits }: Structure,
  stated: StatedOxidationStates,
  { headerRange: { start, end } }: Block,
  problems: ProblemList,
): void {
  if (oxidation.confidence === "low")
    problems.information(
      "oxidation-states-uncertain",
      "The charges of the oxidation states found do not balance. Atoms may be missing; or give the states in the file (_atom_type_oxidation_number) or in the settings.",
      start,
      end,
    );
  const names = new Set(
    orbits.flatMap(({ label, occupants }) => [label, ...occupants.map(({ element }) => element)]),
  );
  for (const name of stated.keys())
    if (!names.has(name))
      problems.information(
        "oxidation-state-unused",
        `An oxidation state is given for ${name}, which is neither an element nor a site label of this structure.`,
        start,
        end,
      );
}

function withoutStates(structure: Structure): Structure {
  const orbits = structure.orbits.map((orbit) => ({
    ...orbit,
    occupants: orbit.occupants.map((occupant) => ({ ...occupant, oxidationState: undefined })),
  }));
  return { ...structure, orbits };
}
