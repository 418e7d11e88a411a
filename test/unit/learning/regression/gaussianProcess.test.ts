import { inverse, Matrix } from "ml-matrix";
import { describe, expect, it } from "vitest";
import { Random } from "../../../../server/src/learning/random";
import {
  GaussianProcess,
  KernelPosterior,
  squaredDistances,
  type KernelInput,
} from "../../../../server/src/learning/regression/gaussianProcess";

const random = new Random(3);
const normals = (count: number) => Float64Array.from({ length: count }, () => random.normal());
const parameters = { amplitudes: [0.7, 0.4], lengths: [1.3, 0.8], noise: 0.1 };

/** Samples with a plane and a line of features; the line of every third is unknown. */
const inputs: KernelInput[] = Array.from({ length: 14 }, (_, i) => [
  normals(2),
  i % 3 === 0 ? undefined : normals(1),
]);
const targets = Array.from(normals(14), (x) => 3 * x - 5);

/** The kernel, written out anew. */
function kernel(one: KernelInput, other: KernelInput): number {
  return [0, 1].reduce((sum, t) => {
    const [a, b] = [one[t], other[t]];
    const [amplitude, length] = [parameters.amplitudes[t] ?? NaN, parameters.lengths[t] ?? NaN];
    if (one === other) return sum + amplitude;
    if (!a || !b) return sum;
    const r = (Math.sqrt(3) * Math.hypot(...a.map((x, k) => x - (b[k] ?? NaN)))) / length;
    return sum + amplitude * (1 + r) * Math.exp(-r);
  }, 0);
}

describe("a Gaussian process", () => {
  const process = new GaussianProcess(inputs, targets, parameters);
  const mean = targets.reduce((sum, y) => sum + y, 0) / 14;
  const deviation = Math.sqrt(targets.reduce((sum, y) => sum + (y - mean) ** 2, 0) / 14);

  it("predicts what the inverse of the whole kernel matrix gives", () => {
    const precision = inverse(
      new Matrix(inputs.map((one, i) => inputs.map((other, j) => kernel(one, other) + (i === j ? 0.1 : 0)))),
    );
    const place: KernelInput = [normals(2), normals(1)];
    const k = Matrix.columnVector(inputs.map((one) => kernel(place, one)));
    const standardised = Matrix.columnVector(targets.map((y) => (y - mean) / deviation));
    const expected = mean + deviation * k.transpose().mmul(precision).mmul(standardised).get(0, 0);
    const variance = 0.7 + 0.4 + 0.1 - k.transpose().mmul(precision).mmul(k).get(0, 0);
    const got = process.predict(place);
    expect(got.mean).toBeCloseTo(expected, 9);
    expect(got.deviation).toBeCloseTo(deviation * Math.sqrt(variance), 9);
  });

  it("tells how the mean changes from one place to others", () => {
    const [plane, line] = [normals(2), normals(1)];
    const others: KernelInput[] = [
      [plane, line],
      [plane, normals(1)],
      [Float64Array.of(plane[0] ?? NaN, 0.3), line],
      [normals(2), normals(1)],
      inputs[1] ?? [],
    ];
    const changes = process.meanChanges([plane, line], others);
    expect(changes[0]).toBe(0);
    others.forEach((other, i) => {
      const expected = process.predict(other).mean - process.predict([plane, line]).mean;
      expect(changes[i]).toBeCloseTo(expected, 9);
    });
    const [change] = process.meanChanges([plane, undefined], [[normals(2), undefined]]);
    expect(Number.isFinite(change)).toBe(true);
  });

  it("says of left-out groups what a process without them would say", () => {
    const groups = inputs.map((_, i) => `paper ${i % 4}`);
    const said = process.leaveGroupsOut(groups);
    for (const group of new Set(groups)) {
      const kept = inputs.flatMap((_, i) => (groups[i] === group ? [] : [i]));
      const left = inputs.flatMap((_, i) => (groups[i] === group ? [i] : []));
      const precision = inverse(
        new Matrix(
          kept.map((i) => kept.map((j) => kernel(inputs[i] ?? [], inputs[j] ?? []) + (i === j ? 0.1 : 0))),
        ),
      );
      const standardised = Matrix.columnVector(kept.map((i) => ((targets[i] ?? NaN) - mean) / deviation));
      for (const i of left) {
        const k = Matrix.columnVector(kept.map((j) => kernel(inputs[i] ?? [], inputs[j] ?? [])));
        const weights = k.transpose().mmul(precision);
        expect(said[i]?.mean).toBeCloseTo(mean + deviation * weights.mmul(standardised).get(0, 0), 8);
        const variance = 1.2 - weights.mmul(k).get(0, 0);
        expect(said[i]?.deviation).toBeCloseTo(deviation * Math.sqrt(variance), 8);
      }
    }
  });

  it("knows no more than its prior far from all samples", () => {
    const far = process.predict([Float64Array.of(1e4, 1e4), undefined]);
    expect(far.mean).toBeCloseTo(mean, 9);
    expect(far.deviation).toBeCloseTo(deviation * Math.sqrt(1.2), 9);
  });

  it("learns a smooth function", () => {
    const line = Array.from({ length: 40 }, (_, i): KernelInput => [Float64Array.of(i / 5)]);
    const fitted = GaussianProcess.fit(
      line,
      line.map((_, i) => Math.sin(i / 5)),
    );
    for (const x of [0.5, 2.33, 6.1])
      expect(fitted.predict([Float64Array.of(x)]).mean).toBeCloseTo(Math.sin(x), 1);
  });
});

describe("the posterior of the hyperparameters", () => {
  const posterior = new KernelPosterior(squaredDistances(inputs), normals(14));

  it("has the gradient that finite differences show", () => {
    const at = posterior.start.map((x, k) => x + 0.3 * Math.sin(k + 1));
    const { gradient } = posterior.evaluate(at) ?? { gradient: new Float64Array() };
    const step = 1e-5;
    at.forEach((_, k) => {
      const value = (sign: number) =>
        posterior.evaluate(at.map((x, j) => x + (j === k ? sign * step : 0)))?.value ?? NaN;
      expect(gradient[k]).toBeCloseTo((value(1) - value(-1)) / (2 * step), 5);
    });
  });
});
