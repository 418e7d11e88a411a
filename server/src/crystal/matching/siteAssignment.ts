/** For each site of one crystal the sites of the other that it may stand for, nearest first. */
export type Candidates = readonly (readonly number[])[];

/**
 * Gives each site one of its candidates, no two the same, by augmenting paths (Kuhn, Nav. Res. Logist. Q. 2, 83 (1955));
 * each site takes its nearest where nobody else needs it. `undefined` where there is no such assignment.
 *
 * @param targets how many sites the other crystal has.
 * @returns for each site the index of its partner.
 */
export function assignSites(candidates: Candidates, targets: number): Int32Array | undefined {
  const takenBy = new Int32Array(targets).fill(-1);
  const visited = new Uint32Array(targets);
  let round = 0;
  const augment = (site: number): boolean => {
    for (const target of candidates[site] ?? []) {
      if (visited[target] === round) continue;
      visited[target] = round;
      const holder = takenBy[target] ?? -1;
      if (holder >= 0 && !augment(holder)) continue;
      takenBy[target] = site;
      return true;
    }
    return false;
  };
  for (const site of candidates.keys()) {
    round++;
    if (!augment(site)) return undefined;
  }
  const partners = new Int32Array(candidates.length);
  for (const [target, site] of takenBy.entries()) if (site >= 0) partners[site] = target;
  return partners;
}
