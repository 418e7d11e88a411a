/** Decay of the first and the second moment, and what keeps the quotient finite. */
const [firstDecay, secondDecay, epsilon] = [0.9, 0.999, 1e-6];

interface Moments {
  readonly parameters: Float64Array;
  readonly first: Float64Array;
  readonly second: Float64Array;
  /** Where the direction of a step is put together. */
  readonly direction: Float64Array;
}

/**
 * LAMB without weight decay: Adam's direction, in each array of parameters as long as the array itself times the rate (You
 * et al., arXiv:1904.00962, algorithm 2 with the identity for phi). Arrays of zeros take the direction as it is.
 */
export class Lamb {
  private readonly moments: readonly Moments[];
  private steps = 0;

  /** @param parameters are changed in place by {@link step}. */
  constructor(parameters: readonly Float64Array[]) {
    this.moments = parameters.map((array) => ({
      parameters: array,
      first: new Float64Array(array.length),
      second: new Float64Array(array.length),
      direction: new Float64Array(array.length),
    }));
  }

  /** @param gradients in the order and with the sizes of the parameters. */
  step(gradients: readonly Float64Array[], rate: number): void {
    this.steps++;
    const corrections = [1 - firstDecay ** this.steps, 1 - secondDecay ** this.steps] as const;
    this.moments.forEach((moments, i) => {
      const gradient = gradients[i];
      if (!gradient) throw new RangeError("every array of parameters has a gradient");
      follow(moments, rate * findDirection(moments, gradient, corrections));
    });
  }
}

/**
 * Adam's direction: the mean gradient over its root mean square, each freed of its start from zero. Gives the trust ratio,
 * the length of the parameters over that of the direction.
 */
function findDirection(
  { parameters, first, second, direction }: Moments,
  gradient: Float64Array,
  [firstCorrection, secondCorrection]: readonly [number, number],
): number {
  let [size, length] = [0, 0];
  for (let k = 0; k < gradient.length; k++) {
    const g = gradient[k] ?? 0;
    const m = firstDecay * (first[k] ?? 0) + (1 - firstDecay) * g;
    const v = secondDecay * (second[k] ?? 0) + (1 - secondDecay) * g * g;
    const d = m / firstCorrection / (Math.sqrt(v / secondCorrection) + epsilon);
    const p = parameters[k] ?? 0;
    first[k] = m;
    second[k] = v;
    direction[k] = d;
    size += p * p;
    length += d * d;
  }
  return size > 0 && length > 0 ? Math.sqrt(size / length) : 1;
}

function follow({ parameters, direction }: Moments, rate: number): void {
  for (let k = 0; k < parameters.length; k++)
    parameters[k] = (parameters[k] ?? 0) - rate * (direction[k] ?? 0);
}
