import type { Random } from "../random";

/** One hyper-parameter: values in rising order to choose from, or a range. */
export type Parameter =
  | { readonly name: string; readonly kind: "choice"; readonly values: readonly number[] }
  | {
      readonly name: string;
      readonly kind: "range";
      readonly lowest: number;
      readonly highest: number;
      /** Whether equal ratios, not equal differences, matter alike. */
      readonly logarithmic: boolean;
    };

export type SearchSpace = readonly Parameter[];

/** A value for every parameter, by its name. */
export type Configuration = Readonly<Record<string, number>>;

/** The choices of a table, such as Table C.7 of the thesis. */
export function choices(values: Readonly<Record<string, readonly number[]>>): SearchSpace {
  return Object.entries(values).map(([name, list]) => ({ name, kind: "choice", values: list }));
}

/** Every value as likely as any other; of logarithmic ranges, every ratio. */
export function randomConfiguration(space: SearchSpace, random: Random): Configuration {
  return configurationOf(space, (parameter) =>
    parameter.kind === "choice"
      ? (parameter.values[random.below(parameter.values.length)] ?? NaN)
      : fromUnit(parameter, random.uniform()),
  );
}

export function configurationOf(
  space: SearchSpace,
  valueOf: (parameter: Parameter) => number,
): Configuration {
  return Object.fromEntries(space.map((parameter) => [parameter.name, valueOf(parameter)]));
}

export type RangeParameter = Extract<Parameter, { kind: "range" }>;

/** The value of a range at a place from 0 to 1. */
export function fromUnit({ lowest, highest, logarithmic }: RangeParameter, place: number): number {
  return logarithmic ? lowest * (highest / lowest) ** place : lowest + (highest - lowest) * place;
}

/** The inverse of {@link fromUnit}. */
export function toUnit({ lowest, highest, logarithmic }: RangeParameter, value: number): number {
  return logarithmic
    ? Math.log(value / lowest) / Math.log(highest / lowest)
    : (value - lowest) / (highest - lowest);
}
