import { Lattice, type Vector3 } from "../src/crystal/lattice";
import { siteCount, type Orbit, type Structure } from "../src/crystal/structure";
import { operationsOfSetting, settingsOfSymbol } from "../src/crystal/symmetry/spaceGroup";
import { Random } from "../src/learning/random";
import { hasOverlap, withBondLengths } from "./generation/cellSize";
import { displaced, imagesOf, varied, withoutSymmetry } from "./generation/distortion";
import { fillRoles, type RoleAmount } from "./generation/filling";
import { prototypes, type Prototype } from "./generation/prototypes";

/** Angstrom of the edge a before a cell gets its size. */
const nominalEdge = 10;
/** Cells with more sites than this keep their symmetry. */
const mostFreeSites = 16;

/**
 * Plausible crystals that nobody has measured: structure types of textbooks, filled with elements whose charges cancel (or
 * with metals), in cells that give bonds their usual lengths, with noise on cell and coordinates; some without symmetry,
 * some with mixed or partly filled sites. The same seed gives the same structures.
 */
export function generateStructures(seed: number, count: number): Structure[] {
  const random = new Random(seed);
  const structures: Structure[] = [];
  while (structures.length < count) {
    const prototype = prototypes[random.below(prototypes.length)];
    const structure = prototype && generateStructure(prototype, random);
    if (structure) structures.push(structure);
  }
  return structures;
}

/** One of this structure type; `undefined` where the elements drawn do not go together. */
export function generateStructure(prototype: Prototype, random: Random): Structure | undefined {
  const filled = fill(prototype, random);
  const sized = filled && withBondLengths(filled, 1 + 0.04 * random.normal());
  if (!sized) return undefined;
  const distorted = distort(sized, random);
  return distorted && !hasOverlap(distorted) ? distorted : undefined;
}

function distort(structure: Structure, random: Random): Structure | undefined {
  const distance = 0.12 * random.uniform();
  if (siteCount(structure) <= mostFreeSites && random.chance(0.3))
    return withoutSymmetry(structure, 0.02, distance, random);
  return displaced(structure, distance, random);
}

/** The prototype with elements in its roles, in a cell of no particular size. */
function fill({ symbol, cell, sites }: Prototype, random: Random): Structure | undefined {
  const { b, c, ...angles } = varied(cell, 0.03, random);
  const lattice = Lattice.fromParameters({
    ...angles,
    a: nominalEdge,
    b: b * nominalEdge,
    c: c * nominalEdge,
  });
  const [setting] = lattice ? settingsOfSymbol(symbol, lattice.parameters) : [];
  if (!lattice || !setting) throw new RangeError(`a prototype has the unknown space group ${symbol}`);
  const operations = operationsOfSetting(setting);
  const images = imagesOf(
    sites.map(({ position }) => position),
    lattice,
    operations,
  );
  const roles = new Map<string, RoleAmount>();
  sites.forEach(({ role, occupancy }, i) => {
    const { atoms = 0, fullest = 0 } = roles.get(role) ?? {};
    const more = ((images[i]?.length ?? 0) / 3) * occupancy;
    roles.set(role, { atoms: atoms + more, fullest: Math.max(fullest, occupancy) });
  });
  const filling = fillRoles(roles, random);
  if (!filling) return undefined;
  const orbits = sites.map(({ role, occupancy }, i): Orbit => {
    const cellImages = images[i] ?? new Float64Array(3);
    const position: Vector3 = [cellImages[0] ?? 0, cellImages[1] ?? 0, cellImages[2] ?? 0];
    return {
      label: `${role}${i + 1}`,
      position,
      multiplicity: cellImages.length / 3,
      occupants: (filling.get(role) ?? []).map((one) => ({ ...one, occupancy: one.occupancy * occupancy })),
      images: cellImages,
      rows: [],
    };
  });
  return {
    lattice,
    operations,
    symmetrySource: "hm-symbol",
    orbits,
    oxidation: { method: "composition", confidence: "medium" },
  };
}
