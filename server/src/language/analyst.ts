import { parseCif } from "../cif/parser";
import type { Problem, TextRange } from "../cif/problem";
import { readStructures, type ReadBlock } from "../crystal/readStructure";
import { simplify } from "../crystal/simplification";
import { writeCif } from "../crystal/writeCif";
import type { Annotation } from "../protocol/annotation";
import type { ModelStatus } from "../protocol/modelStatus";
import type { Representation, SimplifyResult } from "../protocol/simplification";

import { annotateDocument, loadModel, type Model } from "./noModel";
import { mostProblems, type BlockAnalysis, type DocumentAnalysis } from "./analysis";
import { summarizeStructure } from "./structureSummary";

/** The one place of the language server where text, crystal and model meet: it runs in the worker thread. */
export class Analyst {
  private model: Promise<Model> | undefined;

  constructor(
    private readonly modelFolder: string,
    private readonly parentModel: string,
  ) {}

  async load(): Promise<ModelStatus> {
    try {
      const { name, members, parent } = await this.loaded();
      return { state: "ready", name, members: members.length, parent: parent.name };
    } catch (error) {
      return { state: "failed", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  async analyse(text: string): Promise<DocumentAnalysis> {
    const model = await this.loaded().catch(() => undefined);
    const document = parseCif(text);
    const structures = readStructures(document);
    const { annotations, problems: ofModel } = model ? annotateDocument(document, model) : nothing;
    const ofStructures = structures.flatMap(({ problems }) => problems);
    const problems = distinct([...document.problems, ...ofStructures, ...ofModel]);
    return {
      blocks: structures.map((found, i) => analyseBlock(found, annotations[i], ofModel, model)),
      problems: problems.slice(0, mostProblems),
      problemCount: problems.length,
    };
  }

  simplify(text: string, code: string | undefined, as: Representation): SimplifyResult {
    const structures = readStructures(parseCif(text));
    const found = structures.find(({ block, structure }) =>
      code === undefined ? structure !== undefined : block.code.toLowerCase() === code.toLowerCase(),
    );
    if (!found) return refuse(noSuchBlock(code));
    const { block, structure, problems } = found;
    if (!structure) return refuse(worst(problems)?.message ?? noSuchBlock(code));
    const simplified = simplify(structure, as);
    if (simplified.orbits.length === 0) return refuse(`${as} leaves no site of data_${block.code}.`);
    return { kind: "cif", text: writeCif(simplified, { code: `${block.code}_${as}` }) };
  }

  private loaded(): Promise<Model> {
    return (this.model ??= loadModel(this.modelFolder, this.parentModel || undefined));
  }
}

const nothing: { annotations: Annotation[]; problems: Problem[] } = { annotations: [], problems: [] };

function refuse(reason: string): SimplifyResult {
  return { kind: "refused", reason };
}

function noSuchBlock(code: string | undefined): string {
  return code === undefined
    ? "No data block of this file holds a structure."
    : `This file has no structure in a block data_${code}.`;
}

function analyseBlock(
  { block, structure, problems }: ReadBlock,
  annotation: Annotation | undefined,
  ofModel: readonly Problem[],
  model: Model | undefined,
): BlockAnalysis {
  const { code, headerRange, range } = block;
  const refusal = (): string => {
    if (!structure) return worst(problems)?.message ?? "This block holds no structure.";
    if (!model) return "No prediction: the model was not loaded.";
    return (
      worst(ofModel.filter((problem) => problem.range && inside(problem.range, range)))?.message ??
      "no prediction"
    );
  };
  return {
    code,
    headerRange,
    structure: structure && summarizeStructure(structure, model?.parent),
    annotation,
    refusal: typeof annotation?.pSi === "number" ? undefined : refusal(),
  };
}

function inside(range: TextRange, whole: TextRange): boolean {
  return range.start >= whole.start && range.end <= whole.end;
}

const severities = ["error", "warning", "information"] as const;

/** The first of the gravest. */
function worst(problems: readonly Problem[]): Problem | undefined {
  return severities
    .map((severity) => problems.find((problem) => problem.severity === severity))
    .find((problem) => problem !== undefined);
}

/** One of each code at each place: two steps may find the same problem. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.code} ${problem.range?.start}`, problem]));
  return [...seen.values()];
}
