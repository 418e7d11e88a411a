import { parseCif } from "../cif/parser";
import { readStructures } from "../crystal/reading/readStructure";
import { simplify } from "../crystal/simplification";
import { writeCif } from "../crystal/writeCif";
import type { SuperionicModel } from "../learning/superionicModel";
import type { ModelStatus } from "../protocol/modelStatus";
import type { Representation, SimplifyResult } from "../protocol/simplification";
import type { StructureResult } from "../protocol/structure";
import { annotateBlocks, type AnnotatedBlock } from "../screening/annotate";
import { loadModel } from "../screening/modelFiles";
import { refusalOf } from "../screening/refusal";
import { spaceGroupDetector } from "../screening/spaceGroupFile";
import { mostProblems, type BlockAnalysis, type DocumentAnalysis } from "./analysis";
import { readBlocks, readStated, structureIn } from "./readBlocks";
import { structurePicture } from "./structurePicture";
import { summarizeStructure } from "./structureSummary";
import type { WorkerSettings } from "./task";

/** The one place of the language server where text, crystal and model meet: it runs in the worker thread. */
export class Analyst {
  private model: Promise<SuperionicModel> | undefined;

  constructor(private readonly settings: WorkerSettings) {}

  async load(): Promise<ModelStatus> {
    try {
      const { classifier, megnet } = await this.loaded();
      return {
        state: "ready",
        name: classifier.name,
        members: classifier.members,
        parent: megnet.parent.name,
      };
    } catch (error) {
      return { state: "failed", reason: error instanceof Error ? error.message : String(error) };
    }
  }

  /** @param oxidationStates a line of the settings, `Fe=2, S1=-2`; one that cannot be read is a problem. */
  async analyse(text: string, oxidationStates: string): Promise<DocumentAnalysis> {
    const model = await this.loaded().catch(() => undefined);
    const document = parseCif(text);
    const { stated, problems: ofSettings } = readStated(oxidationStates);
    const read = readStructures(document, stated);
    const blocks: AnnotatedBlock[] = model
      ? annotateBlocks(read, model)
      : read.map((block) => ({ ...block, annotation: undefined }));
    const problems = [...ofSettings, ...document.problems, ...blocks.flatMap((block) => block.problems)];
    return {
      blocks: blocks.map((block) => analyseBlock(block, model)),
      problems: problems.slice(0, mostProblems),
      problemCount: problems.length,
    };
  }

  simplify(
    text: string,
    oxidationStates: string,
    code: string | undefined,
    as: Representation,
  ): SimplifyResult {
    const found = structureIn(readBlocks(text, oxidationStates), code);
    if (found.kind === "refused") return found;
    const { block, structure } = found;
    const simplified = simplify(structure, as);
    if (simplified.orbits.length === 0)
      return { kind: "refused", reason: `${as} leaves no site of data_${block.code}.` };
    return { kind: "cif", text: writeCif(simplified, { code: `${block.code}_${as}` }) };
  }

  picture(
    text: string,
    oxidationStates: string,
    code: string | undefined,
    as: Representation,
  ): StructureResult {
    const read = readBlocks(text, oxidationStates);
    const found = structureIn(read, code);
    if (found.kind === "refused") return found;
    const blocks = read.flatMap(({ block, structure }) => (structure ? [block.code] : []));
    const { block, structure } = found;
    return {
      kind: "structure",
      picture: { block: block.code, blocks, ...structurePicture(structure, as, text) },
    };
  }

  private loaded(): Promise<SuperionicModel> {
    const { modelFolder, parentModel, model } = this.settings;
    return (this.model ??= loadModel(modelFolder, {
      parent: parentModel || undefined,
      model: model || undefined,
    }));
  }
}

function analyseBlock(annotated: AnnotatedBlock, model: SuperionicModel | undefined): BlockAnalysis {
  const { block, structure, annotation } = annotated;
  return {
    code: block.code,
    headerRange: block.headerRange,
    structure: structure && summarizeStructure(structure, spaceGroupDetector(), model?.megnet.parent),
    annotation,
    refusal: model || !structure ? refusalOf(annotated) : "No prediction: the model was not loaded.",
  };
}
