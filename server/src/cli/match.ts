import { InvalidArgumentError, type Command } from "commander";
import type { Block } from "../cif/document";
import type { Problem } from "../cif/problem";
import { reducedFormula } from "../crystal/formula";
import { duplicateGroups, type StructureGroup } from "../crystal/matching/duplicateGroups";
import type { MatchOptions } from "../crystal/matching/matchStructures";
import { readCifs, type CifInput } from "./readCifs";
import { Report, type OutputOptions } from "./report";
import { structuresOf, type BlockStructure } from "./structuresOf";
import { table } from "./table";

interface MatchCommandOptions extends OutputOptions {
  readonly lengthTolerance?: number;
  readonly angleTolerance?: number;
  readonly siteTolerance?: number;
  readonly occupancyTolerance?: number;
  readonly scale: boolean;
  readonly elementsOnly?: boolean;
}

/** One structure with the group of equal ones that it belongs to. */
interface MatchedStructure extends BlockStructure {
  readonly input: CifInput;
  /** From 1, by first appearance. */
  readonly group: number;
  /** How it lies upon the first of its group, in units of the cube root of the volume of a site; `undefined` for that one. */
  readonly match: { readonly rms: number; readonly largest: number } | undefined;
}

/** `superion match`: which structures are the same crystal. */
export function registerMatch(program: Command): void {
  program
    .command("match")
    .description("find structures that are the same crystal, whatever their cell, origin and order of sites")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .option("--length-tolerance <share>", "relative difference of lattice vectors (0.2)", parsePositive)
    .option("--angle-tolerance <degrees>", "difference of the angles between them (5)", parsePositive)
    .option(
      "--site-tolerance <share>",
      "distance of a site from its partner, in units of the cube root of the volume of a site (0.3)",
      parsePositive,
    )
    .option("--occupancy-tolerance <share>", "difference of occupancies (0.005)", parsePositive)
    .option("--no-scale", "structures that differ in volume alone are different")
    .option("--elements-only", "compare the elements on the sites, not their occupancies")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .action(match);
}

function parsePositive(text: string): number {
  const value = Number(text);
  if (value > 0 && Number.isFinite(value)) return value;
  throw new InvalidArgumentError("A tolerance is a number above 0.");
}

interface ReadInput {
  readonly input: CifInput;
  readonly structures: readonly BlockStructure[];
  readonly problems: Problem[];
}

async function match(paths: string[], options: MatchCommandOptions): Promise<void> {
  const inputs: ReadInput[] = [];
  for await (const input of readCifs(paths))
    inputs.push({
      input,
      ...(input.isReadable ? structuresOf(input.document) : { structures: [], problems: [] }),
    });
  const all = inputs.flatMap(({ input, structures, problems }) =>
    structures.map((one) => ({ ...one, input, problems })),
  );
  const groups = duplicateGroups(
    all.map(({ structure }) => structure),
    matchOptions(options),
  );
  tellDoubts(groups, all);
  const matched = all.map((one, index): MatchedStructure => ({ ...one, ...placeOf(index, groups) }));
  const report = new Report(options);
  for (const { input, problems } of inputs) {
    const own = matched.filter((one) => one.input === input);
    report.add(input, {
      fields: () => ({ structures: own.map((one) => toJson(one, matched)) }),
      readable: () => "",
      problems,
    });
  }
  report.finish();
  if (!options.json && !options.ndjson) process.stdout.write(readable(matched));
}

/** Adds to the problems of the input, for each structure that could not be compared with all others. */
function tellDoubts(
  groups: readonly StructureGroup[],
  all: readonly { readonly block: Block; readonly problems: Problem[] }[],
): void {
  for (const { first, doubt } of groups) {
    const one = all[first];
    if (!one || doubt === undefined) continue;
    one.problems.push({
      code: "not-compared",
      severity: "warning",
      message: `The structure was not compared with all others: ${doubt}. It may be the same crystal as one of them.`,
      range: one.block.headerRange,
    });
  }
}

function matchOptions(options: MatchCommandOptions): Partial<MatchOptions> {
  const { lengthTolerance, angleTolerance, siteTolerance, occupancyTolerance } = options;
  return {
    ...(lengthTolerance === undefined ? {} : { lengthTolerance }),
    ...(angleTolerance === undefined ? {} : { angleTolerance }),
    ...(siteTolerance === undefined ? {} : { siteTolerance }),
    ...(occupancyTolerance === undefined ? {} : { occupancyTolerance }),
    scaleVolume: options.scale,
    elementsOnly: options.elementsOnly ?? false,
  };
}

function placeOf(
  index: number,
  groups: readonly StructureGroup[],
): Pick<MatchedStructure, "group" | "match"> {
  for (const [k, { first, others }] of groups.entries()) {
    if (first === index) return { group: k + 1, match: undefined };
    const duplicate = others.find((other) => other.index === index);
    if (duplicate) return { group: k + 1, match: duplicate.match };
  }
  return { group: 0, match: undefined };
}

function toJson(one: MatchedStructure, all: readonly MatchedStructure[]): object {
  const { block, structure, group, match } = one;
  const same = all.filter((other) => other.group === group && other !== one);
  return {
    block: block.code,
    formula: reducedFormula(structure),
    group,
    rms: match?.rms ?? null,
    largest: match?.largest ?? null,
    sameAs: same.map((other) => ({ file: other.input.file, block: other.block.code })),
  };
}

function readable(matched: readonly MatchedStructure[]): string {
  const counts = new Map<number, number>();
  for (const { group } of matched) counts.set(group, (counts.get(group) ?? 0) + 1);
  const rows = matched
    .filter(({ group }) => (counts.get(group) ?? 0) > 1)
    .sort((one, other) => one.group - other.group)
    .map(({ group, input, block, structure, match }) => [
      String(group),
      input.file,
      block.code,
      reducedFormula(structure),
      match ? match.rms.toFixed(3) : "-",
      match ? match.largest.toFixed(3) : "-",
    ]);
  const summary = `${matched.length} structures, ${counts.size} different crystals\n`;
  return rows.length === 0
    ? summary
    : summary + table([["group", "file", "block", "compound", "rms", "largest"], ...rows]);
}
