import { byPlace, type Problem, type Severity, type TextRange } from "./problem";

/** A file that is no CIF has an error at every word: nobody reads more than this many of a kind. */
const MOST_OF_A_KIND = 100;

/** Collects the problems of a file. */
export class ProblemList {
  private readonly problems: Problem[] = [];
  /** Sound files have none. */
  private counts: Map<string, number> | undefined;

  error(code: string, message: string, start: number, end: number): void {
    this.add(code, "error", message, start, end);
  }

  warning(code: string, message: string, start: number, end: number): void {
    this.add(code, "warning", message, start, end);
  }

  /** A warning of a value that contradicts others. @param instead what these others say. */
  contradiction(code: string, message: string, { start, end }: TextRange, instead: string): void {
    this.add(code, "warning", message, start, end, { instead });
  }

  information(code: string, message: string, start: number, end: number): void {
    this.add(code, "information", message, start, end);
  }

  hint(code: string, message: string, start: number, end: number): void {
    this.add(code, "hint", message, start, end);
  }

  /** A name that has a newer one. */
  deprecation(code: string, message: string, start: number, end: number): void {
    this.add(code, "hint", message, start, end, { isDeprecation: true });
  }

  /** Sorted by place; of each kind the first hundred. */
  sorted(): Problem[] {
    return this.problems.sort(byPlace);
  }

  private add(
    code: string,
    severity: Severity,
    message: string,
    start: number,
    end: number,
    more: Pick<Problem, "isDeprecation" | "instead"> = {},
  ): void {
    const counts = (this.counts ??= new Map<string, number>());
    const count = (counts.get(code) ?? 0) + 1;
    counts.set(code, count);
    if (count <= MOST_OF_A_KIND)
      this.problems.push({ code, severity, message, range: { start, end }, ...more });
    if (count === MOST_OF_A_KIND)
      this.problems.push({
        code,
        severity: "information",
        message: "There may be more problems of this kind; they are not listed.",
        range: { start, end },
      });
  }
}
