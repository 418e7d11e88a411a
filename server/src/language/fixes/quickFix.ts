import type { Dictionary } from "../../cif/dictionary/dictionary";
import type { CifDocument } from "../../cif/document";
import type { TextChange } from "../../cif/format";
import type { TextRange } from "../../cif/problem";
import type { Place } from "../place";

/** A change of the text that mends what a diagnostic tells of. */
export interface QuickFix {
  /** A sentence that begins with a verb, without a full stop. */
  readonly title: string;
  readonly edits: readonly TextChange[];
  /** Whether nearly everybody wants it: the editor offers it first, and "fix all" applies it unasked. */
  readonly isPreferred?: true;
}

/** What a diagnostic marks. */
export interface Finding {
  readonly cif: CifDocument;
  readonly code: string;
  /** As the diagnostic gives it. */
  readonly range: TextRange;
  /** What stands at its start. */
  readonly place: Place | undefined;
  /** What else stands there if the rest of the file is right. */
  readonly instead: string | undefined;
  /** What data names mean. */
  readonly names: Dictionary;
}

/** The ways to mend what was found; none where only its author knows. */
export type FixMaker = (finding: Finding) => readonly QuickFix[];

/** By the code of the problem. */
export type FixMakers = Readonly<Record<string, FixMaker>>;

export function insertion(at: number, text: string): TextChange {
  return { range: { start: at, end: at }, text };
}

/** Another text for what the diagnostic marks. */
export function replacement({ range }: Finding, text: string, title = `Write ${text}`): QuickFix {
  return { title, edits: [{ range, text }] };
}

/** As the text ends its first line. */
export function lineEnd({ text }: CifDocument): string {
  return /\r\n|\n|\r/.exec(text.slice(0, 4096))?.[0] ?? "\n";
}

export function startsLine({ text }: CifDocument, at: number): boolean {
  return at === 0 || /[\r\n]/.test(text.charAt(at - 1));
}

/** The lines that a stretch makes up alone, with their end; else the stretch. */
export function wholeLines({ text }: CifDocument, { start, end }: TextRange): TextRange {
  const before = /(?:^|[\r\n])([ \t]*)$/.exec(text.slice(Math.max(0, start - 200), start));
  const after = /^[ \t]*(?:\r\n|\n|\r|$)/.exec(text.slice(end, end + 200));
  return before && after
    ? { start: start - (before[1]?.length ?? 0), end: end + after[0].length }
    : { start, end };
}
