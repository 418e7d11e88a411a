import { describe, expect, it } from "vitest";
import type { BlockAnalysis, StructureSummary } from "../../../server/src/language/analysis";
import { failureText, lensTexts } from "../../../server/src/language/lensText";
import { failure } from "../../../server/src/screening/workerQueue";
import type { Annotation } from "../../../server/src/protocol/annotation";

const annotation: Annotation = {
  block: "LGPS",
  formula: "Li10GeP2S12",
  ordered: false,
  pSi: 0.931,
  deviation: 0.058,
  dTraining: 0.412,
  nearest: { id: "x", formula: "Li10SnP2S12", conductivity: 4e-3, doi: "10.1021/ja407393y" },
  conductivity: null,
  influences: [],
  caution: null,
  bandGap: null,
  model: "CAMNS-V1",
  simplification: "CAMNS",
};

const structure: StructureSummary = {
  formula: "Li10GeP2S12",
  lattice: { a: 1, b: 1, c: 1, alpha: 90, beta: 90, gamma: 90 },
  volume: 1,
  density: 2,
  siteCount: 50,
  ordered: false,
  operationCount: 16,
  symmetrySource: "file-operators",
  oxidation: { method: "file", confidence: "high" },
  spaceGroup: { number: 230, symbol: "I a -3 d" },
  globalInstability: 0.12,
  sites: [],
};

function block(parts: Partial<BlockAnalysis>): BlockAnalysis {
  return {
    code: "LGPS",
    headerRange: { start: 0, end: 9 },
    structure,
    annotation,
    refusal: undefined,
    ...parts,
  };
}

describe("lens texts", () => {
  it("say the prediction, the distance with the nearest compound, and disorder, each in one lens", () => {
    expect(lensTexts(block({}))).toEqual([
      "P_SI 0.93 ± 0.06  superionic",
      "d_training 0.4 from Li10SnP2S12 (4.0e-3 S/cm)",
      "disordered",
    ]);
  });

  it("tell the expected conductivity with its interval, and that the compound is a stranger", () => {
    const conductivity = { value: 1.23e-3, interval: [2e-4, 7.1e-3] } as const;
    const stranger = { ...annotation, conductivity, caution: "no compound of bismuth was measured." };
    const texts = lensTexts(block({ annotation: stranger }));
    expect(texts[1]).toBe("1.2e-3 S/cm (2e-4 to 7e-3)");
    expect(texts[3]).toBe("unlike the training compounds");
  });

  it("call superionic from one half on", () => {
    const text = (pSi: number): string | undefined =>
      lensTexts(block({ annotation: { ...annotation, pSi } }))[0];
    expect(text(0.5)).toBe("P_SI 0.50 ± 0.06  superionic");
    expect(text(0.499)).toBe("P_SI 0.50 ± 0.06  not superionic");
  });

  it("tell near twins apart with a second digit", () => {
    const text = (dTraining: number): string | undefined =>
      lensTexts(block({ annotation: { ...annotation, dTraining, nearest: null } }))[1];
    expect([0, 0.052, 0.094, 0.0951, 2.46].map(text)).toEqual([
      "d_training 0.00",
      "d_training 0.05",
      "d_training 0.09",
      "d_training 0.1",
      "d_training 2.5",
    ]);
  });

  it("show a band gap once there is one", () => {
    expect(lensTexts(block({ annotation: { ...annotation, bandGap: 2.41 } }))).toContain("E_g 2.4 eV");
  });

  it("say why there is no prediction, shortened to a line", () => {
    const none = { ...annotation, pSi: null, deviation: null, dTraining: null, nearest: null };
    expect(lensTexts(block({ annotation: none, refusal: "no lithium" }))).toEqual([
      "no lithium",
      "disordered",
    ]);
    const [long = ""] = lensTexts(block({ annotation: none, refusal: "word ".repeat(60) }));
    expect(long.length).toBeLessThanOrEqual(120);
    expect(long.endsWith("…")).toBe(true);
  });

  it("say that an analysis stopped, but not that a newer one took its place", () => {
    expect(failureText(failure("time-limit", "it takes more than 20 seconds"))).toContain(
      "superion annotate",
    );
    expect(failureText(failure("worker-died", "it needs too much memory"))).toContain("too much memory");
    expect(failureText(failure("cancelled", "no longer needed"))).toBeUndefined();
  });
});
