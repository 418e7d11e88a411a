import { describe, expect, it } from "vitest";
import { fitCircuit, refineCircuit } from "../../../../server/src/impedance/fit/circuitFit";
import { Random } from "../../../../server/src/learning/random";
import { circuitOf, simulated } from "../../../support/spectra";

/** Cells drawn at random: every process shows in the spectrum, or lies beyond its highest frequency where that is said. */
class Cells {
  private readonly random: Random;

  constructor(seed: number) {
    this.random = new Random(seed);
  }

  between(from: number, to: number): number {
    return from + (to - from) * this.random.uniform();
  }

  power(from: number, to: number): number {
    return 10 ** this.between(from, to);
  }

  /** R, Q, n of arcs whose time constants, powers of ten of a second, are `gap` apart. */
  arcs(count: number, size: number, first: readonly [number, number], gap: readonly [number, number]) {
    let time = this.power(...first);
    return Array.from({ length: count }, () => {
      const [r, n] = [size * this.power(-0.6, 0.6), this.between(0.75, 1)];
      const arc = [r, time ** n / r, n];
      time *= this.power(...gap);
      return arc;
    }).flat();
  }

  /** Q, n. */
  tail(): number[] {
    return [this.power(-6, -5), this.between(0.7, 0.95)];
  }

  /** Z0, tau of a diffusion that is slower than the arcs. */
  diffusion(size: number): number[] {
    return [size * this.power(-0.5, 0.6), this.power(-0.5, 1.5)];
  }

  /** R, Z0, tau, Q, n of an arc with a diffusion behind its resistor. */
  nested(size: number, time: number): number[] {
    const [r, n] = [size * this.power(-0.5, 0.5), this.between(0.8, 1)];
    return [r, ...this.diffusion(size), time ** n / r, n];
  }
}

interface Kind {
  readonly circuit: string;
  readonly sweep: { readonly from: number; readonly to: number };
  readonly draw: (cells: Cells) => number[];
}

const conductor = { from: 3e6, to: 0.1 };
const battery = { from: 1e6, to: 0.01 };
const kinds: readonly Kind[] = [
  {
    circuit: "p(R1,CPE1)-p(R2,CPE2)-CPE3",
    sweep: conductor,
    draw: (cells) => [...cells.arcs(2, cells.power(2, 6), [-6.5, -5], [1, 2.5]), ...cells.tail()],
  },
  {
    // The faster arc peaks above the highest frequency, and the slower often does.
    circuit: "p(R1,CPE1)-p(R2,CPE2)-CPE3",
    sweep: conductor,
    draw: (cells) => [...cells.arcs(2, cells.power(1.5, 3), [-9.2, -7.8], [0.7, 2]), ...cells.tail()],
  },
  {
    circuit: "p(R1,CPE1)-p(R2,CPE2)-p(R3,CPE3)-CPE4",
    sweep: conductor,
    draw: (cells) => [...cells.arcs(3, cells.power(2, 5), [-7, -6], [1.2, 2]), ...cells.tail()],
  },
  ...["Wo", "Ws"].flatMap((diffusion): Kind[] => [
    {
      circuit: `R0-p(R1-${diffusion}1,CPE1)`,
      sweep: battery,
      draw: (cells) => {
        const size = cells.power(0, 3);
        return [size * cells.power(-0.7, 0.3), ...cells.nested(size, cells.power(-5, -2.5))];
      },
    },
    {
      circuit: `R0-p(R1,CPE1)-p(R2-${diffusion}1,CPE2)`,
      sweep: battery,
      draw: (cells) => {
        const size = cells.power(0, 3);
        const arc = cells.arcs(1, size, [-5.5, -4], [0, 0]);
        return [size * cells.power(-0.7, 0.3), ...arc, ...cells.nested(size, cells.power(-3.3, -2))];
      },
    },
    {
      circuit: `R0-p(R1,CPE1)-p(R2,CPE2)-${diffusion}1`,
      sweep: battery,
      draw: (cells) => {
        const size = cells.power(0, 3);
        const arcs = cells.arcs(2, size, [-5.5, -4.5], [1.2, 2.2]);
        return [size * cells.power(-0.7, 0.3), ...arcs, ...cells.diffusion(size)];
      },
    },
  ]),
];
const draws = 24;

describe("automatic starts", () => {
  const missed = new Map(kinds.map((kind) => [kind, 0]));

  it.each(kinds)(
    "hardly ever miss the minimum of $circuit",
    (kind) => {
      const cells = new Cells(kinds.indexOf(kind));
      const circuit = circuitOf(kind.circuit);
      for (let seed = 1; seed <= draws; seed++) {
        const values = kind.draw(cells);
        const spectrum = simulated(kind.circuit, values, { ...kind.sweep, noise: 0.005, perDecade: 8, seed });
        const fromTruth = refineCircuit(circuit, spectrum, "modulus", values);
        if (fitCircuit(circuit, spectrum).chi2 > fromTruth.chi2 * (1 + 1e-6))
          missed.set(kind, (missed.get(kind) ?? 0) + 1);
      }
      expect(missed.get(kind)).toBeLessThanOrEqual(1);
    },
    30_000,
  );

  it("reach in 99 % of all cells a minimum as low as that near the truth", () => {
    const all = [...missed.values()].reduce((sum, count) => sum + count, 0);
    expect(all / (kinds.length * draws)).toBeLessThan(0.01);
  });

  it.each([
    ["twelve arcs", Array.from({ length: 12 }, (_, i) => `p(R${i},CPE${i})`).join("-")],
    ["one element of each kind", "R1-C1-L1-W1-Wo1-Ws1-CPE1-La1-G1-Gs1-K1-Zarc1-TLMQ1-T1"],
    ["diffusions within diffusions", "p(R1-p(R2-p(R3-Wo3,CPE3),CPE2),CPE1)"],
    ["nothing to start from", "p(L1,L2)"],
  ])(
    "are found for %s",
    (_, text) => {
      const spectrum = simulated("R0-p(R1,CPE1)-CPE2", [90, 150, 9e-9, 0.88, 4e-6, 0.85], { noise: 0.005 });
      const fit = fitCircuit(circuitOf(text), spectrum);
      expect(fit.chi2).toBeGreaterThan(0);
      expect(fit.parameters.every(({ value }) => Number.isFinite(value))).toBe(true);
    },
    30_000,
  );
});
