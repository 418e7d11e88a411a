import type { Command } from "commander";
import { annotateDocument, type AnnotatedBlock } from "../screening/annotate";
import { loadModel } from "../screening/modelFiles";
import { forEachCif } from "./inputs";
import { modelFolder, orUsageError } from "./modelFolder";
import { oxidationOption, type OxidationOption } from "./oxidationOption";
import type { Answer } from "./report";
import { noDataBlock } from "./structuresOf";
import { table } from "./table";

interface AnnotateOptions extends OxidationOption {
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly parent?: string;
  readonly model?: string;
}

/** `superion annotate`, or `predict`: P_SI, its deviation and the distance to training of the compounds in CIF files. */
export function registerAnnotate(program: Command): void {
  program
    .command("annotate")
    .alias("predict")
    .description("predict how likely the compounds of CIF files are lithium superionic conductors")
    .argument("<file...>", "CIF files, folders of them, or - for standard input")
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option("--parent <path>", "take the atom features from another parent, such as published MEGNet weights")
    .option("--model <name>", "superion, thesis, or the path of a model file")
    .addOption(oxidationOption())
    .action(async (files: string[], options: AnnotateOptions, command: Command) => {
      const model = await orUsageError(loadModel(modelFolder, options), command);
      const rows: string[][] = [];
      await forEachCif(files, options, (document, { file }) =>
        answer(file, annotateDocument(document, model, options.oxidation), rows),
      );
      if (rows.length > 0 && !options.json && !options.ndjson)
        process.stdout.write(table([heading, ...rows]));
    });
}

/** `rows` gathers what a table will show once the widths of its columns are known. */
function answer(file: string, blocks: readonly AnnotatedBlock[], rows: string[][]): Answer {
  const annotations = blocks.flatMap(({ annotation }) => annotation ?? []);
  return {
    fields: () => ({ annotations }),
    readable: () => {
      rows.push(...blocks.map((block) => tableRow(file, block)));
      return "";
    },
    problems: blocks.length === 0 ? [noDataBlock] : blocks.flatMap(({ problems }) => problems),
  };
}

const heading = [
  "file",
  "compound",
  "P_SI",
  "deviation",
  "expected S/cm",
  "80 % between",
  "d_training",
  "nearest measured compound",
  "S/cm",
  "",
];

function tableRow(file: string, { annotation, problems }: AnnotatedBlock): string[] {
  const { formula = "", pSi = null, deviation, conductivity, dTraining, nearest, ordered } = annotation ?? {};
  if (pSi === null) {
    const reason = problems.find(({ severity }) => severity === "error") ?? problems.at(-1);
    return [file, formula, ...heading.slice(2, -1).map(() => "-"), reason?.message ?? "no structure"];
  }
  return [
    file,
    formula,
    pSi.toFixed(2),
    (deviation ?? 0).toFixed(2),
    conductivity?.value.toExponential(1) ?? "-",
    conductivity?.interval.map((end) => end.toExponential(0)).join(" and ") ?? "-",
    (dTraining ?? 0).toFixed(2),
    nearest?.formula ?? "-",
    nearest?.conductivity.toExponential(1) ?? "-",
    `${pSi >= 0.5 ? "superionic" : "not superionic"}, ${ordered ? "ordered" : "disordered"}`,
  ];
}
