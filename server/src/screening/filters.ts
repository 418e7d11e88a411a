import { elementBySymbol, withoutIsotope } from "../crystal/elements";
import { parseFormula } from "../crystal/parseFormula";
import { composition, type Structure } from "../crystal/structure";
import type { SuperionicModel } from "../learning/superionicModel";
import { relativeDifference, similarity } from "../learning/validation/similarity";
import type { FilterResult, ScreeningFilters } from "../protocol/screening";

/** Amounts of the elements, in any unit. */
type Composition = ReadonlyMap<string, number>;

/** eV: candidates have a wider gap (section 4.3 of the thesis). */
export const leastBandGap = 1;

/** What the filters say where there is no structure. */
export const unknownFilters: ScreeningFilters = {
  lithium: unknown(),
  bandGap: unknown(),
  intermetallic: unknown(),
  novel: unknown(),
};

function unknown<Value>(): FilterResult<Value> {
  return { pass: null, value: null };
}

/** The filters of section 4.3 of the thesis, for one set of training compounds. */
export class Filters {
  /** Atomic fractions in the order of the alphabet, by the elements. */
  private readonly known = new Map<string, Float64Array[]>();

  constructor({ index, samples }: Pick<SuperionicModel, "index" | "samples">) {
    const formulas = new Set([...index.compounds, ...samples()].map(({ formula }) => formula));
    for (const formula of formulas) {
      const parsed = parseFormula(formula);
      if (!parsed.ok) continue;
      const { elements, fractions } = fractionsOf(parsed.composition);
      this.known.set(elements, [...(this.known.get(elements) ?? []), fractions]);
    }
  }

  /** @param bandGap as predicted, in eV. */
  judge(structure: Structure, bandGap: number | null): ScreeningFilters {
    const atoms = occupied(structure);
    const isMetal = isIntermetallic(structure, atoms);
    return {
      lithium: lithium(atoms),
      bandGap: { pass: bandGap === null ? null : bandGap > leastBandGap, value: bandGap },
      intermetallic: { pass: !isMetal, value: isMetal },
      novel: this.novel(atoms),
    };
  }

  private novel(atoms: Composition): FilterResult<number> {
    const { elements, fractions } = fractionsOf(atoms);
    const alike = this.known.get(elements) ?? [];
    const smallest = Math.min(...alike.map((other) => largestDifference(fractions, other)));
    return { pass: smallest > similarity, value: Number.isFinite(smallest) ? smallest : null };
  }
}

/** Without elements of which there is nothing. */
function occupied(structure: Structure): Composition {
  return new Map([...composition(structure)].filter(([, amount]) => amount > 0));
}

function fractionsOf(atoms: Composition): { readonly elements: string; readonly fractions: Float64Array } {
  const elements = [...atoms.keys()].sort();
  const total = [...atoms.values()].reduce((sum, amount) => sum + amount, 0);
  const fractions = Float64Array.from(elements, (element) => (atoms.get(element) ?? 0) / total);
  return { elements: elements.join(" "), fractions };
}

function largestDifference(fractions: Float64Array, others: Float64Array): number {
  return fractions.reduce((largest, x, k) => Math.max(largest, relativeDifference(x, others[k] ?? 0)), 0);
}

function lithium(atoms: Composition): FilterResult<number> {
  const total = [...atoms.values()].reduce((sum, amount) => sum + amount, 0);
  const amount = atoms.get("Li") ?? 0;
  return { pass: amount > 0, value: total > 0 ? amount / total : null };
}

/** No element that forms anions, or all oxidation states 0. */
function isIntermetallic({ orbits }: Structure, atoms: Composition): boolean {
  const formsAnions = [...atoms.keys()].some((symbol) =>
    elementBySymbol(withoutIsotope(symbol))?.oxidationStates.some((state) => state < 0),
  );
  return (
    !formsAnions ||
    orbits.every(({ occupants }) => occupants.every(({ oxidationState }) => oxidationState === 0))
  );
}
