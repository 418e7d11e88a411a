import type { Block } from "../cif/document";
import { parseCif } from "../cif/parser";
import type { Problem } from "../cif/problem";
import {
  parseStatedOxidationStates,
  type StatedOxidationStates,
} from "../crystal/oxidation/statedOxidationStates";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";
import { simplify } from "../crystal/simplification";
import type { Structure } from "../crystal/structure";
import { writeCif } from "../crystal/writeCif";
import type { SuperionicModel } from "../learning/superionicModel";
import type { ModelStatus } from "../protocol/modelStatus";
import type { Representation, SimplifyResult } from "../protocol/simplification";
import type { StructureResult } from "../protocol/structure";
import { annotateBlocks, type AnnotatedBlock } from "../screening/annotate";
import { loadModel } from "../screening/modelFiles";
import { refusalOf, worstProblem } from "../screening/refusal";
import { spaceGroupDetector } from "../screening/spaceGroupFile";
import { mostProblems, type BlockAnalysis, type DocumentAnalysis } from "./analysis";
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
    if (simplified.orbits.length === 0) return refuse(`${as} leaves no site of data_${block.code}.`);
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

interface StatedByUser {
  readonly stated: StatedOxidationStates;
  readonly problems: readonly Problem[];
}

function readStated(line: string): StatedByUser {
  const parsed = parseStatedOxidationStates(line);
  if (parsed.ok) return { stated: parsed.states, problems: [] };
  const message = `The setting superion.oxidationStates for this file is not understood: ${parsed.reason}.`;
  return {
    stated: new Map(),
    problems: [{ code: "oxidation-states-unreadable", severity: "warning", message }],
  };
}

interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

interface FoundStructure {
  readonly kind: "found";
  readonly block: Block;
  readonly structure: Structure;
}

/** The structure of the block of this code, or of the first that has one. */
function structureIn(read: readonly ReadBlock[], code: string | undefined): FoundStructure | Refused {
  const found = read.find(({ block, structure }) =>
    code === undefined ? structure !== undefined : block.code.toLowerCase() === code.toLowerCase(),
  );
  if (!found) return refuse(noSuchBlock(code));
  const { block, structure, problems } = found;
  if (!structure) return refuse(worstProblem(problems)?.message ?? noSuchBlock(code));
  return { kind: "found", block, structure };
}

function readBlocks(text: string, oxidationStates: string): ReadBlock[] {
  return readStructures(parseCif(text), readStated(oxidationStates).stated);
}

function refuse(reason: string): Refused {
  return { kind: "refused", reason };
}

function noSuchBlock(code: string | undefined): string {
  return code === undefined
    ? "No data block of this file holds a structure."
    : `This file has no structure in a block data_${code}.`;
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
