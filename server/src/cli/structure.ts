import { InvalidArgumentError, Option, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { checkCrystal } from "../crystal/checks/checkCrystal";
import { bondValenceSums } from "../crystal/bonding/bondValenceSums";
import { coordinations } from "../crystal/bonding/coordination";
import { ewaldEnergy } from "../crystal/ewald/ewaldEnergy";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { shortestDistances } from "../crystal/shortestDistances";
import type { Structure } from "../crystal/structure";
import { withEverySite } from "../crystal/symmetry/everySite";
import type { DetectedSpaceGroup } from "../crystal/symmetry/spaceGroupDetection";
import { writeCif } from "../crystal/writeCif";
import { forEachCif } from "./inputs";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { cellStandardizer, spaceGroupDetector } from "../screening/spaceGroupFile";
import { structuresOf, type BlockStructure } from "./structuresOf";
import { structureText } from "./structureText";
import { structureToJson, type StructureJson } from "./structureJson";

const cells = ["written", "standard", "primitive", "p1"] as const;

interface StructureOptions extends OxidationOption {
  readonly in: (typeof cells)[number];
  readonly cif?: boolean;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly cell?: boolean;
  /** Angstrom. */
  readonly neighbours?: number;
  readonly ewald?: boolean;
  readonly bonds?: boolean;
  readonly distances?: boolean;
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
    .option("--ewald", "compute the electrostatic energy of the formal charges")
    .option("--bonds", "tell the coordination and the bond valence sum of each site")
    .option("--distances", "tell the shortest distance between each pair of elements")
    .addOption(
      new Option(
        "--in <cell>",
        "the cell: as written, standard (International Tables), primitive, or all sites",
      )
        .choices(cells)
        .default("written"),
    )
    .option("--cif", "print the structures as CIF")
    .addOption(oxidationOption())
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
  const { structures: found, problems } = structuresOf(document, options.oxidation);
  problems.push(...found.flatMap(({ block, structure }) => checkCrystal(block, structure)));
  const chosen = found.flatMap((one) => inCell(one, options.in, problems));
  if (options.cif && !options.json && !options.ndjson)
    return { fields: () => ({}), readable: () => chosen.map(cif).join("\n"), problems };
  const structures = chosen.map((one) => ({
    ...describe(one, options, problems),
    ...(options.cif && { cif: cif(one) }),
  }));
  return {
    fields: () => ({ structures }),
    readable: () => structures.map((structure) => structureText(file, structure)).join("\n"),
    problems,
  };
}

const cif = ({ block, structure }: BlockStructure) => writeCif(structure, { code: block.code });

/** The structure in the cell that is asked for; none, and a problem that says why, where it has no such cell. */
function inCell(
  { block, structure }: BlockStructure,
  cell: StructureOptions["in"],
  problems: Problem[],
): BlockStructure[] {
  if (cell === "written") return [{ block, structure }];
  if (cell === "p1") return [{ block, structure: withEverySite(structure) }];
  const result = cellStandardizer()(structure, cell);
  if (result.ok) return [{ block, structure: result.structure }];
  const message = `The ${cell} cell was not found: ${result.reason}.`;
  problems.push({ code: "space-group-not-found", severity: "error", message, range: block.headerRange });
  return [];
}

function describe(
  { block, structure }: BlockStructure,
  options: StructureOptions,
  problems: Problem[],
): StructureJson {
  const problem = (code: string, message: string) => {
    problems.push({ code, severity: "warning", message, range: block.headerRange });
  };
  return structureToJson(block.code, structure, {
    cell: options.cell,
    spaceGroup: detectSpaceGroup(structure, problem),
    neighbours:
      options.neighbours === undefined ? undefined : countNeighbours(structure, options.neighbours, problem),
    ewaldEnergy: options.ewald ? ewald(structure, problem) : undefined,
    bonding: options.bonds
      ? { coordinations: coordinations(structure), valences: bondValenceSums(structure) }
      : undefined,
    shortestDistances: options.distances ? shortestDistances(structure) : undefined,
  });
}

type Warn = (code: string, message: string) => void;

function detectSpaceGroup(structure: Structure, problem: Warn): DetectedSpaceGroup | undefined {
  const detection = spaceGroupDetector()(structure);
  if (detection.ok) return detection.spaceGroup;
  problem("space-group-not-found", `No space group was found for the sites: ${detection.reason}.`);
  return undefined;
}

function countNeighbours(structure: Structure, radius: number, problem: Warn): Uint32Array | undefined {
  if (!isOverfull(structure, radius)) return findNeighbours(structure, radius).counts;
  problem("cell-overfull", "The cell is too full of sites to count neighbours.");
  return undefined;
}

function ewald(structure: Structure, problem: Warn): number | null {
  const result = ewaldEnergy(structure);
  if (result.ok) return result.energy;
  problem("ewald-energy-undefined", `There is no Ewald energy: ${result.reason}.`);
  return null;
}
