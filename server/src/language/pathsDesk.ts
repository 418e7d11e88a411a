import { frameworkSpheres } from "../crystal/voronoi/frameworkSpheres";
import type { Lattice } from "../crystal/lattice";
import { isMobile, parseIon } from "../migration/ion";
import { isosurface } from "../migration/isosurface";
import type { EnergyMap } from "../migration/energyMap";
import { findMigration } from "../migration/migration";
import type { FindPathsResult, IsosurfaceResult } from "../protocol/migration";
import { encodeFloats, encodeIndices } from "./encodeBinary";
import { LruMap } from "./lruMap";
import { pathsPicture } from "./pathsPicture";
import type { AskedCrystal, Control } from "./pathsTask";
import { readBlocks, structureIn } from "./readBlocks";

/** Angstrom between the points of the grid. */
const spacing = 0.1;
/** Maps that are kept, so that surfaces can be drawn in them: up to 50 MB each. */
const mostMaps = 3;

interface KnownMap {
  readonly map: EnergyMap;
  readonly lattice: Lattice;
  readonly result: FindPathsResult;
}

/** Looks for paths and draws surfaces; what did not change is not computed again. */
export class PathsDesk {
  private readonly known = new LruMap<string, KnownMap>(mostMaps);

  find(crystal: AskedCrystal, control: Control): FindPathsResult {
    const known = this.known.get(keyOf(crystal));
    if (known) return known.result;
    const ion = parseIon(crystal.ion);
    if (!ion) return { kind: "refused", reason: `${crystal.ion} is no cation.` };
    const found = structureIn(readBlocks(crystal.text, crystal.oxidationStates), crystal.block);
    if (found.kind === "refused") return found;
    const { block, structure } = found;
    const outcome = findMigration(structure, { ion, grid: { spacing } }, (share) => {
      control.share = share;
      return !control.isStopped;
    });
    if (outcome.kind === "stopped") return outcome;
    if (outcome.kind === "refused")
      return { kind: "refused", reason: `No paths were looked for: ${outcome.reason}.` };
    const { migration } = outcome;
    const spheres = frameworkSpheres(structure, (occupant) => isMobile(occupant, ion));
    const drawn = pathsPicture(structure, migration, spheres.ok ? spheres.spheres : undefined);
    const paths = { ...drawn, block: block.code };
    const result: FindPathsResult = { kind: "paths", paths };
    this.known.set(keyOf(crystal), { map: migration.map, lattice: structure.lattice, result });
    return result;
  }

  surface(crystal: AskedCrystal, energy: number): IsosurfaceResult {
    const known = this.known.get(keyOf(crystal));
    if (!known)
      return { kind: "refused", reason: "The paths of this structure are not known: find them first." };
    const { positions, triangles } = isosurface(known.map, known.lattice, known.map.minimum + energy);
    return { kind: "surface", positions: encodeFloats(positions), triangles: encodeIndices(triangles) };
  }
}

const keyOf = (crystal: AskedCrystal) => JSON.stringify(crystal);
