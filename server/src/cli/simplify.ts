import { Option, type Command } from "commander";
import {
  isSimplificationName,
  simplifications,
  simplify,
  type SimplificationName,
} from "../crystal/simplification";
import type { Structure } from "../crystal/structure";
import { writeCif } from "../crystal/writeCif";
import { forEachCif } from "./inputs";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { spaceGroupDetector } from "../screening/spaceGroupFile";
import { structuresOf, type DocumentStructures } from "./structuresOf";
import { structureToJson, type StructureJson } from "./structureJson";

interface SimplifyOptions extends OxidationOption {
  readonly as: string;
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

/** `superion simplify`: the structures of CIF files with species dropped or replaced by those that stand for them. */
export function registerSimplify(program: Command): void {
  program
    .command("simplify")
    .description("write the simplified representations of crystal structures as CIF")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .addOption(new Option("--as <name>", "the representation").choices(simplifications).makeOptionMandatory())
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option("--cell", "list every site of the unit cell (JSON always does)")
    .addOption(oxidationOption())
    .action(async (files: string[], { as: name, ...options }: SimplifyOptions) => {
      if (isSimplificationName(name))
        await forEachCif(files, options, (document, { file }) =>
          answer(file, structuresOf(document, options.oxidation), name),
        );
    });
}

interface Simplified {
  readonly code: string;
  readonly structure: Structure;
}

function answer(
  file: string,
  { structures, problems }: DocumentStructures,
  name: SimplificationName,
): Answer {
  const simplified = structures.map(({ block, structure }): Simplified => ({
    code: block.code,
    structure: simplify(structure, name),
  }));
  return {
    fields: () => ({ structures: simplified.map(json) }),
    readable: () => simplified.map((one) => cif(one, file, name)).join("\n"),
    problems,
  };
}

function json({ code, structure }: Simplified): StructureJson {
  const detection = structure.orbits.length > 0 ? spaceGroupDetector()(structure) : undefined;
  return structureToJson(code, structure, {
    cell: true,
    spaceGroup: detection?.ok === true ? detection.spaceGroup : undefined,
  });
}

function cif({ code, structure }: Simplified, file: string, name: SimplificationName): string {
  return writeCif(structure, { code, comment: `${name} of ${file}, simplified by Superion.` });
}
