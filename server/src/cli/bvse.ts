import { InvalidArgumentError, type Command } from "commander";
import { closeSync, openSync, writeSync } from "node:fs";
import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { frameworkSpheres } from "../crystal/voronoi/frameworkSpheres";
import type { FreeSpheres } from "../crystal/voronoi/freeSpheres";
import { cubeFile } from "../migration/cubeFile";
import type { GridShape } from "../migration/grid";
import { isMobile, lithium, parseIon, type Ion } from "../migration/ion";
import { findMigration } from "../migration/migration";
import { migrationJson } from "./bvseJson";
import { migrationText } from "./bvseText";
import type { FoundMigration } from "./foundMigration";
import { forEachCif } from "./inputs";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import { Progress } from "./progress";
import type { Answer } from "./report";
import { structuresOf, type BlockStructure } from "./structuresOf";

interface BvseOptions extends OxidationOption {
  readonly ion: Ion;
  /** Angstrom. */
  readonly spacing: number;
  readonly gridPoints?: GridShape;
  readonly values?: boolean;
  readonly cube?: string;
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

/** `superion bvse`: where a mobile ion can go, by bond-valence site energies. */
export function registerBvse(program: Command): void {
  program
    .command("bvse")
    .description("find barriers and paths of a mobile ion by bond-valence site energies")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .option("--ion <ion>", "the mobile ion, such as Na1+", ionOption, lithium)
    .option("--spacing <angstrom>", "at most so far are points of the grid apart", parseSpacing, 0.1)
    .option("--grid-points <na,nb,nc>", "so many points along a, b and c instead", parsePoints)
    .option("--values", "put the energies of all points into the JSON, a slowest and c fastest")
    .option("--cube <path>", "write the energies to a Gaussian cube file")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .addOption(oxidationOption())
    .action(async (files: string[], options: BvseOptions) => {
      const cube = new CubeOutput(options.cube);
      await forEachCif(files, options, (document, { file }) => answer(file, document, options, cube));
    });
}

/** Reads `--ion`. */
export function ionOption(text: string): Ion {
  const ion = parseIon(text);
  if (ion) return ion;
  throw new InvalidArgumentError("Give a cation with its charge, such as Li1+, Na+ or Mg2+.");
}

function parseSpacing(text: string): number {
  const spacing = Number(text);
  if (spacing >= 0.02 && spacing <= 1) return spacing;
  throw new InvalidArgumentError("The spacing is a number of angstrom from 0.02 to 1.");
}

function parsePoints(text: string): GridShape {
  const [na, nb, nc, ...others] = text.split(",").map(Number);
  const isCount = (count: number | undefined): count is number =>
    count !== undefined && Number.isInteger(count) && count > 0 && count <= 2000;
  if (isCount(na) && isCount(nb) && isCount(nc) && others.length === 0) return [na, nb, nc];
  throw new InvalidArgumentError("Give three whole numbers from 1 to 2000, such as 60,60,80.");
}

function answer(file: string, document: CifDocument, options: BvseOptions, cube: CubeOutput): Answer {
  const { structures, problems } = structuresOf(document, options.oxidation);
  const found = structures.flatMap((one) => analyse(one, options, problems));
  for (const one of found) cube.write(one, problems);
  return {
    fields: () => ({ structures: found.map((one) => migrationJson(one, options.values ?? false)) }),
    readable: () => found.map((one) => migrationText(file, one)).join("\n"),
    problems,
  };
}

function analyse(
  { block, structure }: BlockStructure,
  { ion, spacing, gridPoints }: BvseOptions,
  problems: Problem[],
): FoundMigration[] {
  const started = performance.now();
  const grid = gridPoints ? { points: gridPoints } : { spacing };
  const progress = Progress.forTerminal(block.code, false);
  const outcome = findMigration(structure, { ion, grid }, (share) => {
    progress.tell(share);
    return true;
  });
  progress.tell(1);
  if (outcome.kind === "refused")
    problems.push({
      code: "no-migration",
      severity: "error",
      message: `No paths were looked for: ${outcome.reason}.`,
      range: block.headerRange,
    });
  if (outcome.kind !== "found") return [];
  const spheres = spheresOf({ block, structure }, ion, problems);
  const seconds = (performance.now() - started) / 1000;
  return [{ block: block.code, migration: outcome.migration, spheres, structure, seconds }];
}

function spheresOf(
  { block, structure }: BlockStructure,
  ion: Ion,
  problems: Problem[],
): FreeSpheres | undefined {
  const found = frameworkSpheres(structure, (occupant) => isMobile(occupant, ion));
  if (found.ok) return found.spheres;
  problems.push({
    code: "no-free-spheres",
    severity: "warning",
    message: `The free spheres were not found: ${found.reason}.`,
    range: block.headerRange,
  });
  return undefined;
}

/** Writes the first map to a file; a second one finds no room. */
class CubeOutput {
  private isWritten = false;

  constructor(private readonly path: string | undefined) {}

  write({ structure, migration }: FoundMigration, problems: Problem[]): void {
    if (this.path === undefined) return;
    if (this.isWritten) {
      const message = "--cube writes the map of the first structure alone.";
      problems.push({ code: "cube-not-written", severity: "warning", message });
      return;
    }
    this.isWritten = true;
    try {
      const file = openSync(this.path, "w");
      for (const piece of cubeFile(structure, migration.ion, migration.map)) writeSync(file, piece);
      closeSync(file);
    } catch (error) {
      const reason = error instanceof Error ? error.message : String(error);
      const message = `The cube file was not written: ${reason}`;
      problems.push({ code: "cube-not-written", severity: "error", message });
    }
  }
}
