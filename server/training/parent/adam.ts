import * as tf from "@tensorflow/tfjs-core";

const [keptMean, keptSquare, epsilon] = [0.9, 0.99, 1e-10];

/** A variable with the unit of each of its numbers, in which the rate of learning counts. */
export interface TrainableVariable {
  readonly variable: tf.Variable;
  readonly units: Float32Array;
}

/** Adam (Kingma and Ba, arXiv:1412.6980) on plain arrays: for many small variables quicker than on tensors. */
export class Adam {
  private readonly moments = new Map<string, Moments>();

  constructor(variables: readonly TrainableVariable[]) {
    for (const each of variables) this.moments.set(each.variable.name, new Moments(each));
  }

  /** One step down these gradients, by the names of the variables. */
  step(gradients: Readonly<Record<string, tf.Tensor>>, rate: number): void {
    for (const [name, gradient] of Object.entries(gradients)) this.moments.get(name)?.step(gradient, rate);
  }
}

class Moments {
  private readonly variable: tf.Variable;
  private readonly units: Float32Array;
  private readonly mean: Float32Array;
  private readonly square: Float32Array;
  private readonly values: Float32Array;
  private steps = 0;

  constructor({ variable, units }: TrainableVariable) {
    this.variable = variable;
    this.units = units;
    this.values = Float32Array.from(variable.dataSync());
    this.mean = new Float32Array(variable.size);
    this.square = new Float32Array(variable.size);
  }

  step(gradient: tf.Tensor, rate: number): void {
    const { mean, square, values, units } = this;
    this.steps++;
    const scaledRate = (rate * Math.sqrt(1 - keptSquare ** this.steps)) / (1 - keptMean ** this.steps);
    gradient.dataSync().forEach((slope: number, i: number) => {
      const m = keptMean * (mean[i] ?? 0) + (1 - keptMean) * slope;
      const v = keptSquare * (square[i] ?? 0) + (1 - keptSquare) * slope * slope;
      mean[i] = m;
      square[i] = v;
      values[i] = (values[i] ?? 0) - (scaledRate * (units[i] ?? 1) * m) / (Math.sqrt(v) + epsilon);
    });
    tf.tidy(() => {
      this.variable.assign(tf.tensor(values, this.variable.shape));
    });
  }
}
