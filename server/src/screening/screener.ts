import { decodeCif } from "../cif/decode";
import { parseCif } from "../cif/parser";
import type { ReadBlock } from "../crystal/reading/readStructure";
import type { SpaceGroupNamer } from "../crystal/symmetry/spaceGroupNames";
import type { SuperionicModel } from "../learning/superionicModel";
import type { Annotation } from "../protocol/annotation";
import type { ScreeningRow } from "../protocol/screening";
import { annotateBlocks, type AnnotatedBlock } from "./annotate";
import { crystalBlocks } from "./crystalBlocks";
import { bucketOf, crystalText } from "./crystalText";
import { databaseNumbers } from "./databaseNumbers";
import { Filters, unknownFilters } from "./filters";
import { refusalOf } from "./refusal";
import { blockCode, rowWithoutStructure, type RowModel, type ScreenedRow } from "./screenedRow";
import type { BlockBytes } from "./sources/blockSplitter";
import { mostBlockBytes } from "./sources/sourceBlocks";

/** A piece of a file as a worker gets it. */
export interface BlockToScreen extends BlockBytes {
  readonly isWholeFile: boolean;
}

interface TimedBlock {
  readonly read: ReadBlock;
  /** Milliseconds that reading took. */
  readonly time: number;
}

/** Texts of data blocks in, rows out. */
export class Screener {
  private readonly filters: Filters;
  private readonly rowModel: RowModel;

  constructor(
    private readonly model: SuperionicModel,
    private readonly spaceGroupOf: SpaceGroupNamer,
  ) {
    this.filters = new Filters(model);
    this.rowModel = { model: model.classifier.name, simplification: model.classifier.representation };
  }

  /** The rows of each piece, predicted in one batch; blocks that hold no crystal have none, but for whole files. */
  screen(blocks: readonly BlockToScreen[]): ScreenedRow[][] {
    const read = blocks.map((block) => this.read(block));
    const started = performance.now();
    const all = read.flatMap((one) => ("refused" in one ? [] : one.blocks));
    const annotated = annotateBlocks(
      all.map((one) => one.read),
      this.model,
      false,
    );
    const share = (performance.now() - started) / Math.max(1, all.length);
    const results = annotated.values();
    return read.map((one) => {
      if ("refused" in one) return [this.refused(one.refused, one.reason)];
      return one.blocks.flatMap(({ time }) => {
        const { value } = results.next();
        return value ? [this.screened(value, time + share)] : [];
      });
    });
  }

  /** The row of a block that was not screened. */
  refused(block: string, reason: string): ScreenedRow {
    const row = rowWithoutStructure(block, reason, this.rowModel);
    return { row, crystal: null, bucket: null, identifiers: [] };
  }

  private read({
    bytes,
    isTooLong,
    isWholeFile,
  }: BlockToScreen): { refused: string; reason: string } | { blocks: TimedBlock[] } {
    if (isTooLong) return { refused: blockCode(bytes), reason: tooLong };
    const started = performance.now();
    const document = parseCif(decodeCif(bytes).text);
    if (document.blocks.length === 0) return { refused: "", reason: "The file has no data block." };
    const found = crystalBlocks(document, isWholeFile);
    const time = (performance.now() - started) / Math.max(1, found.length);
    return { blocks: found.map((read) => ({ read, time })) };
  }

  private screened(annotated: AnnotatedBlock, time: number): ScreenedRow {
    const { block, structure, annotation, place } = annotated;
    const reason = refusalOf(annotated) ?? null;
    if (!structure || !annotation) return this.refused(block.code, reason ?? "");
    const started = performance.now();
    const crystal = crystalText(structure) ?? null;
    const row: ScreeningRow = {
      file: "",
      ...summaryOf(annotation),
      spaceGroup: this.spaceGroupOf(structure) ?? null,
      filters:
        structure.orbits.length > 0 ? this.filters.judge(structure, annotation.bandGap) : unknownFilters,
      projection: place ? [place[0] ?? 0, place[1] ?? 0] : null,
      reason,
      rank: null,
      duplicateOf: null,
      seconds: Number(((time + performance.now() - started) / 1000).toFixed(4)),
    };
    return { row, crystal, bucket: crystal && bucketOf(crystal), identifiers: databaseNumbers(block) };
  }
}

/** What a list says of an annotation: all but what moved the prediction. */
function summaryOf(annotation: Annotation): Omit<Annotation, "influences"> {
  const { block, formula, ordered, pSi, deviation, dTraining, nearest, conductivity, caution } = annotation;
  const { bandGap, model, simplification } = annotation;
  return {
    ...{ block, formula, ordered, pSi, deviation, dTraining, nearest, conductivity, caution },
    ...{ bandGap, model, simplification },
  };
}

const tooLong = `Longer than ${mostBlockBytes / 1e6} MB: not read.`;
