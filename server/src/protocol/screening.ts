import type { Annotation } from "./annotation";
import type { Refused } from "./values";

/**
 * One data block of a screening: its annotation, what the filters say, and its place in the list. Files hold these rows as
 * they are (NDJSON) or flattened (CSV, Parquet).
 */
export interface ScreeningRow extends Omit<Annotation, "influences"> {
  /** The path as given, with the path inside of it for a zip archive: `dump.zip/entries/1.cif`. */
  readonly file: string;
  /** As detected from the sites; `null` where there is no structure. */
  readonly spaceGroup: { readonly number: number; readonly symbol: string } | null;
  readonly filters: ScreeningFilters;
  /** From 1, by falling P_SI over the whole list; `null` for a row without P_SI, and while the screening runs. */
  readonly rank: number | null;
  /** The first row of the list that is the same crystal; `null` for that one, and while the screening runs. */
  readonly duplicateOf: RowName | null;
  /** That reading and predicting took; for a batch its share. */
  readonly seconds: number;
  /** Why there is no P_SI, in words; `null` where there is one. */
  readonly reason: string | null;
  /** The first principal components of the training set, in its standard deviations; `null` without P_SI. */
  readonly projection: readonly [number, number] | null;
  /** From the user's table; `null` where the table has no such row or column, absent where no table was given. */
  readonly table?: TableValues;
  /** Absent where it was not computed. */
  readonly barrier?: ScreeningBarrier;
}

/** What lithium has to overcome, by bond-valence site energies. */
export interface ScreeningBarrier {
  /**
   * In three dimensions, over the saddles found off the grid, electronvolt; 20 where there is no way below that, `null` where it
   * cannot be computed.
   */
  readonly activationEnergy: number | null;
  /** Why it cannot be computed, in words. */
  readonly reason: string | null;
}

/** What names a row: a data block of a file. */
export interface RowName {
  readonly file: string;
  readonly block: string;
}

export interface TableValues {
  /** Energy above the convex hull, eV an atom. */
  readonly eHull: number | null;
  /** Band gap, eV. */
  readonly bandGap: number | null;
}

/**
 * Section 4.3 of the thesis. `pass` says that the compound stays a candidate by this filter alone; `null` where that cannot
 * be told.
 */
export interface ScreeningFilters {
  /** Contains lithium; the value is its atomic fraction. */
  readonly lithium: FilterResult<number>;
  /** The predicted band gap is over 1 eV; the value is in eV. */
  readonly bandGap: FilterResult<number>;
  /** The compound is no intermetallic; the value tells whether it is one. */
  readonly intermetallic: FilterResult<boolean>;
  /**
   * No training compound has nearly this composition; the value is the largest relative difference of an atomic fraction
   * from that of the most similar training compound, and `null` where none has the same elements.
   */
  readonly novel: FilterResult<number>;
  /** At most 0.07 eV an atom above the hull, by the user's table; absent where no table was given. */
  readonly tableHull?: FilterResult<number>;
  /** A gap of at least 1 eV, by the user's table; absent where no table was given. */
  readonly tableGap?: FilterResult<number>;
}

export interface FilterResult<Value> {
  readonly pass: boolean | null;
  readonly value: Value | null;
}

/** What a result file says of itself before its rows: lists of equal headers can be joined. */
export interface ScreeningHeader {
  /** Of Superion. */
  readonly version: string;
  readonly model: ScreeningModel;
  readonly settings: ScreeningSettings;
  /** `2/16` for a part of a screening, whose rows also carry what merging needs; `null` for a whole one. */
  readonly shard: string | null;
  /** By the name of the column. */
  readonly units: Readonly<Record<string, string>>;
}

export interface ScreeningModel {
  readonly name: string;
  /** Name of the network that gives atom features and the band gap. */
  readonly parent: string;
  /** SHA-256 of the model files, hexadecimal. */
  readonly digest: string;
}

/** What decides the rows besides the model. */
export interface ScreeningSettings {
  /** A structure that takes longer is given up. */
  readonly timeLimitSeconds: number;
  /** A structure that takes more heap is given up. */
  readonly memoryLimitMegabytes: number;
  /** SHA-256 of the user's table, hexadecimal; `null` without one. */
  readonly table: string | null;
}

/**
 * Client -> server, a request that lasts as long as the screening: answered when it is finished, cancelled (by the
 * cancellation of LSP) or refused. What is done stays in the output file; with `resume` only what is new or changed is done.
 * From the first progress on, `id` can be asked for rows and columns as an opened file can.
 */
