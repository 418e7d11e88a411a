import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  expectedCalibrationError,
  reliabilityBins,
} from "../../../../server/src/learning/validation/calibration";
import {
  averagePrecision,
  brierScore,
  confusion,
  logLoss,
  matthews,
  precisionRecallCurve,
  rocAuc,
} from "../../../../server/src/learning/validation/metrics";
import { classificationScores, thresholdScores } from "../../../../server/src/learning/validation/scores";
import { hasShared, readSharedText } from "../../../support/shared";

interface Reference {
  readonly scores: readonly number[];
  readonly labels: readonly number[];
  readonly average_precision: number;
  readonly roc_auc: number;
  readonly brier: number;
  readonly "log_loss_clipped_1e-15": number;
  readonly distinct_scores: number;
  readonly at: readonly {
    readonly threshold: number;
    readonly tp: number;
    readonly fp: number;
    readonly fn: number;
    readonly tn: number;
    readonly mcc: number;
    readonly f1: number;
    readonly accuracy: number;
    readonly balanced_accuracy: number;
  }[];
}

describe.skipIf(!hasShared)("the scores of scikit-learn", () => {
  const reference = () => JSON.parse(readSharedText("reference/metrics/classification.json")) as Reference;
  const labelsOf = ({ labels }: Reference) => labels.map((label) => label === 1);

  it("are ours without a threshold", () => {
    const expected = reference();
    const scores = classificationScores(expected.scores, labelsOf(expected));
    expect(scores.averagePrecision).toBeCloseTo(expected.average_precision, 10);
    expect(scores.rocAuc).toBeCloseTo(expected.roc_auc, 10);
    expect(scores.brier).toBeCloseTo(expected.brier, 10);
    expect(scores.logLoss).toBeCloseTo(expected["log_loss_clipped_1e-15"], 10);
    expect(precisionRecallCurve(expected.scores, labelsOf(expected))).toHaveLength(expected.distinct_scores);
  });

  it("are ours at each threshold", () => {
    const expected = reference();
    for (const { threshold, balanced_accuracy: balancedAccuracy, ...others } of expected.at) {
      const scores = thresholdScores(expected.scores, labelsOf(expected), threshold);
      const { tp, fp, fn, tn } = others;
      expect({ tp, fp, fn, tn }).toEqual(confusion(expected.scores, labelsOf(expected), threshold));
      expect(scores.mcc).toBeCloseTo(others.mcc, 10);
      expect(scores.f1).toBeCloseTo(others.f1, 10);
      expect(scores.accuracy).toBeCloseTo(others.accuracy, 10);
      expect(scores.balancedAccuracy).toBeCloseTo(balancedAccuracy, 10);
    }
  });
});

/** Scores with ties, and labels of both classes. */
const predictions = fc
  .array(fc.record({ score: fc.integer({ min: 0, max: 10 }).map((n) => n / 10), label: fc.boolean() }), {
    minLength: 2,
    maxLength: 40,
  })
  .filter((rows) => rows.some(({ label }) => label) && rows.some(({ label }) => !label))
  .map((rows) => ({ scores: rows.map(({ score }) => score), labels: rows.map(({ label }) => label) }));

describe("averagePrecision", () => {
  it("is 1 where all positives come first", () => {
    expect(averagePrecision([0.9, 0.8, 0.3, 0.1], [true, true, false, false])).toBe(1);
  });

  it("is the sum of recall steps times precision", () => {
    expect(averagePrecision([0.9, 0.8, 0.7, 0.6], [true, false, true, false])).toBeCloseTo(
      0.5 * 1 + 0.5 * (2 / 3),
      12,
    );
  });

  it("is the share of positives where all scores are equal", () => {
    expect(averagePrecision([0.5, 0.5, 0.5, 0.5], [true, false, false, false])).toBe(0.25);
  });

  it("is not defined without positives", () => {
    expect(averagePrecision([0.1, 0.2], [false, false])).toBeNaN();
  });
});

