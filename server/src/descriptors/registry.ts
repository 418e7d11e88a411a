import { bondFraction } from "./bondFraction";
import { chemicalOrdering } from "./chemicalOrdering";
import { orbitalFieldMatrix } from "./orbitalFieldMatrix";
import { structureHeterogeneity } from "./structureHeterogeneity";
import { maximumPackingEfficiency } from "./maximumPackingEfficiency";
import { globalInstability } from "./globalInstability";
import { mxrd } from "./mxrd";
import { structuralComplexity } from "./structuralComplexity";
import { radialDistributionFunction } from "./radialDistributionFunction";
import { sineCoulombMatrix } from "./sineCoulombMatrix";
import { ewaldEnergy } from "./ewald";
import { bandCenter } from "./bandCenter";
import { density } from "./density";
import type { Descriptor } from "./descriptor";
import { electronegativityDifference } from "./electronegativityDifference";
import { meredig } from "./meredig";
import { oxidationStates } from "./oxidationStates";
import { soap } from "./soap";
import { valenceOrbital } from "./valenceOrbital";

/** The descriptors of Table 2.1 of the thesis. */
export const descriptors: readonly Descriptor[] = [
  bondFraction,
  chemicalOrdering,
  orbitalFieldMatrix,
  structureHeterogeneity,
  maximumPackingEfficiency,
  globalInstability,
  mxrd,
  structuralComplexity,
  radialDistributionFunction,
  sineCoulombMatrix,
  ewaldEnergy,
  bandCenter,
  density,
  electronegativityDifference,
  meredig,
  oxidationStates,
  soap,
  valenceOrbital,
];

const byName = new Map(descriptors.map((descriptor) => [descriptor.name, descriptor]));

/** The descriptor of a name; `undefined` where there is none. */
export function descriptorByName(name: string): Descriptor | undefined {
  return byName.get(name);
}
