import type { Spectrum } from "../../server/src/impedance/spectrum";

/** Files as instruments write them, made here: heads are shortened, names and columns are the instruments' own. */
export interface Writing {
  /** How a number is written; by default so that it is read back exactly. */
  readonly print?: (value: number) => string;
  readonly areaCm2?: number;
  readonly temperatureC?: number;
}

type Row = readonly [frequency: number, re: number, im: number];

export function rowsOf({ frequencies, zRe, zIm }: Spectrum): Row[] {
  return [...frequencies].map((f, i) => [f, zRe[i] ?? NaN, zIm[i] ?? NaN]);
}

export const exactly = (value: number): string => String(value);
export const scientific =
  (digits: number) =>
  (value: number): string =>
    value.toExponential(digits).replace(/e([+-])(\d)$/, "e$10$2");
export const withComma =
  (print: (value: number) => string) =>
  (value: number): string =>
    print(value).replace(".", ",");

/** Without exponent, with the decimal sign of the others. */
const plainly = (value: number, print: (value: number) => string): string =>
  String(value).replace(".", print(0.5).includes(",") ? "," : ".");

const latin1 = (lines: readonly string[], end = "\r\n"): Uint8Array =>
  Uint8Array.from(Buffer.from(lines.join(end) + end, "latin1"));
const utf8 = (lines: readonly string[], end = "\n"): Uint8Array =>
  new TextEncoder().encode(lines.join(end) + end);

export interface BiologicWriting extends Writing {
  /** Whether the head lists where loops begin. */
  readonly listsLoops?: boolean;
}

export function biologicText(
  loops: readonly Spectrum[],
  { print = exactly, areaCm2 = 0.001, temperatureC, listsLoops = false }: BiologicWriting = {},
): Uint8Array {
  const names = ["freq/Hz", "Re(Z)/Ohm", "-Im(Z)/Ohm", "|Z|/Ohm", "Phase(Z)/deg", "time/s", "cycle number"];
  let point = 0;
  const loopLines = loops.map(({ frequencies }, i) => {
    const from = point;
    point += frequencies.length;
    return `Loop ${i} from point number ${from} to ${point - 1}`;
  });
  const head = [
    "Potentio Electrochemical Impedance Spectroscopy",
    "",
    "Run on channel : 1 (SN 00001)",
    "Ewe ctrl range : min = -2.50 V, max = 2.50 V",
    "Device : SP-200 (SN 0001)",
    "EC-Lab for windows v11.43 (software)",
    "Comments : ",
    `Electrode surface area : ${plainly(areaCm2, print)} cm²`,
    "Cycle Definition : Charge/Discharge alternance",
    ...(listsLoops ? ["", `Number of loops : ${loops.length}`, ...loopLines] : []),
    "",
  ];
  const rows = loops.flatMap((loop, cycle) =>
    rowsOf(loop).map(([f, re, im], i) =>
      [
        ...[f, re, -im, Math.hypot(re, im), (Math.atan2(im, re) * 180) / Math.PI, i + 1.5, cycle + 1],
        ...(temperatureC === undefined ? [] : [temperatureC]),
      ]
        .map(print)
        .join("\t"),
    ),
  );
  return latin1([
    "EC-Lab ASCII FILE",
    `Nb header lines : ${head.length + 4}                          `,
    "",
    ...head,
    `${[...names, ...(temperatureC === undefined ? [] : ["Temperature/°C"])].join("\t")}\t`,
    ...rows,
  ]);
}

/** EC-Lab's binary file, before version 11.50 and since. */
export function biologicBinary(
  loops: readonly Spectrum[],
  { isNew = false, ids = [32, 37, 38, 36, 35, 4, 24, 39] }: { isNew?: boolean; ids?: readonly number[] } = {},
): Uint8Array {
  const rows = loops.flatMap(rowsOf);
  const width = (id: number): number => ([4, 24].includes(id) ? 8 : id === 39 ? 2 : 4);
  const size = ids.reduce((sum, id) => sum + width(id), 0);
  const start = isNew ? 0x3ef : 0x196;
  const data = new DataView(new ArrayBuffer(start + rows.length * size));
  data.setUint32(0, rows.length, true);
  data.setUint8(4, ids.length);
  for (const [i, id] of ids.entries()) data.setUint16((isNew ? 6 : 5) + 2 * i, id, true);
  for (const [i, [f, re, im]] of rows.entries()) {
    const values = new Map([
      [32, f],
      [37, re],
      [38, -im],
    ]);
    let at = start + i * size;
    for (const id of ids) {
      if (width(id) === 4) data.setFloat32(at, values.get(id) ?? 0, true);
      at += width(id);
    }
  }
  const settings = new DataView(new ArrayBuffer(0x300));
  settings.setFloat32(0x211, 0.283, true);
  const modules = [
    biologicModule("VMP Set", settings, isNew, 0),
    biologicModule("VMP data", data, isNew, isNew ? 11 : 3),
  ];
  const head = Buffer.from("BIO-LOGIC MODULAR FILE\x1a".padEnd(0x30, " ") + "\0\0\0\0", "latin1");
  return Uint8Array.from(Buffer.concat([head, ...modules]));
}

