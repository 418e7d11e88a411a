import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readImpedance } from "../../../server/src/impedance/readImpedance";
import type { ImpedanceFile, Spectrum } from "../../../server/src/impedance/spectrum";
import * as write from "../../support/instrumentFiles";
import { arcAndTail, layouts, spectra } from "./layouts";

const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

function read(data: Uint8Array, name = "cell.txt"): ImpedanceFile {
  const reading = readImpedance(data, name);
  if (reading.kind === "refused") throw new Error(JSON.stringify(reading.problems));
  return reading.file;
}

function refusal(data: Uint8Array): { codes: string[]; text: string; line: number | null | undefined } {
  const reading = readImpedance(data, "cell.txt");
  if (reading.kind === "read") throw new Error(`Read as ${reading.file.format}.`);
  const errors = reading.problems.filter(({ severity }) => severity === "error");
  return {
    codes: errors.map(({ code }) => code),
    text: errors.map(({ message }) => message).join(" "),
    line: errors[0]?.line,
  };
}

const plain = (loops: readonly Spectrum[]) =>
  loops.map(({ frequencies, zRe, zIm }) => [frequencies, zRe, zIm].map((values) => [...values]));
const codesOf = ({ problems }: ImpedanceFile): string[] => problems.map(({ code }) => code);
const points = ({ loops }: ImpedanceFile): number[] => loops.map(({ frequencies }) => frequencies.length);

describe("what one instrument wrote", () => {
  it.each(Object.keys(layouts))("is read back exactly: %s", (format) => {
    fc.assert(
      fc.property(spectra, (spectrum) => {
        const file = read(layouts[format]?.(spectrum) ?? new Uint8Array());
        expect(file.format).toBe(format);
        expect(plain(file.loops)).toEqual(plain([spectrum]));
      }),
      { numRuns: 40 },
    );
  });

  it.each([false, true])(
    "is read back to float32 from binary files (EC-Lab 11.50 and later: %s)",
    (isNew) => {
      fc.assert(
        fc.property(spectra, (spectrum) => {
          const file = read(write.biologicBinary([spectrum], { isNew }));
          expect(file.format).toBe("BioLogic .mpr");
          expect(file.areaCm2).toBe(0.283);
          const float32 = plain([spectrum]).map((arrays) =>
            arrays.map((values) => values.map((value) => Math.fround(value) + 0)),
          );
          expect(plain(file.loops)).toEqual(float32);
        }),
        { numRuns: 20 },
      );
    },
  );

  it("keeps what the file says of itself", () => {
    const mpt = read(write.biologicText([arcAndTail], { areaCm2: 0.283, temperatureC: 35 }));
    expect(mpt).toMatchObject({ instrument: "SP-200 (SN 0001)", areaCm2: 0.283, temperatureC: 35 });
    expect(mpt.temperatureSource).toBe("file");
    const dta = read(write.gamry([arcAndTail], { areaCm2: 0.283, temperatureC: 45.1 }));
    expect(dta).toMatchObject({ instrument: "REF600-00001", areaCm2: 0.283, temperatureC: 45.1 });
    expect(read(write.zplot(arcAndTail, { areaCm2: 0.785 })).areaCm2).toBe(0.785);
    expect(read(write.versaStudio([arcAndTail])).instrument).toBe("VersaSTAT4-400");
    expect(read(write.chInstruments(arcAndTail)).instrument).toBe("CHI660E");
    expect(read(write.ivium([arcAndTail])).instrument).toBe("CompactStat");
  });

  it.each([0, 0.001, 1])("does not trust the area that instruments write by themselves: %s", (areaCm2) => {
    for (const file of [
      write.biologicText([arcAndTail], { areaCm2 }),
      write.gamry([arcAndTail], { areaCm2 }),
    ]) {
      expect(read(file).areaCm2).toBeNull();
      expect(codesOf(read(file))).toEqual(["placeholder-area"]);
    }
  });

  it("passes over tables that are no impedance, and what no thermometer measured", () => {
    const file = read(write.gamry([arcAndTail], { temperatureC: -327.67 }));
    expect(points(file)).toEqual([31]);
    expect(file.temperatureC).toBeNull();
  });
});