export const startScreeningMethod = "superion/screening/start";

export interface StartScreeningParams {
  /** Chosen by the client; names this screening in every other message. */
  readonly id: string;
  /** Paths of files, folders, zip archives and lists of them, or globs. */
  readonly paths: readonly string[];
  /** Path of the result file: `.ndjson`, `.csv` or `.parquet`. */
  readonly output: string;
  readonly resume: boolean;
  /** Path of a CSV file with E_hull and E_g by file, ICSD or MP identifier. */
  readonly table?: string;
  /** Defaults to 30. */
  readonly timeLimitSeconds?: number;
  /** Defaults to 2048. */
  readonly memoryLimitMegabytes?: number;
  /** Worker threads; defaults to one a core. */
  readonly jobs?: number;
  /** Rows of highest P_SI whose barriers are computed; defaults to none. */
  readonly barriers?: number;
}

export type ScreeningOutcome =
  | {
      readonly kind: "finished" | "cancelled";
      readonly summary: ScreeningSummary;
    }
  | Refused;

export interface ScreeningSummary {
  readonly rows: number;
  /** Rows that an earlier run had done. */
  readonly kept: number;
  /** Rows without P_SI. */
  readonly without: number;
  /** Inputs that could not be read at all, with why; at most 100. */
  readonly problems: readonly { readonly file: string; readonly message: string }[];
  readonly seconds: number;
}

/** Server -> client, a notification, at most four a second. */
export const screeningProgressMethod = "superion/screening/progress";

export interface ScreeningProgress {
  readonly id: string;
  readonly state: "listing" | "running" | "grouping" | "writing" | "barriers";
  /** Rows so far: rows of smaller index never change while it runs, those from the last `done` on are new. */
  readonly done: number;
  /** Data blocks to do; `null` while they are counted. */
  readonly total: number | null;
  /** Data blocks a second, of late. */
  readonly rate: number | null;
  readonly secondsLeft: number | null;
  /** While barriers are computed: how many are done. */
  readonly barriers?: { readonly done: number; readonly total: number };
}

/** Client -> server: reads a finished or broken-off result file and keeps it until it is closed. */
export const openScreeningMethod = "superion/screening/open";

export interface OpenScreeningParams {
  readonly id: string;
  /** A path. */
  readonly file: string;
}

export type OpenScreeningResult =
  | {
      readonly kind: "opened";
      /** `null` for a screening that was broken off, and for a table that does not say what made it. */
      readonly header: ScreeningHeader | null;
      /** Without it rows have no duplicates told. */
      readonly isFinished: boolean;
      readonly rows: number;
      /** Whether barriers of some rows were computed. */
      readonly hasBarriers: boolean;
      /** What of it cannot be shown, in words. */
      readonly notices: readonly string[];
    }
  | Refused;

/** Client -> server, a notification: the rows of this id are needed no more. A running screening goes on. */
export const closeScreeningMethod = "superion/screening/close";

export interface CloseScreeningParams {
  readonly id: string;
}

/** Columns that lists are sorted by, filtered by and drawn from. */
export const numericColumns = [
  "rank",
  "pSi",
  "deviation",
  "dTraining",
  "conductivity",
  "bandGap",
  "eHull",
  "tableGap",
  "barrier",
  "spaceGroup",
  "seconds",
] as const;
export type NumericColumn = (typeof numericColumns)[number];

export const textColumns = ["file", "block", "formula", "nearest", "reason"] as const;
export type TextColumn = (typeof textColumns)[number];

/** 1 for yes, 0 for no. */
export const flagColumns = [
  "ordered",
  "duplicate",
  "lithium",
  "gap",
  "nonmetallic",
  "novel",
  "tableHull",
  "tableGapPass",
] as const;
export type FlagColumn = (typeof flagColumns)[number];

/** For charts alone: the two numbers of `projection`. */
export const projectionColumns = ["pc1", "pc2"] as const;
export type ProjectionColumn = (typeof projectionColumns)[number];

export type SortColumn = NumericColumn | TextColumn | FlagColumn;
export type ChartColumn = NumericColumn | FlagColumn | ProjectionColumn;