function biologicModule(name: string, data: DataView, isNew: boolean, version: number): Buffer {
  const text = Buffer.from(`MODULE${name.padEnd(10)}${name.padEnd(25)}`, "latin1");
  const numbers = isNew ? [0xffffffff, data.byteLength, 0, version] : [data.byteLength, version];
  const head = Buffer.alloc(4 * numbers.length);
  for (const [i, number] of numbers.entries()) head.writeUInt32LE(number, 4 * i);
  return Buffer.concat([text, head, Buffer.from("01/02/24"), Buffer.from(data.buffer)]);
}

export interface GamryWriting extends Writing {
  readonly aborted?: boolean;
}

export function gamry(
  loops: readonly Spectrum[],
  { print = exactly, areaCm2 = 1, temperatureC, aborted = false }: GamryWriting = {},
): Uint8Array {
  const isWarm = temperatureC !== undefined;
  const tables = loops.flatMap((loop) => [
    "ZCURVE\tTABLE",
    `\tPt\tTime\tFreq\tZreal\tZimag\tZsig\tZmod\tZphz\tIdc\tVdc\tIERange${isWarm ? "\tTemp" : ""}`,
    `\t#\ts\tHz\tohm\tohm\tV\tohm\t°\tA\tV\t#${isWarm ? "\tdeg C" : ""}`,
    ...rowsOf(loop).map(([f, re, im], i) => {
      const polar = [Math.hypot(re, im), (Math.atan2(im, re) * 180) / Math.PI];
      const values = [f, re, im, 1, ...polar, 1e-8, 1e-3].map(print);
      return ["", i, i + 1, ...values, 9, ...(isWarm ? [print(temperatureC)] : [])].join("\t");
    }),
  ]);
  return latin1([
    "EXPLAIN",
    "TAG\tEISPOT",
    "TITLE\tLABEL\tPotentiostatic EIS\tTest &Identifier",
    "NOTES\tNOTES\t1\t&Notes...",
    "\t",
    "PSTAT\tPSTAT\tREF600-00001\tPotentiostat",
    `AREA\tQUANT\t${print(areaCm2)}\t&Area (cm^2)`,
    "OCVCURVE\tTABLE\t2",
    "\tPt\tT\tVf\tVm\tAch\tOver\tTemp",
    "\t#\ts\tV vs. Ref.\tV\tV\tbits\tdeg C",
    `\t0\t${print(0.25)}\t${print(0.001)}\t${print(0.001)}\t${print(0)}\t..........a\t${print(-327.67)}`,
    `\t1\t${print(0.5)}\t${print(0.001)}\t${print(0.001)}\t${print(0)}\t..........a\t${print(-327.67)}`,
    "EOC\tQUANT\t0.001\tOpen Circuit (V)",
    ...tables,
    ...(aborted ? ["EXPERIMENTABORTED\tTOGGLE\tT\tExperiment Aborted"] : []),
  ]);
}

export function zplot(loop: Spectrum, { print = exactly, areaCm2 = 1 }: Writing = {}): Uint8Array {
  return latin1([
    "ZPLOT2 ASCII",
    "  Measured Data, ZPlot:       3.2c",
    "  Experiment Type:            Sweep Frequency, Control Voltage",
    "  Begin Information:          Cell Information",
    `    Surface Area:             ${print(areaCm2)}`,
    "  End Information:            Cell Information",
    `  Data Points:                ${loop.frequencies.length}`,
    "  Freq(Hz)\tAmpl\tBias\tTime(Sec)\tZ'(a)\tZ''(b)\tGD\tErr\tRange",
    "End Comments",
    ...rowsOf(loop).map(([f, re, im], i) => [...[f, 0.01, 0, i + 1, re, im, 0].map(print), 0, 3].join("\t")),
  ]);
}

export function z60w(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  return utf8([
    '"Z60W Data File: Version 1.1"',
    ...Array<string>(6).fill('""'),
    "0,2,0,1,0.1,10000",
    String(loop.frequencies.length),
    `"  Freq (Hz)    Ampl     Bias   Time(Sec)   Z'(a)    Z''(b)    GD   Err   Range"`,
    ...rowsOf(loop).map(([f, re, im]) => [f, 0, 0, 0, re, im, 0, 0, 0].map(print).join(",")),
  ]);
}

export function versaStudio(loops: readonly Spectrum[], { print = exactly }: Writing = {}): Uint8Array {
  const names =
    "Segment #, Point #, E(V), I(A), Elapsed Time(s), Frequency(Hz), E Real, E Imag, Z Real, Z Imag, 0";
  const rows = loops.flatMap((loop, segment) =>
    rowsOf(loop).map(([f, re, im], i) => [segment, i, 0, 0, i, f, 0.01, 0, re, im].map(print).join(",")),
  );
  return utf8([
    ...["<Application>", "Name=VersaStudio", "</Application>", ""],
    ...["<Instrument>", "Type=VersaSTAT4", "Model=-400", "</Instrument>", ""],
    ...["<Segment1>", "Type=2", "Version=3", `Definition=${names}`, ...rows, "</Segment1>", ""],
    ...["<Graph1>", "Analysis=0", "</Graph1>"],
  ]);
}

