import fc from "fast-check";
import { expect, it } from "vitest";
import { contains, panned, withView, zoomed } from "../../../../media/src/shared/figure/view";

const linear = { label: "a" };
const logarithmic = { label: "f", scale: "logarithmic" } as const;

it("zooms about a place that stays where it is", () => {
  const view = { x: [0, 10], y: [1, 10_000] } as const;
  const near = zoomed(view, { x: linear, y: logarithmic }, { x: 2, y: 100 }, 0.5);
  expect(near.x).toEqual([1, 6]);
  expect(near.y[0]).toBeCloseTo(10);
  expect(near.y[1]).toBeCloseTo(1000);
});

it("comes back from a zoom by its inverse", () => {
  const edge = fc.double({ min: 0.1, max: 10, noNaN: true });
  fc.assert(
    fc.property(edge, edge, fc.double({ min: 0.2, max: 5, noNaN: true }), (x, y, factor) => {
      const view = { x: [0.1, 10], y: [0.1, 10] } as const;
      const axes = { x: linear, y: logarithmic };
      const back = zoomed(zoomed(view, axes, { x, y }, factor), axes, { x, y }, 1 / factor);
      [...back.x, ...back.y].forEach((value, i) => {
        expect(value).toBeCloseTo([0.1, 10, 0.1, 10][i] ?? NaN, 6);
      });
    }),
  );
});

it("limits the axes of a figure, and knows what lies inside", () => {
  const spec = { title: "", x: linear, y: { ...logarithmic, min: 1 }, series: [] };
  const view = { x: [1, 2], y: [10, 20] } as const;
  expect(withView(spec, undefined)).toBe(spec);
  expect(withView(spec, view)).toMatchObject({ x: { min: 1, max: 2 }, y: { min: 10, max: 20 } });
  expect([1.5, 3].map((x) => contains(view, { x, y: 15 }))).toEqual([true, false]);
});

it("moves by shares of what is to be seen, and back", () => {
  const view = { x: [0, 10], y: [1, 10_000] } as const;
  const axes = { x: linear, y: logarithmic };
  const moved = panned(view, axes, { x: 0.1, y: -0.25 });
  expect(moved.x).toEqual([1, 11]);
  expect(moved.y[0]).toBeCloseTo(0.1);
  expect(moved.y[1]).toBeCloseTo(1000);
  const back = panned(moved, axes, { x: -0.1, y: 0.25 });
  expect([...back.x, ...back.y].map((edge) => Number(edge.toFixed(9)))).toEqual([0, 10, 1, 10_000]);
});
