import type { CellContent, Species } from "./cellContent";
import { elementProperties, ionicRadius } from "./elementProperties";
import { weightedStatistics, type FeatureValues } from "./featureValues";

/** A number of a species whose statistics over the species of a group are features. */
interface Property {
  /** With its unit. */
  readonly name: string;
  readonly of: (species: Species) => number | undefined;
}

const elemental: readonly Property[] = [
  { name: "electronegativity", of: ({ element }) => elementProperties(element)?.electronegativity },
  { name: "atomic radius (Å)", of: ({ element }) => elementProperties(element)?.atomicRadius },
  { name: "ionisation energy (eV)", of: ({ element }) => elementProperties(element)?.ionisationEnergy },
  { name: "Mendeleev number", of: ({ element }) => elementProperties(element)?.mendeleevNumber },
  { name: "group", of: ({ element }) => elementProperties(element)?.group },
  { name: "period", of: ({ element }) => elementProperties(element)?.period },
];
const radius: Property = {
  name: "ionic radius (Å)",
  of: ({ element, charge }) => ionicRadius(element, charge),
};
const charge: Property = { name: "charge", of: (species) => species.charge };

/** Groups of species, with what is told of each. */
const groups = [
  { name: "all atoms", holds: () => true, properties: elemental },
  { name: "framework cations", holds: isFrameworkCation, properties: [...elemental, radius, charge] },
  { name: "anions", holds: isAnion, properties: [...elemental, radius, charge] },
] as const;

/**
 * What the composition of a compound tells: fractions of its elements (as `fraction of La`, none for absent elements), ratios
 * of lithium, framework cations and anions, mixing entropies, and statistics of the properties of its elements over all
 * atoms, the framework cations and the anions. The same for a cell and any supercell.
 */
export function compositionFeatures({ species }: CellContent): FeatureValues {
  const features = new Map<string, number>();
  const atoms = total(species);
  for (const { element, amount } of species) {
    const name = elementFraction(element);
    features.set(name, (features.get(name) ?? 0) + amount / atoms);
  }
  addRatios(features, species);
  for (const { name, holds, properties } of groups) {
    const members = species.filter(holds);
    for (const property of properties) addStatistics(features, members, name, property);
  }
  return features;
}

export function elementFraction(element: string): string {
  return `fraction of ${element}`;
}

const statistic = /^(?:mean|spread of|least|most) (?=.* of (?:all atoms|framework cations|anions)$)/;

/** The property that a feature is a statistic of: `electronegativity of anions`; the feature itself where it is none. */
export function propertyOf(feature: string): string {
  return feature.replace(statistic, "");
}

function addRatios(features: Map<string, number>, species: readonly Species[]): void {
  const [cations, anions] = [species.filter(isFrameworkCation), species.filter(isAnion)];
  const lithium = total(species.filter(({ element }) => element === "Li"));
  const [cationAtoms, anionAtoms] = [total(cations), total(anions)];
  features.set("Li per anion", lithium / anionAtoms);
  features.set("framework cations per anion", cationAtoms / anionAtoms);
  features.set("Li per framework cation", lithium / (lithium + cationAtoms));
  features.set("number of elements", new Set(species.map(({ element }) => element)).size);
  features.set("number of framework cation species", cations.length);
  features.set("number of anion species", anions.length);
  features.set("mixing entropy of framework cations", mixingEntropy(cations));
  features.set("mixing entropy of anions", mixingEntropy(anions));
  features.set("mixing entropy of all atoms", mixingEntropy(species));
  features.set(
    "share of the commonest anion",
    Math.max(0, ...anions.map(({ amount }) => amount)) / anionAtoms,
  );
  const mean = (members: readonly Species[]) =>
    weightedStatistics(
      members.map(({ element, amount }) => ({
        value: elementProperties(element)?.electronegativity,
        weight: amount,
      })),
    ).mean;
  features.set("electronegativity difference of anions and framework cations", mean(anions) - mean(cations));
}

function addStatistics(
  features: Map<string, number>,
  members: readonly Species[],
  group: string,
  property: Property,
): void {
  const { mean, deviation, least, most } = weightedStatistics(
    members.map((member) => ({ value: property.of(member), weight: member.amount })),
  );
  features.set(`mean ${property.name} of ${group}`, mean);
  features.set(`spread of ${property.name} of ${group}`, deviation);
  features.set(`least ${property.name} of ${group}`, least);
  features.set(`most ${property.name} of ${group}`, most);
}

/** All that is no anion and no lithium: atoms without a charge belong to the framework too. */
export function isFrameworkCation({ element, charge }: Pick<Species, "element" | "charge">): boolean {
  return element !== "Li" && charge >= 0;
}

export function isAnion({ element, charge }: Pick<Species, "element" | "charge">): boolean {
  return element !== "Li" && charge < 0;
}

function total(species: readonly Species[]): number {
  return species.reduce((sum, { amount }) => sum + amount, 0);
}

/** -sum x ln x over the shares of the species, in units of the gas constant. */
function mixingEntropy(species: readonly Species[]): number {
  const atoms = total(species);
  return species.reduce((sum, { amount }) => sum - (amount / atoms) * Math.log(amount / atoms), 0);
}
