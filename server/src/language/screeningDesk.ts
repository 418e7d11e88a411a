import { availableParallelism } from "node:os";
import { version } from "../../../package.json";
import type {
  ExportScreeningParams,
  ExportScreeningResult,
  OpenScreeningParams,
  OpenScreeningResult,
  ScreeningColumnsParams,
  ScreeningColumnsResult,
  ScreeningHeader,
  ScreeningMaskParams,
  ScreeningMaskResult,
  ScreeningOutcome,
  ScreeningPlacesParams,
  ScreeningPlacesResult,
  ScreeningProgress,
  ScreeningRowsAtParams,
  ScreeningRowsParams,
  ScreeningRowsResult,
  ScreeningSourceParams,
  ScreeningSourceResult,
  ScreeningView,
  StartScreeningParams,
  TrainingMapResult,
} from "../protocol/screening";
import type { Refused } from "../protocol/values";
import { blockSource } from "../screening/blockSource";
import { viewList, type ViewedList } from "../screening/listView";
import { loadModel, type ModelChoice } from "../screening/modelFiles";
import { prepareScreening } from "../screening/prepareScreening";
import { encoderOf, formatOfPath } from "../screening/resultFiles/resultFormat";
import { resultRows } from "../screening/resultFiles/resultRows";
import { encoded, writeWhole } from "../screening/resultFiles/writeResult";
import { journalOf, readResultFile } from "../screening/resultFile";
import type { RowFile } from "../screening/rowFile";
import type { ScreeningList } from "../screening/screeningList";
import { usualLimits, type PoolLimits } from "../screening/screeningPool";
import { readScreeningTable } from "../screening/screeningTable";
import { encodeFloats } from "./encodeBinary";
import type { ScreeningThreadSettings } from "./screeningMessages";
import { throttled } from "./throttled";

interface HeldList {
  readonly list: ScreeningList;
  readonly header: ScreeningHeader | undefined;
  readonly isFinished: boolean;
  /** Where it was read from; a list that grows is closed by its screening. */
  readonly file: RowFile | undefined;
  /** The view that was asked for last, since a table asks for it slice by slice. */
  last: { readonly key: string; readonly viewed: ViewedList } | undefined;
}

const mostRows = 1000;
const notOpen: Refused = { kind: "refused", reason: "This screening is not open any more: open it again." };

const brokenOff = "The screening was broken off: resume it before exporting.";
const noHeader = "The file does not say which model and settings made it: no list can be saved from it.";

/** Runs screenings and answers what is asked of their lists, each by the name that the client gave it. */
export class ScreeningDesk {
  private readonly lists = new Map<string, HeldList>();

  constructor(
    private readonly settings: ScreeningThreadSettings,
    private readonly tell: (progress: ScreeningProgress) => void,
  ) {}

  async start(
    params: StartScreeningParams,
    model: ModelChoice,
    signal: AbortSignal,
  ): Promise<ScreeningOutcome> {
    const { id, paths, output, resume, jobs = availableParallelism() } = params;
    const format = formatOfPath(output);
    if (!format) return { kind: "refused", reason: "The result file ends in .ndjson, .csv or .parquet." };
    const { modelFolder, worker } = this.settings;
    const read = params.table === undefined ? undefined : await readScreeningTable(params.table);
    if (read?.kind === "refused") return read;
    const table = read?.table;
    const limits = limitsOf(params);
    const { barriers } = params;
    const journal = journalOf(output);
    const { screening, header, pool } = await prepareScreening(
      { paths, limits, table, barriers, journal, resume, output: { path: output, format } },
      { version, worker: new URL(worker), modelFolder, choice: model, jobs, log: console.error },
      throttled((progress) => {
        this.tell({ id, ...progress });
      }),
    );
    this.lists.set(id, { list: screening.list, header, isFinished: true, file: undefined, last: undefined });
    try {
      return await screening.run(signal);
    } finally {
      pool.dispose();
    }
  }

  async open({ id, file }: OpenScreeningParams): Promise<OpenScreeningResult> {
    const read = await readResultFile(file);
    if (read.kind === "refused") return read;
    const { list, header, isFinished, notices, file: rows } = read;
    this.lists.set(id, { list, header, isFinished, file: rows, last: undefined });
    const { count: rowCount, hasBarriers } = list;
    return { kind: "opened", header: header ?? null, isFinished, rows: rowCount, hasBarriers, notices };
  }

