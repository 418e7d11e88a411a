/** Who sits on each disordered site: 0 for a vacancy, else the index of the species on its sublattice plus 1. */
export type Placement = Uint8Array;

/** A placement with its energy, electronvolt a cell. */
export interface RankedPlacement {
  readonly placement: Placement;
  readonly energy: number;
  /** Placements met that symmetry makes equal to this one, itself included. */
  readonly degeneracy: number;
}

/** Energies closer than this, in electronvolt, may be those of equivalent placements. */
const sameEnergy = 1e-6;

/** Keeps the placements of lowest energy, one of each set that symmetry makes equal. */
export class LowestPlacements {
  private kept: RankedPlacement[] = [];

  /** @param permutations site permutations of the symmetry operations: site `i` goes to `permutation[i]`. */
  constructor(
    private readonly most: number,
    private readonly permutations: readonly Uint32Array[],
  ) {}

  /** Energies above this are of no interest. */
  get threshold(): number {
    return this.kept.length < this.most ? Infinity : (this.kept.at(-1)?.energy ?? Infinity) + sameEnergy;
  }

  offer(placement: Placement, energy: number): void {
    if (energy > this.threshold) return;
    const at = this.kept.findIndex(
      (other) =>
        Math.abs(other.energy - energy) < sameEnergy && this.areEquivalent(other.placement, placement),
    );
    const known = this.kept[at];
    if (known) {
      this.kept[at] = { ...known, degeneracy: known.degeneracy + 1 };
      return;
    }
    this.kept.push({ placement: placement.slice(), energy, degeneracy: 1 });
    this.kept.sort((one, other) => one.energy - other.energy);
    this.kept.length = Math.min(this.kept.length, this.most);
  }

  ranked(): readonly RankedPlacement[] {
    return this.kept;
  }

  private areEquivalent(first: Placement, second: Placement): boolean {
    return this.permutations.some((permutation) =>
      permutation.every((to, from) => first[from] === second[to]),
    );
  }
}
