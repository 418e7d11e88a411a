import { checkNames } from "../cif/dictionary/checkNames";
import { knownNames, type Dictionary } from "../cif/dictionary/dictionary";
import { parseCif } from "../cif/parser";
import type { Block } from "../cif/document";
import type { Problem } from "../cif/problem";
import { checkCrystal } from "../crystal/checks/checkCrystal";
import { hasAtomSites } from "../crystal/reading/readAtomSites";
import { hasCell } from "../crystal/reading/readCell";
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
import { readDictionaryFile } from "./dictionaryFile";
import { readBlocks, readStated, structureIn } from "./readBlocks";
import { modelChoice } from "./server";
import { structurePicture } from "./structurePicture";
import { summarizeStructure } from "./structureSummary";
import type { AnalyseTask, DictionaryList, WorkerSettings } from "./task";

/** The one place of the language server where text, crystal and model meet: it runs in the worker thread. */
export class Analyst {
  private model: Promise<SuperionicModel> | undefined;
  private known = Promise.resolve(knownNames());
  private namesOfReading = 0;

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

  /** A line of oxidation states that cannot be read is a problem. */
  async analyse({ text, oxidationStates, silenced, dictionaries }: AnalyseTask): Promise<DocumentAnalysis> {
    const names = await this.names(dictionaries);
    const model = await this.loaded().catch(() => undefined);
    const document = parseCif(text);
    const { stated, problems: ofSettings } = readStated(oxidationStates);
    const read = readStructures(document, stated);
    const blocks: AnnotatedBlock[] = model
      ? annotateBlocks(read, model)
      : read.map((block) => ({ ...block, annotation: undefined }));
    const problems = [
      ...ofSettings,
      ...document.problems,
      ...checkNames(document, names, (code) => !silenced.includes(code)),
      ...blocks.flatMap(problemsOf),
    ].filter(({ code }) => !silenced.includes(code));
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

  /** The names that ship, and those of the user's dictionaries as of this reading. */
  private names({ paths, reading }: DictionaryList): Promise<Dictionary> {
    if (reading !== this.namesOfReading)
      this.known = Promise.all(paths.map(readDictionaryFile)).then((files) =>
        knownNames().with(files.flatMap(({ definitions }) => definitions)),
      );
    this.namesOfReading = reading;
    return this.known;
  }

  private loaded(): Promise<SuperionicModel> {
    return (this.model ??= loadModel(this.settings.modelFolder, modelChoice(this.settings)));
  }
}

function problemsOf({ block, structure, problems }: AnnotatedBlock): Problem[] {
  const isStructure = hasCell(block) || hasAtomSites(block);
  return [...(isStructure ? problems : withoutStructure(block, problems)), ...checkCrystal(block, structure)];
}

/** That a file holds no structure, such as a dictionary or a pattern, is no fault of it; where no block begins, that is told. */
function withoutStructure({ headerRange: { start, end } }: Block, problems: readonly Problem[]): Problem[] {
  return start === end ? [] : problems.map((problem) => ({ ...problem, severity: "information" }));
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
