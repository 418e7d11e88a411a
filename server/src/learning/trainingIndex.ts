import { EigenvalueDecomposition, Matrix } from "ml-matrix";
import { parseFormula } from "../crystal/parseFormula";
import type { AtomFeatures } from "./atomSets/atomFeatures";
import { areSimilar } from "./validation/similarity";

/** A compound that was measured and trained on. */
export interface TrainingCompound {
  /** Entry in the data set. */
  readonly id: string;
  readonly formula: string;
  /** At room temperature, S/cm. */
  readonly conductivity: number;
  readonly doi: string;
  /** Mean of the atom features over the sites of the cell. */
  readonly features: readonly number[];
}

export interface NearestCompound {
  readonly compound: TrainingCompound;
  /** d_training: in training standard deviations. */
  readonly distance: number;
  /** Where the features lie on the principal components of the training set, in its standard deviations, widest first. */
  readonly place: Float64Array;
}

/** d_training, in training standard deviations, within which refinements of one compound lie. */
const sameCompound = 0.25;

/**
 * The measured conductivity, S/cm, of a compound that is one of the training set: that of the nearest, where their
 * compositions are alike within the 5 % of the thesis; `undefined` for others.
 */
export function knownConductivity(
  formula: string,
  {
    compound,
    distance,
  }: Pick<NearestCompound, "distance"> & {
    readonly compound: Pick<TrainingCompound, "formula" | "conductivity">;
  },
): number | undefined {
  if (distance > sameCompound) return undefined;
  const [own, other] = [parseFormula(formula), parseFormula(compound.formula)];
  const isSame = own.ok && other.ok && areSimilar(own.composition, other.composition);
  return isSame ? compound.conductivity : undefined;
}

/** Principal components with less than this share of the total variance are noise and are dropped. */
const negligibleVariance = 1e-2;

/** Mean of the atom features over the sites of the cell: `width` numbers. */
export function meanFeatures({ values, width, multiplicities }: AtomFeatures): Float64Array {
  const mean = new Float64Array(width);
  let sites = 0;
  for (let row = 0; row < values.length / width; row++) {
    const multiplicity = multiplicities[row] ?? 0;
    sites += multiplicity;
    for (let k = 0; k < width; k++) mean[k] = (mean[k] ?? 0) + multiplicity * (values[row * width + k] ?? 0);
  }
  return mean.map((value) => value / sites);
}

/**
 * The compounds that the ensemble was trained on, and how far others are from them: structure-level features, on the
 * principal components of the training set, each divided by its standard deviation there; Euclidean (section 4.3 of
 * the thesis, after Sendek et al., Chem. Mater. 31, 342, 2019).
 */
export class TrainingIndex {
  private readonly mean: Float64Array;
  /** Rows are principal directions divided by their standard deviation. */
  private readonly whitening: readonly Float64Array[];
  /** Where each compound lies, as {@link NearestCompound.place}. */
  readonly coordinates: readonly Float64Array[];
  /** Share of the variance of the training set on each component. */
  readonly varianceShares: readonly number[];

  /** @throws RangeError for an empty set. */
  constructor(readonly compounds: readonly TrainingCompound[]) {
    if (compounds.length === 0) throw new RangeError("a training index has at least one compound");
    const features = new Matrix(compounds.map((compound) => [...compound.features]));
    this.mean = Float64Array.from(features.mean("column"));
    const components = principalComponents(features.subRowVector(this.mean));
    this.whitening = components.map(({ whitening }) => whitening);
    this.varianceShares = components.map(({ share }) => share);
    this.coordinates = compounds.map((compound) => this.project(compound.features));
  }

  /** The training compound that is nearest to these structure-level features. */
  nearest(features: ArrayLike<number>): NearestCompound {
    const place = this.project(features);
    const candidates = this.compounds.map((compound, i) => ({
      compound,
      distance: euclidean(place, this.coordinates[i] ?? place),
      place,
    }));
    return candidates.reduce((nearest, next) => (next.distance < nearest.distance ? next : nearest));
  }

  private project(features: ArrayLike<number>): Float64Array {
    return Float64Array.from(this.whitening, (row) =>
      row.reduce((sum, weight, k) => sum + weight * ((features[k] ?? 0) - (this.mean[k] ?? 0)), 0),
    );
  }
}

interface PrincipalComponent {
  /** The direction divided by the standard deviation along it. */
  readonly whitening: Float64Array;
  /** Of all variance. */
  readonly share: number;
}

/** Those that are no noise, by falling variance. */
function principalComponents(centred: Matrix): PrincipalComponent[] {
  const covariance = centred
    .transpose()
    .mmul(centred)
    .div(Math.max(1, centred.rows - 1));
  const { realEigenvalues, eigenvectorMatrix } = new EigenvalueDecomposition(covariance, {
    assumeSymmetric: true,
  });
  const total = realEigenvalues.reduce((sum, variance) => sum + variance, 0);
  return realEigenvalues
    .map((variance, k) => ({
      whitening: Float64Array.from(eigenvectorMatrix.getColumn(k), (x) => x / Math.sqrt(variance)),
      share: variance / total,
    }))
    .filter(({ share }) => share > negligibleVariance)
    .sort((one, other) => other.share - one.share);
}

function euclidean(a: Float64Array, b: Float64Array): number {
  return Math.sqrt(a.reduce((sum, x, k) => sum + (x - (b[k] ?? 0)) ** 2, 0));
}
