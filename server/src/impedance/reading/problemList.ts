import type { ImpedanceProblem, Severity } from "../problem";

/** Where a problem is: line and column from 1, `null` where none applies. */
export interface Place {
  readonly line: number | null;
  readonly column?: number | null;
}

/** Says a problem in words, for one row or for many of the same kind. */
type Wording = (rows: number) => string;

interface Tally {
  readonly severity: Severity;
  readonly wording: Wording;
  readonly place: Place;
  rows: number;
}

/** Gathers what is told of one file; what befalls many rows becomes one problem at the first of them. */
export class ProblemList {
  private readonly told: ImpedanceProblem[] = [];
  private readonly tallies = new Map<string, Tally>();

  tell(code: string, severity: Severity, message: string, { line, column = null }: Place = nowhere): void {
    this.told.push({ code, severity, message, line, column });
  }

  /** Returns nothing, so that a reader that gives up can say `return problems.refuse(...)`. */
  refuse(code: string, message: string, place?: Place): null {
    this.tell(code, "error", message, place);
    return null;
  }

  tellOfRow(code: string, severity: Severity, wording: Wording, place: Place): void {
    const tally = this.tallies.get(code);
    if (tally) tally.rows += 1;
    else this.tallies.set(code, { severity, wording, place, rows: 1 });
  }

  get hasErrors(): boolean {
    return this.told.some(({ severity }) => severity === "error");
  }

  all(): ImpedanceProblem[] {
    const ofRows = [...this.tallies].map(([code, { severity, wording, place, rows }]) => {
      return { code, severity, message: wording(rows), line: place.line, column: place.column ?? null };
    });
    return [...this.told, ...ofRows].sort((a, b) => (a.line ?? 0) - (b.line ?? 0));
  }
}

const nowhere: Place = { line: null };
