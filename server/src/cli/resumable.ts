import { appendFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";

/** Results that are written down as they come, a line of JSON each, so that interrupted work can go on from them. */
export class ResumableResults<Result> {
  /**
   * @param key of what the results belong to: those of another key are not gone on from.
   * @param isResult whether a line that was read is one.
   */
  constructor(
    private readonly path: string,
    private readonly key: string,
    private readonly isResult: (value: unknown) => value is Result,
  ) {}

  /** What was done before, in order; `undefined` where the file belongs to other work. A line that was cut off is left out. */
  read(): Result[] | undefined {
    if (!existsSync(this.path)) return [];
    const [first, ...others] = readFileSync(this.path, "utf8").split("\n").map(parsed);
    if (typeof first !== "object" || first === null || !("key" in first) || first.key !== this.key)
      return undefined;
    return others.filter(this.isResult);
  }

  /** Begins with these results and none else. */
  begin(results: readonly Result[]): void {
    const lines = [{ key: this.key }, ...results].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(this.path, lines.join(""));
  }

  add(result: Result): void {
    appendFileSync(this.path, `${JSON.stringify(result)}\n`);
  }

  remove(): void {
    rmSync(this.path, { force: true });
  }
}

function parsed(line: string): unknown {
  try {
    return JSON.parse(line);
  } catch {
    return undefined;
  }
}