  close(id: string): void {
    this.lists.get(id)?.file?.close();
    this.lists.delete(id);
  }

  rows({ id, view, from, count }: ScreeningRowsParams): ScreeningRowsResult {
    const held = this.lists.get(id);
    if (!held) return notOpen;
    const viewed = viewOf(held, view);
    if (viewed.kind === "refused") return viewed;
    const indices = [...viewed.order.subarray(from, from + Math.min(count, mostRows))];
    return { kind: "rows", total: viewed.order.length, ...rowsOf(held, indices) };
  }

  rowsAt({ id, indices }: ScreeningRowsAtParams): ScreeningRowsResult {
    const held = this.lists.get(id);
    if (!held) return notOpen;
    const known = indices.filter((index) => index < held.list.count).slice(0, mostRows);
    return { kind: "rows", total: known.length, ...rowsOf(held, known) };
  }

  places({ id, view, indices }: ScreeningPlacesParams): ScreeningPlacesResult {
    const held = this.lists.get(id);
    if (!held) return notOpen;
    const viewed = viewOf(held, view);
    if (viewed.kind === "refused") return viewed;
    const places = indices.map((index) => viewed.order.indexOf(index));
    return { kind: "places", places: places.map((place) => (place < 0 ? null : place)) };
  }

  columns({ id, columns, texts, from }: ScreeningColumnsParams): ScreeningColumnsResult {
    const held = this.lists.get(id);
    if (!held) return notOpen;
    const { list } = held;
    return {
      kind: "columns",
      rows: list.count,
      columns: columns.map((column) => encodeFloats(list.slice(column, from))),
      texts: texts.map((column) =>
        Array.from({ length: Math.max(0, list.count - from) }, (_, k) => list.text(from + k, column)),
      ),
    };
  }

  mask({ id, view }: ScreeningMaskParams): ScreeningMaskResult {
    const held = this.lists.get(id);
    if (!held) return notOpen;
    const viewed = viewList(held.list, view);
    if (viewed.kind === "refused") return viewed;
    const mask = new Float64Array(held.list.count);
    for (const index of viewed.order) mask[index] = 1;
    return { kind: "mask", mask: encodeFloats(mask) };
  }

  async trainingMap(model: ModelChoice): Promise<TrainingMapResult> {
    const { index } = await loadModel(this.settings.modelFolder, model);
    const compounds = index.compounds.map(({ id, formula, conductivity }, place) => {
      const [x = 0, y = 0] = index.coordinates[place] ?? [];
      return { id, formula, conductivity, projection: [x, y] as const };
    });
    const [first = 0, second = 0] = index.varianceShares;
    return { compounds, variance: [first, second] };
  }

  async source({ id, index }: ScreeningSourceParams): Promise<ScreeningSourceResult> {
    const held = this.lists.get(id);
    if (!held || index >= held.list.count) return notOpen;
    const { list } = held;
    return blockSource({ file: list.text(index, "file"), block: list.text(index, "block") });
  }

  async export({ id, view, output }: ExportScreeningParams): Promise<ExportScreeningResult> {
    const held = this.lists.get(id);
    if (!held) return notOpen;
    const format = formatOfPath(output);
    if (!format) return { kind: "refused", reason: "The file ends in .ndjson, .csv or .parquet." };
    const viewed = viewOf(held, view);
    if (viewed.kind === "refused") return viewed;
    const { list, header, isFinished } = held;
    if (!header) return { kind: "refused", reason: isFinished ? noHeader : brokenOff };
    await writeWhole(output, encoded(encoderOf(format), header, resultRows(list, viewed.order, false)));
    return { kind: "written", rows: viewed.order.length };
  }
}

function limitsOf({ timeLimitSeconds, memoryLimitMegabytes }: StartScreeningParams): PoolLimits {
  return {
    timeLimitSeconds: timeLimitSeconds ?? usualLimits.timeLimitSeconds,
    memoryLimitMegabytes: memoryLimitMegabytes ?? usualLimits.memoryLimitMegabytes,
  };
}

function viewOf(held: HeldList, view: ScreeningView): ViewedList {
  const key = JSON.stringify([held.list.count, view]);
  if (held.last?.key !== key) held.last = { key, viewed: viewList(held.list, view) };
  return held.last.viewed;
}

function rowsOf({ list }: HeldList, indices: readonly number[]) {
  return { rows: indices.map((index) => list.row(index)), indices };
}