describe("several sweeps", () => {
  const three = [arcAndTail, arcAndTail, arcAndTail];
  const rising: Spectrum = {
    frequencies: arcAndTail.frequencies.toReversed(),
    zRe: arcAndTail.zRe.toReversed(),
    zIm: arcAndTail.zIm.toReversed(),
  };

  it.each([
    ["a head that lists them", write.biologicText(three, { listsLoops: true })],
    ["tables of their own", write.gamry(three)],
    ["segments", write.versaStudio(three)],
    ["data sets of their own", write.ivium(three)],
    ["the frequency that jumps back", write.table(three)],
    ["the frequency that jumps back, in binary files", write.biologicBinary(three)],
  ])("are told apart by %s", (_, file) => {
    expect(points(read(file))).toEqual([31, 31, 31]);
  });

  it("may rise, and may turn without a jump", () => {
    expect(points(read(write.table([rising, rising])))).toEqual([31, 31]);
    expect(points(read(write.table([arcAndTail, rising])))).toEqual([31, 31]);
    expect(points(read(bytes("f,Z',Z''\n100,1,-1\n50,2,-2\n25,3,-3\n10,4,-4\n25,3,-3\n50,2,-2\n")))).toEqual([
      4, 2,
    ]);
  });

  it("are not cut where two neighbouring points are out of order, or one frequency is measured twice", () => {
    expect(points(read(bytes("f,Z',Z''\n100,1,-1\n50,2,-2\n25,3,-3\n26,3,-3\n10,4,-4\n10,5,-4\n")))).toEqual([
      6,
    ]);
  });

  it("have their own temperatures and names of columns", () => {
    const text = "T (°C),f,Z',Z''\n25,100,1,-1\n25,10,2,-2\nT (°C),Z'',Z',f\n50,-1,1,100\n50,-2,2,10\n";
    const file = read(bytes(text));
    expect(file.loops.map(({ temperatureC }) => temperatureC)).toEqual([25, 50]);
    expect(plain(file.loops).map(([, ...z]) => z)).toEqual([
      [
        [1, 2],
        [-1, -2],
      ],
      [
        [1, 2],
        [-1, -2],
      ],
    ]);
  });
});

