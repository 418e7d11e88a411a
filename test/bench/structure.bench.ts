// How fast CIF text becomes a crystal, beside gemmi and pymatgen in the same run where Python has them.
import { existsSync, readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { decodeCif } from "../../server/src/cif/decode";
import type { CifDocument } from "../../server/src/cif/document";
import { parseCif } from "../../server/src/cif/parser";
import { ProblemList } from "../../server/src/cif/problemList";
import { bondValenceSums } from "../../server/src/crystal/bonding/bondValenceSums";
import { coordinations } from "../../server/src/crystal/bonding/coordination";
import { ewaldEnergy } from "../../server/src/crystal/ewald/ewaldEnergy";
import { duplicateGroups } from "../../server/src/crystal/matching/duplicateGroups";
import { findNeighbours } from "../../server/src/crystal/neighbours";
import { readSites, readStructures } from "../../server/src/crystal/reading/readStructure";
import { isOrdered } from "../../server/src/crystal/structure";
import { writeCif } from "../../server/src/crystal/writeCif";
import { pythonOutputs } from "./pythonOutputs";

const RUNS = 15;

/** Works on every item, several times over, and tells the median rate, by processor time as for the peers. */
function measure<Item>(
  name: string,
  items: readonly Item[],
  work: (item: Item) => unknown,
  runs = RUNS,
): void {
  const seconds = Array.from({ length: runs }, () => {
    const started = process.cpuUsage();
    for (const item of items) work(item);
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  }).sort((first, second) => first - second);
  tell(name, items.length / (seconds[runs >> 1] ?? NaN));
}

function tell(name: string, rate: number): void {
  console.log(`${name.padEnd(44)} ${rate.toFixed(0).padStart(8)} structures/s`);
}

function readOrbits({ blocks }: CifDocument): void {
  for (const block of blocks) readSites(block, new ProblemList());
}

/** Rates by name, from the first Python that has gemmi or pymatgen. */
function ratesOfPeers(folder: string): Record<string, number> {
  for (const output of pythonOutputs(["test/bench/structurePeers.py", folder])) {
    const rates: unknown = JSON.parse(output);
    if (isRates(rates) && Object.keys(rates).length > 0) return rates;
  }
  return {};
}

const isRates = (value: unknown): value is Record<string, number> =>
  typeof value === "object" &&
  value !== null &&
  Object.values(value).every((rate) => typeof rate === "number");

const measured = "../shared/obelix/cifs";
const folder = existsSync(measured) ? measured : "examples";
const texts = readdirSync(folder)
  .filter((name) => name.endsWith(".cif"))
  .map((name) => decodeCif(readFileSync(join(folder, name))).text);
const structures = texts.flatMap((text) =>
  readStructures(parseCif(text)).flatMap(({ structure }) => structure ?? []),
);

console.log(`${texts.length} files of ${folder}`);
measure("parse", texts, parseCif);
measure("text to orbits and full cell", texts, (text) => {
  readOrbits(parseCif(text));
});
measure("text to structure with oxidation states", texts, (text) => readStructures(parseCif(text)));
for (const [name, rate] of Object.entries(ratesOfPeers(folder))) tell(name, rate);
measure("neighbours within 5 angstrom", structures, (structure) => findNeighbours(structure, 5), 3);
measure("coordination", structures, coordinations, 3);
measure("bond valence sums", structures, bondValenceSums, 3);
measure("Ewald energy, ordered ones", structures.filter(isOrdered), ewaldEnergy, 3);
measure("written as CIF", structures, (structure) => writeCif(structure, { code: "bench" }), 3);
const started = performance.now();
const groups = duplicateGroups(structures);
const milliseconds = performance.now() - started;
console.log(
  `${structures.length} structures fall into ${groups.length} groups of equals: ${milliseconds.toFixed(0)} ms`,
);
