import { br_if, f64x2, func, i32, i32x4, local, loop, v128 } from "wasmati";

/** Replaces the numbers from one address up to another, an even count of them, by their activations. */
export type Activate = (from: number, to: number) => void;

const [bytesOfNumber, bytesOfVector] = [8, 16];

/** The table has a point every 1/256, up to where the function is a straight line to the last bit. */
const [pointsPerUnit, farthest] = [256, 37];
const terms = 4;
/** Numbers that this is added to are rounded to points of the table, and count these in their last bits. */
const rounding = 2 ** 52 / pointsPerUnit;

/** The first terms of the Taylor series of log cosh(x / 2) about each point: {@link softplus2} looks for them at address 0. */
export function softplusTable(): Float64Array {
  const last = farthest * pointsPerUnit;
  const series = new Float64Array(terms * (last + 1));
  for (let point = 0; point <= last; point++) {
    const x = point / pointsPerUnit;
    // All numbers beyond the last point are taken from its series.
    const t = point === last ? 1 : Math.tanh(x / 2);
    const rest = x / 2 + Math.log1p(Math.exp(-x)) - Math.LN2;
    series.set([rest, t / 2, (1 - t * t) / 8, (-t * (1 - t * t)) / 24], terms * point);
  }
  return series;
}

const twice = (value: number) => v128.const("f64x2", [value, value]);

/**
 * log(1 + exp x) - log 2: softplus shifted through the origin (Chen et al., Chem. Mater. 31, 3564, 2019), of two numbers at once.
 * It is x / 2 and an even rest, log cosh(x / 2), which comes from its Taylor series about the nearest point of a table, to 1e-13:
 * several times as fast as by an exponential and a logarithm.
 */
export const softplus2 = func(
  { in: [i32, i32], locals: [i32, i32, v128, v128, v128, v128, v128], out: [] },
  ([at, end], [one, other, x, size, point, distance, rest]) => {
    const termOfBoth = (term: number) => {
      const offset = term * bytesOfNumber;
      return v128.load64_lane({ offset }, 1, other, v128.load64_zero({ offset }, one));
    };
    loop(null, () => {
      local.set(x, v128.load({}, at));
      local.set(size, f64x2.abs(x));
      local.set(point, f64x2.add(f64x2.pmin(size, twice(farthest)), twice(rounding)));
      local.set(distance, f64x2.sub(size, f64x2.sub(point, twice(rounding))));
      local.set(one, i32.mul(i32x4.extract_lane(0, point), terms * bytesOfNumber));
      local.set(other, i32.mul(i32x4.extract_lane(2, point), terms * bytesOfNumber));
      local.set(rest, termOfBoth(terms - 1));
      for (let term = terms - 2; term >= 0; term--)
        local.set(rest, f64x2.add(f64x2.mul(rest, distance), termOfBoth(term)));
      v128.store({}, at, f64x2.add(rest, f64x2.mul(x, twice(0.5))));
      local.set(at, i32.add(at, bytesOfVector));
      i32.lt_u(at, end);
      br_if(0);
    });
  },
);

/** The larger one of x and 0. */
export const relu = func({ in: [i32, i32], locals: [], out: [] }, ([at, end]) => {
  loop(null, () => {
    v128.store({}, at, f64x2.max(v128.load({}, at), twice(0)));
    local.set(at, i32.add(at, bytesOfVector));
    i32.lt_u(at, end);
    br_if(0);
  });
});
