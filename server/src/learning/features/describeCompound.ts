import type { Structure } from "../../crystal/structure";
import { cellFeatures } from "./cellFeatures";
import { contentOfStructure, type CellContent } from "./cellContent";
import { compositionFeatures } from "./compositionFeatures";
import type { FeatureValues } from "./featureValues";
import { lithiumEnvironment } from "./lithiumEnvironment";

/** All that is told of a structure. */
export function describeStructure(structure: Structure): FeatureValues {
  return new Map([...describeContent(contentOfStructure(structure)), ...lithiumEnvironment(structure)]);
}

/** What is told of a compound whose atoms were not located. */
export function describeContent(content: CellContent): FeatureValues {
  return new Map([...compositionFeatures(content), ...cellFeatures(content)]);
}
