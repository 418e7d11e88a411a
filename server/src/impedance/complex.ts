/** A complex number. */
export interface Complex {
  readonly re: number;
  readonly im: number;
}

export const one: Complex = { re: 1, im: 0 };

export const complex = (re: number, im: number): Complex => ({ re, im });
export const add = (a: Complex, b: Complex): Complex => ({ re: a.re + b.re, im: a.im + b.im });
export const subtract = (a: Complex, b: Complex): Complex => ({ re: a.re - b.re, im: a.im - b.im });
export const scale = (a: Complex, factor: number): Complex => ({ re: a.re * factor, im: a.im * factor });
export const multiply = (a: Complex, b: Complex): Complex => ({
  re: a.re * b.re - a.im * b.im,
  im: a.re * b.im + a.im * b.re,
});
export const square = (a: Complex): Complex => multiply(a, a);

export function divide(a: Complex, b: Complex): Complex {
  const norm = b.re * b.re + b.im * b.im;
  return { re: (a.re * b.re + a.im * b.im) / norm, im: (a.im * b.re - a.re * b.im) / norm };
}

/** The root with a real part of zero or more. */
export function squareRoot(a: Complex): Complex {
  const modulus = Math.hypot(a.re, a.im);
  const re = Math.sqrt((modulus + a.re) / 2);
  const im = Math.sqrt((modulus - a.re) / 2);
  return { re, im: a.im < 0 ? -im : im };
}

export function exponential(a: Complex): Complex {
  return polar(Math.exp(a.re), a.im);
}

export const polar = (modulus: number, phase: number): Complex => ({
  re: modulus * Math.cos(phase),
  im: modulus * Math.sin(phase),
});

/** Hyperbolic cotangent of a number with a real part of zero or more; it never overflows. */
export function coth(a: Complex): Complex {
  const decay = exponential(scale(a, -2));
  return divide(add(one, decay), subtract(one, decay));
}

/** 1 / sinh of a number with a real part of zero or more; it never overflows. */
export function csch(a: Complex): Complex {
  return divide(scale(exponential(scale(a, -1)), 2), subtract(one, exponential(scale(a, -2))));
}
