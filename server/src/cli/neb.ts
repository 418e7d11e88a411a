import { InvalidArgumentError, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import type { Vector3 } from "../crystal/lattice";
import { ionName, lithium } from "../migration/ion";
import { findMigration } from "../migration/migration";
import { ionHops, type IonHop } from "../migration/neb/ionHops";
import { vacancyHop, type VacancyHop } from "../migration/neb/supercell";
import { unwatched } from "../migration/watch";
import { ionOption } from "./bvse";
import { forEachCif } from "./inputs";
import { writeInputs, type NebInputOptions } from "./nebFiles";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { structuresOf, type BlockStructure } from "./structuresOf";
import { table } from "./table";

/** `superion neb`: the input of a nudged-elastic-band calculation, along a hop that bond-valence site energies find. */
export function registerNeb(program: Command): void {
  program
    .command("neb")
    .description("list the hops of a mobile ion, and write inputs of Quantum ESPRESSO for the barrier of one")
    .argument("<file...>", "CIF files, or - for standard input")
    .option("--out <folder>", "write the inputs here; without it the hops are only listed")
    .option("--ion <ion>", "the mobile ion, such as Na1+", ionOption, lithium)
    .option("--hop <n>", "which hop of the list; else the one that sets the lowest barrier", positiveInteger)
    .option("--images <n>", "images of the path, both ends counted", positiveInteger, 7)
    .option("--length <angstrom>", "least distance of an ion from its images", positive, 10)
    .option("--pseudo <folder>", "pseudopotentials, of which those of PBE and PAW are taken first")
    .option("--ecutwfc <rydberg>", "cutoff of the waves", positive, 120)
    .option("--ecutrho <rydberg>", "cutoff of the density; else five times that of the waves", positive)
    .option("--k-points <na,nb,nc>", "k-points along a, b and c of the supercell", kPointsOption)
    .option(
      "--k-spacing <1/angstrom>",
      "distance of k-points at most, where they are not given",
      positive,
      0.35,
    )
    .option("--relaxed", "take the ends from relax-initial.out and relax-final.out in the folder")
    .option("--slurm", "write a Slurm job that does all steps")
    .option("--partition <name>", "partition of the job")
    .option("--account <name>", "account of the job")
    .option("--time <time>", "wall time of the job: 24:00:00")
    .option("--nodes <n>", "nodes of the job", positiveInteger, 1)
    .option("--tasks <n>", "MPI processes of the job", positiveInteger, 32)
    .option("--module <name>", "environment module to load, several times for several", collect, [])
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .addOption(oxidationOption())
    .action(async (files: string[], options: NebOptions, command: Command) => {
      if (options.images < 3) command.error("error: a path has three images at least");
      if (options.relaxed && options.out === undefined) command.error("error: --relaxed needs --out");
      let written = false;
      await forEachCif(files, options, (document, { file }) => {
        const isFirst = !written;
        written = true;
        return answer(file, document, options, isFirst);
      });
    });
}

function positive(text: string): number {
  const number = Number(text);
  if (number > 0 && number < 10_000) return number;
  throw new InvalidArgumentError("Give a number above 0.");
}

function positiveInteger(text: string): number {
  const number = positive(text);
  if (Number.isInteger(number)) return number;
  throw new InvalidArgumentError("Give a whole number above 0.");
}

function kPointsOption(text: string): Vector3 {
  const [a = NaN, b = NaN, c = NaN, ...others] = text.split(",").map(Number);
  const isCount = (count: number) => Number.isInteger(count) && count > 0 && count < 100;
  if ([a, b, c].every(isCount) && others.length === 0) return [a, b, c];
  throw new InvalidArgumentError("Give three whole numbers, such as 2,2,1.");
}

const collect = (text: string, before: readonly string[]): string[] => [...before, text];

/** Angstrom between points of the map; hops are found off the grid. */
const spacing = 0.2;

interface NebOptions extends NebInputOptions, OxidationOption {
  readonly out?: string;
  readonly hop?: number;
  readonly length: number;
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

interface PreparedBlock {
  readonly block: string;
  readonly ion: string;
  readonly hops: readonly IonHop[];
  /** Counts from 1. */
  readonly chosen: number | undefined;
  readonly hop: VacancyHop | undefined;
  readonly files: readonly string[];
}

function answer(file: string, document: CifDocument, options: NebOptions, isFirst: boolean): Answer {
  const { structures, problems } = structuresOf(document, options.oxidation);
  const prepared = structures.flatMap((one, index) =>
    prepare(one, options, problems, isFirst && index === 0 ? options.out : undefined),
  );
  if (options.out !== undefined && (!isFirst || structures.length > 1))
    problems.push({
      code: "neb-one-structure",
      severity: "warning",
      message: "Inputs are written of the first structure alone.",
    });
  return {
    fields: () => ({ structures: prepared.map(json) }),
    readable: () => prepared.map((one) => readable(file, one)).join("\n"),
    problems,
  };
}

function prepare(
  one: BlockStructure,
  options: NebOptions,
  problems: Problem[],
  out: string | undefined,
): PreparedBlock[] {
  const { block, structure } = one;
  const problem = (code: string, severity: Problem["severity"], message: string) => {
    problems.push({ code, severity, message, range: block.headerRange });
  };
  const outcome = findMigration(structure, { ion: options.ion, grid: { spacing } }, unwatched);
  if (outcome.kind !== "found") {
    const reason = outcome.kind === "refused" ? outcome.reason : outcome.kind;
    problem("no-migration", "error", `No paths were looked for: ${reason}.`);
    return [];
  }
  const { migration } = outcome;
  const hops = ionHops(structure, migration);
  const found = { block: block.code, ion: ionName(options.ion), hops, hop: undefined, files: [] };
  if (hops.length === 0) problem("no-hops", "error", "No ion of the crystal can reach the place of another.");
  const limiting = hops.findIndex(
    ({ energy }) => Math.abs(energy - (migration.refinedBarriers.d1 ?? 0)) < 1e-6,
  );
  const chosen = options.hop ?? Math.max(limiting, 0) + 1;
  const hop = hops[chosen - 1];
  if (out === undefined || hops.length === 0) return [{ ...found, chosen: undefined }];
  if (!hop) problem("no-such-hop", "error", `There is no hop ${chosen}, only ${hops.length}.`);
  const supercell = hop && vacancyHop(structure, options.ion.element, hop, options.length);
  if (supercell && !supercell.ok)
    problem("no-neb-input", "error", `No input was written: ${supercell.reason}.`);
  if (!hop || !supercell?.ok) return [{ ...found, chosen }];
  const files = writeInputs(one, { hop, supercell: supercell.hop, out }, options, problem);
  return [{ ...found, chosen, hop: supercell.hop, files }];
}

function json({ block, ion, hops, chosen, hop, files }: PreparedBlock) {
  return {
    block,
    ion,
    hops: hops.map(({ from, to, energy, barrier, distances }) => ({
      ...{ from, to, energy, barrier },
      length: distances.at(-1) ?? 0,
    })),
    chosen: chosen ?? null,
    repeats: hop?.repeats ?? null,
    atoms: hop ? hop.others.length + 1 : null,
    files,
  };
}

function readable(file: string, { block, ion, hops, chosen, hop, files }: PreparedBlock): string {
  const rows = hops.map(({ from, to, energy, barrier, distances }, i) => [
    `${i + 1}${i + 1 === chosen ? " *" : ""}`,
    `${from} - ${to}`,
    (distances.at(-1) ?? 0).toFixed(2),
    barrier.toFixed(3),
    energy.toFixed(3),
  ]);
  const written = hop
    ? `${hop.others.length + 1} atoms in ${hop.repeats.join(" x ")} cells, written: ${files.join(", ")}\n`
    : "";
  const heading = ["hop", "of", "length, angstrom", "barrier, eV", "above the lowest site, eV"];
  return `${file}: ${block}: hops of ${ion} by bond-valence site energies\n${table([heading, ...rows])}${written}`;
}
