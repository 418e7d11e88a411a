import { setImmediate } from "node:timers/promises";
import { describe, expect, it } from "vitest";
import { defaultAnalysis } from "../../../server/src/impedance/analysis";
import { analyseSeries } from "../../../server/src/impedance/series";
import { circuitOf, simulated } from "../../support/spectra";

const settings = { ...defaultAnalysis, circuit: circuitOf("R0-CPE1") };

function file(resistance: number) {
  const { frequencies, zRe, zIm } = simulated("R0-CPE1", [resistance, 2.9e-6, 0.91]);
  const rows = Array.from(frequencies, (frequency, i) => `${frequency},${zRe[i] ?? 0},${zIm[i] ?? 0}`);
  const text = ["frequency_Hz,z_re_ohm,z_im_ohm", ...rows].join("\n");
  return { name: `${resistance}.csv`, bytes: new TextEncoder().encode(text) };
}

describe("analyseSeries", () => {
  const files = [file(100), { name: "bad.csv", bytes: new TextEncoder().encode("nothing") }, file(300)];

  it("answers for each file in order, a refused one among them, and tells how far it is", async () => {
    const told: number[] = [];
    const found = await analyseSeries(files, {
      settings,
      onProgress: (done, total) => told.push(done / total),
    });
    const resistances = found.map(({ analyses }) => analyses[0]?.circuit?.resistanceTotal.value ?? null);
    expect(resistances[0]).toBeCloseTo(100, 3);
    expect(resistances[1]).toBeNull();
    expect(resistances[2]).toBeCloseTo(300, 3);
    expect(found[1]?.reading.kind).toBe("refused");
    expect(told).toEqual([1 / 3, 2 / 3, 1]);
  });

  it("ends where it is told to, with what is finished", async () => {
    const controller = new AbortController();
    const running = analyseSeries(files, {
      settings,
      signal: controller.signal,
      pause: () => setImmediate(),
    });
    controller.abort();
    expect(await running).toHaveLength(1);
  });
});
