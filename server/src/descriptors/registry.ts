import { bandCenter } from "./bandCenter";
import { bondFraction } from "./bondFraction";
import { cavd } from "./cavd";
import { chemicalOrdering } from "./chemicalOrdering";
import { density } from "./density";
import type { Descriptor } from "./descriptor";
import { electronegativityDifference } from "./electronegativityDifference";
import { ewaldEnergy } from "./ewald";
import { globalInstability } from "./globalInstability";
import { jarvis } from "./jarvis";
import { maximumPackingEfficiency } from "./maximumPackingEfficiency";
import { meredig } from "./meredig";
import { mxrd } from "./mxrd";
import { orbitalFieldMatrix } from "./orbitalFieldMatrix";
import { oxidationStates } from "./oxidationStates";
import { radialDistributionFunction } from "./radialDistributionFunction";
import { sineCoulombMatrix } from "./sineCoulombMatrix";
import { soap } from "./soap";
import { structuralComplexity } from "./structuralComplexity";
import { structureHeterogeneity } from "./structureHeterogeneity";
import { valenceOrbital } from "./valenceOrbital";

/** The descriptors of Table 2.1 of the thesis, in its order. */
export const descriptors: readonly Descriptor[] = [
  bondFraction,
  bandCenter,
  cavd,
  chemicalOrdering,
  density,
  electronegativityDifference,
  ewaldEnergy,
  globalInstability,
  jarvis,
  maximumPackingEfficiency,
  meredig,
  mxrd,
  orbitalFieldMatrix,
  oxidationStates,
  radialDistributionFunction,
  sineCoulombMatrix,
  soap,
  structuralComplexity,
  structureHeterogeneity,
  valenceOrbital,
];

const byName = new Map(descriptors.map((descriptor) => [descriptor.name, descriptor]));

/** The descriptor of a name; `undefined` where there is none. */
export function descriptorByName(name: string): Descriptor | undefined {
  return byName.get(name);
}
