import type { CifDocument } from "../cif/document";
import type { Problem } from "../cif/problem";
import { reducedFormula } from "../crystal/formula";
import { readStructures, type ReadBlock } from "../crystal/readStructure";
import { isOrdered, type Structure } from "../crystal/structure";
import { predictSuperionic, type Prediction, type SuperionicModel } from "../learning/superionicModel";
import type { Annotation } from "../protocol/annotation";

/** A data block with its structure, what is wrong or worth knowing, and its annotation. */
export interface AnnotatedBlock extends ReadBlock {
  /** Absent where there is no structure; without P_SI, and with a problem that says why, where it cannot be told. */
  readonly annotation: Annotation | undefined;
}

/** Reads the structures of a document and annotates each: the one way for editor, shell and screening. */
export function annotateDocument(document: CifDocument, model: SuperionicModel): AnnotatedBlock[] {
  return readStructures(document).map((read) => annotateBlock(read, model));
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

function toAnnotation(
  block: string,
  structure: Structure,
  prediction: Prediction,
  { ensemble }: SuperionicModel,
): Annotation {
  const predicted = prediction.kind === "prediction" ? prediction : undefined;
  const nearest = predicted?.nearest;
  return {
    block,
    formula: reducedFormula(structure),
    ordered: isOrdered(structure),
    pSi: predicted?.pSi ?? null,
    deviation: predicted?.deviation ?? null,
    dTraining: nearest?.distance ?? null,
    nearest: nearest ? nearestCompound(nearest.compound) : null,
    bandGap: null,
    model: ensemble.name,
    simplification: ensemble.representation,
  };
}

function nearestCompound({
  id,
  formula,
  conductivity,
  doi,
}: NonNullable<Annotation["nearest"]>): Annotation["nearest"] {
  return { id, formula, conductivity, doi };
}
