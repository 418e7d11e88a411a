import { elementBySymbol, withoutIsotope } from "./elements";

/** Amounts of the elements as written, or why the text is no formula. */
export type ParsedFormula =
  | { readonly ok: true; readonly composition: ReadonlyMap<string, number> }
  | { readonly ok: false; readonly reason: string };

/**
 * Reads a chemical formula: elements with amounts, which may be fractions (`Li6.25Si0.25P0.75S5Br`), in brackets of any
 * shape and depth (`LiTi2(PO4)3`), and units joined by a dot (`Li2SO4·H2O`). Deuterium and tritium are hydrogen.
 */
export function parseFormula(text: string): ParsedFormula {
  const total = new Map<string, number>();
  for (const unit of text.split(/[·*]/u)) {
    const reader = new FormulaReader(unit.replace(/\s+/gu, ""));
    const factor = reader.amount();
    const reason = reader.readParts(total, factor);
    if (reason !== undefined) return { ok: false, reason };
  }
  for (const [element, amount] of total) if (amount === 0) total.delete(element);
  return total.size > 0 ? { ok: true, composition: total } : { ok: false, reason: "there are no atoms" };
}

const closing = new Map([
  ["(", ")"],
  ["[", "]"],
  ["{", "}"],
]);

class FormulaReader {
  private place = 0;

  constructor(private readonly text: string) {}

  /** The number at this place; 1 where there is none. */
  amount(): number {
    const number = this.take(/(?:\d+(?:\.\d*)?|\.\d+)/uy);
    return number === undefined ? 1 : Number(number);
  }

  /** Adds what follows, up to the bracket `end` or the end of the text; says why not where it cannot. */
  readParts(total: Map<string, number>, factor: number, end = ""): string | undefined {
    while (this.place < this.text.length) {
      if (end !== "" && this.text.startsWith(end, this.place)) {
        this.place += end.length;
        return undefined;
      }
      const reason = this.readPart(total, factor);
      if (reason !== undefined) return reason;
    }
    return end === "" ? undefined : `"${end}" is missing`;
  }

  private readPart(total: Map<string, number>, factor: number): string | undefined {
    const opened = this.take(/[([{]/uy);
    if (opened !== undefined) {
      const inside = new Map<string, number>();
      const reason = this.readParts(inside, 1, closing.get(opened));
      if (reason !== undefined) return reason;
      const times = factor * this.amount();
      for (const [element, amount] of inside) add(total, element, times * amount);
      return undefined;
    }
    const symbol = this.take(/[A-Z][a-z]?/uy);
    if (symbol === undefined) return `"${this.take(/./uy) ?? ""}" does not belong into a formula`;
    const element = withoutIsotope(symbol);
    if (!elementBySymbol(element)) return `"${symbol}" is no element`;
    add(total, element, factor * this.amount());
    return undefined;
  }

  private take(pattern: RegExp): string | undefined {
    pattern.lastIndex = this.place;
    const [found] = pattern.exec(this.text) ?? [];
    this.place += found?.length ?? 0;
    return found;
  }
}

function add(total: Map<string, number>, element: string, amount: number): void {
  total.set(element, (total.get(element) ?? 0) + amount);
}
