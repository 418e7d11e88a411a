import * as v from "valibot";
import {
  flagColumns,
  numericColumns,
  projectionColumns,
  textColumns,
  type OpenScreeningResult,
  type ScreeningColumnsParams,
  type ScreeningColumnsResult,
  type ScreeningMaskResult,
  type ScreeningOutcome,
  type ScreeningPlacesResult,
  type ScreeningProgress,
  type ScreeningRowsResult,
  type ScreeningView,
  type TrainingMapResult,
} from "./screening";
import { wholeNumber } from "./values";
import { reader, type PanelRequests, type ParamReaders, type Reader } from "./webview";

/** What a screening panel is about. */
export interface ScreeningSubject {
  /** Path of the result file. */
  readonly file: string;
}

export const readScreeningSubject: Reader<ScreeningSubject> = reader(v.object({ file: v.string() }));

/** What the page of a screening asks of its host. */
export interface ScreeningPanelRequests extends PanelRequests {
  /** Opens the result file, or joins the screening that writes it; to be asked again when either changes. */
  open(nothing: null): OpenedScreening;
  rows(slice: {
    readonly view: ScreeningView;
    readonly from: number;
    readonly count: number;
  }): ScreeningRowsResult;
  places(rows: { readonly view: ScreeningView; readonly indices: readonly number[] }): ScreeningPlacesResult;
  columns(columns: Omit<ScreeningColumnsParams, "id">): ScreeningColumnsResult;
  mask(view: ScreeningView): ScreeningMaskResult;
  trainingMap(nothing: null): TrainingMapResult;
  /** Opens the text of a row in an editor, at its data block. */
  showSource(index: number): null;
  /** Asks for a file and writes what a view shows. */
  exportRows(view: ScreeningView): null;
  /** Asks how to cluster the compounds that a view shows, and shows them in a panel of clusters. */
  cluster(view: ScreeningView): null;
  cancel(nothing: null): null;
  resume(nothing: null): null;
}

export type OpenedScreening =
  /** The result file, and how the screening that wrote it ended, where that was in this window. */
  | {
      readonly state: "opened";
      readonly opened: OpenScreeningResult;
      readonly outcome: ScreeningOutcome | null;
    }
  | { readonly state: "running"; readonly progress: ScreeningProgress | null };

export type ScreeningPanelEvent =
  | { readonly type: "progress"; readonly progress: ScreeningProgress }
  /** A screening of this file began or ended: what was asked before is old. */
  | { readonly type: "changed" };

const chartColumn = v.picklist([...numericColumns, ...flagColumns, ...projectionColumns]);
export const columnRange = v.object({ column: chartColumn, from: v.number(), to: v.number() });
const view = v.object({
  sort: v.nullable(
    v.object({
      column: v.picklist([...numericColumns, ...textColumns, ...flagColumns]),
      descending: v.boolean(),
    }),
  ),
  filter: v.string(),
  search: v.string(),
  within: v.exactOptional(v.array(columnRange)),
});

export const readScreeningView: Reader<ScreeningView> = reader(view);

export const readScreeningParams: ParamReaders<Omit<ScreeningPanelRequests, keyof PanelRequests>> = {
  open: reader(v.null()),
  rows: reader(v.object({ view, from: wholeNumber, count: wholeNumber })),
  places: reader(v.object({ view, indices: v.array(wholeNumber) })),
  columns: reader(
    v.object({
      columns: v.array(chartColumn),
      texts: v.array(v.picklist([...textColumns])),
      from: wholeNumber,
    }),
  ),
  mask: readScreeningView,
  trainingMap: reader(v.null()),
  showSource: reader(wholeNumber),
  exportRows: readScreeningView,
  cluster: readScreeningView,
  cancel: reader(v.null()),
  resume: reader(v.null()),
};
