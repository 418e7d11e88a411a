/** From 1 to 180 degrees. */
export const angleBins = 179;

/** Angles that differ by less than a thousandth of a degree are one. */
const perDegree = 1000;
const perRadian = (180 * perDegree) / Math.PI;

/** An angle in whole thousandths of a degree. */
export function rounded(radian: number): number {
  return Math.round(radian * perRadian);
}

/**
 * Counts distinct angles, each with the number of atoms at which it occurs. Of a site, those that are at all its atoms alike
 * are to be added before those at one of them.
 */
export class AngleCounts {
  private readonly counts = new Uint32Array(180 * perDegree + 1);
  private readonly atoms = new Uint32Array(180 * perDegree + 1);
  /** The atom that an angle was last found at, or -1 less the site if at all its atoms. */
  private readonly last = new Int32Array(180 * perDegree + 1).fill(-1 << 30);

  /** @param atoms that are alike, as symmetry and translation have it. */
  addToAll(angle: number, site: number, atoms: number): void {
    this.counts[angle] = (this.counts[angle] ?? 0) + atoms;
    if (this.last[angle] === -1 - site) return;
    this.last[angle] = -1 - site;
    this.atoms[angle] = (this.atoms[angle] ?? 0) + atoms;
  }

  addToOne(angle: number, site: number, atom: number): void {
    this.counts[angle] = (this.counts[angle] ?? 0) + 1;
    const last = this.last[angle];
    if (last === atom || last === -1 - site) return;
    this.last[angle] = atom;
    this.atoms[angle] = (this.atoms[angle] ?? 0) + 1;
  }

  /** For each degree the sum over the distinct angles there of how often each occurs at an atom that has it. */
  histogram(): Float64Array {
    const bins = new Float64Array(angleBins);
    for (let angle = perDegree; angle < this.counts.length; angle++) {
      const count = this.counts[angle] ?? 0;
      if (count === 0) continue;
      const place = Math.min(angleBins - 1, Math.floor(angle / perDegree) - 1);
      bins[place] = (bins[place] ?? 0) + count / (this.atoms[angle] ?? 1);
    }
    return bins;
  }
}
