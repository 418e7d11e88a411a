/** Letters that may differ between a name and what was meant. */
const mostEdits = 3;

/** The candidates nearest to a word by the number of letters to change, nearest first; none where all are far. */
export function similarWords(word: string, candidates: Iterable<string>, most = 3): string[] {
  const allowed = Math.min(mostEdits, Math.floor(word.length / 4));
  const found: { readonly candidate: string; readonly edits: number }[] = [];
  for (const candidate of candidates) {
    if (Math.abs(candidate.length - word.length) > allowed) continue;
    const edits = editDistance(word.toLowerCase(), candidate.toLowerCase(), allowed);
    if (edits <= allowed) found.push({ candidate, edits });
  }
  return found
    .sort((a, b) => a.edits - b.edits)
    .slice(0, most)
    .map(({ candidate }) => candidate);
}

/** Levenshtein's distance; above `limit` it is only known to be greater. */
export function editDistance(a: string, b: string, limit: number): number {
  let before = Array.from({ length: b.length + 1 }, (_, column) => column);
  for (let row = 1; row <= a.length; row++) {
    const current = [row];
    for (let column = 1; column <= b.length; column++) {
      const change = (before[column - 1] ?? 0) + (a.charAt(row - 1) === b.charAt(column - 1) ? 0 : 1);
      current.push(Math.min(change, (before[column] ?? 0) + 1, (current[column - 1] ?? 0) + 1));
    }
    if (Math.min(...current) > limit) return limit + 1;
    before = current;
  }
  return before[b.length] ?? 0;
}
