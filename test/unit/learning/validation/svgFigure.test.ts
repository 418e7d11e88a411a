import fc from "fast-check";
import { describe, expect, it } from "vitest";
import {
  axisAround,
  roundTicks,
  svgFigure,
  type Panel,
} from "../../../../server/src/learning/validation/report/svgFigure";

const axis = { label: "x", range: [0, 1], ticks: roundTicks([0, 1]) } as const;

function panel(marks: Panel["marks"], title = "A panel"): Panel {
  return { title, x: axis, y: { ...axis, label: "y" }, marks };
}

/** Names of the elements that are open at the end, and of those closed that were not open. */
function unbalanced(svg: string): string[] {
  const open: string[] = [];
  for (const [, closing, name = "", , itself] of svg.matchAll(/<(\/?)([a-z]+)((?:\s[^<>]*?)?)(\/?)>/gu)) {
    if (itself === "/") continue;
    if (closing !== "/") open.push(name);
    else if (open.pop() !== name) return [name];
  }
  return open;
}

describe("a figure", () => {
  it("closes every element it opens, whatever the names", () => {
    fc.assert(
      fc.property(fc.string(), (name) => {
        const svg = svgFigure(
          [panel([{ kind: "points", name, colour: 0, points: [{ x: 0.5, y: 0.5 }] }], name)],
          name,
        );
        expect(unbalanced(svg)).toEqual([]);
      }),
    );
  });

  it("keeps turned names of ticks inside, however long", () => {
    const name = fc.integer({ min: 20, max: 60 }).map((length) => "x".repeat(length));
    fc.assert(
      fc.property(fc.array(name, { minLength: 3, maxLength: 10 }), (names) => {
        const ticks = names.map((text, at) => ({ at, text }));
        const x = { label: "", range: [-0.6, names.length - 0.4], ticks } as const;
        const svg = svgFigure([{ ...panel([]), x }], "");
        const height = Number(/ height="(\d+)"/u.exec(svg)?.[1]);
        for (const [, y, turn, text = ""] of svg.matchAll(/([\d.]+)\) rotate\(-(25|65)\)"[^>]*>(\w+)</gu))
          expect(
            Number(y) + 4.6 * text.length * Math.sin((Number(turn) * Math.PI) / 180),
          ).toBeLessThanOrEqual(height);
      }),
    );
  });

  it("puts the origin below and left, and the end of the axes above and right", () => {
    const svg = svgFigure(
      [
        panel([
          {
            kind: "line",
            colour: 0,
            points: [
              { x: 0, y: 0 },
              { x: 1, y: 1 },
            ],
          },
        ]),
      ],
      "",
    );
    const [, x1, y1, x2, y2] = (/<path d="M([\d.]+) ([\d.]+)L([\d.]+) ([\d.]+)"/u.exec(svg) ?? []).map(
      Number,
    );
    expect(x1).toBeLessThan(x2 ?? NaN);
    expect(y1).toBeGreaterThan(y2 ?? NaN);
  });

  it("draws whiskers of the deviation on both sides", () => {
    const svg = svgFigure(
      [panel([{ kind: "points", colour: 0, points: [{ x: 0.5, y: 0.5, deviation: 0.25 }] }])],
      "",
    );
    const [, at, low, high] = (/<path d="M([\d.]+) ([\d.]+)V([\d.]+)M/u.exec(svg) ?? []).map(Number);
    const [, x, y] = (/<path d="M([\d.]+) ([\d.]+)h0"/u.exec(svg) ?? []).map(Number);
    expect(at).toBe(x);
    expect(((low ?? NaN) + (high ?? NaN)) / 2).toBeCloseTo(y ?? NaN, 0);
  });

  it("leaves out what has no place, and names each series once", () => {
    const points = { kind: "points", colour: 0, name: "series", points: [{ x: NaN, y: 1 }] } as const;
    const svg = svgFigure([panel([points]), panel([points])], "");
    expect(svg).not.toContain("NaN");
    expect(svg.match(/>series</gu)).toHaveLength(1);
  });
});

describe("ticks", () => {
  it("stand at round numbers inside of the range", () => {
    expect(roundTicks([0, 1]).map(({ text }) => text)).toEqual(["0.0", "0.2", "0.4", "0.6", "0.8", "1.0"]);
    expect(roundTicks([-15, 0]).map(({ at }) => at)).toEqual([-15, -10, -5, 0]);
  });

  it("stand inside, and not more than twice as many as asked for", () => {
    const ranges = fc.tuple(
      fc.double({ min: -1e6, max: 1e6, noNaN: true }),
      fc.double({ min: 1e-3, max: 1e6, noNaN: true }),
    );
    fc.assert(
      fc.property(ranges, ([from, size]) => {
        const ticks = roundTicks([from, from + size]);
        expect(ticks.length).toBeLessThanOrEqual(10);
        const slack = 1e-6 * (Math.abs(from) + size);
        for (const { at } of ticks) {
          expect(at).toBeGreaterThanOrEqual(from - slack);
          expect(at).toBeLessThanOrEqual(from + size + slack);
        }
      }),
    );
  });

  it("go around the values, also where there is one or none", () => {
    expect(axisAround("", [2, 4]).range).toEqual([1.9, 4.1]);
    expect(axisAround("", [3]).range).toEqual([2.5, 3.5]);
    expect(axisAround("", []).range).toEqual([0, 1]);
  });
});
