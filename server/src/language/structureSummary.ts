import { bondValenceSums } from "../crystal/bonding/bondValenceSums";
import { coordinations, type Bond } from "../crystal/bonding/coordination";
import { density } from "../crystal/density";
import { reducedFormula } from "../crystal/formula";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { simplify, type SimplificationName } from "../crystal/simplification";
import { isOrdered, siteCount, type Orbit, type Structure } from "../crystal/structure";
import type { SpaceGroupDetector } from "../crystal/symmetry/spaceGroupDetection";
import { embedOccupants } from "../graph/embedding";
import type { ParentModel } from "../graph/parentModel";
import { similarElement } from "../graph/similarElement";
import { simplifiedOccupants } from "./simplifiedOccupants";
import type { BondSummary, SimplifiedSite, SiteSummary, StructureSummary } from "./analysis";

/** What hovers tell of a structure; of neighbours and embeddings only where there is a parent model. */
export function summarizeStructure(
  structure: Structure,
  detectSpaceGroup: SpaceGroupDetector,
  parent: ParentModel | undefined,
): StructureSummary {
  const { lattice, operations, symmetrySource, oxidation } = structure;
  const detection = detectSpaceGroup(structure);
  const spaceGroup = detection.ok ? detection.spaceGroup : undefined;
  const valences = bondValenceSums(structure);
  const shown = shownEmbeddings(structure, parent);
  const bonds = coordinations(structure);
  const simplified = simplifiedSites(structure);
  return {
    formula: reducedFormula(structure),
    lattice: lattice.parameters,
    volume: lattice.volume,
    density: density(structure),
    siteCount: siteCount(structure),
    ordered: isOrdered(structure),
    operationCount: operations.length,
    symmetrySource,
    oxidation,
    spaceGroup: spaceGroup && { number: spaceGroup.number, symbol: spaceGroup.symbol },
    globalInstability: valences.globalInstability,
    sites: structure.orbits.map((orbit, i): SiteSummary => {
      const { label, rows, position, multiplicity, occupants, displacement, disorder } = orbit;
      return {
        label,
        rows,
        position,
        multiplicity,
        occupants,
        displacement,
        disorder,
        wyckoff: spaceGroup?.letterSetting === "own" ? spaceGroup.wyckoffLetters[i] : undefined,
        standardWyckoff: spaceGroup?.letterSetting === "standard" ? spaceGroup.wyckoffLetters[i] : undefined,
        bondValenceSums: valences.occupantSums[i] ?? [],
        coordinationNumber: bonds[i]?.number ?? 0,
        bonds: summarizeBonds(structure.orbits, bonds[i]?.bonds ?? []),
        simplified: simplified(orbit),
        ...shown(orbit, i),
      };
    }),
  };
}

type ShownEmbedding = Pick<SiteSummary, "neighbours" | "embedding" | "similar">;

function shownEmbeddings(
  structure: Structure,
  parent: ParentModel | undefined,
): (orbit: Orbit, index: number) => ShownEmbedding {
  if (!parent) return () => ({ neighbours: undefined, embedding: undefined, similar: undefined });
  const neighbours = countNeighbours(structure, parent.cutoff);
  return ({ occupants }, index) => {
    const embedding = embedOccupants(parent, occupants);
    return {
      neighbours: neighbours[index],
      embedding: Array.from(embedding),
      similar: similarElement(parent, embedding, occupants),
    };
  };
}

function countNeighbours(structure: Structure, radius: number): SiteSummary["neighbours"][] {
  if (isOverfull(structure, radius)) return [];
  return Array.from(findNeighbours(structure, radius).counts, (count) => ({ count, radius }));
}

/** Bonds taken together by the elements at their other ends. */
function summarizeBonds(orbits: readonly Orbit[], bonds: readonly Bond[]): BondSummary[] {
  const byElements = new Map<string, BondSummary>();
  for (const { orbit, distance, count } of bonds) {
    const to = [...new Set(orbits[orbit]?.occupants.map(({ element }) => element))].join("/");
    const known = byElements.get(to);
    byElements.set(to, {
      to,
      count: count + (known?.count ?? 0),
      shortest: Math.min(distance, known?.shortest ?? Infinity),
      longest: Math.max(distance, known?.longest ?? 0),
    });
  }
  return [...byElements.values()];
}

const shownSimplifications = [
  "CAMN",
  "CAN",
  "CAMNS",
  "CANS",
  "am",
  "a",
] as const satisfies readonly SimplificationName[];

function simplifiedSites(structure: Structure): (orbit: Orbit) => SimplifiedSite[] {
  const all = shownSimplifications.map((as) => ({
    as,
    occupantsOf: simplifiedOccupants(simplify(structure, as)),
  }));
  return (orbit) => all.map(({ as, occupantsOf }) => ({ as, occupants: occupantsOf(orbit) }));
}
