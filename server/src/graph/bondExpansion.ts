import { applyStack } from "./dense";
import type { ParentModel } from "./parentModel";

/** Gaussian expansion of distances: `rows x centres`. */
export function expandDistances(
  { centres, width }: ParentModel["gaussians"],
  distances: Float64Array,
): Float64Array {
  const expanded = new Float64Array(distances.length * centres.length);
  let at = 0;
  for (const distance of distances)
    for (const centre of centres) expanded[at++] = Math.exp(-(((distance - centre) / width) ** 2));
  return expanded;
}

/**
 * The bond vectors that enter the first block hang on the distance alone, so they are tabulated once a parent and
 * interpolated with four points; the error stays below 1e-7 of their size.
 */
export class BondTable {
  private readonly spacing = 0.005;
  private readonly values: Float64Array;
  readonly width: number;

  constructor(parent: ParentModel) {
    // One point below 0 and two above the cutoff, for the outer points of the stencil.
    const points = Math.ceil(parent.cutoff / this.spacing) + 4;
    const distances = Float64Array.from({ length: points }, (_, i) => (i - 1) * this.spacing);
    const expanded = expandDistances(parent.gaussians, distances);
    this.values = applyStack(parent.bondLayers, expanded, points, "softplus2");
    this.width = this.values.length / points;
  }

  /** The bond vectors of these distances (0 to the cutoff, angstrom): `rows x width`. */
  lookUp(distances: Float64Array): Float64Array {
    const { width, values } = this;
    const bonds = new Float64Array(distances.length * width);
    for (let row = 0; row < distances.length; row++) {
      const place = (distances[row] ?? 0) / this.spacing;
      const cell = Math.floor(place);
      const t = place - cell;
      // Lagrange's weights for points at -1, 0, 1 and 2.
      const before = (-t * (t - 1) * (t - 2)) / 6;
      const here = ((t + 1) * (t - 1) * (t - 2)) / 2;
      const next = (-(t + 1) * t * (t - 2)) / 2;
      const after = ((t + 1) * t * (t - 1)) / 6;
      for (let k = 0, at = cell * width, to = row * width; k < width; k++, at++, to++)
        bonds[to] =
          before * (values[at] ?? 0) +
          here * (values[at + width] ?? 0) +
          next * (values[at + 2 * width] ?? 0) +
          after * (values[at + 3 * width] ?? 0);
    }
    return bonds;
  }
}
