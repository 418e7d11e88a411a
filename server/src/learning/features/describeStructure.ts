import type { Structure } from "../../crystal/structure";
import { contentOfStructure } from "./cellContent";
import { contentFeatures } from "./contentFeatures";
import type { FeatureValues } from "./featureValues";
import { lithiumEnvironment } from "./lithiumEnvironment";

/** All that is told of a structure: what its cell holds, and how Li sits in it. */
export function describeStructure(structure: Structure): FeatureValues {
  return new Map([...contentFeatures(contentOfStructure(structure)), ...lithiumEnvironment(structure)]);
}
