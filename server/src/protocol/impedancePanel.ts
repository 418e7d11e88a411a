import * as v from "valibot";
import {
  arrheniusMethod,
  changeCellMethod,
  inspectImpedanceMethod,
  readImpedanceParams,
  type ImpedanceRequests,
  type ReadImpedanceResult,
} from "./impedance";
import {
  readImpedanceSeriesParams,
  type AnalyseImpedanceSeriesParams,
  type AnalyseImpedanceSeriesResult,
  type ImpedanceProgress,
} from "./impedanceSeries";
import { analysePolarisationMethod } from "./polarisation";
import { reader, type PanelRequests, type ParamReaders, type Reader, type SavedFile } from "./webview";

/** What an impedance panel is about. */
export interface ImpedanceSubject {
  /** Paths of data files. */
  readonly files: readonly string[];
}

export const readImpedanceSubject: Reader<ImpedanceSubject> = reader(
  v.object({ files: v.array(v.string()) }),
);

/** What the page of impedance spectra asks of its host. */
export interface ImpedancePanelRequests extends PanelRequests {
  /** Reads the files; to be asked again when they change. */
  read(nothing: null): ReadImpedanceResult;
  /** Ends the series before; a `progress` event follows for each spectrum. */
  analyseSeries(series: AnalyseImpedanceSeriesParams): AnalyseImpedanceSeriesResult;
  /** Ends the series that runs, if one does. */
  cancelSeries(nothing: null): null;
  inspect: ImpedanceRequests[typeof inspectImpedanceMethod];
  arrhenius: ImpedanceRequests[typeof arrheniusMethod];
  polarisation: ImpedanceRequests[typeof analysePolarisationMethod];
  /** Changes a cell file and writes it; a `changed` event follows. */
  changeCell(change: Parameters<ImpedanceRequests[typeof changeCellMethod]>[0]): FileReplacement;
  /** Puts another text in place of the one that is expected there, and refuses where another stands; `changed` follows. */
  replaceCell(replacement: FileReplacement): null;
  /** Opens a data or cell file in an editor. */
  openFile(path: string): null;
  /** Asks where to save a report, and puts its figures into a folder beside it; false where nothing was saved. */
  saveReport(report: Report): boolean;
}

/** The text of a file before and after a change; `null` where there is no file. */
export interface FileReplacement {
  readonly path: string;
  readonly before: string | null;
  readonly after: string | null;
}

export interface Report {
  /** Markdown, in which a figure is `![title](figures/name.png)`. */
  readonly markdown: string;
  /** Named as there, without the folder. */
  readonly figures: readonly SavedFile[];
}

export type ImpedancePanelEvent =
  /** Data or cell files changed: what was read before is old. */
  | { readonly type: "changed" }
  /** A spectrum of the series that runs is analysed. */
  | { readonly type: "progress"; readonly progress: ImpedanceProgress };

export const readImpedancePanelParams: ParamReaders<Omit<ImpedancePanelRequests, keyof PanelRequests>> = {
  read: reader(v.null()),
  analyseSeries: readImpedanceSeriesParams,
  cancelSeries: reader(v.null()),
  inspect: readImpedanceParams[inspectImpedanceMethod],
  arrhenius: readImpedanceParams[arrheniusMethod],
  polarisation: readImpedanceParams[analysePolarisationMethod],
  changeCell: readImpedanceParams[changeCellMethod],
  replaceCell: reader(
    v.object({ path: v.string(), before: v.nullable(v.string()), after: v.nullable(v.string()) }),
  ),
  openFile: reader(v.string()),
  saveReport: reader(
    v.object({
      markdown: v.string(),
      figures: v.array(v.object({ name: v.string(), bytes: v.instance(Uint8Array) })),
    }),
  ),
};
