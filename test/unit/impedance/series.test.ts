import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { analyseFile } from "../../../server/src/impedance/analyseFile";
import { defaultAnalysis } from "../../../server/src/impedance/analysis";
import { analyseSeries, type Series } from "../../../server/src/impedance/series";
import { circuitOf, simulated } from "../../support/spectra";

const settings = { ...defaultAnalysis, circuit: circuitOf("R0-CPE1") };

interface DataFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

function file(resistance: number, copies = 1): DataFile {
  const { frequencies, zRe, zIm } = simulated("R0-CPE1", [resistance, 2.9e-6, 0.91]);
  const rows = Array.from(frequencies, (frequency, i) => `${frequency},${zRe[i] ?? 0},${zIm[i] ?? 0}`);
  const sweeps = Array.from({ length: copies }, () => rows).flat();
  const text = ["frequency_Hz,z_re_ohm,z_im_ohm", ...sweeps].join("\n");
  return { name: `${resistance}.csv`, bytes: new TextEncoder().encode(text) };
}

const analyse = ({ name, bytes }: DataFile) => analyseFile(bytes, name, () => settings);

describe("analyseFile", () => {
  it("analyses every loop", () => {
    const { analyses } = analyse(file(100, 3));
    expect(analyses.map(({ circuit }) => circuit?.resistanceTotal.value.toFixed(3))).toEqual([
      "100.000",
      "100.000",
      "100.000",
    ]);
  });

  it("asks for settings only where there is a spectrum", () => {
    const refused = analyseFile(new TextEncoder().encode("nothing"), "bad.csv", () => {
      throw new Error("asked");
    });
    expect(refused).toMatchObject({ reading: { kind: "refused" }, analyses: [] });
  });
});

describe("analyseSeries", () => {
  const items = [file(100), { name: "bad.csv", bytes: new TextEncoder().encode("nothing") }, file(300)];

  async function results<Item, Result>(series: Series<Item, Result>): Promise<Result[]> {
    const found: Result[] = [];
    for await (const result of analyseSeries(series)) found.push(result);
    return found;
  }

  it("answers for each file in order, a refused one among them, and tells how far it is", async () => {
    const told: number[] = [];
    const found = await results({ items, analyse, onProgress: (done, total) => told.push(done / total) });
    const resistances = found.map(({ analyses }) => analyses[0]?.circuit?.resistanceTotal.value ?? null);
    expect(resistances[0]).toBeCloseTo(100, 3);
    expect(resistances[1]).toBeNull();
    expect(resistances[2]).toBeCloseTo(300, 3);
    expect(found[1]?.reading.kind).toBe("refused");
    expect(told).toEqual([1 / 3, 2 / 3, 1]);
  });

  it("ends where it is told to, with what is finished", async () => {
    const controller = new AbortController();
    const elsewhere = async (item: DataFile) => {
      await setImmediate();
      return analyse(item);
    };
    const running = results({ items, analyse: elsewhere, signal: controller.signal });
    controller.abort();
    expect(await running).toHaveLength(1);
  });

  it("waits for work that is done elsewhere", async () => {
    const elsewhere = async (number: number) => {
      await setImmediate();
      return 2 * number;
    };
    expect(await results({ items: [1, 2], analyse: elsewhere })).toEqual([2, 4]);
  });
});
