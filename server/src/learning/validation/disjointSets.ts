/** Items that are joined into groups (union-find with path halving). */
export class DisjointSets {
  private readonly parents: Int32Array;

  constructor(count: number) {
    this.parents = Int32Array.from({ length: count }, (_, i) => i);
  }

  join(one: number, other: number): void {
    const [a, b] = [this.root(one), this.root(other)];
    this.parents[Math.max(a, b)] = Math.min(a, b);
  }

  /** The group of each item, numbered by first appearance. */
  groups(): Int32Array {
    const numbers = new Map<number, number>();
    return this.parents.map((_, item) => {
      const root = this.root(item);
      const group = numbers.get(root) ?? numbers.size;
      numbers.set(root, group);
      return group;
    });
  }

  private root(item: number): number {
    let at = item;
    for (let parent = this.parents[at] ?? at; parent !== at; parent = this.parents[at] ?? at) {
      this.parents[at] = this.parents[parent] ?? parent;
      at = parent;
    }
    return at;
  }
}
