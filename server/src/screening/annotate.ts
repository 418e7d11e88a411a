import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { reducedFormula } from "../crystal/formula";
import type { StatedOxidationStates } from "../crystal/oxidation/statedOxidationStates";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";
import { isOrdered } from "../crystal/structure";
import { predictBandGaps } from "../learning/bandGap";
import type { Classifier, ConductivityEstimate } from "../learning/classifier";
import { CrystalFeatures } from "../learning/crystalFeatures";
import { predictSuperionic, type Prediction, type SuperionicModel } from "../learning/superionicModel";
import type { Annotation } from "../protocol/annotation";

/** A data block with its structure, what is wrong or worth knowing, and its annotation. */
export interface AnnotatedBlock extends ReadBlock {
  /** Absent where there is no structure; without P_SI, and with a problem that says why, where it cannot be told. */
  readonly annotation: Annotation | undefined;
  /** Where it lies among the training compounds, as `place` of the nearest one; absent without P_SI. */
  readonly place?: Float64Array;
}

/** Reads the structures of a document and annotates each: the one way for editor, shell and screening. */
export function annotateDocument(
  document: CifDocument,
  model: SuperionicModel,
  oxidation?: StatedOxidationStates,
): AnnotatedBlock[] {
  return annotateBlocks(readStructures(document, oxidation), model);
}

/**
 * Each block with its annotation, in one batch. The problems of reading come first, then the one of predicting.
 *
 * @param isExplained whether to tell what moved each prediction, which takes a part of the time.
 */
export function annotateBlocks(
  blocks: readonly ReadBlock[],
  model: SuperionicModel,
  isExplained = true,
): AnnotatedBlock[] {
  const read = blocks.map((block) => ({
    block,
    crystal: block.structure && new CrystalFeatures(block.structure, model.megnet),
  }));
  const crystals = read.flatMap(({ crystal }) => crystal ?? []);
  const predictions = predictSuperionic(model, crystals).values();
  const bandGaps = predictBandGaps(crystals).values();
  return read.map(({ block, crystal }) => {
    const prediction = crystal && predictions.next().value;
    if (!crystal || !prediction) return { ...block, annotation: undefined };
    const told = { crystal, prediction, bandGap: bandGaps.next().value };
    return annotateBlock(block, told, model.classifier, isExplained);
  });
}

/** What is told of a crystal. */
interface ToldCrystal {
  readonly crystal: CrystalFeatures;
  readonly prediction: Prediction;
  readonly bandGap: number | undefined;
}

function annotateBlock(
  read: ReadBlock,
  told: ToldCrystal,
  classifier: Classifier,
  isExplained: boolean,
): AnnotatedBlock {
  const { block, problems } = read;
  const annotation = toAnnotation(block.code, told, classifier, isExplained);
  const { prediction } = told;
  if (prediction.kind === "prediction") return { ...read, annotation, place: prediction.nearest.place };
  const problem: Problem = {
    code: prediction.code,
    severity: "information",
    message: prediction.reason,
    range: block.headerRange,
  };
  return { ...read, problems: [...problems, problem], annotation };
}

type Predicted = Extract<Prediction, { kind: "prediction" }>;
type PredictedFields = Pick<
  Annotation,
  "pSi" | "deviation" | "dTraining" | "nearest" | "conductivity" | "influences" | "caution"
>;

function toAnnotation(
  block: string,
  { crystal: { structure }, prediction, bandGap }: ToldCrystal,
  classifier: Classifier,
  isExplained: boolean,
): Annotation {
  const known = prediction.kind === "prediction" ? predictedFields(prediction, isExplained) : unknownFields;
  return {
    block,
    formula: reducedFormula(structure),
    ordered: isOrdered(structure),
    ...known,
    bandGap: bandGap ?? null,
    model: classifier.name,
    simplification: classifier.representation,
  };
}

const unknownFields: PredictedFields = {
  pSi: null,
  deviation: null,
  dTraining: null,
  nearest: null,
  conductivity: null,
  influences: [],
  caution: null,
};

function predictedFields(prediction: Predicted, isExplained: boolean): PredictedFields {
  const { pSi, deviation, nearest, conductivity, influences, caution = null } = prediction;
  const { id, formula, doi } = nearest.compound;
  return {
    pSi,
    deviation,
    dTraining: nearest.distance,
    nearest: { id, formula, conductivity: nearest.compound.conductivity, doi },
    conductivity: conductivity ? toConductivity(conductivity) : null,
    influences: (isExplained ? influences?.() : undefined) ?? [],
    caution,
  };
}

function toConductivity({
  log10,
  interval: [lower, upper],
}: ConductivityEstimate): Annotation["conductivity"] {
  return { value: 10 ** log10, interval: [10 ** lower, 10 ** upper] };
}
