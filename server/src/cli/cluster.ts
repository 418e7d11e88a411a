import { InvalidArgumentError, Option, type Command } from "commander";
import { availableParallelism } from "node:os";
import { analyseClusters, type ClusterAnalysis } from "../clustering/clusterAnalysis";
import { simplifications } from "../crystal/simplification";
import { descriptors } from "../descriptors/registry";
import { Random } from "../learning/random";
import { tellProblems, type ClusterInput, type FiledProblem } from "./clusterInput";
import { clusterJson, clusterText, type OutputChoice } from "./clusterOutput";
import { fromCrystals, fromMatrix } from "./clusterSources";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import { Progress } from "./progress";
import { configureRepresentation, type ConfiguredRepresentation } from "../screening/representation";

interface ClusterOptions extends OxidationOption {
  readonly matrix?: string;
  readonly labels?: string;
  readonly hull?: string;
  readonly gap?: string;
  readonly barrier?: string;
  readonly ignore: readonly string[];
  readonly descriptor: string;
  readonly as: string;
  readonly options?: string;
  readonly with?: string;
  readonly withAs: string;
  readonly withOptions?: string;
  readonly alpha: number;
  readonly measurements?: string;
  readonly known: boolean;
  readonly table?: string;
  readonly k?: CountRange;
  readonly at?: number;
  readonly threshold: number;
  readonly floor: number;
  readonly repeats: number;
  readonly seed: number;
  readonly allCandidates: boolean;
  readonly barriers: boolean;
  readonly jobs: number;
  readonly json?: boolean;
}

interface CountRange {
  readonly from: number;
  readonly to: number;
}

/** Figure 2.2 of the thesis shows these. */
const usualRange: CountRange = { from: 2, to: 50 };
/** Figure 2.3 of the thesis tells of so many clusters. */
const usualCut = 9;

/** `superion cluster`: compounds sorted by Ward's criterion, and how well that sorts their conductivities. */
export function registerCluster(program: Command): void {
  const names = descriptors.map(({ name }) => name);
  program
    .command("cluster")
    .description("cluster compounds by Ward's criterion, and tell how well clusters sort conductivities")
    .argument("[path...]", "CIF files and folders of them, to be described first")
    .option(
      "--matrix <file>",
      "in place of CIF files a table with a row of features each, or what superion describe printed",
    )
    .option("--labels <column>", "with --matrix: the column of log10 of conductivities, empty where unknown")
    .option("--hull <column>", "with --matrix: the column of energies above the hull, eV an atom")
    .option("--gap <column>", "with --matrix: the column of band gaps, eV")
    .option("--barrier <column>", "with --matrix: the column of activation energies, eV")
    .option("--ignore <column>", "with --matrix: a column that is no feature; may be repeated", append, [])
    .addOption(
      new Option("--descriptor <name>", "how crystals become vectors").choices(names).default("soap"),
    )
    .addOption(new Option("--as <name>", "the representation").choices(simplifications).default("can"))
    .option("--options <json>", 'hyper-parameters of the descriptor, {"rCut": 3}')
    .addOption(new Option("--with <name>", "a second descriptor beside the first").choices(names))
    .addOption(new Option("--with-as <name>", "its representation").choices(simplifications).default("CAMN"))
    .option("--with-options <json>", "its hyper-parameters")
    .option("--alpha <ratio>", "what the second descriptor's numbers are multiplied by", parseNumber, 1)
    .option("--measurements <csv>", "conductivities of crystals, as superion train reads them")
    .option("--known", "label crystals that Superion learned from by what it learned of them", false)
    .option("--table <csv>", "E_hull, E_g and E_a by file, ICSD or MP number, as superion screen reads them")
    .option(
      "--barriers",
      "compute E_a of CIF files by bond-valence site energies, for W_Ea and candidates",
      false,
    )
    .option("--k <a..b>", "into how many clusters to cut (2..50)", parseRange)
    .option("--at <k>", "into how many for what the clusters hold (9)", parseCount)
    .option("--threshold <label>", "from which a label is high", parseNumber, -5)
    .option("--floor <label>", "lower labels count as this one", parseNumber, -Infinity)
    .option("--repeats <n>", "random assignments of the control", parseCount, 100)
    .option("--seed <n>", "decides all that is random", parseWhole, 1)
    .option("--all-candidates", "also those that E_hull, E_g or E_a rejects", false)
    .option("--jobs <n>", "threads that describe crystals", parseCount, availableParallelism())
    .option("--json", "print one JSON array with one element")
    .addOption(oxidationOption())
    .action(cluster);
}

function append(column: string, others: readonly string[]): string[] {
  return [...others, column];
}

function parseNumber(text: string): number {
  if (text.trim() !== "" && Number.isFinite(Number(text))) return Number(text);
  throw new InvalidArgumentError("A number is needed.");
}

function parseWhole(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A whole number is needed.");
}

