import { LineIndex } from "../cif/lineIndex";
import type { Problem } from "../cif/problem";
import type { CifInput } from "./readCifs";

export interface OutputOptions {
  /** One JSON array. */
  readonly json?: boolean | undefined;
  /** One line of JSON a file. */
  readonly ndjson?: boolean | undefined;
}

/** What a command has to say about one file. */
export interface Answer {
  /** What the JSON element holds besides `file` and `problems`. */
  readonly fields: () => object;
  /** What is printed where no JSON is asked for. */
  readonly readable: () => string | Uint8Array;
  /** What the command found beyond the file's own problems. */
  readonly problems?: readonly Problem[] | undefined;
}

/** A problem as the command line writes it: line and column from 1, `null` where it has no place. */
export interface PlacedProblem {
  readonly code: string;
  readonly severity: Problem["severity"];
  readonly line: number | null;
  readonly column: number | null;
  readonly message: string;
}

/** What is said where Superion itself is at fault. */
export function internalError(error: unknown): Problem {
  const reason = error instanceof Error ? error.message : String(error);
  return {
    code: "internal-error",
    severity: "error",
    message: `This file met a fault in Superion: ${reason}`,
  };
}

/** Gives problems their lines and columns. */
export function placed(problems: readonly Problem[], text: string): PlacedProblem[] {
  if (problems.length === 0) return [];
  const lines = new LineIndex(text);
  return problems.map(({ code, severity, message, range }) => {
    const place = range && lines.position(range.start);
    return {
      code,
      severity,
      line: place ? place.line + 1 : null,
      column: place ? place.column + 1 : null,
      message,
    };
  });
}

/** Writes answers to standard output, problems to standard error, and sets the exit code. */
export class Report {
  private elements = 0;

  constructor(private readonly options: OutputOptions) {
    if (options.json) process.stdout.write("[");
  }

  add(
    { file, document, problems: ownProblems }: CifInput,
    { fields, readable, problems = [] }: Answer,
  ): void {
    this.write(file, placed([...ownProblems, ...problems], document.text.toString()), { fields, readable });
  }

  /** The answer for a file whose problems have their places already. */
  write(file: string, all: PlacedProblem[], { fields, readable }: Pick<Answer, "fields" | "readable">): void {
    process.stdout.write(this.output(file, all, fields, readable));
    for (const { severity, line, column, code, message } of all) {
      if (severity === "error") process.exitCode = 1;
      const place = line === null || column === null ? file : `${file}:${line}:${column}`;
      if (severity !== "information") process.stderr.write(`${place}: ${severity}: ${message} [${code}]\n`);
    }
  }

  finish(): void {
    if (this.options.json) process.stdout.write(this.elements > 0 ? "\n]\n" : "]\n");
  }

  /** An answer that cannot be written down becomes a problem of its own. */
  private output(
    file: string,
    problems: PlacedProblem[],
    fields: Answer["fields"],
    readable: Answer["readable"],
  ): string | Uint8Array {
    const { json, ndjson } = this.options;
    try {
      if (!json && !ndjson) return readable();
      return this.element(JSON.stringify({ file, ...fields(), problems }));
    } catch (error) {
      const [fault] = placed([internalError(error)], "");
      if (fault) problems.push(fault);
      return json || ndjson ? this.element(JSON.stringify({ file, problems })) : "";
    }
  }

  private element(written: string): string {
    if (!this.options.json) return `${written}\n`;
    return `${this.elements++ > 0 ? "," : ""}\n${written}`;
  }
}
