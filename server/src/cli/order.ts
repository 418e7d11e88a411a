import { InvalidArgumentError, Option, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { orderStructure, type OrderedStructure, type OrderOptions } from "../crystal/ordering/orderStructure";
import type { Repeats } from "../crystal/ordering/superCell";
import { isSimplificationName, simplifications, simplify } from "../crystal/simplification";
import { writeCif } from "../crystal/writeCif";
import { forEachCif } from "./inputs";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { structuresOf, type BlockStructure } from "./structuresOf";
import { structureToJson } from "./structureJson";

interface OrderCommandOptions extends OxidationOption {
  readonly as: string;
  readonly top: number;
  readonly cells: Repeats;
  readonly placements: number;
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

/** `superion order`: disordered structures with every site filled or empty, lowest Ewald energy first. */
export function registerOrder(program: Command): void {
  program
    .command("order")
    .description("order disordered structures: the placements of atoms with the lowest Ewald energy, as CIF")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .option("--top <n>", "how many orderings of each structure", parseCount, 1)
    .option("--cells <na,nb,nc>", "order so many cells along a, b and c together", parseRepeats, [1, 1, 1])
    .option("--placements <n>", "look at all placements up to this many, search beyond", parseCount, 200_000)
    .addOption(
      new Option("--as <name>", "simplify first, such as CAN to leave lithium out")
        .choices(simplifications)
        .default("CAMN"),
    )
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .addOption(oxidationOption())
    .action(async (files: string[], options: OrderCommandOptions) => {
      await forEachCif(files, options, (document, { file }) => answer(file, document, options));
    });
}

function parseCount(text: string): number {
  const count = Number(text);
  if (Number.isInteger(count) && count > 0 && count <= 10_000_000) return count;
  throw new InvalidArgumentError("Give a whole number above 0.");
}

function parseRepeats(text: string): Repeats {
  const [na, nb, nc, ...others] = text.split(",").map(Number);
  const isCount = (count: number | undefined): count is number =>
    Number.isInteger(count) && (count ?? 0) > 0 && (count ?? 0) <= 10;
  if (isCount(na) && isCount(nb) && isCount(nc) && others.length === 0) return [na, nb, nc];
  throw new InvalidArgumentError("Give three whole numbers from 1 to 10, such as 1,1,2.");
}

interface OrderedBlock extends OrderedStructure {
  readonly block: string;
  readonly complete: boolean;
  readonly considered: number;
}

function answer(file: string, document: CifDocument, options: OrderCommandOptions): Answer {
  const { structures, problems } = structuresOf(document, options.oxidation);
  const ordered = structures.flatMap((one) => order(one, options, problems));
  return {
    fields: () => ({
      orderings: ordered.map(({ block, structure, energy, complete, considered }) => ({
        ...structureToJson(block, structure, { cell: true }),
        energy,
        complete,
        considered,
      })),
    }),
    readable: () => ordered.map((one, index) => cif(one, file, index + 1)).join("\n"),
    problems,
  };
}

function order(
  { block, structure }: BlockStructure,
  options: OrderCommandOptions,
  problems: Problem[],
): OrderedBlock[] {
  const settings: Partial<OrderOptions> = {
    repeats: options.cells,
    most: options.top,
    mostPlacements: options.placements,
  };
  const simplified = isSimplificationName(options.as) ? simplify(structure, options.as) : structure;
  const result = orderStructure(simplified, settings);
  const problem = (code: string, severity: Problem["severity"], message: string) => {
    problems.push({ code, severity, message, range: block.headerRange });
  };
  if (!result.ok) {
    problem("not-ordered", "error", `The structure was not ordered: ${result.reason}.`);
    return [];
  }
  if (Math.abs(result.netCharge) > 1e-3)
    problem(
      "ordering-charged",
      "warning",
      `Whole atoms on the disordered sites leave a charge of ${result.netCharge} on the cell: more cells (--cells) may not.`,
    );
  const { complete, considered } = result;
  return result.orderings.map((one) => ({ ...one, block: block.code, complete, considered }));
}

function cif(
  { block, structure, energy, complete, considered }: OrderedBlock,
  file: string,
  rank: number,
): string {
  const search = complete ? `all ${considered} placements` : `a search through ${considered} placements`;
  const comment = `Ordering ${rank} of ${file} by ${search}: Ewald energy ${energy.toFixed(4)} eV a cell. Superion.`;
  return writeCif(structure, { code: `${block}_ordered_${rank}`, comment });
}
