/** Whether the letters of a word come in another one in this order: how editors filter. */
export function isSubsequence(word: string, other: string): boolean {
  let at = 0;
  for (const letter of word) {
    at = other.indexOf(letter, at) + 1;
    if (at === 0) return false;
  }
  return true;
}