describe("tables as people export them", () => {
  const comma = write.withComma(write.exactly);
  it.each<[string, write.TableWriting]>([
    ["semicolons and decimal commas", { separator: ";", print: comma }],
    ["tabs and decimal commas", { separator: "\t", print: comma }],
    ["blanks", { separator: "  " }],
    ["no names", { names: [] }],
    ["names of pandas", { names: ["frequency", "real", "imag"] }],
    ["units in names", { names: ["frequency_Hz", "z_re_ohm", "z_im_ohm"] }],
    ["German names", { names: ["Frequenz (Hz)", "Realteil (Ω)", "Imaginärteil (Ω)"], separator: ";" }],
    ["Novocontrol's names", { names: ["Freq.[Hz]", "Zs'[ohm]", "Zs''[ohm]"], separator: "\t" }],
    ["comments above", { head: ["# made by hand", "% Temperature unknown", ""] }],
    ["names in a comment", { names: ["# f/Hz", "Z'/Ohm", "Z''/Ohm"] }],
    ["minus", { names: ["freq", "Zre", "-Zim"], cells: (f, re, im) => [f, re, -im] }],
    ["minus twice", { names: ["freq", "-Z'", "-Z''"], cells: (f, re, im) => [f, -re, -im] }],
    [
      "NOVA's names",
      {
        names: ["Index", "Frequency (Hz)", "Z' (Ω)", "-Z'' (Ω)", "-Phase (°)"],
        cells: (f, re, im) => [1, f, re, -im, 30],
      },
    ],
    [
      "a modulus that confirms columns without names",
      { names: [], cells: (f, re, im) => [f, re, im, Math.hypot(re, im)] },
    ],
  ])("are read exactly: %s", (_, how) => {
    expect(plain(read(write.table([arcAndTail], how)).loops)).toEqual(plain([arcAndTail]));
  });

  const polar = (scale: number, sign: number) => (f: number, re: number, im: number) => [
    f,
    Math.hypot(re, im),
    sign * scale * Math.atan2(im, re),
  ];
  it.each<[string, write.TableWriting]>([
    ["degrees", { names: ["f", "|Z|", "Phase (deg)"], cells: polar(180 / Math.PI, 1) }],
    [
      "degrees that are not named, minus",
      { names: ["frequency", "|Z|", "-phase"], cells: polar(180 / Math.PI, -1) },
    ],
    ["radian", { names: ["f", "Zmod", "Zphz (rad)"], cells: polar(1, 1) }],
    [
      "Zahner's names",
      {
        names: ["Number", "Frequency/Hz", "Impedance/Ohm", "Phase/deg"],
        cells: (...row) => [1, ...polar(180 / Math.PI, 1)(...row)],
      },
    ],
    [
      "kilohertz and kiloohm",
      {
        names: ["f [kHz]", "Z' [kOhm]", "-Z'' [kOhm]"],
        cells: (f, re, im) => [f / 1e3, re / 1e3, -im / 1e3],
      },
    ],
    [
      "a line of units",
      {
        names: ["Frequency", "Z'", "Z''\nMHz", "mOhm", "MOhm"],
        cells: (f, re, im) => [f / 1e6, re * 1e3, im / 1e6],
      },
    ],
    [
      "angular frequency",
      { names: ["omega (rad/s)", "Z'", "Z''"], cells: (f, re, im) => [2 * Math.PI * f, re, im] },
    ],
  ])("are converted: %s", (_, how) => {
    const [loop] = read(write.table([arcAndTail], how)).loops;
    const near = (actual: Float64Array | undefined, expected: Float64Array): void => {
      expect(actual?.length).toBe(expected.length);
      for (const [i, value] of expected.entries())
        expect(Math.abs((actual?.[i] ?? NaN) - value)).toBeLessThanOrEqual(1e-9 * Math.abs(value) + 1e-9);
    };
    near(loop?.frequencies, arcAndTail.frequencies);
    near(loop?.zRe, arcAndTail.zRe);
    near(loop?.zIm, arcAndTail.zIm);
  });

  it("tell temperature, thickness, area and diameter above the table", () => {
    const head = ["# Temperature: 300 K", "# Thickness: 0.95 mm", "# Area: 0.2827 cm^2"];
    const file = read(write.table([arcAndTail], { head }));
    expect(file.temperatureC).toBeCloseTo(26.85, 9);
    expect(file).toMatchObject({ thicknessCm: 0.095, areaCm2: 0.2827 });
    const disc = [
      "s1_25deg, 26.02.2025",
      "Diameter[mm]: 1.300e+01  Thickness[mm]: 7.500e-01  Spacer Area[mm^2] 0.000e+00",
    ];
    const round = read(write.table([arcAndTail], { head: disc }));
    expect(round).toMatchObject({ temperatureC: 25, thicknessCm: 0.075 });
    expect(round.areaCm2).toBeCloseTo((Math.PI / 4) * 1.69, 9);
  });

  it.each(["utf16le", "latin1"] as const)("may be encoded in %s", (encoding) => {
    const text =
      "\ufeffFrequenz (Hz);Realteil (Ohm);-Imaginärteil (Ohm);Temperatur (°C)\n1000;1;2;25\n100;2;3;25\n";
    const data = Buffer.from(encoding === "latin1" ? text.slice(1) : text, encoding);
    expect(read(Uint8Array.from(data))).toMatchObject({ temperatureC: 25 });
  });

  it("say where a sign looks forgotten, a unit is guessed or columns repeat", () => {
    expect(codesOf(read(bytes("f,Z',Z''\n100,1,2\n10,2,3\n")))).toEqual(["inductive"]);
    expect(codesOf(read(bytes("f,|Z|,phase\n100,1,-1\n10,2,-0.5\n")))).toEqual(["phase-unit"]);
    expect(codesOf(read(bytes("f,Z',Z'',f,Z',Z''\n100,1,-2,100,1,-2\n10,2,-3,10,2,-3\n")))).toEqual([
      "columns-repeat",
    ]);
  });
});

