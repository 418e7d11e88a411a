import {
  add,
  complex,
  coth,
  csch,
  divide,
  multiply,
  one,
  polar,
  scale,
  square,
  squareRoot,
  subtract,
  type Complex,
} from "../complex";
import type { ElementResponse } from "./elementResponse";

/** What a parameter measures. It decides where a fit may look for it: exponents between 0 and 1, all else above 0. */
export type Quantity =
  /** Of the cell at zero frequency. */
  | "resistance"
  /** The size of a diffusion or pore impedance. */
  | "impedance"
  | "capacitance"
  | "inductance"
  | "time"
  | "admittance"
  | "warburg"
  | "exponent"
  | "number";

export interface ParameterKind {
  readonly symbol: string;
  readonly unit: string;
  readonly quantity: Quantity;
}

/** A kind of circuit element, named and parametrised as impedance.py does (Murbach et al., JOSS 5, 2349, 2020). */
export interface ElementKind {
  readonly name: string;
  readonly parameters: readonly ParameterKind[];
  /** Puts Z and dZ/dp at all frequencies into `at`. */
  readonly respond: (at: ElementResponse) => void;
}

const resistance = (symbol = "R"): ParameterKind => ({ symbol, unit: "ohm", quantity: "resistance" });
const impedance = (symbol = "R"): ParameterKind => ({ symbol, unit: "ohm", quantity: "impedance" });
const time = (symbol = "tau"): ParameterKind => ({ symbol, unit: "s", quantity: "time" });
const exponent = (symbol = "n"): ParameterKind => ({ symbol, unit: "", quantity: "exponent" });
const number = (symbol: string): ParameterKind => ({ symbol, unit: "", quantity: "number" });
const admittance: ParameterKind = { symbol: "Q", unit: "S s^n", quantity: "admittance" };

const j = (value: number): Complex => complex(0, value);
/** (j x)^n. */
const powerOfImaginary = (x: number, n: number): Complex => polar(x ** n, (n * Math.PI) / 2);
/** ln(j x). */
const logOfImaginary = (x: number): Complex => complex(Math.log(x), Math.PI / 2);

/** An element that tells Z and then dZ/dp of one angular frequency, 1/s, after another. */
const pointwise =
  (pointOf: (at: ElementResponse) => (omega: number) => readonly [Complex, ...Complex[]]) =>
  (at: ElementResponse): void => {
    const point = pointOf(at);
    at.omega.forEach((omega, i) => {
      at.set(i, ...point(omega));
    });
  };

const resistor: ElementKind = {
  name: "resistor",
  parameters: [resistance()],
  respond: (at) => {
    const r = at.value(0);
    for (let i = 0; i < at.count; i++) {
      at.setImpedance(i, r, 0);
      at.setDerivative(0, i, 1, 0);
    }
  },
};

const capacitor: ElementKind = {
  name: "capacitor",
  parameters: [{ symbol: "C", unit: "F", quantity: "capacitance" }],
  respond: (at) => {
    const c = at.value(0);
    for (let i = 0; i < at.count; i++) {
      const reactance = -1 / ((at.omega[i] ?? NaN) * c);
      at.setImpedance(i, 0, reactance);
      at.setDerivative(0, i, 0, -reactance / c);
    }
  },
};

const inductor: ElementKind = {
  name: "inductor",
  parameters: [{ symbol: "L", unit: "H", quantity: "inductance" }],
  respond: (at) => {
    const l = at.value(0);
    for (let i = 0; i < at.count; i++) {
      const omega = at.omega[i] ?? NaN;
      at.setImpedance(i, 0, omega * l);
      at.setDerivative(0, i, 0, omega);
    }
  },
};

/** Semi-infinite diffusion: A (1 - j) / sqrt(omega). */
const warburg: ElementKind = {
  name: "Warburg element",
  parameters: [{ symbol: "A", unit: "ohm s^-1/2", quantity: "warburg" }],
  respond: (at) => {
    const a = at.value(0);
    for (let i = 0; i < at.count; i++) {
      const shape = 1 / Math.sqrt(at.omega[i] ?? NaN);
      at.setImpedance(i, a * shape, -a * shape);
      at.setDerivative(0, i, shape, -shape);
    }
  },
};