/** What of a list is shown, and in which order. */
export interface ScreeningView {
  /** `null`: in the order of their coming. Rows without a value come last. */
  readonly sort: { readonly column: SortColumn; readonly descending: boolean } | null;
  /** As `--filter` on the command line, `pSi>0.5,novel`; empty for all. */
  readonly filter: string;
  /** Part of the file, the block or the formula, in whatever case; empty for all. */
  readonly search: string;
  /** What was chosen in a chart: rows that lie in all of these; absent for all rows. */
  readonly within?: readonly ColumnRange[];
}

/** The rows whose value of a column, as a 32-bit float, is at least `from` and below `to`. */
export interface ColumnRange {
  readonly column: ChartColumn;
  readonly from: number;
  readonly to: number;
}

/** Client -> server: a slice of a list, for a table that shows only what is in sight. */
export const screeningRowsMethod = "superion/screening/rows";

export interface ScreeningRowsParams {
  readonly id: string;
  readonly view: ScreeningView;
  readonly from: number;
  /** At most 1000. */
  readonly count: number;
}

export type ScreeningRowsResult =
  | {
      readonly kind: "rows";
      /** Rows that the view shows in all. */
      readonly total: number;
      readonly rows: readonly ScreeningRow[];
      /** The index of each row in the columns: what selections are told by. */
      readonly indices: readonly number[];
    }
  | Refused;

/** Client -> server: rows by their indices, for pinning and comparing. */
export const screeningRowsAtMethod = "superion/screening/rowsAt";

export interface ScreeningRowsAtParams {
  readonly id: string;
  readonly indices: readonly number[];
}

/** Client -> server: where rows stand in a view, so that a table can scroll to what was selected in a chart. */
export const screeningPlacesMethod = "superion/screening/places";

export interface ScreeningPlacesParams {
  readonly id: string;
  readonly view: ScreeningView;
  readonly indices: readonly number[];
}

export type ScreeningPlacesResult =
  /** `null` for a row that the view does not show. */
  { readonly kind: "places"; readonly places: readonly (number | null)[] } | Refused;

/** Client -> server: columns for charts, by index, from a given row on. */
export const screeningColumnsMethod = "superion/screening/columns";

export interface ScreeningColumnsParams {
  readonly id: string;
  readonly columns: readonly ChartColumn[];
  readonly texts: readonly TextColumn[];
  /** The first row that is wanted: what came before the client has. */
  readonly from: number;
}

export type ScreeningColumnsResult =
  | {
      readonly kind: "columns";
      readonly rows: number;
      /** In the order asked for: base64 of 32-bit floats. */
      readonly columns: readonly string[];
      /** In the order asked for; empty where a row has none. */
      readonly texts: readonly (readonly string[])[];
    }
  | Refused;

/** Client -> server: which rows a view shows, so that charts show the same. */
export const screeningMaskMethod = "superion/screening/mask";

export interface ScreeningMaskParams {
  readonly id: string;
  readonly view: ScreeningView;
}

export type ScreeningMaskResult =
  /** By index 1 for what is shown, else 0: base64 of 32-bit floats. */
  { readonly kind: "mask"; readonly mask: string } | Refused;

/** Client -> server: where the training compounds lie on the map, in the plane of `projection`. */
export const trainingMapMethod = "superion/screening/trainingMap";

export interface TrainingMapResult {
  readonly compounds: readonly {
    readonly id: string;
    readonly formula: string;
    /** At room temperature, S/cm. */
    readonly conductivity: number;
    readonly projection: readonly [number, number];
  }[];
  /** Share of the variance of the training set that each axis holds. */
  readonly variance: readonly [number, number];
}

/** Client -> server: where the text of a row stands, so that the editor can open it. */
export const screeningSourceMethod = "superion/screening/source";

export interface ScreeningSourceParams {
  readonly id: string;
  readonly index: number;
}

export type ScreeningSourceResult =
  /** A file that the editor can open; the line of `data_` counts from 0. */
  | { readonly kind: "file"; readonly path: string; readonly line: number }
  /** The data block alone, of an archive or of a file that is too long for an editor. */
  | { readonly kind: "text"; readonly text: string }
  | Refused;

/** Client -> server: writes what a view shows, in its order, to a file whose ending tells the form. */
export const exportScreeningMethod = "superion/screening/export";

export interface ExportScreeningParams {
  readonly id: string;
  readonly view: ScreeningView;
  /** `.ndjson`, `.csv` or `.parquet`. */
  readonly output: string;
}

export type ExportScreeningResult = { readonly kind: "written"; readonly rows: number } | Refused;