describe("rows that are no points", () => {
  it("are left out, and told once with the line of the first", () => {
    const text = "f,Z',Z''\n0,5,0\n1000,1,-1\n100,nan,-2\n50,abc,-3\n25,3,\n10,4,-4\n";
    const file = read(bytes(text));
    expect([...(file.loops[0]?.frequencies ?? [])]).toEqual([1000, 10]);
    expect(file.problems.map(({ code, severity, line, column }) => [code, severity, line, column])).toEqual([
      ["zero-frequency", "information", 2, null],
      ["not-a-number", "warning", 4, null],
      ["unreadable-row", "warning", 5, 4],
    ]);
    expect(file.problems.at(-1)?.message).toContain('"abc"');
  });

  it("are counted where a head lists loops by rows", () => {
    const text = Buffer.from(write.biologicText([arcAndTail, arcAndTail], { listsLoops: true })).toString(
      "latin1",
    );
    const withZeros = text
      .replace(/\t\r\n/, "\t\r\n0\t0\t0\t0\t0\t0\t1\r\n")
      .replace("number 0 to 30", "number 0 to 31")
      .replace("number 31 to 61", "number 32 to 62");
    expect(points(read(Uint8Array.from(Buffer.from(withZeros, "latin1"))))).toEqual([31, 31]);
  });
});

describe("a file that was cut off", () => {
  const print = write.scientific(7);
  const whole = Object.entries(layouts).map(([format, layout]) => ({
    format,
    data: layout(arcAndTail, print),
  }));
  const rowLayouts = whole.filter(({ format }) => !["VersaStudio .par", "Autolab FRA .dfr"].includes(format));

  it.each(rowLayouts)("loses its last row alone, with a warning: $format", ({ data }) => {
    const text = Buffer.from(data).toString("latin1").trimEnd();
    const lastRow = Math.max(text.lastIndexOf("\n"), text.lastIndexOf("\r")) + 1;
    const expected = plain(read(data).loops)[0]?.map((values) => values.slice(0, 30));
    for (let end = lastRow + 4; end < text.length; end += 3) {
      const file = read(data.subarray(0, end));
      expect(plain(file.loops)).toEqual([expected]);
      expect(file.problems.some(({ severity }) => severity === "warning")).toBe(true);
    }
  });

  it("names the line", () => {
    const data = write.biologicText([arcAndTail], { print });
    const lines = Buffer.from(data).toString("latin1").split("\r\n").length - 1;
    const cut = read(data.subarray(0, data.length - 20)).problems.find(
      ({ code }) => code === "truncated-row",
    );
    expect(cut).toMatchObject({ severity: "warning", line: lines });
  });

  it("in its head is refused", () => {
    expect(refusal(write.biologicText([arcAndTail]).subarray(0, 200)).codes).toEqual(["no-table"]);
    expect(refusal(write.zplot(arcAndTail).subarray(0, 150)).codes).toEqual(["no-table"]);
    expect(refusal(write.gamry([arcAndTail]).subarray(0, 300)).codes).toEqual(["no-impedance"]);
    expect(refusal(write.biologicBinary([arcAndTail]).subarray(0, 500)).codes).toEqual(["no-table"]);
  });

  it("keeps whole binary records", () => {
    const data = write.biologicBinary([arcAndTail]);
    const file = read(data.subarray(0, data.length - 50));
    expect(points(file)).toEqual([29]);
    expect(codesOf(file)).toEqual(["fewer-points"]);
  });

  it("tells an abort", () => {
    expect(codesOf(read(write.gamry([arcAndTail], { aborted: true, areaCm2: 0.3 })))).toEqual(["aborted"]);
  });

  it("tells that fewer points are there than announced", () => {
    const data = layouts["Autolab FRA .dfr"]?.(arcAndTail) ?? new Uint8Array();
    const file = read(data.subarray(0, data.length / 2));
    expect(codesOf(file)).toEqual(["fewer-points"]);
    expect(points(file)[0]).toBeGreaterThan(10);
  });
});

