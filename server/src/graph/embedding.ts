import { elementBySymbol } from "../crystal/elements";
import type { Occupant, Structure } from "../crystal/structure";
import type { ParentModel } from "./parentModel";

/**
 * The embedding of a site: the occupancy-weighted sum of its elements' embeddings, 16 numbers. What the occupancies
 * lack to 1 is vacancy and adds nothing; they are not renormalised. Elements that the parent does not know add nothing
 * (see {@link unknownElements}).
 */
export function embedOccupants(parent: ParentModel, occupants: readonly Occupant[]): Float64Array {
  const { width, values } = parent.embedding;
  const site = new Float64Array(width);
  for (const { element, occupancy } of occupants) {
    const row = (elementBySymbol(element)?.atomicNumber ?? Infinity) * width;
    for (let k = 0; k < width; k++) site[k] = (site[k] ?? 0) + occupancy * (values[row + k] ?? 0);
  }
  return site;
}

/** V0: the embeddings of orbits, `orbits x 16`. */
export function embedOrbits(parent: ParentModel, orbits: Structure["orbits"]): Float64Array {
  const { width } = parent.embedding;
  const atoms = new Float64Array(orbits.length * width);
  orbits.forEach(({ occupants }, i) => {
    atoms.set(embedOccupants(parent, occupants), i * width);
  });
  return atoms;
}

/** The elements of a structure that the parent has no embedding for: it was never trained on them. */
export function unknownElements(parent: ParentModel, structure: Structure): string[] {
  const elements = structure.orbits.flatMap(({ occupants }) => occupants.map(({ element }) => element));
  return [...new Set(elements)].filter(
    (symbol) => (elementBySymbol(symbol)?.atomicNumber ?? Infinity) >= parent.embedding.elements,
  );
}
