import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readPolarisation } from "../../../../server/src/impedance/dc/readPolarisation";

const read = (text: string, name = "pellet.csv") => readPolarisation(new TextEncoder().encode(text), name);

describe("a table of direct currents", () => {
  it.each([
    ["plain", "voltage_V,current_A,current_se_A\n0.1,2e-9,1e-11\n0.2,4e-9,1e-11\n"],
    ["German", "Spannung (mV);Strom (nA);Fehler (nA)\n100;2,0;0,01\n200;4,0;0,01\n"],
    ["slashes and a remark", "# pellet 3\nU/V\t<I>/nA\terror/nA\n0.1\t2\t0.01\n0.2\t4\t0.01\n"],
  ])("gives steady currents in volt and ampere: %s", (_, text) => {
    const { steady = [], transients } = read(text) ?? {};
    expect(transients).toEqual([]);
    expect(steady.map(({ voltage }) => voltage)).toEqual([0.1, 0.2]);
    expect(steady[1]?.current).toBeCloseTo(4e-9, 20);
    expect(steady[1]?.standardError).toBeCloseTo(1e-11, 20);
  });

  it("gives transients where there is a time, with units in a row of their own", () => {
    const text = "Pt\tT\tVf\tIm\n#\ts\tV\tA\n0\t0\t0.1\t3e-9\n1\t10\t0.1\t2e-9\n2\t0\t0.2\t5e-9\n";
    expect(read(text)).toMatchObject({
      steady: [],
      transients: [
        { voltage: 0.1, time: 0, current: 3e-9 },
        { voltage: 0.1, time: 10, current: 2e-9 },
        { voltage: 0.2, time: 0, current: 5e-9 },
      ],
    });
  });

  it("counts times from the change of the voltage, where one clock goes on, and evens the voltage out", () => {
    const rows = ["100 0.1001 3", "110 0.0999 2", "120 0.1 1", "130 0.2001 5", "140 0.2 4"];
    const { transients = [] } = read(`time/s Ewe/V <I>/nA\n${rows.join("\n")}\n`) ?? {};
    expect(transients.map(({ time, voltage }) => [time, voltage])).toEqual([
      [0, 0.1],
      [10, 0.1],
      [20, 0.1],
      [10, 0.2001],
      [20, 0.2001],
    ]);
  });

  it("knows the temperature of its name", () => {
    expect(read("voltage_V,current_A\n1,1\n", "pellet_60C_dc.csv")).toMatchObject({
      temperatureC: 60,
      temperatureSource: "name",
    });
  });

  it("is told what rows are left out", () => {
    const { steady, problems } = read("voltage_V,current_A\n0.1,1e-9\n0.2,overload\n0.3,\n0.4,4e-9\n") ?? {};
    expect(steady).toHaveLength(2);
    expect(problems).toMatchObject([{ code: "unreadable-row", line: 3, severity: "warning" }]);
  });

  it("is refused where the voltage never rests, and where there is no row", () => {
    const sweep = Array.from({ length: 300 }, (_, i) => `${i},${i * 0.01},1e-6`).join("\n");
    expect(read(`time_s,voltage_V,current_A\n${sweep}`)).toMatchObject({
      transients: [],
      problems: [{ code: "voltage-sweep", severity: "error" }],
    });
    expect(read("voltage_V,current_A\n")).toMatchObject({ problems: [{ code: "no-rows" }] });
  });
});

it.each([
  ["a spectrum with voltages", "freq/Hz\tEwe/V\tI/mA\n1\t0\t1\n"],
  ["a table of something else", "temperature_C,sigma_S_cm\n25,1e-4\n"],
  ["no table", "no spectrum"],
])("takes no interest in %s", (_, text) => {
  expect(read(text)).toBeUndefined();
});

it("never throws", () => {
  const cell = fc.oneof(fc.double().map(String), fc.constantFrom("", "nan", "1,5", "V", "time/s", "I/mA"));
  const line = fc.array(cell, { maxLength: 6 }).map((cells) => cells.join("\t"));
  fc.assert(
    fc.property(fc.array(line, { maxLength: 20 }), (lines) => {
      const result = read(["time/s\tEwe/V\tI/mA", ...lines].join("\n"));
      for (const { voltage, current, time } of result?.transients ?? [])
        expect([voltage, current, time].every(Number.isFinite)).toBe(true);
    }),
  );
});
