import { cpSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { CancellationTokenSource } from "vscode-languageserver/node";
import { inspectImpedanceMethod, readImpedanceMethod } from "../../server/src/protocol/impedance";
import {
  usualChoices,
  type AnalyseImpedanceParams,
  type AnalyseImpedanceResult,
  type SpectrumChoices,
} from "../../server/src/protocol/impedanceAnalysis";
import type { ReadSpectrum } from "../../server/src/protocol/impedanceFiles";
import { analyseImpedanceSeriesMethod } from "../../server/src/protocol/impedanceSeries";
import { LanguageClient } from "./support/languageClient";

function asked(spectrum: ReadSpectrum, choices: Partial<SpectrumChoices> = {}): AnalyseImpedanceParams {
  const { file, loop, cellConstant } = spectrum;
  return { file, loop, cellConstant, choices: { ...usualChoices, ...choices } };
}

describe("impedance over the protocol", () => {
  let client: LanguageClient;
  let folder = "";
  let spectra: readonly ReadSpectrum[] = [];
  const [broken, aborted] = ["broken.mpt", "garnet_-10C_aborted.DTA"];

  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), "superion-impedance-"));
    cpSync("examples/impedance", folder, { recursive: true });
    writeFileSync(join(folder, broken), "EC-Lab ASCII FILE\nNb header lines : many\n");
    client = await LanguageClient.start();
  }, 60_000);
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const pellet = (): ReadSpectrum => {
    const found = spectra.find(({ name }) => name === "garnet_25C.mpt");
    if (!found) throw new Error("garnet_25C.mpt is not there");
    return found;
  };

  /** By a series of one. */
  const analyse = async (params: AnalyseImpedanceParams): Promise<AnalyseImpedanceResult> => {
    const id = `one after ${client.impedanceProgress.length}`;
    await client.request(analyseImpedanceSeriesMethod, { id, spectra: [params] });
    const told = client.impedanceProgress.find((one) => one.id === id);
    if (!told) throw new Error("nothing was told of the series");
    return told.result;
  };

  it("reads all files but one that is broken, of which it tells", async () => {
    const files = readdirSync(folder).filter((name) => !name.endsWith(".json"));
    const result = await client.request(readImpedanceMethod, {
      files: files.map((name) => join(folder, name)),
    });
    spectra = result.spectra;
    expect(spectra.map(({ file }) => file)).toHaveLength(files.length - 1);
    const errors = result.problems.filter(({ severity }) => severity === "error");
    expect(errors.map(({ file }) => file)).toEqual([join(folder, broken)]);
    expect(result.problems.some(({ file }) => file === join(folder, aborted))).toBe(true);
  }, 60_000);

  it("analyses a spectrum, without the points that are excluded", async () => {
    const whole = await analyse(asked(pellet()));
    const part = await analyse(asked(pellet(), { excluded: [0, 1, 5] }));
    if (whole.kind === "refused" || part.kind === "refused") throw new Error("refused");
    expect(whole.circuit?.conductivity?.total.value).toBeGreaterThan(0);
    expect(whole.circuit?.residuals.points).toHaveLength(pellet().frequencies.length);
    expect(part.circuit?.residuals.points.slice(0, 4)).toEqual([2, 3, 4, 6]);
    expect(part.circuit?.chi2).toBeLessThan(whole.circuit?.chi2 ?? NaN);
  }, 60_000);

  it("gives relaxation times beside the tail of the fitted circuit", async () => {
    const { file, loop } = pellet();
    const result = await client.request(inspectImpedanceMethod, { file, loop, excluded: [], lambda: null });
    expect(result).toMatchObject({ kind: "inspected", relaxation: { rule: "generalised cross-validation" } });
  }, 60_000);

  it.each([
    ["a circuit that cannot be read", { circuit: "R0-p(R1" }, "bracket is missing"],
    ["hardly any points", { excluded: Array.from({ length: 1000 }, (_, i) => i) }, null],
  ])("answers %s", async (_, choices, reason) => {
    const result = await analyse(asked(pellet(), choices));
    if (reason === null) expect(result).toMatchObject({ kind: "analysed", circuit: null, tail: null });
    else expect(result).toMatchObject({ kind: "refused", reason: expect.stringContaining(reason) as string });
  });

  it("says of a file that is gone that it cannot be read", async () => {
    const gone = { ...asked(pellet()), file: join(folder, "gone.mpt") };
    expect(await analyse(gone)).toMatchObject({ kind: "refused" });
  });

  const many = (count: number) =>
    Array.from({ length: count }, (_, i) => ({
      ...asked(pellet()),
      choices: { ...usualChoices, excluded: [i % 40] },
    }));

  it("analyses a series and tells each result in order, a refusal among them", async () => {
    const items = [...many(2), { ...asked(pellet()), file: join(folder, "gone.mpt") }];
    const result = await client.request(analyseImpedanceSeriesMethod, { id: "all", spectra: items });
    expect(result).toEqual({ done: 3, total: 3 });
    const told = client.impedanceProgress.filter(({ id }) => id === "all");
    expect(told.map(({ place, result: { kind } }) => [place, kind])).toEqual([
      [0, "analysed"],
      [1, "analysed"],
      [2, "refused"],
    ]);
  }, 60_000);

  it("ends a series that is cancelled, and answers further questions", async () => {
    const cancel = new CancellationTokenSource();
    const running = client.request(
      analyseImpedanceSeriesMethod,
      { id: "long", spectra: many(200) },
      cancel.token,
    );
    await client.until(
      () => client.impedanceProgress.find(({ id }) => id === "long"),
      () => "the first result of a series",
    );
    cancel.cancel();
    const { done, total } = await running;
    expect(total).toBe(200);
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(200);
    expect(await analyse(asked(pellet()))).toMatchObject({ kind: "analysed" });
  }, 60_000);
});
