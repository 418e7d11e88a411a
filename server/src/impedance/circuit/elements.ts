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
import type { PointResponse } from "./pointResponse";

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
  /** Puts Z and dZ/dp at an angular frequency, 1/s, into `at`; its parameters are `at.values` from `offset` on. */
  readonly respond: (omega: number, at: PointResponse, offset: number) => void;
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

const resistor: ElementKind = {
  name: "resistor",
  parameters: [resistance()],
  respond: (_, at, offset) => {
    at.setImpedance(at.value(offset), 0);
    at.setDerivative(offset, 1, 0);
  },
};

const capacitor: ElementKind = {
  name: "capacitor",
  parameters: [{ symbol: "C", unit: "F", quantity: "capacitance" }],
  respond: (omega, at, offset) => {
    const c = at.value(offset);
    const reactance = -1 / (omega * c);
    at.setImpedance(0, reactance);
    at.setDerivative(offset, 0, -reactance / c);
  },
};

const inductor: ElementKind = {
  name: "inductor",
  parameters: [{ symbol: "L", unit: "H", quantity: "inductance" }],
  respond: (omega, at, offset) => {
    at.setImpedance(0, omega * at.value(offset));
    at.setDerivative(offset, 0, omega);
  },
};

/** Semi-infinite diffusion: A (1 - j) / sqrt(omega). */
const warburg: ElementKind = {
  name: "Warburg element",
  parameters: [{ symbol: "A", unit: "ohm s^-1/2", quantity: "warburg" }],
  respond: (omega, at, offset) => {
    const a = at.value(offset);
    const shape = 1 / Math.sqrt(omega);
    at.setImpedance(a * shape, -a * shape);
    at.setDerivative(offset, shape, -shape);
  },
};

/** Diffusion to a wall: Z0 coth(s) / s with s = sqrt(j omega tau). */
const openWarburg: ElementKind = {
  name: "open Warburg element",
  parameters: [impedance("Z0"), time()],
  respond: (omega, at, offset) => {
    const z0 = at.value(offset);
    const tau = at.value(offset + 1);
    const s = squareRoot(j(omega * tau));
    const cotangent = coth(s);
    const shape = divide(cotangent, s);
    const slope = add(subtract(square(cotangent), one), shape);
    at.set(offset, scale(shape, z0), shape, scale(slope, -z0 / (2 * tau)));
  },
};

/** Diffusion to a reservoir: Z0 tanh(s) / s with s = sqrt(j omega tau). */
const shortWarburg: ElementKind = {
  name: "short Warburg element",
  parameters: [impedance("Z0"), time()],
  respond: (omega, at, offset) => {
    const z0 = at.value(offset);
    const tau = at.value(offset + 1);
    const s = squareRoot(j(omega * tau));
    const tangent = divide(one, coth(s));
    const shape = divide(tangent, s);
    const slope = subtract(subtract(one, square(tangent)), shape);
    at.set(offset, scale(shape, z0), shape, scale(slope, z0 / (2 * tau)));
  },
};

/** 1 / (Q (j omega)^n). */
const constantPhase: ElementKind = {
  name: "constant phase element",
  parameters: [admittance, exponent()],
  respond: (omega, at, offset) => {
    const q = at.value(offset);
    const n = at.value(offset + 1);
    const logOmega = Math.log(omega);
    const modulus = Math.exp(-n * logOmega) / q;
    const re = modulus * Math.cos((n * Math.PI) / 2);
    const im = -modulus * Math.sin((n * Math.PI) / 2);
    at.setImpedance(re, im);
    at.setDerivative(offset, -re / q, -im / q);
    at.setDerivative(offset + 1, (im * Math.PI) / 2 - re * logOmega, (-re * Math.PI) / 2 - im * logOmega);
  },
};

/** (j omega L)^n. */
const modifiedInductor: ElementKind = {
  name: "modified inductor",
  parameters: [{ symbol: "L", unit: "H", quantity: "inductance" }, exponent()],
  respond: (omega, at, offset) => {
    const l = at.value(offset);
    const n = at.value(offset + 1);
    const z = powerOfImaginary(omega * l, n);
    at.set(offset, z, scale(z, n / l), multiply(z, logOfImaginary(omega * l)));
  },
};

