// How many structures a second of processor time each descriptor takes in its default setting, as the simplification CAN: of
// the structures of OBELiX, where they lie beside the project, else of the examples. Refused ones are told, and not counted.
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { simplify } from "../../server/src/crystal/simplification";
import { siteCount, type Structure } from "../../server/src/crystal/structure";
import type { Descriptor } from "../../server/src/descriptors/descriptor";
import { descriptors } from "../../server/src/descriptors/registry";
import { spaceGroupDetector } from "../../server/src/screening/spaceGroupFile";
import { hasShared, sharedPath } from "../support/shared";

/** Processor time that a measurement may take, seconds. */
const patience = 2;

const folder = hasShared ? sharedPath("obelix", "cifs") : "examples";
const structures = readdirSync(folder)
  .filter((name) => name.endsWith(".cif"))
  .flatMap((name) => readStructures(parseCif(readFileSync(join(folder, name), "utf8"))))
  .flatMap(({ structure }) => structure ?? [])
  .filter(({ orbits }) => orbits.some(({ occupants }) => occupants.length > 0))
  .map((structure) => simplify(structure, "can"));

const [first] = structures;
if (!first) throw new Error(`${folder} has no structure`);

spaceGroupDetector();
const mean = (numbers: readonly number[]) => numbers.reduce((sum, n) => sum + n, 0) / numbers.length;
const sites = mean(structures.map(siteCount)).toFixed(1);
const orbits = mean(structures.map((structure) => structure.orbits.length)).toFixed(1);
console.log(`${structures.length} structures, ${sites} sites and ${orbits} orbits on average`);
for (const descriptor of descriptors) measure(descriptor, first);

function measure({ name, configure }: Descriptor, first: Structure): void {
  const configured = configure(name === "soap" ? { species: ["Mg", "Al", "S"] } : {});
  if (!configured.ok) throw new Error(configured.reason);
  const { describe } = configured;
  for (const structure of structures.slice(0, 20)) describe(structure);
  const started = process.cpuUsage();
  const spent = () => {
    const { user, system } = process.cpuUsage(started);
    return (user + system) / 1e6;
  };
  const refusals = new Map<string, number>();
  let described = 0;
  for (let i = 0; spent() < patience && i < 4 * structures.length; i++) {
    const description = describe(structures[i % structures.length] ?? first);
    if (description.ok) described++;
    else refusals.set(description.reason, (refusals.get(description.reason) ?? 0) + 1);
  }
  const rate = (described / spent()).toFixed(1).padStart(9);
  const refused = [...refusals].map(([reason, count]) => `${count} refused: ${reason}`).join("; ");
  console.log(`${name.padEnd(30)} ${rate} structures/s ${refused}`);
}
