import type { ClusterRepresentation, DescriptorPair } from "../../protocol/clusters";
import { configureRepresentation, type RepresentationChoice } from "../../screening/representation";
import { sentence } from "../sentence";

const settled = new Map<string, RepresentationChoice>();

/** A descriptor with its hyper-parameters settled once for all structures. */
export function settledPair(pair: DescriptorPair): RepresentationChoice {
  const { descriptor, simplification, options } = pair;
  const key = JSON.stringify([descriptor, simplification, options]);
  const choice = settled.get(key) ?? configureRepresentation(descriptor, simplification, options);
  settled.set(key, choice);
  return choice;
}

/** The pairs that a representation is made of. */
export function pairsOf({ second, ...first }: ClusterRepresentation): DescriptorPair[] {
  return second === null ? [first] : [first, second];
}

/** What is wrong with the names and hyper-parameters of a representation; `undefined` where they are right. */
export function faultOf(representation: ClusterRepresentation): string | undefined {
  for (const pair of pairsOf(representation)) {
    const choice = settledPair(pair);
    if (!choice.ok) return sentence(choice.reason);
  }
  return undefined;
}
