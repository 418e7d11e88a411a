import { parseCif } from "../cif/parser";
import type { Problem, TextRange } from "../cif/problem";
import { density } from "../crystal/density";
import { reducedFormula } from "../crystal/formula";
import { findNeighbours, isOverfull } from "../crystal/neighbours";
import { readStructures, type ReadBlock } from "../crystal/readStructure";
import { simplify } from "../crystal/simplification";
import { isOrdered, siteCount, type Orbit, type Structure } from "../crystal/structure";
import { writeCif } from "../crystal/writeCif";
import { embedOccupants } from "../graph/embedding";
import type { Annotation } from "../protocol/annotation";
import type { ModelStatus } from "../protocol/modelStatus";
import { representations, type Representation, type SimplifyResult } from "../protocol/simplification";
import { annotateDocument, loadModel, type Model } from "./noModel";
import type {
  BlockAnalysis,
  DocumentAnalysis,
  SimplifiedSite,
  SiteSummary,
  StructureSummary,
} from "./analysis";

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
    const annotated = model ? annotateDocument(document, model) : { annotations: [], problems: [] };
    const read = structures.flatMap(({ problems }) => problems);
    const problems = distinct([...read, ...annotated.problems]);
    return {
      blocks: structures.map((found, i) => analyseBlock(found, annotated.annotations[i], problems, model)),
      problems,
    };
  }

  simplify(text: string, code: string | undefined, as: Representation): SimplifyResult {
    const structures = readStructures(parseCif(text));
    const found = structures.find(({ block, structure }) =>
      code === undefined ? structure !== undefined : block.code.toLowerCase() === code.toLowerCase(),
    );
    if (!found) return { kind: "refused", reason: noSuchBlock(code) };
    const { block, structure, problems } = found;
    if (!structure)
      return {
        kind: "refused",
        reason: worst(problems)?.message ?? `data_${block.code} holds no structure.`,
      };
    const simplified = simplify(structure, as);
    if (simplified.orbits.length === 0)
      return { kind: "refused", reason: `${as} leaves no site of data_${block.code}.` };
    return { kind: "cif", text: writeCif(simplified, { code: `${block.code}_${as}` }) };
  }

  private loaded(): Promise<Model> {
    return (this.model ??= loadModel(this.modelFolder, this.parentModel || undefined));
  }
}

function noSuchBlock(code: string | undefined): string {
  return code === undefined
    ? "No data block of this file holds a structure."
    : `This file has no block data_${code}.`;
}

function analyseBlock(
  { block, structure, problems }: ReadBlock,
  annotation: Annotation | undefined,
  all: readonly Problem[],
  model: Model | undefined,
): BlockAnalysis {
  const { code, headerRange } = block;
  const own = [...problems, ...all.filter(({ range }) => range && inside(range, block.range))];
  const predicted = annotation !== undefined && annotation.pSi !== null;
  const refusal = predicted ? undefined : (worst(own)?.message ?? (model ? "no prediction" : undefined));
  return { code, headerRange, structure: structure && summarize(structure, model), annotation, refusal };
}

function summarize(structure: Structure, model: Model | undefined): StructureSummary {
  const { lattice, operations, symmetrySource, oxidationMethod } = structure;
  return {
    formula: reducedFormula(structure),
    lattice: lattice.parameters,
    volume: lattice.volume,
    density: density(structure),
    siteCount: siteCount(structure),
    ordered: isOrdered(structure),
    operationCount: operations.length,
    symmetrySource,
    oxidationMethod,
    sites: summarizeSites(structure, model),
  };
}

function summarizeSites(structure: Structure, model: Model | undefined): SiteSummary[] {
  const simplified = representations.map((as) => ({ as, sites: occupantsByLabel(simplify(structure, as)) }));
  const radius = model?.parent.cutoff;
  const counts =
    radius === undefined || isOverfull(structure, radius)
      ? undefined
      : findNeighbours(structure, radius).counts;
  return structure.orbits.map((orbit, i): SiteSummary => {
    const { label, rows, position, multiplicity, occupants } = orbit;
    const count = counts?.[i];
    return {
      label,
      rows,
      position,
      multiplicity,
      occupants,
      neighbours: radius === undefined || count === undefined ? undefined : { count, radius },
      embedding: model && Array.from(embedOccupants(model.parent, occupants)),
      simplified: simplified.map(({ as, sites }): SimplifiedSite => ({
        as,
        occupants: sites.get(key(orbit)) ?? [],
      })),
    };
  });
}

function occupantsByLabel(structure: Structure): Map<string, Orbit["occupants"]> {
  return new Map(structure.orbits.map((orbit) => [key(orbit), orbit.occupants]));
}

function key({ label, position }: Orbit): string {
  return `${label} ${position.join(" ")}`;
}

function inside(range: TextRange, whole: TextRange): boolean {
  return range.start >= whole.start && range.end <= whole.end;
}

const severities = ["error", "warning", "information"] as const;

function worst(problems: readonly Problem[]): Problem | undefined {
  for (const severity of severities) {
    const found = problems.find((problem) => problem.severity === severity);
    if (found) return found;
  }
  return undefined;
}

/** One of each code at each place: two steps may find the same problem. */
function distinct(problems: readonly Problem[]): Problem[] {
  const seen = new Map(problems.map((problem) => [`${problem.code} ${problem.range?.start}`, problem]));
  return [...seen.values()];
}
