import { density } from "../crystal/density";
import { reducedFormula } from "../crystal/formula";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { simplify } from "../crystal/simplification";
import { isOrdered, siteCount, type Orbit, type Structure } from "../crystal/structure";
import { embedOccupants } from "../graph/embedding";
import type { ParentModel } from "../graph/parentModel";
import { representations } from "../protocol/simplification";
import type { SimplifiedSite, SiteSummary, StructureSummary } from "./analysis";

/** What hovers tell of a structure; of neighbours and embeddings only where there is a parent model. */
export function summarizeStructure(structure: Structure, parent: ParentModel | undefined): StructureSummary {
  const { lattice, operations, symmetrySource, oxidation } = structure;
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
    sites: summarizeSites(structure, parent),
  };
}

function summarizeSites(structure: Structure, parent: ParentModel | undefined): SiteSummary[] {
  const simplified = representations.map((as) => ({ as, sites: occupantsBySite(simplify(structure, as)) }));
  const neighbours = parent && countNeighbours(structure, parent.cutoff);
  return structure.orbits.map((orbit, i): SiteSummary => {
    const { label, rows, position, multiplicity, occupants } = orbit;
    return {
      label,
      rows,
      position,
      multiplicity,
      occupants,
      neighbours: neighbours?.[i],
      embedding: parent && Array.from(embedOccupants(parent, occupants)),
      simplified: simplified.map(({ as, sites }): SimplifiedSite => ({
        as,
        occupants: sites.get(siteKey(orbit)) ?? [],
      })),
    };
  });
}

function countNeighbours(structure: Structure, radius: number): SiteSummary["neighbours"][] {
  if (isOverfull(structure, radius)) return [];
  return Array.from(findNeighbours(structure, radius).counts, (count) => ({ count, radius }));
}

function occupantsBySite(structure: Structure): Map<string, Orbit["occupants"]> {
  return new Map(structure.orbits.map((orbit) => [siteKey(orbit), orbit.occupants]));
}

/** Labels may repeat; a simplification moves no site. */
function siteKey({ label, position }: Orbit): string {
  return `${label} ${position.join(" ")}`;
}
