import type { Command } from "commander";
import {
  fitPolarisation,
  ionicTransference,
  steadyCurrents,
  type DcPolarisation,
  type PolarisationFit,
  type SteadyCurrent,
} from "../impedance/dc/dcPolarisation";
import { fault, forEachDataFile, type DataAnswer } from "./dataFiles";
import { estimateText } from "./estimateText";
import { positive, withGeometry, type GeometryOptions } from "./geometryOptions";
import { readNumberTable, type NumberTable } from "./numberTable";
import type { OutputOptions } from "./report";
import { table } from "./table";

interface DcOptions extends OutputOptions, GeometryOptions {
  readonly totalConductivity?: number;
  readonly steadyFrom?: number;
}

/** `superion dc`: electronic conductivity from currents at several voltages. */
export function registerDc(program: Command): void {
  const command = program
    .command("dc")
    .description("fit the electronic conductivity to steady currents of a cell with blocking electrodes")
    .argument(
      "<file...>",
      "CSV tables with voltage_V, current_A, and maybe current_se_A; with time_s they are transients",
    )
    .option("--json", "print one JSON array with an element a file")
    .option("--ndjson", "print one line of JSON a file")
    .option("--steady-from <seconds>", "when a transient is steady; without it its last sixth", positive)
    .option("--total-conductivity <sigma>", "S/cm, for the ionic transference number", positive);
  withGeometry(command).action(async (files: string[], options: DcOptions, self: Command) => {
    const { thicknessCm, areaCm2 } = options;
    if (thicknessCm === undefined || areaCm2 === undefined)
      self.error("error: --thickness-cm and --area-cm2 are needed for a conductivity");
    await forEachDataFile(files, /\.csv$/i, options, (bytes) =>
      answer(bytes, thicknessCm / areaCm2, options),
    );
  });
}

const columns = {
  voltage: { names: ["voltage_v", "voltage"] },
  current: { names: ["current_a", "current"] },
  error: { names: ["current_se_a"], isOptional: true },
  time: { names: ["time_s", "time"], isOptional: true },
} as const;

function answer(bytes: Uint8Array, cellConstant: number, options: DcOptions): DataAnswer {
  const read = readNumberTable(new TextDecoder().decode(bytes), columns);
  const currents = currentsOf(read, options.steadyFrom);
  const result = fitPolarisation(currents, cellConstant);
  const failed = read.problems.length > 0 || result !== undefined;
  const problems = [
    ...read.problems,
    ...(failed ? [] : [fault("too-few-voltages", "A line needs two voltages.")]),
  ];
  if (!result) return { fields: () => ({ fit: null, throughOrigin: null }), readable: () => "", problems };
  const total = options.totalConductivity;
  const transference =
    total === undefined ? null : ionicTransference({ value: total, standardError: 0 }, result.fit);
  return {
    fields: () => ({ ...result, currents, ionicTransference: transference }),
    readable: () => readable(result, transference?.value),
    problems,
  };
}

function currentsOf({ rows }: NumberTable<keyof typeof columns>, steadyFrom?: number): SteadyCurrent[] {
  const points = rows.map(({ number }) => ({
    voltage: number("voltage") ?? NaN,
    current: number("current") ?? NaN,
    standardError: number("error"),
    time: number("time"),
  }));
  const transient = points.flatMap((point) => (point.time === null ? [] : [{ ...point, time: point.time }]));
  return transient.length > 0 ? steadyCurrents(transient, steadyFrom) : points;
}

function readable({ fit, throughOrigin }: DcPolarisation, transference: number | undefined): string {
  const row = (name: string, one: PolarisationFit) => [
    name,
    estimateText({ value: one.conductivity, standardError: one.conductivityStandardError }),
    one.interval?.map((end) => end.toExponential(2)).join(" to ") ?? "-",
    estimateText({ value: one.slope, standardError: one.slopeStandardError }),
    one.isUpperLimitOnly ? "zero lies within: an upper limit" : "",
  ];
  const heading = ["line", "sigma_e, S/cm", "95 %", "slope, S", ""];
  const rows = [row("with intercept", fit), row("through origin", throughOrigin)];
  const share =
    transference === undefined ? "" : `ionic transference number ${transference.toPrecision(7)}\n`;
  return `${table([heading, ...rows])}${share}`;
}