/** Diffusion to a wall: Z0 coth(s) / s with s = sqrt(j omega tau) = x (1 + j). */
const openWarburg: ElementKind = {
  name: "open Warburg element",
  parameters: [impedance("Z0"), time()],
  respond: (at) => {
    const z0 = at.value(0);
    const tau = at.value(1);
    for (let i = 0; i < at.count; i++) {
      const x = Math.sqrt(((at.omega[i] ?? NaN) * tau) / 2);
      // coth(s) = (sinh 2x - j sin 2x) / (2 sinh^2 x + 2 sin^2 x), with exp(-2x) on both sides, which never overflows.
      const decay = Math.exp(-2 * x);
      const sinh = -Math.expm1(-2 * x) / 2;
      const norm = 2 * (sinh * sinh + decay * Math.sin(x) ** 2);
      const re = (sinh * (1 + decay)) / norm;
      const im = (-decay * Math.sin(2 * x)) / norm;
      const shapeRe = (re + im) / (2 * x);
      const shapeIm = (im - re) / (2 * x);
      at.setImpedance(i, z0 * shapeRe, z0 * shapeIm);
      at.setDerivative(0, i, shapeRe, shapeIm);
      const slope = -z0 / (2 * tau);
      at.setDerivative(1, i, slope * (re * re - im * im - 1 + shapeRe), slope * (2 * re * im + shapeIm));
    }
  },
};

/** Diffusion to a reservoir: Z0 tanh(s) / s with s = sqrt(j omega tau) = x (1 + j). */
const shortWarburg: ElementKind = {
  name: "short Warburg element",
  parameters: [impedance("Z0"), time()],
  respond: (at) => {
    const z0 = at.value(0);
    const tau = at.value(1);
    for (let i = 0; i < at.count; i++) {
      const x = Math.sqrt(((at.omega[i] ?? NaN) * tau) / 2);
      // tanh(s) = (sinh 2x + j sin 2x) / (2 sinh^2 x + 2 cos^2 x), with exp(-2x) on both sides, which never overflows.
      const decay = Math.exp(-2 * x);
      const sinh = -Math.expm1(-2 * x) / 2;
      const norm = 2 * (sinh * sinh + decay * Math.cos(x) ** 2);
      const re = (sinh * (1 + decay)) / norm;
      const im = (decay * Math.sin(2 * x)) / norm;
      const shapeRe = (re + im) / (2 * x);
      const shapeIm = (im - re) / (2 * x);
      at.setImpedance(i, z0 * shapeRe, z0 * shapeIm);
      at.setDerivative(0, i, shapeRe, shapeIm);
      const slope = z0 / (2 * tau);
      at.setDerivative(1, i, slope * (1 - re * re + im * im - shapeRe), slope * (-2 * re * im - shapeIm));
    }
  },
};

/** 1 / (Q (j omega)^n). */
const constantPhase: ElementKind = {
  name: "constant phase element",
  parameters: [admittance, exponent()],
  respond: (at) => {
    const q = at.value(0);
    const n = at.value(1);
    const cosine = Math.cos((n * Math.PI) / 2) / q;
    const sine = -Math.sin((n * Math.PI) / 2) / q;
    for (let i = 0; i < at.count; i++) {
      const logOmega = at.logOmega[i] ?? NaN;
      const modulus = Math.exp(-n * logOmega);
      const re = modulus * cosine;
      const im = modulus * sine;
      at.setImpedance(i, re, im);
      at.setDerivative(0, i, -re / q, -im / q);
      at.setDerivative(1, i, (im * Math.PI) / 2 - re * logOmega, (-re * Math.PI) / 2 - im * logOmega);
    }
  },
};

/** (j omega L)^n. */
const modifiedInductor: ElementKind = {
  name: "modified inductor",
  parameters: [{ symbol: "L", unit: "H", quantity: "inductance" }, exponent()],
  respond: pointwise((at) => {
    const l = at.value(0);
    const n = at.value(1);
    return (omega) => {
      const z = powerOfImaginary(omega * l, n);
      return [z, scale(z, n / l), multiply(z, logOfImaginary(omega * l))];
    };
  }),
};

/** R / sqrt(1 + j omega t). */
const gerischer: ElementKind = {
  name: "Gerischer element",
  parameters: [resistance(), time("t")],
  respond: pointwise((at) => {
    const r = at.value(0);
    const t = at.value(1);
    return (omega) => {
      const radicand = complex(1, omega * t);
      const shape = divide(one, squareRoot(radicand));
      const z = scale(shape, r);
      return [z, shape, scale(divide(multiply(z, j(omega)), radicand), -1 / 2)];
    };
  }),
};

