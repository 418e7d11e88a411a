import { InvalidArgumentError, Option, type Command } from "commander";
import type { CifDocument } from "../cif/document";
import { simplifications } from "../crystal/simplification";
import type { Description } from "../descriptors/descriptor";
import { descriptorByName, descriptors } from "../descriptors/registry";
import { forEachCif } from "./inputs";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { configureRepresentation, type ConfiguredRepresentation } from "../screening/representation";
import { typedValue } from "../protocol/hyperparameters";
import { structuresOf } from "./structuresOf";
import { table } from "./table";

interface DescribeOptions extends OxidationOption {
  readonly descriptor: readonly string[];
  readonly as: string;
  readonly options: Readonly<Record<string, unknown>>;
  readonly json?: boolean;
  readonly ndjson?: boolean;
}

/** `superion describe`: crystal structures as vectors of numbers, by the descriptors of chapter 2. */
export function registerDescribe(program: Command): void {
  program
    .command("describe")
    .description("compute descriptors of crystal structures")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .addOption(
      new Option("--descriptor <name,...>", `which of ${descriptors.map(({ name }) => name).join(", ")}`)
        .argParser(parseNames)
        .makeOptionMandatory(),
    )
    .addOption(new Option("--as <name>", "the representation").choices(simplifications).default("CAMN"))
    .option("--options <json>", 'hyper-parameters by descriptor, {"soap": {"rCut": 3}}', parseOptions, {})
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .addOption(oxidationOption())
    .addHelpText("after", `\nHyper-parameters:\n${hyperparameterTable()}`)
    .action(async (files: string[], options: DescribeOptions, command: Command) => {
      const wanted = configured(options, command);
      await forEachCif(files, options, (document) => answer(document, wanted, options));
    });
}

/** What `--options` takes, with the defaults. */
function hyperparameterTable(): string {
  const rows = descriptors.flatMap(({ name: descriptor, hyperparameters }) =>
    hyperparameters.map(({ name, usual, meaning, allowed }) => [
      `  ${descriptor}`,
      ...[name, typedValue(usual), `${meaning}: ${allowed}`],
    ]),
  );
  return table(rows);
}

function parseNames(text: string): string[] {
  const names = text.split(",").map((name) => name.trim());
  const stranger = names.find((name) => !descriptorByName(name));
  if (stranger !== undefined) throw new InvalidArgumentError(`There is no descriptor ${stranger}.`);
  return [...new Set(names)];
}

function parseOptions(text: string): Record<string, unknown> {
  const parsed = parseJson(text);
  if (typeof parsed !== "object" || parsed === null || Array.isArray(parsed))
    throw new InvalidArgumentError('Give a JSON object such as {"rdf": {"cutoff": 10}}.');
  const stranger = Object.keys(parsed).find((name) => !descriptorByName(name));
  if (stranger !== undefined) throw new InvalidArgumentError(`There is no descriptor ${stranger}.`);
  return { ...parsed };
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

/** Each wanted descriptor with its options; options that it does not take are wrong usage. */
function configured(
  { descriptor: names, as, options }: DescribeOptions,
  command: Command,
): readonly ConfiguredRepresentation[] {
  return names.map((name) => {
    const choice = configureRepresentation(name, as, options[name]);
    return choice.ok ? choice.representation : command.error(`error: ${choice.reason}`);
  });
}

interface DescribedBlock {
  readonly block: string;
  readonly descriptions: readonly (readonly [string, Description])[];
}

function answer(
  document: CifDocument,
  wanted: readonly ConfiguredRepresentation[],
  { oxidation }: DescribeOptions,
): Answer {
  const { structures, problems } = structuresOf(document, oxidation);
  const described = structures.map(({ block, structure }): DescribedBlock => {
    const descriptions = wanted.map(({ descriptor, describe }) => [descriptor, describe(structure)] as const);
    for (const [descriptor, description] of descriptions)
      if (!description.ok)
        problems.push({
          code: "not-described",
          severity: "error",
          message: `${descriptor}: ${description.reason}.`,
          range: block.headerRange,
        });
    return { block: block.code, descriptions };
  });
  return {
    fields: () => ({ structures: described.map(json) }),
    readable: () => described.map(readable).join("\n"),
    problems,
  };
}

function json({ block, descriptions }: DescribedBlock): object {
  const entry = (description: Description) =>
    description.ok
      ? { values: Array.from(description.values), labels: description.labels }
      : { error: description.reason };
  return {
    block,
    descriptors: Object.fromEntries(descriptions.map(([name, description]) => [name, entry(description)])),
  };
}

function readable({ block, descriptions }: DescribedBlock): string {
  const rows = descriptions.flatMap(([name, description]) =>
    description.ok
      ? description.labels.map((label, i) => [name, label, String(description.values[i])])
      : [[name, "none", description.reason]],
  );
  return `${block}\n${table([["descriptor", "value of", "value"], ...rows])}`;
}
