import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { reducedFormula } from "../crystal/formula";
import type { StatedOxidationStates } from "../crystal/oxidation/statedOxidationStates";
import { readStructures, type ReadBlock } from "../crystal/reading/readStructure";
import { isOrdered, type Structure } from "../crystal/structure";
import { predictSuperionic, type Prediction, type SuperionicModel } from "../learning/superionicModel";
import type { Annotation } from "../protocol/annotation";

/** A data block with its structure, what is wrong or worth knowing, and its annotation. */
export interface AnnotatedBlock extends ReadBlock {
  /** Absent where there is no structure; without P_SI, and with a problem that says why, where it cannot be told. */
  readonly annotation: Annotation | undefined;
}

/** Reads the structures of a document and annotates each: the one way for editor, shell and screening. */
export function annotateDocument(
  document: CifDocument,
  model: SuperionicModel,
  oxidation?: StatedOxidationStates,
): AnnotatedBlock[] {
  return readStructures(document, oxidation).map((read) => annotateBlock(read, model));
}

/** The problems of reading come first, then the one of predicting. */
export function annotateBlock(read: ReadBlock, model: SuperionicModel): AnnotatedBlock {
  const { block, structure, problems } = read;
  if (!structure) return { ...read, annotation: undefined };
  const prediction = predictSuperionic(model, structure);
  const annotation = toAnnotation(block.code, structure, prediction, model);
  if (prediction.kind === "prediction") return { ...read, annotation };
  const problem: Problem = {
    code: prediction.code,
    severity: "information",
    message: prediction.reason,
    range: block.headerRange,
  };
  return { ...read, problems: [...problems, problem], annotation };
}

type Predicted = Extract<Prediction, { kind: "prediction" }>;
type PredictedFields = Pick<Annotation, "pSi" | "deviation" | "dTraining" | "nearest">;

function toAnnotation(
  block: string,
  structure: Structure,
  prediction: Prediction,
  { ensemble }: SuperionicModel,
): Annotation {
  const known = prediction.kind === "prediction" ? predictedFields(prediction) : unknownFields;
  return {
    block,
    formula: reducedFormula(structure),
    ordered: isOrdered(structure),
    ...known,
    bandGap: null,
    model: ensemble.name,
    simplification: ensemble.representation,
  };
}

const unknownFields = { pSi: null, deviation: null, dTraining: null, nearest: null };

function predictedFields({ pSi, deviation, nearest }: Predicted): PredictedFields {
  const { id, formula, conductivity, doi } = nearest.compound;
  return { pSi, deviation, dTraining: nearest.distance, nearest: { id, formula, conductivity, doi } };
}
