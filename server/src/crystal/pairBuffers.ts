/** Takes neighbours as they are found. */
export interface FoundNeighbours {
  readonly length: number;
  /** @param x to `z`: from the representative to the neighbour, angstrom. */
  add(orbit: number, distance: number, site: number, x: number, y: number, z: number): void;
  orbits(): Uint32Array;
  distances(): Float64Array;
}

/** Neighbours in a buffer that doubles as it fills. */
export class PairBuffer implements FoundNeighbours {
  length = 0;
  private orbitOf = new Uint32Array(256);
  private distance = new Float64Array(256);

  add(orbit: number, distance: number): void {
    if (this.length === this.orbitOf.length) {
      const [orbits, distances] = [this.orbitOf, this.distance];
      this.orbitOf = new Uint32Array(2 * this.length);
      this.distance = new Float64Array(2 * this.length);
      this.orbitOf.set(orbits);
      this.distance.set(distances);
    }
    this.orbitOf[this.length] = orbit;
    this.distance[this.length++] = distance;
  }

  orbits(): Uint32Array {
    return this.orbitOf.subarray(0, this.length);
  }

  distances(): Float64Array {
    return this.distance.subarray(0, this.length);
  }
}

/** The same with the places of the neighbours. */
export class PlacedPairBuffer implements FoundNeighbours {
  private readonly pairs = new PairBuffer();
  private siteOf = new Uint32Array(256);
  private vector = new Float64Array(3 * 256);

  get length(): number {
    return this.pairs.length;
  }

  add(orbit: number, distance: number, site: number, x: number, y: number, z: number): void {
    const at = this.length;
    this.pairs.add(orbit, distance);
    if (at === this.siteOf.length) {
      const [sites, vectors] = [this.siteOf, this.vector];
      this.siteOf = new Uint32Array(2 * at);
      this.vector = new Float64Array(6 * at);
      this.siteOf.set(sites);
      this.vector.set(vectors);
    }
    this.siteOf[at] = site;
    this.vector[3 * at] = x;
    this.vector[3 * at + 1] = y;
    this.vector[3 * at + 2] = z;
  }

  orbits(): Uint32Array {
    return this.pairs.orbits();
  }

  distances(): Float64Array {
    return this.pairs.distances();
  }

  vectors(): Float64Array {
    return this.vector.subarray(0, 3 * this.length);
  }

  sites(): Uint32Array {
    return this.siteOf.subarray(0, this.length);
  }
}
