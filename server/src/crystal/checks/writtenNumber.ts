import type { Block } from "../../cif/document";
import { parseNumber } from "../../cif/number";
import type { TextRange } from "../../cif/problem";
import { firstText } from "../reading/writtenValue";

/** A number of the file with its place. */
export interface WrittenNumber {
  readonly value: number;
  /** 0 where the file gives none. */
  readonly uncertainty: number;
  /** Half a unit of its last digit. */
  readonly rounding: number;
  readonly range: TextRange;
}

/** The first of these data names that has a value, where that is a number. */
export function writtenNumber(block: Block, tags: readonly string[]): WrittenNumber | undefined {
  const written = firstText(block, tags);
  const number = written && parseNumber(written.text);
  if (!number || !Number.isFinite(number.value)) return undefined;
  const rounding = lastDigit(written.text) / 2;
  return { value: number.value, uncertainty: number.uncertainty ?? 0, rounding, range: written.range };
}

function lastDigit(text: string): number {
  return parseNumber(`${text.trim().replace(/\(\d+\)$/, "")}(1)`)?.uncertainty ?? 0;
}

/** Four significant digits, for messages. */
export function shown(value: number): string {
  return String(Number(value.toPrecision(4)));
}
