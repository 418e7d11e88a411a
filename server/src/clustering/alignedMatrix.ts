import type { FeatureMatrix } from "./featureMatrix";

/** Numbers with a name for each. */
export interface NamedVector {
  readonly values: ArrayLike<number>;
  readonly names: readonly string[];
}

/**
 * Vectors that have not all the same names, such as eigenvalues of cells of different size, on the union of their names, in
 * order of first appearance; where a vector has no such name it is 0.
 */
export function alignedMatrix(vectors: readonly NamedVector[]): FeatureMatrix {
  const columnOf = new Map<string, number>();
  for (const names of new Set(vectors.map((vector) => vector.names)))
    for (const name of names) if (!columnOf.has(name)) columnOf.set(name, columnOf.size);
  const columns = columnOf.size;
  const values = new Float64Array(vectors.length * columns);
  for (const [row, vector] of vectors.entries())
    for (const [place, name] of vector.names.entries())
      values[row * columns + (columnOf.get(name) ?? 0)] = vector.values[place] ?? 0;
  return { rows: vectors.length, columns, values };
}
