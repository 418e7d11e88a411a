import { readFileSync } from "node:fs";
import { dirname, resolve } from "node:path";
import { decodeCif } from "../cif/decode";
import { parseCif } from "../cif/parser";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";
import { refuseFeatures } from "../graph/refusal";
import {
  measuredCompounds,
  type MeasuredCompounds,
  type StructureLookup,
  type StructureOf,
} from "../learning/measurements/measuredCompounds";
import { readMeasurements } from "../learning/measurements/readMeasurements";
import type { SuperionicModel } from "../learning/superionicModel";

/** The compounds of a table. @param path of the table, from where those of structures count. */
export function structuresInTable(text: string, path: string): MeasuredCompounds {
  return measuredCompounds(readMeasurements(text), structuresBeside(dirname(path)));
}

/** The compounds of a table that a model can tell features of. @param path of the table, from where those of structures count. */
export function measuredInTable(
  text: string,
  path: string,
  { megnet }: Pick<SuperionicModel, "megnet">,
): MeasuredCompounds {
  return measuredCompounds(readMeasurements(text), structuresBeside(dirname(path)), (structure) =>
    refuseFeatures(megnet.parent, structure),
  );
}

/** Looks up the structures that a table names, by paths that count from its folder. Each file is read once. */
function structuresBeside(folder: string): StructureOf {
  const known = new Map<string, FileReading>();
  return (file, block) => {
    const path = resolve(folder, file);
    const reading = known.get(path) ?? readFile(path);
    known.set(path, reading);
    return typeof reading === "string" ? fromError(reading) : fromBlocks(reading, block);
  };
}

/** Blocks, or the system's code for why the file cannot be read. */
type FileReading = readonly ReadBlock[] | string;

function readFile(path: string): FileReading {
  try {
    return readStructures(parseCif(decodeCif(readFileSync(path)).text));
  } catch (error) {
    return error instanceof Error && "code" in error ? String(error.code) : String(error);
  }
}

function fromError(code: string): StructureLookup {
  return code === "ENOENT"
    ? { kind: "no-file" }
    : { kind: "unreadable", reason: `the file cannot be read (${code}).` };
}

function fromBlocks(blocks: readonly ReadBlock[], wanted: string | undefined): StructureLookup {
  const withStructure = blocks.filter(({ structure }) => structure !== undefined);
  const codes = withStructure.map(({ block }) => block.code);
  const meant =
    wanted === undefined
      ? withStructure
      : withStructure.filter(({ block }) => block.code.toLowerCase() === wanted.toLowerCase());
  const [first, ...others] = meant;
  if (first?.structure && others.length === 0) return { kind: "structure", structure: first.structure };
  if (withStructure.length > 0) return { kind: "which-block", blocks: codes };
  const problem = blocks.flatMap(({ problems }) => problems).find(({ severity }) => severity === "error");
  return { kind: "unreadable", reason: problem?.message ?? "it has no data block." };
}
