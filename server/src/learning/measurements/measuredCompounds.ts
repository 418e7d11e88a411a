import { reducedFormula } from "../../crystal/formula";
import { duplicateGroups } from "../../crystal/matching/duplicateGroups";
import { composition, type Structure } from "../../crystal/structure";
import { median } from "./median";
import type { Measurement, MeasurementTable } from "./readMeasurements";
import { roomTemperatureValue, type RoomTemperatureValue } from "./roomTemperatureValue";
import { superionicThreshold } from "./superionic";
import type { ColumnKind } from "./tableColumns";
import type { TableProblem } from "./tableProblem";

/** What stands in the file that a row names. */
export type StructureLookup =
  | { readonly kind: "structure"; readonly structure: Structure }
  | { readonly kind: "no-file" }
  | { readonly kind: "unreadable"; readonly reason: string }
  /** Codes of the data blocks that hold a structure, none of which or not the named one is meant. */
  | { readonly kind: "which-block"; readonly blocks: readonly string[] };

export type StructureOf = (file: string, block: string | undefined) => StructureLookup;

/** Why a model cannot look at a structure. */
export type StructureRefusal = (
  structure: Structure,
) => { readonly code: string; readonly reason: string } | undefined;

/** A compound of the table: one crystal with its conductivity at room temperature. */
export interface MeasuredCompound {
  readonly formula: string;
  readonly structure: Structure;
  /** At 25 degrees Celsius, S/cm. */
  readonly conductivity: number;
  /** Whether the conductivity is only known to lie below that. */
  readonly isUpperBound: boolean;
  /** The papers, in order of first appearance; empty where unknown. */
  readonly dois: readonly string[];
  /** The rows that the value came from. */
  readonly rows: readonly number[];
  /** The file of the first of them. */
  readonly file: string;
  /** In words: how the value was found. */
  readonly how: string;
}

export interface MeasuredCompounds {
  readonly compounds: readonly MeasuredCompound[];
  /** Those of the table and those met here, in order of rows: every row that is not trained on has one. */
  readonly problems: readonly TableProblem[];
}

/** Values of one compound that differ by more than this factor are told. */
const disagreement = 10;

interface Located {
  readonly measurement: Measurement;
  readonly structure: Structure;
}

/** Rows of one compound from one paper. */
interface Series {
  readonly structure: Structure;
  readonly value: RoomTemperatureValue;
  readonly measurements: readonly Measurement[];
}

/**
 * The compounds of a table: each row's structure, each series of one file and paper at room temperature
 * ({@link roomTemperatureValue}), and structures that are the same crystal as one compound with the median of their values.
 */
export function measuredCompounds(
  table: MeasurementTable,
  structureOf: StructureOf,
  refuse: StructureRefusal = () => undefined,
): MeasuredCompounds {
  const gathering = new Gathering(table.columnOf);
  const located = table.measurements.flatMap((measurement) =>
    gathering.locate(measurement, structureOf, refuse).map((structure) => ({ measurement, structure })),
  );
  const groups = new Map<string, Located[]>();
  for (const each of located) {
    const { file, block, doi } = each.measurement;
    const key = JSON.stringify([file, block, doi]);
    groups.set(key, [...(groups.get(key) ?? []), each]);
  }
  const series = [...groups.values()].flatMap((members) => gathering.evaluate(members));
  const compounds = duplicateGroups(series.map(({ structure }) => structure)).flatMap(({ first, others }) =>
    gathering.merge([first, ...others.map(({ index }) => index)].flatMap((i) => series[i] ?? [])),
  );
  const problems = [...table.problems, ...gathering.problems];
  return { compounds, problems: problems.sort((a, b) => (a.row ?? 0) - (b.row ?? 0)) };
}

/** Gathers what is told of rows on the way to compounds. */
class Gathering {
  readonly problems: TableProblem[] = [];

  constructor(private readonly columnOf: (kind: ColumnKind) => number | null) {}

  /** The structure of a row, or a problem. */
  locate(measurement: Measurement, structureOf: StructureOf, refuse: StructureRefusal): Structure[] {
    const found = structureOf(measurement.file, measurement.block);
    const reason = unusable(measurement, found, refuse);
    if (reason) this.tell([measurement.row], "error", reason.code, reason.message, reason.column);
    return !reason && found.kind === "structure" ? [found.structure] : [];
  }

