import { InvalidArgumentError, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import type { Structure } from "../crystal/structure";
import { forEachCif } from "./inputs";
import type { Answer } from "./report";
import { spaceGroupDetector } from "./spaceGroupFile";
import { structuresOf, type BlockStructure } from "./structuresOf";
import { structureText } from "./structureText";
import { structureToJson, type StructureExtras, type StructureJson } from "./structureJson";

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
  const { structures: found, problems } = structuresOf(document);
  const structures = found.map((one) => describe(one, options, problems));
  return {
    fields: () => ({ structures }),
    readable: () => structures.map((structure) => structureText(file, structure)).join("\n"),
    problems,
  };
}

function describe(
  { block, structure }: BlockStructure,
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
