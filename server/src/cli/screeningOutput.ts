import { InvalidArgumentError, type Command } from "commander";
import type { ScreeningHeader, ScreeningRow } from "../protocol/screening";
import { encoderOf, type ResultFormat } from "../screening/resultFiles/resultFormat";
import { resultRows } from "../screening/resultFiles/resultRows";
import { encoded } from "../screening/resultFiles/writeResult";
import { parseFilter, type RowFilter } from "../screening/rowFilter";
import type { ScreeningList } from "../screening/screeningList";
import { table } from "./table";

/** What of a list is printed, and how. */
export interface PrintOptions {
  readonly top?: number;
  readonly filter?: RowFilter;
  readonly json?: boolean;
  readonly ndjson?: boolean;
  readonly csv?: boolean;
  readonly parquet?: boolean;
}

/** Rows of a table if not told otherwise. */
const defaultTop = 20;

/** Adds the options that say what is printed. */
export function printOptions(command: Command): Command {
  return command
    .option("--top <n>", `print the first n rows only (${defaultTop} for a table)`, parseTop)
    .option("--filter <conditions>", 'print such rows only: "pSi>0.5,novel,gap"', filterOption)
    .option("--json", "print one JSON array")
    .option("--ndjson", "print a header and a line of JSON a row")
    .option("--csv", "print CSV")
    .option("--parquet", "print Parquet");
}

function parseTop(text: string): number {
  if (/^\d+$/.test(text)) return Number(text);
  throw new InvalidArgumentError("A whole number is needed.");
}

function filterOption(text: string): RowFilter {
  const parsed = parseFilter(text);
  if (parsed.ok) return parsed.filter;
  throw new InvalidArgumentError(parsed.reason);
}

/** Prints the rows that are asked for, by rank. */
export async function printList(
  list: ScreeningList,
  header: ScreeningHeader,
  options: PrintOptions,
): Promise<void> {
  const format = (["json", "ndjson", "csv", "parquet"] as const).find((one) => options[one]);
  const { filter, top = format ? Infinity : defaultTop } = options;
  const shown = [...list.ranking()].filter((index) => filter?.(list.values(index)) ?? true).slice(0, top);
  const rows = resultRows(list, shown, false);
  if (format) await printEncoded(format, header, rows);
  else process.stdout.write(table(linesOf([...rows])));
}

async function printEncoded(
  format: ResultFormat,
  header: ScreeningHeader,
  rows: Iterable<ScreeningRow>,
): Promise<void> {
  for await (const piece of encoded(encoderOf(format), header, rows))
    if (!process.stdout.write(piece)) await new Promise((resolve) => process.stdout.once("drain", resolve));
}

interface TableColumn {
  readonly heading: string;
  readonly cell: (row: ScreeningRow) => string;
}

const columns: readonly TableColumn[] = [
  { heading: "rank", cell: ({ rank }) => rank?.toString() ?? "-" },
  { heading: "compound", cell: ({ formula }) => formula },
  { heading: "P_SI", cell: ({ pSi }) => pSi?.toFixed(3) ?? "-" },
  { heading: "deviation", cell: ({ deviation }) => deviation?.toFixed(2) ?? "-" },
  { heading: "d_training", cell: ({ dTraining }) => dTraining?.toFixed(2) ?? "-" },
  { heading: "E_g", cell: ({ bandGap }) => bandGap?.toFixed(1) ?? "-" },
  { heading: "E_a", cell: ({ barrier }) => barrier?.activationEnergy?.toFixed(3) ?? "-" },
  { heading: "space group", cell: ({ spaceGroup }) => spaceGroup?.symbol ?? "-" },
  { heading: "file", cell: ({ file }) => file },
  { heading: "block", cell: ({ block }) => block },
  { heading: "", cell: (row) => remarks(row).join(", ") },
];

/** E_a is shown where it was computed. */
function linesOf(rows: readonly ScreeningRow[]): string[][] {
  const hasBarriers = rows.some(({ barrier }) => barrier !== undefined);
  const shown = columns.filter(({ heading }) => hasBarriers || heading !== "E_a");
  return [shown.map(({ heading }) => heading), ...rows.map((row) => shown.map(({ cell }) => cell(row)))];
}

/** What speaks against a candidate. */
function remarks({ filters, ordered, duplicateOf, reason, barrier }: ScreeningRow): string[] {
  if (reason !== null) return [reason];
  return [
    ...(filters.bandGap.pass === false ? ["small gap"] : []),
    ...(filters.intermetallic.pass === false ? ["intermetallic"] : []),
    ...(filters.novel.pass === false ? ["known composition"] : []),
    ...(filters.tableHull?.pass === false ? ["above the hull"] : []),
    ...(filters.tableGap?.pass === false ? ["small gap by the table"] : []),
    ...(barrier && barrier.reason !== null ? [`no E_a: ${barrier.reason}`] : []),
    ...(ordered ? [] : ["disordered"]),
    ...(duplicateOf ? [`as ${duplicateOf.file}`] : []),
  ];
}
