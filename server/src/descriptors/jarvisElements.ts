import { chemicalNames, chemicalTable, combination, propertyNames } from "./jarvisChemistryTable";
import { electronTable } from "./jarvisElectronTable";

/** Points at which the density of the electrons is told, and how far they are apart, angstrom. */
const [electronPoints, electronStep] = [378, 0.05];

export const elementLabels: readonly string[] = chemicalNames;
export const electronLabels: readonly string[] = Array.from(
  { length: electronPoints },
  (_, i) => `electrons at ${Number((i * electronStep).toFixed(2))} angstrom`,
);

/** What JARVIS has of an element: chemical descriptors and the radial density of its electrons. */
export interface JarvisElement {
  readonly chemistry: Float64Array;
  readonly electrons: Float64Array;
}

const known = new Map<string, JarvisElement | undefined>();

/** `undefined` where there are no data of an element. */
export function jarvisElement(symbol: string): JarvisElement | undefined {
  if (!known.has(symbol)) known.set(symbol, readElement(symbol));
  return known.get(symbol);
}

function readElement(symbol: string): JarvisElement | undefined {
  const [properties, electrons] = [rowOf(chemicalTable, symbol), rowOf(electronTable, symbol)];
  if (!properties || !electrons) return undefined;
  const own = new Map(propertyNames.map((name, i) => [name, properties[i] ?? 0]));
  return {
    chemistry: Float64Array.from(chemicalNames, (name) => chemicalValue(own, name)),
    electrons: Float64Array.from({ length: electronPoints }, (_, i) => electrons[i] ?? 0),
  };
}

function rowOf(table: string, symbol: string): readonly number[] | undefined {
  const start = table.indexOf(`\n${symbol} `);
  if (start < 0) return undefined;
  const [, ...numbers] = table.slice(start + 1, table.indexOf("\n", start + 1)).split(" ");
  return numbers.map(Number);
}

function chemicalValue(own: ReadonlyMap<string, number>, name: string): number {
  const [, first = "", operation, second = ""] = combination.exec(name) ?? [];
  const [one, other] = [own.get(first) ?? 0, own.get(second) ?? 0];
  if (operation === "add") return one + other;
  if (operation === "subs") return one - other;
  if (operation === "mult") return one * other;
  if (operation === "divi") return notZero(one) / notZero(other);
  return name === "voro_coord" ? notZero(own.get(name) ?? 0) : (own.get(name) ?? 0);
}

/** In quotients a coordination number of 0 counts as 1, and with it where it stands alone. */
const notZero = (value: number) => (value === 0 ? 1 : value);
