/** The index of the last of rising numbers that is not above a limit; 0 where all are. */
export function lastUpTo(numbers: ArrayLike<number>, limit: number): number {
  let [low, high] = [0, numbers.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >> 1;
    if ((numbers[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
