/** A cluster and how far it is: the square of the height at which the two would merge, in the unit of means. */
export interface Neighbour {
  readonly cluster: number;
  readonly squaredHeight: number;
}

/** The search for the nearest neighbour of a cluster. */
export class NeighbourSearch {
  best: Neighbour = { cluster: -1, squaredHeight: Infinity };

  constructor(
    readonly place: number,
    /** Where its mean is in WebAssembly's memory. */
    readonly query: number,
    readonly inverseSize: number,
  ) {}

  offer(cluster: number, squaredHeight: number): void {
    if (squaredHeight > this.best.squaredHeight) return;
    if (squaredHeight < this.best.squaredHeight || cluster < this.best.cluster)
      this.best = { cluster, squaredHeight };
  }
}
