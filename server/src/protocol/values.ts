import * as v from "valibot";

export interface Refused {
  readonly kind: "refused";
  readonly reason: string;
}

/** A value with one standard deviation; `null` where the data do not determine it. */
export interface EstimatedValue {
  readonly value: number;
  readonly standardError: number | null;
}

export interface MeasuredValue {
  readonly value: number;
  readonly uncertainty: number;
}

export const notNegative = v.pipe(v.number(), v.finite(), v.minValue(0));
/** From 0 on. */
export const wholeNumber = v.pipe(v.number(), v.integer(), v.minValue(0));
export const positive = v.pipe(v.number(), v.finite(), v.gtValue(0));
export const measuredValue = v.object({ value: v.number(), uncertainty: v.number() });
export const estimatedValue = v.object({ value: v.number(), standardError: v.nullable(v.number()) });
