import { InvalidArgumentError, Option, type Command } from "commander";
import { createHash } from "node:crypto";
import { mkdirSync, writeFileSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { availableParallelism } from "node:os";
import { basename, dirname, join } from "node:path";
import { rankingDepths } from "../clustering/representationRanking";
import { judgeRepresentations, type SortedRepresentation } from "../clustering/representationStudy";
import { orderStructure } from "../crystal/ordering/orderStructure";
import { isSimplificationName, representativeElements, simplifications } from "../crystal/simplification";
import { isOrdered } from "../crystal/structure";
import { writeCif } from "../crystal/writeCif";
import { descriptorByName, descriptors } from "../descriptors/registry";
import { Random } from "../learning/random";
import { tellProblems, type FiledProblem } from "./clusterInput";
import { crystalRows, labelledRows, type CrystalRow, type CrystalRows } from "./describedRows";
import { orUsageError } from "./modelFolder";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import { interruptedExit, interruption, Progress } from "./progress";
import { configureRepresentation, type ConfiguredRepresentation } from "../screening/representation";
import { bestOfDescriptors, studyFiles, type StudyResults } from "./representationReport";
import { ResumableResults } from "./resumable";
import { sortAll } from "./sortAll";
import { isSorted } from "./sortedRepresentation";
import { table } from "./table";

interface RepresentationsOptions extends OxidationOption {
  readonly measurements: string;
  readonly out: string;
  readonly descriptors: readonly string[];
  readonly as: readonly string[];
  readonly depths: { readonly from: number; readonly to: number };
  readonly coverage: number;
  readonly floor: number;
  readonly disorder: string;
  readonly repeats: number;
  readonly seed: number;
  readonly jobs: number;
  readonly resume?: boolean;
  readonly json?: boolean;
}

/** The structure as it is, and the eight ways of chapter 2 of the thesis to simplify it. */
const ofThesis = ["CAMN", ...simplifications.slice(0, 8)];

/** Disordered compounds are left out as in the thesis, ordered as by `superion order`, or kept for what describes disorder. */
const ways = ["leave-out", "order", "keep"];

/** `superion representations`: which way to describe crystals groups good conductors together, as chapter 2 of the thesis asks. */
export function registerRepresentations(program: Command): void {
  program
    .command("representations")
    .description("rank descriptors and simplifications by how well they sort the conductivities of compounds")
    .argument("[path...]", "CIF files and folders, of compounds without a known conductivity too")
    .requiredOption("--measurements <csv>", "conductivities of crystals, as superion train reads them")
    .option("--out <folder>", "where report, figures and numbers go", "representations")
    .option(
      "--descriptors <name,...>",
      "these alone",
      parseDescriptors,
      descriptors.map(({ name }) => name),
    )
    .option("--as <name,...>", "these representations alone", parseSimplifications, ofThesis)
    .option(
      "--depths <a..b>",
      "numbers of clusters that the ranking averages over",
      parseDepths,
      rankingDepths,
    )
    .option(
      "--coverage <share>",
      "of the labelled compounds, to be compared with the others",
      parseShare,
      0.9,
    )
    .addOption(
      new Option("--disorder <how>", "what becomes of disordered compounds")
        .choices(ways)
        .default("leave-out"),
    )
    .option("--floor <label>", "lower labels count as this one", parseNumber, -Infinity)
    .option("--repeats <n>", "random assignments of the control", parseCount, 100)
    .option("--seed <n>", "decides all that is random", parseCount, 1)
    .option("--jobs <n>", "threads", parseCount, availableParallelism())
    .option("--resume", "go on from the representations that the folder holds")
    .option("--json", "print what results.json holds")
    .addOption(oxidationOption())
    .action(representations);
}

function parseDescriptors(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  const stranger = names.find((name) => !descriptorByName(name));
  if (stranger !== undefined) throw new InvalidArgumentError(`There is no descriptor ${stranger}.`);
  return [...new Set(names)];
}

function parseSimplifications(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  const stranger = names.find((name) => !isSimplificationName(name));
  if (stranger !== undefined) throw new InvalidArgumentError(`There is no simplification ${stranger}.`);
  return [...new Set(names)];
}

function parseDepths(text: string): { from: number; to: number } {
  const [, from, to] = /^(\d+)\.\.(\d+)$/.exec(text) ?? [];
  const depths = { from: Number(from), to: Number(to) };
  if (depths.from >= 1 && depths.to >= depths.from && depths.to <= 300) return depths;
  throw new InvalidArgumentError("Give a range such as 2..50, up to 300.");
}

function parseNumber(text: string): number {
  if (text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  throw new InvalidArgumentError("A number is needed.");
}

function parseShare(text: string): number {
  const share = Number(text);
  if (text.trim() !== "" && share >= 0 && share <= 1) return share;
  throw new InvalidArgumentError("A number from 0 to 1 is needed.");
}

function parseCount(text: string): number {
  if (/^\d+$/.test(text) && Number(text) > 0) return Number(text);
  throw new InvalidArgumentError("A whole number above 0 is needed.");
}

async function representations(
  paths: string[],
  options: RepresentationsOptions,
  command: Command,
): Promise<void> {
  const { rows, problems } = await compounds(paths, options, command);
  const labelled = rows.filter(({ label }) => !Number.isNaN(label)).length;
  tellProblems(labelled < 3 ? [...problems, tooFew(labelled, options.measurements)] : problems);
  if (labelled < 3) return;
  const sorted = await sortByAll(rows, options, command);
  if (!sorted) return;
  const labels = rows.flatMap(({ label }) => (Number.isNaN(label) ? [] : [Math.max(label, options.floor)]));
  const study = judgeRepresentations(sorted, labels, {
    ...options,
    generator: () => generatorOf(options.seed),
  });
  const { measurements, depths, floor, repeats, seed, disorder } = options;
  const counts = { compounds: rows.length, labelled };
  tell({ name: basename(measurements), ...counts, depths, floor, repeats, seed, disorder, study }, options);
}

function generatorOf(seed: number): () => number {
  const random = new Random(seed);
  return () => random.uniform();
}

function tooFew(labelled: number, file: string): FiledProblem {
  const message = `${labelled} compounds with a conductivity are too few to judge by: 3 are the least.`;
  return { code: "too-few-labels", severity: "error", line: null, column: null, message, file };
}

async function compounds(
  paths: readonly string[],
  { measurements, disorder, oxidation }: RepresentationsOptions,
  command: Command,
): Promise<CrystalRows> {
  const text = await orUsageError(readFile(measurements, "utf8"), command);
  const read = await crystalRows(paths, oxidation);
  const measured = labelledRows(read.rows, text, measurements);
  const problems: FiledProblem[] = [...read.problems, ...measured.problems];
  const rows = measured.rows.flatMap((row): CrystalRow[] => {
    if (disorder === "keep" || isOrdered(row.structure)) return [row];
    const ordering = disorder === "order" ? orderStructure(row.structure) : undefined;
    const [best] = ordering?.ok ? ordering.orderings : [];
    if (best) return [{ ...row, structure: best.structure }];
    problems.push(leftOut(row, ordering?.ok === false ? ordering.reason : undefined));
    return [];
  });
  return { rows, problems };
}

/** @param reason Why a disordered compound cannot be ordered. */
function leftOut({ file }: CrystalRow, reason: string | undefined): FiledProblem {
  const why =
    reason === undefined ? "Sites are partly occupied or shared" : `It cannot be ordered: ${reason}`;
  const message = `${why}. It is left out.`;
  return { code: "disordered", severity: "warning", line: null, column: null, message, file };
}

/** `undefined` where the user interrupted it. */
async function sortByAll(
  rows: readonly CrystalRow[],
  options: RepresentationsOptions,
  command: Command,
): Promise<SortedRepresentation[] | undefined> {
  mkdirSync(options.out, { recursive: true });
  const key = keyOf(rows);
  const store = new ResumableResults(join(options.out, "representations.ndjson"), key, isSorted);
  const known = (options.resume ? store.read() : undefined) ?? [];
  store.begin(known);
  const wanted = wantedRepresentations(options, command);
  const knownOf = (one: ConfiguredRepresentation) => known.find((other) => isOf(one, other));
  const progress = Progress.forTerminal("describing", false);
  let done = wanted.filter(knownOf).length;
  const sorted = await sortAll(
    wanted.filter((one) => !knownOf(one)),
    rows,
    options.jobs,
    {
      told: (share) => {
        progress.tell((done + share) / wanted.length);
      },
      sorted: (one) => {
        store.add(one);
        done++;
      },
    },
    interruption(),
  );
  if (!sorted) {
    process.stderr.write("\nInterrupted. What is finished is kept: go on with --resume.\n");
    process.exitCode = interruptedExit;
    return undefined;
  }
  const all = wanted.flatMap((one) => knownOf(one) ?? sorted.find((other) => isOf(one, other)) ?? []);
  // In the order of the representations, whichever came first.
  store.begin(all);
  return all;
}

/** Trees do not depend on what the labels are. */
function keyOf(rows: readonly CrystalRow[]): string {
  const hash = createHash("sha256");
  for (const { structure, label } of rows)
    hash.update(writeCif(structure, { code: "x" })).update(String(Number.isNaN(label)));
  return hash.digest("hex");
}

function isOf(
  { descriptor, simplification }: ConfiguredRepresentation,
  other: SortedRepresentation,
): boolean {
  return other.descriptor === descriptor && other.simplification === simplification;
}

function wantedRepresentations(
  { descriptors: names, as }: RepresentationsOptions,
  command: Command,
): ConfiguredRepresentation[] {
  return names.flatMap((descriptor) =>
    as.map((simplification) => {
      const choice = configureRepresentation(
        descriptor,
        simplification,
        optionsOf(descriptor, simplification),
      );
      return choice.ok ? choice.representation : command.error(`error: ${choice.reason}`);
    }),
  );
}

/** Of simplified structures the thesis takes the part of SOAP that tells of anions alone; all else is the default. */
function optionsOf(descriptor: string, simplification: string): object {
  const isSimplified = isSimplificationName(simplification) && representativeElements(simplification);
  return descriptor === "soap" && isSimplified ? { blocks: "anion" } : {};
}

function tell(results: StudyResults, { out, json }: RepresentationsOptions): void {
  const files = studyFiles(results);
  for (const [path, content] of files) {
    mkdirSync(dirname(join(out, path)), { recursive: true });
    writeFileSync(join(out, path), content);
  }
  if (json) process.stdout.write(files.get("results.json") ?? "");
  else process.stdout.write(`${table(bestOfDescriptors(results.study))}\n${join(out, "README.md")}\n`);
}