/** R coth(phi q) / q with q = sqrt(1 + j omega t). */
const finiteGerischer: ElementKind = {
  name: "finite-length Gerischer element",
  parameters: [impedance(), time("t"), number("phi")],
  respond: pointwise((at) => {
    const r = at.value(0);
    const t = at.value(1);
    const phi = at.value(2);
    return (omega) => {
      const q = squareRoot(complex(1, omega * t));
      const cotangent = coth(scale(q, phi));
      const shape = divide(cotangent, q);
      const cosecant2 = subtract(square(cotangent), one);
      const byQ = divide(add(scale(cosecant2, phi), shape), q);
      const byT = multiply(byQ, divide(j(-omega * r), scale(q, 2)));
      return [scale(shape, r), shape, byT, scale(cosecant2, -r)];
    };
  }),
};

/** A resistor beside a capacitor, by its time constant: R / (1 + j omega tau). */
const resistorCapacitor: ElementKind = {
  name: "RC element",
  parameters: [resistance(), time()],
  respond: pointwise((at) => {
    const r = at.value(0);
    const tau = at.value(1);
    return (omega) => {
      const shape = divide(one, complex(1, omega * tau));
      return [scale(shape, r), shape, multiply(square(shape), j(-omega * r))];
    };
  }),
};

/** R / (1 + (j omega tau)^n). */
const zarc: ElementKind = {
  name: "ZARC element",
  parameters: [resistance(), time(), exponent()],
  respond: pointwise((at) => {
    const r = at.value(0);
    const tau = at.value(1);
    const n = at.value(2);
    return (omega) => {
      const power = powerOfImaginary(omega * tau, n);
      const shape = divide(one, add(one, power));
      const slope = scale(multiply(square(shape), power), -r);
      return [scale(shape, r), shape, scale(slope, n / tau), multiply(slope, logOfImaginary(omega * tau))];
    };
  }),
};

/** A pore with blocking walls: R coth(a) / a with a = sqrt(R Q (j omega)^n) (Landesfeind et al., JES 163, A1373, 2016). */
const transmissionLine: ElementKind = {
  name: "transmission line",
  parameters: [impedance(), admittance, exponent()],
  respond: pointwise((at) => {
    const r = at.value(0);
    const q = at.value(1);
    const n = at.value(2);
    return (omega) => {
      const a = squareRoot(scale(powerOfImaginary(omega, n), r * q));
      const cotangent = coth(a);
      const shape = divide(cotangent, a);
      /** a times the derivative of coth(a) / a. */
      const slope = subtract(subtract(one, square(cotangent)), shape);
      return [
        scale(shape, r),
        add(shape, scale(slope, 1 / 2)),
        scale(slope, r / (2 * q)),
        multiply(slope, scale(logOfImaginary(omega), r / 2)),
      ];
    };
  }),
};

/** A coth(b) / b + B / (b sinh(b)) with b = sqrt(a + j omega b) (Paasch, Micka and Gersdorf, Electrochim. Acta 38, 2653, 1993). */
const porousElectrode: ElementKind = {
  name: "porous electrode",
  parameters: [impedance("A"), impedance("B"), number("a"), time("b")],
  respond: pointwise((at) => {
    const first = at.value(0);
    const second = at.value(1);
    const a = at.value(2);
    const b = at.value(3);
    return (omega) => {
      const beta = squareRoot(complex(a, omega * b));
      const cotangent = coth(beta);
      const cosecant = csch(beta);
      const byFirst = divide(cotangent, beta);
      const bySecond = divide(cosecant, beta);
      const slope = add(
        scale(add(square(cosecant), byFirst), -first),
        scale(multiply(cosecant, add(divide(one, beta), cotangent)), -second),
      );
      const byRadicand = divide(slope, scale(square(beta), 2));
      return [
        add(scale(byFirst, first), scale(bySecond, second)),
        byFirst,
        bySecond,
        byRadicand,
        multiply(byRadicand, j(omega)),
      ];
    };
  }),
};

/** By the letters that stand for them in a circuit. */
export const elementKinds: ReadonlyMap<string, ElementKind> = new Map([
  ["R", resistor],
  ["C", capacitor],
  ["L", inductor],
  ["W", warburg],
  ["Wo", openWarburg],
  ["Ws", shortWarburg],
  ["CPE", constantPhase],
  ["La", modifiedInductor],
  ["G", gerischer],
  ["Gs", finiteGerischer],
  ["K", resistorCapacitor],
  ["Zarc", zarc],
  ["TLMQ", transmissionLine],
  ["T", porousElectrode],
]);
