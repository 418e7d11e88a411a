import { InvalidArgumentError, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";
import type { Structure } from "../crystal/structure";
import { forEachCif } from "./inputs";
import { noDataBlock } from "./noDataBlock";
import type { Answer } from "./report";
import { spaceGroupDetector } from "./spaceGroupFile";
import { structureToJson, type StructureExtras, type StructureJson } from "./structureJson";
import { table } from "./table";

interface StructureOptions {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly cell?: boolean;
  /** Angstrom. */
  readonly neighbours?: number;
}

/** `superion structure`: the crystal in a CIF, as its symmetry-distinct sites. */
export function registerStructure(program: Command): void {
  program
    .command("structure")
    .description("read the crystal structures of CIF files: cell, symmetry, symmetry-distinct sites")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option("--cell", "list every site of the unit cell too")
    .option("--neighbours <radius>", "count the sites within this many angstrom of each site", parseRadius)
    .action(async (files: string[], options: StructureOptions) => {
      await forEachCif(files, options, (document, { file }) => answer(file, document, options));
    });
}

/** Angstrom. */
function parseRadius(text: string): number {
  const radius = Number(text);
  if (radius > 0 && radius <= 20) return radius;
  throw new InvalidArgumentError("The radius is a number of angstrom above 0, and not above 20.");
}

function answer(file: string, document: CifDocument, options: StructureOptions): Answer {
  const structures: StructureJson[] = [];
  const problems: Problem[] = [];
  const read = readStructures(document);
  if (read.length === 0) problems.push(noDataBlock);
  for (const entry of read) {
    problems.push(...entry.problems);
    if (entry.structure) structures.push(describe(entry, entry.structure, options, problems));
  }
  return {
    fields: () => ({ structures }),
    readable: () => structures.map((structure) => readable(file, structure)).join("\n"),
    problems,
  };
}

function describe(
  { block }: ReadBlock,
  structure: Structure,
  { cell, neighbours: radius }: StructureOptions,
  problems: Problem[],
): StructureJson {
  const extras: StructureExtras = {
    cell,
    spaceGroup: undefined,
    neighbours:
      radius === undefined ? undefined : countNeighbours(structure, radius, block.headerRange, problems),
  };
  const detection = spaceGroupDetector()(structure);
  if (detection.ok)
    return structureToJson(block.code, structure, { ...extras, spaceGroup: detection.spaceGroup });
  problems.push({
    code: "space-group-not-found",
    severity: "warning",
    message: `No space group was found for the sites: ${detection.reason}.`,
    range: block.headerRange,
  });
  return structureToJson(block.code, structure, extras);
}

function countNeighbours(
  structure: Structure,
  radius: number,
  range: Problem["range"] & object,
  problems: Problem[],
): Uint32Array | undefined {
  if (!isOverfull(structure, radius)) return findNeighbours(structure, radius).counts;
  const message = "The cell is too full of sites to count neighbours.";
  problems.push({ code: "cell-overfull", severity: "warning", message, range });
  return undefined;
}

function readable(file: string, structure: StructureJson): string {
  const { formula, lattice, spaceGroup, density, sites, oxidation, orbits, cell } = structure;
  const { a, b, c, alpha, beta, gamma, volume } = lattice;
  const edges = [a, b, c].map((edge) => edge.toFixed(4)).join(", ");
  const angles = [alpha, beta, gamma].map((angle) => angle.toFixed(2)).join(", ");
  const rows = orbits.map(({ label, multiplicity, wyckoff, position, occupants, neighbours }) => [
    label,
    `${multiplicity}${wyckoff ?? ""}`,
    ...position.map((coordinate) => coordinate.toFixed(4)),
    occupants.map(readableOccupant).join(" + "),
    ...(neighbours === undefined ? [] : [String(neighbours)]),
  ]);
  const heading = [
    "site",
    "Wyckoff",
    "x",
    "y",
    "z",
    "occupants",
    ...(orbits[0]?.neighbours === undefined ? [] : ["neighbours"]),
  ];
  const all = (cell ?? []).map(({ position, orbit }) => [
    orbits[orbit]?.label ?? "",
    ...position.map((coordinate) => coordinate.toFixed(6)),
  ]);
  return [
    `${file}: ${structure.block}: ${formula}\n`,
    `  cell ${edges} angstrom, ${angles} degrees, ${volume.toFixed(2)} cubic angstrom, ${density.toFixed(3)} g/cm3\n`,
    `  space group ${spaceGroup.symbol ?? "not found"} (${spaceGroup.number ?? "?"}), symmetry from ${spaceGroup.source}; `,
    `${sites} sites, ${structure.ordered ? "ordered" : "disordered"}, oxidation states: ${oxidation.method}\n`,
    table([heading, ...rows]),
    cell ? table([["site", "x", "y", "z"], ...all]) : "",
  ].join("");
}

function readableOccupant({
  element,
  occupancy,
  oxidation,
}: StructureJson["orbits"][number]["occupants"][number]): string {
  const charge =
    oxidation === null || oxidation === 0 ? "" : `${Math.abs(oxidation)}${oxidation > 0 ? "+" : "-"}`;
  const share = occupancy === 1 ? "" : ` ${Number(occupancy.toFixed(4))}`;
  return `${element}${charge}${share}`;
}