export function chInstruments(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  return utf8([
    ...["Feb. 20, 2024   15:55:08", "A.C. Impedance", "File: c:\\pellet.bin", "Data Source:  Experiment"],
    ...[
      "Instrument Model:  CHI660E",
      "Header: ",
      "Note: ",
      "",
      "Init E (V) = 0",
      "High Frequency (Hz) = 2e+6",
      "",
    ],
    ...[`Freq/Hz, Z'/ohm, Z"/ohm, Z/ohm, Phase/deg`, ""],
    ...rowsOf(loop).map(([f, re, im]) =>
      [f, re, im, Math.hypot(re, im), (Math.atan2(im, re) * 180) / Math.PI].map(print).join(", "),
    ),
  ]);
}

export function parstat(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  const row = (values: readonly number[]): string => `${values.map(print).join("\t")}\t`;
  return utf8([
    "Potential (V)\tCurrent (A)\tElapsed Time (s)\tFrequency (Hz)\tZre (ohms)\tZim (ohms)\t|Vac| (V)\t|Iac| (A)\t",
    ...[10, 20, 30].map((time) => row([3.4, -0.1, time, 0, 0, 0, 0, 0])),
    ...rowsOf(loop).map(([f, re, im], i) => row([3.5, 0.02, 40 + i, f, re, im, 0.005, 0.2])),
  ]);
}

export function powerSuite(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  const rows = rowsOf(loop).map(([f, re, im]) => `${print(f)}\t ${print(re)}\t ${print(im)}`);
  return utf8(["Frequency\t Zre\t Zimg", ...rows], "\r\r\n");
}

export function autolabFra(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  return utf8([
    ...["Procedure : pellet", "01.02.2024 10:00:00 - 01.02.2024 10:12:00", "Description", "t =  736.4 s"],
    " f/Hz       \t Z'/Ohm     \t -Z''/Ohm   \t time/s    \t Edc/V     \t Idc/A     \t",
    ` ${loop.frequencies.length} `,
    ...rowsOf(loop).map(([f, re, im]) => ` ${[f, re, -im, 59.3, 0.3, 1e-8].map(print).join("\t ")}\t`),
  ]);
}

export function autolabDfr(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  const values = rowsOf(loop).flatMap(([f, re, im]) => [f, re, -im, 0, 0, 0, 0, 0, 0]);
  return utf8([
    "VERSION8.0",
    ` ${loop.frequencies.length}`,
    " 1",
    ...[...values, 2, 2, 2].map((value) => ` ${print(value)}`),
  ]);
}

export function elins(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  const rows = rowsOf(loop).map((row) => row.map(print).join(" "));
  return utf8(["Remarks", "can be stored", "here", "", String(loop.frequencies.length), ...rows]);
}

export function origaLys(loop: Spectrum, { print = exactly }: Writing = {}): Uint8Array {
  return latin1([
    ...["þ«Z11", "FZPTEIYXC", "Pot. Dynamic EIS (Impedance)", "11|free|0|20|Auto", "  1.000"],
    `${loop.frequencies.length}                  `,
    ...rowsOf(loop).map(([f, re, im]) =>
      [f, Math.hypot(re, im), 0, 0, 0, 0, re, -im, 0].map(print).join("\t"),
    ),
  ]);
}

export function ivium(loops: readonly Spectrum[], { print = exactly }: Writing = {}): Uint8Array {
  return latin1([
    ...["\x01\x04Version=11", "Instrument=CompactStat", "Title=pellet", "\x00\x1c"],
    ...loops.flatMap((loop) => [
      "Method=Impedance",
      "\x01primary_data",
      "3",
      String(loop.frequencies.length),
      ...rowsOf(loop).map(([f, re, im]) => [re, im, f].map(print).join(" ")),
    ]),
  ]);
}

export interface TableWriting extends Writing {
  readonly names?: readonly string[];
  readonly separator?: string;
  readonly head?: readonly string[];
  /** Cells of a row. */
  readonly cells?: (frequency: number, re: number, im: number) => readonly number[];
}

/** A table as people export it. */
export function table(
  loops: readonly Spectrum[],
  {
    print = exactly,
    names = ["f", "Z'", "Z''"],
    separator = ",",
    head = [],
    cells = (...row) => row,
  }: TableWriting = {},
): Uint8Array {
  const rows = loops.flatMap(rowsOf).map((row) =>
    cells(...row)
      .map(print)
      .join(separator),
  );
  return utf8([...head, ...(names.length > 0 ? [names.join(separator)] : []), ...rows]);
}