  /** What a series says of room temperature; nothing where it says nothing, which becomes a problem of each row. */
  evaluate(members: readonly Located[]): Series[] {
    const measurements = members.map(({ measurement }) => measurement);
    const value = roomTemperatureValue(measurements);
    if ("code" in value) {
      const rows = measurements.map(({ row }) => row);
      this.tell(rows, "error", value.code, value.reason, "temperature");
      return [];
    }
    for (const { rows, reason } of value.unused)
      this.tell(rows, "information", "not-needed", `Not used: ${reason}.`, "temperature");
    if (value.isUpperBound && value.conductivity > superionicThreshold) {
      const rows = measurements.map(({ row }) => row);
      this.tell(rows, "error", "bound-too-high", boundTooHigh, "conductivity");
      return [];
    }
    const structure = members[0]?.structure;
    return structure ? [{ structure, value, measurements: usedOf(measurements, value) }] : [];
  }

  /** One compound of series whose structures are the same crystal: the median, and where there are only bounds, the lowest. */
  merge(series: readonly Series[]): MeasuredCompound[] {
    const [first] = series;
    if (!first) return [];
    const exact = series.filter(({ value }) => !value.isUpperBound);
    const used = exact.length > 0 ? exact : series;
    const values = used.map(({ value }) => value.conductivity);
    const conductivity = exact.length > 0 ? median(values) : Math.min(...values);
    const compound: MeasuredCompound = {
      formula: reducedFormula(first.structure),
      structure: first.structure,
      conductivity,
      isUpperBound: exact.length === 0,
      dois: [...new Set(used.flatMap(({ measurements }) => measurements.map(({ doi }) => doi)))].filter(
        Boolean,
      ),
      rows: used.flatMap(({ measurements }) => measurements.map(({ row }) => row)).sort((a, b) => a - b),
      file: first.measurements[0]?.file ?? "",
      how:
        series.length === 1
          ? first.value.how
          : `${exact.length > 0 ? "median" : "lowest bound"} of ${used.length} series of the same crystal`,
    };
    this.tellOfMerging(series, used, compound);
    return [compound];
  }

  private tellOfMerging(
    series: readonly Series[],
    used: readonly Series[],
    { formula, conductivity, rows }: MeasuredCompound,
  ): void {
    for (const each of series.filter((other) => !used.includes(other)))
      this.tell(
        each.measurements.map(({ row }) => row),
        "information",
        "not-needed",
        "Not used: a bound beside measured values of the same crystal.",
        "conductivity",
      );
    if (used.length < 2) return;
    const values = used.map(({ value }) => value.conductivity);
    const spread = Math.max(...values) / Math.min(...values);
    const differs = spread > disagreement ? `, though they differ by a factor of ${spread.toFixed(0)}` : "";
    this.tell(
      rows.slice(0, 1),
      differs ? "warning" : "information",
      differs ? "values-disagree" : "same-crystal",
      `Rows ${rows.join(", ")} are the same crystal, ${formula}: they count once, with ${conductivity.toExponential(1)} S/cm${differs}.`,
      "file",
    );
  }

  private tell(
    rows: readonly number[],
    severity: TableProblem["severity"],
    code: string,
    message: string,
    kind: ColumnKind,
  ): void {
    const column = this.columnOf(kind) ?? this.columnOf("file");
    for (const row of rows) this.problems.push({ code, severity, row, column, message });
  }
}

function usedOf(measurements: readonly Measurement[], { unused }: RoomTemperatureValue): Measurement[] {
  const without = new Set(unused.flatMap(({ rows }) => rows));
  return measurements.filter(({ row }) => !without.has(row));
}

interface Reason {
  readonly code: string;
  readonly message: string;
  readonly column: ColumnKind;
}

/** Why there is no structure to train on. */
function unusable(
  { file, block }: Measurement,
  found: StructureLookup,
  refuse: StructureRefusal,
): Reason | undefined {
  const reason = (code: string, message: string, column: ColumnKind = "file") => ({ code, message, column });
  switch (found.kind) {
    case "no-file":
      return reason("no-such-file", `There is no file "${file}". Paths count from the folder of the table.`);
    case "unreadable":
      return reason("unreadable-structure", `"${file}" holds no usable structure: ${found.reason}`);
    case "which-block":
      return reason("which-block", whichBlock(file, block, found.blocks), "block");
    case "structure": {
      if (!composition(found.structure).has("Li"))
        return reason(
          "no-lithium",
          `"${file}" lists no lithium site: only conductors of lithium can be learned from.`,
        );
      const refusal = refuse(found.structure);
      return refusal && reason(refusal.code, `"${file}": ${refusal.reason}`);
    }
  }
}

const boundTooHigh =
  "An upper bound above 1e-4 S/cm does not tell whether the compound is superionic. Give a value if there is one.";

function whichBlock(file: string, block: string | undefined, blocks: readonly string[]): string {
  const named = blocks.map((code) => `"${code}"`).join(", ");
  return block === undefined
    ? `"${file}" has several structures: ${named}. Name the one that was measured in a column "block".`
    : `"${file}" has no structure in a block "${block}"; it has ${named}.`;
}