describe("a file that cannot be read", () => {
  it.each([
    ["empty", ""],
    ["empty", "\n\n  \n"],
    ["unknown-format", "Some prose\nof 2 lines and 3 numbers: 4\n"],
    ["no-frequency", "Z',Z''\n".replace("Z'", "time,Z'") + "1,2,-3\n2,3,-4\n"],
    ["no-impedance", "temperature_C,sigma_S_cm,cell\n25,1e-4,1\n50,2e-4,1\n"],
    ["impedance-times-area", "f/Hz,Z'/Ohm cm2,Z''/Ohm cm2\n100,1,-2\n10,2,-3\n"],
    ["comma-twice", "f,Z',Z''\n1000,0,10,5,-3,2\n100,0,20,5,-4,2\n"],
    ["no-names", "1000,10,-5,7,8\n100,20,-6,8,9\n"],
    ["no-frequency", "-1000,10,-5\n-100,20,-6\n"],
    ["no-points", "f,Z',Z''\n0,10,-5\n0,20,-6\n"],
  ])("says so: %s", (code, text) => {
    expect(refusal(bytes(text)).codes).toEqual([code]);
  });

  it("names the frequency that is missing, the columns that are there and their line", () => {
    const text = Buffer.from(write.biologicText([arcAndTail]))
      .toString("latin1")
      .replace("freq/Hz", "f");
    const without = text.replaceAll(/^f\t/gm, "mode\t");
    const { codes, text: message, line } = refusal(Uint8Array.from(Buffer.from(without, "latin1")));
    expect(codes).toEqual(["no-frequency"]);
    expect(message).toContain("freq/Hz");
    expect(message).toContain('"Re(Z)/Ohm"');
    expect(line).toBe(14);
  });

  it("names columns of binary files that are not known", () => {
    const { codes, text } = refusal(write.biologicBinary([arcAndTail], { ids: [32, 37, 38, 700] }));
    expect(codes).toEqual(["unknown-column"]);
    expect(text).toContain("700");
    expect(refusal(write.biologicBinary([arcAndTail], { ids: [4, 24] })).codes).toEqual(["no-impedance"]);
    expect(refusal(write.biologicBinary([arcAndTail], { ids: [37, 38] })).codes).toEqual(["no-frequency"]);
  });

  it("is binary, too large or no spectrum", () => {
    expect(refusal(Uint8Array.from({ length: 5000 }, (_, i) => (i * 7919) % 256)).codes).toEqual(["binary"]);
    expect(refusal(new Uint8Array(65 * 1024 * 1024)).codes).toEqual(["too-large"]);
    expect(refusal(bytes("f,Z',Z''\n" + "100,1,-2\n10,2,-3\n".repeat(60_000))).codes).toEqual([
      "too-many-points",
    ]);
  });
});

describe("the temperature", () => {
  it("comes from the file before its name, and from the name before nothing", () => {
    expect(read(write.biologicText([arcAndTail], { temperatureC: 35 }), "cell_25C.mpt").temperatureC).toBe(
      35,
    );
    const named = read(write.biologicText([arcAndTail]), "cell_25C.mpt");
    expect(named).toMatchObject({ temperatureC: 25, temperatureSource: "name" });
    expect(read(write.biologicText([arcAndTail]), "cell.mpt")).toMatchObject({
      temperatureC: null,
      temperatureSource: null,
    });
  });

  it("is not guessed from a name that tells several", () => {
    const file = read(write.table([arcAndTail]), "sintered_1100C_measured_25C.csv");
    expect(file.temperatureC).toBeNull();
    expect(codesOf(file)).toEqual(["several-temperatures"]);
  });
});
