// How fast bond-valence maps, barriers and paths are found, with the symmetry of the file and with every atom listed by itself.
import { readFileSync } from "node:fs";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import type { Structure } from "../../server/src/crystal/structure";
import { withEverySite } from "../../server/src/crystal/symmetry/everySite";
import { energyMap } from "../../server/src/migration/energyMap";
import { flood } from "../../server/src/migration/flood";
import { frameworkOf } from "../../server/src/migration/framework";
import { gridShape } from "../../server/src/migration/grid";
import { lithium } from "../../server/src/migration/ion";
import { findMigration } from "../../server/src/migration/migration";
import { unwatched } from "../../server/src/migration/watch";

function structureOf(name: string): Structure {
  const [read] = readStructures(parseCif(readFileSync(`examples/${name}.cif`, "utf8")));
  if (!read?.structure) throw new Error(`${name} has no structure`);
  return read.structure;
}

/** Processor time of work, milliseconds. */
function processor(work: () => unknown): number {
  const started = process.cpuUsage();
  work();
  const { user, system } = process.cpuUsage(started);
  return (user + system) / 1000;
}

function tell(name: string, milliseconds: number): void {
  console.log(`${name.padEnd(64)} ${milliseconds.toFixed(0).padStart(7)} ms`);
}

/** Map and thresholds alone, as other programs compute them. */
function barriers(structure: Structure, spacing: number): void {
  const outcome = frameworkOf(structure, lithium);
  if (!outcome.ok) throw new Error(outcome.reason);
  const { framework } = outcome;
  const shape = gridShape(framework.lattice, framework.operations, spacing);
  const map = energyMap(framework, shape, unwatched);
  if (map) flood(map, map.minimum + 20, unwatched);
}

const cases = [
  ["Li10GeP2S12", 0.2],
  ["Li7La3Zr2O12", 0.2],
  ["Li10GeP2S12", 0.1],
  ["Li7La3Zr2O12", 0.1],
] as const;

for (const [name, spacing] of cases) {
  const structure = structureOf(name);
  const everySite = withEverySite(structure);
  const title = `${name}, ${spacing} angstrom`;
  const options = { ion: lithium, grid: { spacing } };
  barriers(structure, spacing);
  tell(
    `${title}: map and barriers, by symmetry`,
    processor(() => {
      barriers(structure, spacing);
    }),
  );
  tell(
    `${title}: map and barriers, every site`,
    processor(() => {
      barriers(everySite, spacing);
    }),
  );
  tell(
    `${title}: with sites, saddles and paths`,
    processor(() => findMigration(structure, options, unwatched)),
  );
}
console.log(`resident memory at the end: ${(process.memoryUsage().rss / 1e6).toFixed(0)} MB`);
