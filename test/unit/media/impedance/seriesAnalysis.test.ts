import { beforeEach, describe, expect, it } from "vitest";
import { choicesFor, noChoices } from "../../../../media/src/impedance/choices";
import { SeriesAnalysis, type AskedSpectrum } from "../../../../media/src/impedance/seriesAnalysis";
import type { AnalyseImpedanceResult } from "../../../../server/src/protocol/impedanceAnalysis";
import type { AnalyseImpedanceSeriesParams } from "../../../../server/src/protocol/impedanceSeries";

const result: AnalyseImpedanceResult = { kind: "analysed", tail: null, circuit: null, problems: [] };

/** A host that notes what it is asked, and answers when a test says so. */
class StubHost {
  readonly asked: AnalyseImpedanceSeriesParams[] = [];
  cancels = 0;
  fail: (reason: Error) => void = () => undefined;

  readonly request = (name: string, params: unknown): Promise<never> => {
    if (name === "cancelSeries") this.cancels++;
    else this.asked.push(params as AnalyseImpedanceSeriesParams);
    return new Promise<never>((_, reject) => {
      this.fail = reject;
    });
  };

  get last(): AnalyseImpedanceSeriesParams {
    const last = this.asked.at(-1);
    if (last === undefined) throw new Error("Nothing was asked.");
    return last;
  }

  get files(): string[] {
    return this.last.spectra.map(({ file }) => file);
  }
}

const spectrum = (id: string, circuit: string | null = null): AskedSpectrum => ({
  id,
  key: `${id} ${circuit}`,
  params: { file: id, loop: 0, cellConstant: null, choices: { ...choicesFor(noChoices, id), circuit } },
});

describe("the analysis of a series", () => {
  let host = new StubHost();
  let analysis = new SeriesAnalysis(host, () => undefined);
  const all = [spectrum("a"), spectrum("b"), spectrum("c")];
  const answer = (place: number) => {
    const { id, spectra } = host.last;
    analysis.take({ id, place, result, total: spectra.length });
  };
  const answered = () => all.map(({ id }) => analysis.answer(id)?.key);

  beforeEach(() => {
    host = new StubHost();
    analysis = new SeriesAnalysis(host, () => undefined);
    analysis.ask(all, "b");
  });

  it("is one request, with the selected spectrum first, and gives each answer as it comes", () => {
    expect(host.files).toEqual(["b", "a", "c"]);
    answer(0);
    expect(answered()).toEqual([undefined, "b null", undefined]);
    answer(1);
    answer(2);
    expect(answered()).toEqual(["a null", "b null", "c null"]);
    expect(host.asked).toHaveLength(1);
  });

  it("goes on where a spectrum is selected that is done", () => {
    answer(0);
    answer(1);
    analysis.ask(all, "a");
    expect(host.asked).toHaveLength(1);
  });

  it("prefers a spectrum that is selected meanwhile, without those that are done", () => {
    answer(0);
    analysis.ask(all, "c");
    expect(host.files).toEqual(["c", "a"]);
  });

  it("analyses again only what a change touches", () => {
    for (const place of [0, 1, 2]) answer(place);
    analysis.ask([spectrum("a"), spectrum("b", "R0-C1"), spectrum("c")], "b");
    expect(host.last.spectra.map(({ file, choices }) => [file, choices.circuit])).toEqual([["b", "R0-C1"]]);
    expect(answered()).toEqual(["a null", "b null", "c null"]);
    answer(0);
    expect(answered()).toEqual(["a null", "b R0-C1", "c null"]);
  });

  it("asks for nothing more where a change is taken back", () => {
    for (const place of [0, 1, 2]) answer(place);
    analysis.ask([spectrum("a", "R0"), spectrum("b"), spectrum("c")], "b");
    analysis.ask(all, "b");
    expect([host.asked.length, host.cancels]).toEqual([2, 1]);
  });

  it("drops answers to a series that another one has replaced", () => {
    const { id } = host.last;
    analysis.ask(all.slice(0, 2), "a");
    analysis.take({ id, place: 0, result, total: 3 });
    expect(answered()).toEqual([undefined, undefined, undefined]);
  });

  it("keeps what is done when it is cancelled, and resumes with the rest", () => {
    answer(0);
    analysis.cancel();
    expect([host.cancels, analysis.isPaused]).toEqual([1, true]);
    answer(1);
    expect(answered()).toEqual([undefined, "b null", undefined]);
    analysis.resume();
    expect([host.files, analysis.isPaused]).toEqual([["a", "c"], false]);
  });

  it("analyses only the selected spectrum once it was cancelled", () => {
    analysis.cancel();
    analysis.ask(all, "c");
    expect([host.files, analysis.isPaused]).toEqual([["c"], false]);
  });

  it("says of each spectrum left why the host gave no answer", async () => {
    answer(0);
    host.fail(new Error("The language server is not running."));
    await expect.poll(() => analysis.answer("c")).toBeDefined();
    expect(analysis.answer("a")?.result).toEqual({
      kind: "refused",
      reason: "The language server is not running.",
    });
    expect(analysis.answer("b")?.result).toEqual(result);
    expect(host.asked).toHaveLength(1);
  });
});
