import { elementBySymbol } from "../crystal/elements";

/** Two elements whose densities make a block of the power spectrum, the one of lower atomic number first. */
export interface SpeciesPair {
  readonly first: string;
  readonly second: string;
}

/** Elements by rising atomic number, each once. */
export function byAtomicNumber(elements: Iterable<string>): string[] {
  const number = (symbol: string) => elementBySymbol(symbol)?.atomicNumber ?? Infinity;
  return [...new Set(elements)].sort((one, other) => number(one) - number(other));
}

/**
 * The blocks of a vector: all pairs of the species, or those with S by the name of the other, as the thesis keeps them
 * ("partialS").
 *
 * @param species by rising atomic number.
 */
export function speciesPairs(species: readonly string[], blocks: "all" | "anion"): SpeciesPair[] {
  const pairs = species.flatMap((first, i) => species.slice(i).map((second) => ({ first, second })));
  if (blocks === "all") return pairs;
  const other = ({ first, second }: SpeciesPair) => (first === anion ? second : first);
  return pairs
    .filter(({ first, second }) => first === anion || second === anion)
    .sort((one, next) => (other(one) < other(next) ? -1 : 1));
}

const anion = "S";

/** A name for each value of the power spectrum: elements with their radial functions, and the degree. */
export function spectrumLabels(pairs: readonly SpeciesPair[], nMax: number, lMax: number): readonly string[] {
  const key = `${pairs.map(({ first, second }) => `${first}${second}`).join()} ${nMax} ${lMax}`;
  const known = written.get(key) ?? writeLabels(pairs, nMax, lMax);
  if (written.size < mostWritten) written.set(key, known);
  return known;
}

const written = new Map<string, readonly string[]>();
const mostWritten = 100;

function writeLabels(pairs: readonly SpeciesPair[], nMax: number, lMax: number): string[] {
  const labels: string[] = [];
  for (const { first, second } of pairs)
    for (let l = 0; l <= lMax; l++)
      for (let n = 1; n <= nMax; n++)
        for (let m = first === second ? n : 1; m <= nMax; m++)
          labels.push(`${first}${n} ${second}${m} l=${l}`);
  return labels;
}