describe("rocAuc", () => {
  it("is the chance that a positive scores above a negative, ties counting half", () => {
    fc.assert(
      fc.property(predictions, ({ scores, labels }) => {
        const of = (wanted: boolean) => scores.filter((_, i) => labels[i] === wanted);
        const wins = of(true).flatMap((p) => of(false).map((n) => (p > n ? 1 : p === n ? 0.5 : 0)));
        const chance = wins.reduce((sum: number, win) => sum + win, 0) / wins.length;
        expect(rocAuc(scores, labels)).toBeCloseTo(chance, 10);
      }),
    );
  });

  it("turns around with the scores", () => {
    fc.assert(
      fc.property(predictions, ({ scores, labels }) => {
        const turned = scores.map((score) => 1 - score);
        expect(rocAuc(turned, labels)).toBeCloseTo(1 - rocAuc(scores, labels), 10);
      }),
    );
  });

  it("is not defined where a class is absent", () => {
    expect(rocAuc([0.1, 0.2], [true, true])).toBeNaN();
  });
});

describe("every score", () => {
  it("does not depend on the order of the rows", () => {
    fc.assert(
      fc.property(predictions, fc.nat(), ({ scores, labels }, shift) => {
        const turn = <T>(items: readonly T[]) => {
          const at = shift % items.length;
          return [...items.slice(at), ...items.slice(0, at)];
        };
        const [one, other] = [
          classificationScores(scores, labels),
          classificationScores(turn(scores), turn(labels)),
        ];
        for (const name of ["averagePrecision", "rocAuc", "brier", "logLoss", "calibrationError"] as const)
          expect(other[name]).toBeCloseTo(one[name], 10);
      }),
    );
  });
});

describe("matthews", () => {
  it("is 1 for right, -1 for inverted, 0 for constant predictions", () => {
    const labels = [true, false, true, false];
    expect(matthews([1, 0, 1, 0], labels)).toBe(1);
    expect(matthews([0, 1, 0, 1], labels)).toBe(-1);
    expect(matthews([1, 1, 1, 1], labels)).toBe(0);
  });

  it("is the correlation of verdict and label", () => {
    fc.assert(
      fc.property(predictions, ({ scores, labels }) => {
        const [x, y] = [
          scores.map((score) => (score >= 0.5 ? 1 : 0)),
          labels.map((label) => (label ? 1 : 0)),
        ];
        const mean = (values: readonly number[]) => values.reduce((sum, v) => sum + v, 0) / values.length;
        const centred = (values: readonly number[]) => values.map((value) => value - mean(values));
        const dot = (a: readonly number[], b: readonly number[]) =>
          a.reduce((sum, value, i) => sum + value * (b[i] ?? 0), 0);
        const scale = Math.sqrt(dot(centred(x), centred(x)) * dot(centred(y), centred(y)));
        const correlation = scale > 0 ? dot(centred(x), centred(y)) / scale : 0;
        expect(matthews(scores, labels)).toBeCloseTo(correlation, 10);
      }),
    );
  });
});

describe("brierScore and logLoss", () => {
  it("are 0 for certain and right predictions", () => {
    expect(brierScore([1, 0], [true, false])).toBe(0);
    expect(logLoss([1, 0], [true, false])).toBeCloseTo(0, 12);
  });

  it("stay finite for certain and wrong ones", () => {
    expect(brierScore([0, 1], [true, false])).toBe(1);
    expect(logLoss([0, 1], [true, false])).toBeCloseTo(-Math.log(1e-15), 1);
  });

  it("are 1/4 and ln 2 for a coin", () => {
    expect(brierScore([0.5, 0.5, 0.5], [true, false, false])).toBe(0.25);
    expect(logLoss([0.5, 0.5, 0.5], [true, false, false])).toBeCloseTo(Math.LN2, 12);
  });
});

describe("the reliability diagram", () => {
  it("counts every prediction once, 0 and 1 too", () => {
    fc.assert(
      fc.property(predictions, ({ scores, labels }) => {
        const counts = reliabilityBins(scores, labels).map(({ count }) => count);
        expect(counts.reduce((sum, count) => sum + count, 0)).toBe(scores.length);
      }),
    );
  });

  it("shows no error where a quarter of those at 0.25 are positive", () => {
    const bins = reliabilityBins([0.25, 0.25, 0.25, 0.25], [true, false, false, false]);
    expect(expectedCalibrationError(bins)).toBe(0);
  });

  it("shows the error of predictions that are too sure, weighted by their number", () => {
    const bins = reliabilityBins([1, 1, 0, 0, 0, 0], [true, false, false, false, false, false]);
    expect(expectedCalibrationError(bins)).toBeCloseTo((2 / 6) * 0.5, 12);
  });
});
