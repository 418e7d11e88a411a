import { elementBySymbol } from "../../crystal/elements";
import { isFrameworkCation, type CellContent, type Species } from "./cellContent";
import { most, type FeatureValues } from "./featureValues";

/**
 * What is told of a compound also where its atoms were not located: fractions of its elements (as `fraction of La`, none for
 * absent elements), the number of elements, which tells doping, the room that Li has, and the hardest framework cation. The
 * same for a cell and any supercell.
 */
export function contentFeatures({ species, volume }: CellContent): FeatureValues {
  const features = new Map<string, number>();
  const atoms = total(species);
  for (const { element, amount } of species) {
    const name = elementFraction(element);
    features.set(name, (features.get(name) ?? 0) + amount / atoms);
  }
  const cations = species.filter(isFrameworkCation);
  return features
    .set("number of elements", features.size)
    .set("volume per Li (Å³)", volume / total(species.filter(({ element }) => element === "Li")))
    .set(
      "most electronegativity of framework cations",
      most(cations.flatMap(({ element }) => elementBySymbol(element)?.electronegativity ?? [])),
    );
}

export function elementFraction(element: string): string {
  return `fraction of ${element}`;
}

function total(species: readonly Species[]): number {
  return species.reduce((sum, { amount }) => sum + amount, 0);
}
