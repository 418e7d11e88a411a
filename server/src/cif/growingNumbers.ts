/** Whole numbers of 32 bits that are added one by one: for very many an array of its own kind is several times as fast. */
export class GrowingNumbers {
  private numbers = new Int32Array(256);
  private count = 0;

  add(value: number): void {
    if (this.count === this.numbers.length) this.grow();
    this.numbers[this.count++] = value;
  }

  /** Those that were added. */
  taken(): Int32Array {
    return this.numbers.slice(0, this.count);
  }

  private grow(): void {
    const larger = new Int32Array(2 * this.count);
    larger.set(this.numbers);
    this.numbers = larger;
  }
}
