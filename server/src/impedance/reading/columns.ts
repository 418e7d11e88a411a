import { columnMeaning, type ColumnMeaning, type Quantity } from "./columnMeaning";

/** A column that is read: `value * scale + offset`. */
export interface Column {
  /** From 0. */
  readonly index: number;
  readonly scale: number;
  readonly offset: number;
}

/** The columns of a table that make a spectrum. */
export interface SpectrumColumns {
  readonly frequency: Column;
  readonly form: "cartesian" | "polar";
  /** Z' or |Z|. */
  readonly first: Column;
  /** Z'' or the phase. */
  readonly second: Column;
  /** Whether the unit of the phase is known; true for Z''. */
  readonly secondUnitKnown: boolean;
  readonly temperature: Column | undefined;
  /** Tells sweeps apart. */
  readonly loop: Column | undefined;
}

/** Or why a row of names is not the head of a table of spectra. */
export type ColumnSearch =
  | { readonly kind: "found"; readonly columns: SpectrumColumns }
  | { readonly kind: "no-frequency" }
  | { readonly kind: "areal"; readonly index: number }
  | { readonly kind: "no-impedance" };

/** Finds frequency and impedance among the names of columns; Z' and Z'' go before modulus and phase. */
export function spectrumColumns(names: readonly string[]): ColumnSearch {
  const meanings = new Map<Quantity, { index: number; meaning: ColumnMeaning }>();
  for (const [index, name] of names.entries()) {
    const meaning = columnMeaning(name);
    if (meaning && !meanings.has(meaning.quantity)) meanings.set(meaning.quantity, { index, meaning });
  }
  const column = (quantity: Quantity): Column | undefined => {
    const found = meanings.get(quantity);
    return found && { index: found.index, scale: found.meaning.scale, offset: found.meaning.offset };
  };
  const cartesian = meanings.has("re") && meanings.has("im");
  const first = column(cartesian ? "re" : "modulus");
  const second = column(cartesian ? "im" : "phase");
  if (!first || !second) return { kind: "no-impedance" };
  const frequency = column("frequency");
  if (!frequency) return { kind: "no-frequency" };
  if (meanings.get(cartesian ? "re" : "modulus")?.meaning.areal) return { kind: "areal", index: first.index };
  return {
    kind: "found",
    columns: {
      frequency,
      form: cartesian ? "cartesian" : "polar",
      first,
      second,
      secondUnitKnown: cartesian || meanings.get("phase")?.meaning.unitKnown === true,
      temperature: column("temperature"),
      loop: column("loop"),
    },
  };
}

/** Columns whose places are known: frequency, Z' and Z'', in hertz and ohm. */
export function cartesianColumns(frequency: number, re: number, im: number, imSign = 1): SpectrumColumns {
  const column = (index: number, scale = 1): Column => ({ index, scale, offset: 0 });
  return {
    frequency: column(frequency),
    form: "cartesian",
    first: column(re),
    second: column(im, imSign),
    secondUnitKnown: true,
    temperature: undefined,
    loop: undefined,
  };
}