function parseCount(text: string): number {
  const count = Number(text);
  if (/^\d+$/.test(text) && count > 0) return count;
  throw new InvalidArgumentError("A whole number above 0 is needed.");
}

function parseRange(text: string): CountRange {
  const [, from, to = from] = /^(\d+)(?:\.\.(\d+))?$/.exec(text) ?? [];
  const range = { from: Number(from), to: Number(to) };
  if (range.from >= 1 && range.to >= range.from) return range;
  throw new InvalidArgumentError("Give a range such as 2..50, or one number.");
}

async function cluster(paths: string[], options: ClusterOptions, command: Command): Promise<void> {
  const { labels, ...rest } = await inputOf(paths, options, command);
  const input = { ...rest, labels: labels?.map((label) => Math.max(label, options.floor)) };
  const limited = limits(input, options);
  const told = { ...input, problems: [...input.problems, ...limited.problems] };
  const analysis = limited.ks.length > 0 ? analyse(told, limited.ks, limited, options) : undefined;
  tellProblems(told.problems);
  const choice: OutputChoice = { ...options, at: limited.at };
  if (options.json) process.stdout.write(`[\n${JSON.stringify(clusterJson(told, analysis, choice))}\n]\n`);
  else if (analysis) process.stdout.write(clusterText(told, analysis, choice));
}

function inputOf(paths: readonly string[], options: ClusterOptions, command: Command): Promise<ClusterInput> {
  const { matrix, measurements } = options;
  if (matrix !== undefined && paths.length > 0) command.error("error: --matrix stands in place of CIF files");
  if (matrix !== undefined) {
    const isTold = command.getOptionValueSource("descriptor") === "cli";
    const descriptor = isTold ? options.descriptor : undefined;
    return fromMatrix({ ...options, matrix, descriptor, measurements }, command);
  }
  if (paths.length === 0 && measurements === undefined)
    command.error("error: give CIF files, --measurements or --matrix");
  const representation = representationOf(options.descriptor, options.as, options.options, command);
  const second =
    options.with === undefined
      ? undefined
      : {
          representation: representationOf(options.with, options.withAs, options.withOptions, command),
          alpha: options.alpha,
        };
  const { table, known, oxidation, barriers, jobs } = options;
  return fromCrystals(
    { paths, representation, second, measurements, known, table, oxidation, barriers, jobs },
    command,
  );
}

function representationOf(
  descriptor: string,
  simplification: string,
  json: string | undefined,
  command: Command,
): ConfiguredRepresentation {
  const choice = configureRepresentation(descriptor, simplification, json === undefined ? {} : parsed(json));
  return choice.ok ? choice.representation : command.error(`error: ${choice.reason}`);
}

function parsed(json: string): unknown {
  try {
    return JSON.parse(json);
  } catch {
    return json;
  }
}

interface Limits {
  /** Numbers of clusters to cut into; none where there is nothing to cluster. */
  readonly ks: readonly number[];
  readonly at: number;
  readonly problems: readonly FiledProblem[];
}

/** What of the wanted cuts there can be, and a problem for what there cannot. */
function limits(
  { file, matrix: { rows }, labels, problems }: ClusterInput,
  { k, at: wantedCut }: ClusterOptions,
): Limits {
  const found: FiledProblem[] = [];
  const tell = (severity: FiledProblem["severity"], code: string, message: string) =>
    found.push({ code, severity, line: null, column: null, message, file });
  const at = Math.min(wantedCut ?? usualCut, rows);
  if (rows < 2) {
    const alone = rows === 1 ? "There is one compound alone" : "There are no compounds";
    if (rows === 1 || problems.length === 0)
      tell("error", "too-few-rows", `${alone}: nothing can be clustered.`);
    return { ks: [], at, problems: found };
  }
  const { from, to } = k ?? usualRange;
  const most = Math.max(k?.to ?? 0, wantedCut ?? 0);
  if (most > rows)
    tell(
      "error",
      "too-many-clusters",
      `${rows} compounds cannot be cut into ${most} clusters: ${rows} is the most.`,
    );
  const count = labels?.filter((label) => !Number.isNaN(label)).length;
  if (count !== undefined && count < 2) {
    const how = count === 1 ? "One compound alone has a label" : "No compound has a label";
    tell("warning", "too-few-labels", `${how}: how well clusters sort labels cannot be told.`);
  }
  const first = Math.min(from, rows);
  const ks = Array.from({ length: Math.min(to, rows) - first + 1 }, (_, i) => first + i);
  return { ks, at, problems: found };
}

function analyse(
  input: ClusterInput,
  ks: readonly number[],
  { at }: Limits,
  { threshold, repeats, seed, json }: ClusterOptions,
): ClusterAnalysis {
  const random = new Random(seed);
  const progress = Progress.forTerminal("clustering", false);
  const isLong = input.matrix.rows > 2000 && !(json && process.stdout.isTTY);
  return analyseClusters(
    input,
    { ks, at, threshold, repeats, random: () => random.uniform() },
    isLong ? { onProgress: progress.tell } : {},
  );
}