/** R / sqrt(1 + j omega t). */
const gerischer: ElementKind = {
  name: "Gerischer element",
  parameters: [resistance(), time("t")],
  respond: (omega, at, offset) => {
    const r = at.value(offset);
    const t = at.value(offset + 1);
    const radicand = complex(1, omega * t);
    const shape = divide(one, squareRoot(radicand));
    const z = scale(shape, r);
    at.set(offset, z, shape, scale(divide(multiply(z, j(omega)), radicand), -1 / 2));
  },
};

/** R coth(phi q) / q with q = sqrt(1 + j omega t). */
const finiteGerischer: ElementKind = {
  name: "finite-length Gerischer element",
  parameters: [impedance(), time("t"), number("phi")],
  respond: (omega, at, offset) => {
    const r = at.value(offset);
    const t = at.value(offset + 1);
    const phi = at.value(offset + 2);
    const q = squareRoot(complex(1, omega * t));
    const cotangent = coth(scale(q, phi));
    const shape = divide(cotangent, q);
    const cosecant2 = subtract(square(cotangent), one);
    const byQ = divide(add(scale(cosecant2, phi), shape), q);
    const byT = multiply(byQ, divide(j(-omega * r), scale(q, 2)));
    at.set(offset, scale(shape, r), shape, byT, scale(cosecant2, -r));
  },
};

/** A resistor beside a capacitor, by its time constant: R / (1 + j omega tau). */
const resistorCapacitor: ElementKind = {
  name: "RC element",
  parameters: [resistance(), time()],
  respond: (omega, at, offset) => {
    const r = at.value(offset);
    const tau = at.value(offset + 1);
    const shape = divide(one, complex(1, omega * tau));
    at.set(offset, scale(shape, r), shape, multiply(square(shape), j(-omega * r)));
  },
};

/** R / (1 + (j omega tau)^n). */
const zarc: ElementKind = {
  name: "ZARC element",
  parameters: [resistance(), time(), exponent()],
  respond: (omega, at, offset) => {
    const r = at.value(offset);
    const tau = at.value(offset + 1);
    const n = at.value(offset + 2);
    const power = powerOfImaginary(omega * tau, n);
    const shape = divide(one, add(one, power));
    const slope = scale(multiply(square(shape), power), -r);
    at.set(
      offset,
      scale(shape, r),
      shape,
      scale(slope, n / tau),
      multiply(slope, logOfImaginary(omega * tau)),
    );
  },
};

/** A pore with blocking walls: R coth(a) / a with a = sqrt(R Q (j omega)^n) (Landesfeind et al., JES 163, A1373, 2016). */
const transmissionLine: ElementKind = {
  name: "transmission line",
  parameters: [impedance(), admittance, exponent()],
  respond: (omega, at, offset) => {
    const r = at.value(offset);
    const q = at.value(offset + 1);
    const n = at.value(offset + 2);
    const a = squareRoot(scale(powerOfImaginary(omega, n), r * q));
    const cotangent = coth(a);
    const shape = divide(cotangent, a);
    /** a times the derivative of coth(a) / a. */
    const slope = subtract(subtract(one, square(cotangent)), shape);
    at.set(
      offset,
      scale(shape, r),
      add(shape, scale(slope, 1 / 2)),
      scale(slope, r / (2 * q)),
      multiply(slope, scale(logOfImaginary(omega), r / 2)),
    );
  },
};

/** A coth(b) / b + B / (b sinh(b)) with b = sqrt(a + j omega b) (Paasch, Micka and Gersdorf, Electrochim. Acta 38, 2653, 1993). */
const porousElectrode: ElementKind = {
  name: "porous electrode",
  parameters: [impedance("A"), impedance("B"), number("a"), time("b")],
  respond: (omega, at, offset) => {
    const first = at.value(offset);
    const second = at.value(offset + 1);
    const a = at.value(offset + 2);
    const b = at.value(offset + 3);
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
    at.set(
      offset,
      add(scale(byFirst, first), scale(bySecond, second)),
      byFirst,
      bySecond,
      byRadicand,
      multiply(byRadicand, j(omega)),
    );
  },
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
