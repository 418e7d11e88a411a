import { Arrangement } from "./arrangement";
import type { CifDocument } from "./document";
import { Lexer } from "./lexer";
import { moved, spliced, withTextProblems } from "./lexicalProblems";
import { versionOf } from "./magicCode";
import type { Problem } from "./problem";
import { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";
import type { OpenText } from "./textReader";
import { Stretches, TokenKind } from "./tokenTable";

const END_OF_FILE = "\u001a";

/** How much of the text behind an edit is looked at first, and by what factor more while that is not enough. */
const firstWindow = 4096;
const widening = 8;

/** A token hangs on no more characters behind its end than these, but for texts that are not closed. */
const LOOK_AHEAD = 1100;

/** What may end a text of several lines. */
const CLOSING = /[\r\n];|'''|"""/;

/** After so many tokens that are as before the edit, the following ones are so too. */
const ENOUGH_ALIKE = 3;

const noStretches = new Stretches(0);

/** A stretch of the text that other characters took the place of. */
export interface Edit {
  readonly start: number;
  /** The end of what was removed, in the text before. */
  readonly removedEnd: number;
  /** The end of what was inserted, in the text after. */
  readonly insertedEnd: number;
}

/**
 * A CIF that changes: of an edited text it reads the tokens about the edit anew, and arranges all tokens. It does so in
 * pieces, or when the document is asked for. A document that it gave earlier holds no longer after an edit.
 */
export class LiveCif {
  private version: "1.1" | "2.0" = "1.1";
  /** Until the text is read to its end. */
  private lexer: Lexer | undefined;
  private ofTokens = new ProblemList();
  private readonly waiting: { text: SourceText; edit: Edit }[] = [];
  private tokens = noStretches;
  private comments = noStretches;
  private hasBrackets = false;
  /** Whether there is a Ctrl-Z, which means another thing at the end of a file. */
  private hasEndOfFile = false;
  private openTexts: readonly OpenText[] = [];
  /** Of characters, lines and tokens, by place. */
  private lexical: readonly Problem[] = [];
  private arrangement: Arrangement | undefined;
  private known: CifDocument | undefined;

  constructor(private text: SourceText) {
    this.begin(text);
  }

  /** Whether the document is there without further reading. */
  get isRead(): boolean {
    return this.known !== undefined;
  }

  /** Reads on for about so many characters. */
  readOn(characters: number): void {
    const { lexer, text, version, tokens, comments, lexical } = this;
    if (lexer && lexer.place < text.length) step(lexer, Math.min(text.length, lexer.place + characters));
    else if (lexer) this.endLexing(lexer);
    else {
      this.arrangement ??= new Arrangement(text, version, { tokens, comments }, lexical);
      this.known = this.arrangement.readOn(characters);
    }
  }

  /** Takes an edit that leads to this text. */
  edit(text: SourceText, edit: Edit): void {
    if (this.lexer) this.waiting.push({ text, edit });
    else this.apply(text, edit);
  }

  /** The text read to its end. */
  get document(): CifDocument {
    for (;;) {
      if (this.known) return this.known;
      this.readOn(Infinity);
    }
  }

  private begin(text: SourceText): void {
    const whole = text.toString();
    this.text = text;
    this.version = versionOf(whole);
    this.hasEndOfFile = whole.includes(END_OF_FILE);
    this.ofTokens = new ProblemList();
    this.lexer = new Lexer(whole, this.version, this.ofTokens);
    this.tokens = this.lexer.tokens;
    this.comments = this.lexer.comments;
    this.forget();
  }

  private forget(): void {
    this.arrangement = undefined;
    this.known = undefined;
  }

  private endLexing({ isPlain, hasBrackets, openTexts }: Lexer): void {
    const { text, version, ofTokens } = this;
    this.lexical = withTextProblems(text.toString(), version, 0, text.length, isPlain, ofTokens);
    this.hasBrackets = hasBrackets;
    this.openTexts = openTexts;
    this.lexer = undefined;
    for (const { text: edited, edit } of this.waiting.splice(0)) this.edit(edited, edit);
  }

  private apply(text: SourceText, edit: Edit): void {
    const isAlike = versionOf(text) === this.version && !this.hasEndOfFile;
    if (!isAlike || text.slice(edit.start, edit.insertedEnd).includes(END_OF_FILE)) {
      this.begin(text);
      return;
    }
    const first = this.firstToken(edit, text);
    const from = first === 0 ? 0 : this.tokens.start(first);
    const part = this.readPart(text, first, from, edit);
    const to = part.last < this.tokens.count ? this.tokens.start(part.last) : Infinity;
    const shift = edit.insertedEnd - edit.removedEnd;
    const { comments } = this;
    const { origin } = part;
    comments.replace(comments.indexFrom(from), comments.indexFrom(to), part.comments, origin, shift);
    this.tokens.replace(first, part.last, part.tokens, origin, shift);
    const before = this.openTexts.filter((open) => open.start < from);
    const after = this.openTexts.filter((open) => open.start >= to);
    this.openTexts = [...before, ...part.openTexts, ...after.map((open) => shifted(open, shift))];
    this.lexical = spliced(this.lexical, part.problems, from, to, shift);
    this.text = text;
    this.forget();
  }

  /** The token from which on the text is to be read anew. */
  private firstToken(edit: Edit, text: SourceText): number {
    const before = this.tokens.indexFrom(edit.start - LOOK_AHEAD) - 1;
    const open = this.openTexts.find((one) => one.start < edit.start && mayClose(text, one, edit));
    let first = open ? Math.min(before, this.tokens.indexFrom(open.start)) : before;
    while (first > 0 && !this.isSafe(first)) first--;
    return Math.max(0, first);
  }

  /** Whether a token begins its line, and neither it nor what is told at or behind it hangs on what stands before. */
  private isSafe(index: number): boolean {
    const { tokens, text } = this;
    const start = tokens.start(index);
    return (
      text.slice(tokens.end(index - 1), start).includes("\n") &&
      (!this.hasBrackets || !mayStandInBrackets(tokens.kind(index))) &&
      !this.lexical.some(({ range }) => range?.start === start) &&
      !this.openTexts.some((open) => open.start < start && reaches(open, start))
    );
  }

  /** Reads from a token to one behind the edit from which on all is as before. */
  private readPart(text: SourceText, first: number, from: number, edit: Edit): Part {
    const origin = lineEndBefore(text, from);
    for (let ahead = firstWindow; ; ahead *= widening) {
      const end = edit.insertedEnd + ahead;
      const isRest = end >= text.length;
      const window = { text: text.slice(origin, isRest ? text.length : end), origin, isRest };
      const part = this.readWindow(window, first, from - origin, edit);
      if (part) return part;
    }
  }

  /** @param from a place in the window. */
  private readWindow(window: Window, first: number, from: number, edit: Edit): Part | undefined {
    const { text, origin } = window;
    const ofTokens = new ProblemList();
    const lexer = new Lexer(text, this.version, ofTokens, from, 1024);
    const seeds = Math.min(first, 2);
    for (let i = first - seeds; i < first; i++)
      lexer.tokens.add(this.tokens.kind(i), this.tokens.start(i), this.tokens.end(i));
    const last = this.readUntilAlike(lexer, window, edit);
    if (last === undefined) return undefined;
    lexer.tokens.replace(0, seeds, noStretches);
    const to = last < this.tokens.count ? lexer.place : Infinity;
    const end = Math.min(to, text.length);
    const problems = withTextProblems(text, this.version, from, end, lexer.isPlain, ofTokens);
    return {
      tokens: lexer.tokens,
      comments: lexer.comments,
      origin,
      openTexts: lexer.openTexts.map((open) => shifted(open, origin)),
      problems: problems.flatMap((problem) =>
        problem.range && problem.range.start >= from && problem.range.start < to
          ? [{ ...problem, range: moved(problem.range, origin) }]
          : [],
      ),
      last,
    };
  }

  /** Gives the old token with which the unchanged rest of the text begins; `undefined` where the window ends before. */
  private readUntilAlike(lexer: Lexer, { text, origin, isRest }: Window, edit: Edit): number | undefined {
    const { tokens } = this;
    const shift = edit.insertedEnd - edit.removedEnd - origin;
    const end = isRest ? text.length : text.length - LOOK_AHEAD;
    let next = tokens.indexFrom(edit.removedEnd + 1);
    let alike = 0;
    while (lexer.place < end) {
      while (next < tokens.count && tokens.start(next) + shift < lexer.place) next++;
      const isNext = next < tokens.count && tokens.start(next) + shift === lexer.place;
      const isSettled = alike >= ENOUGH_ALIKE && !lexer.openTexts.some((open) => reaches(open, lexer.place));
      if (isNext && isSettled && this.isSafe(next)) return next;
      const added = lexer.tokens.count;
      lexer.step();
      if (!isRest && lexer.openTexts.some(hasNoEnd)) return undefined;
      this.hasBrackets ||= lexer.hasBrackets;
      if (lexer.tokens.count > added)
        alike = isNext && isAlike(lexer.tokens, added, tokens, next, shift) ? alike + 1 : 0;
    }
    return isRest ? tokens.count : undefined;
  }
}

/** A part of the text that is looked at. */
interface Window {
  readonly text: string;
  /** Where it begins. */
  readonly origin: number;
  /** Whether it ends with the text. */
  readonly isRest: boolean;
}

/** What is read anew, in the place of the tokens before `last`. */
interface Part {
  /** What the places of tokens and comments are counted from. */
  readonly origin: number;
  readonly tokens: Stretches;
  readonly comments: Stretches;
  readonly openTexts: readonly OpenText[];
  readonly problems: readonly Problem[];
  readonly last: number;
}

function step(lexer: Lexer, limit: number): void {
  while (lexer.place < limit) lexer.step();
}

function isAlike(now: Stretches, added: number, before: Stretches, index: number, shift: number): boolean {
  return now.kind(added) === before.kind(index) && now.end(added) === before.end(index) + shift;
}

function shifted({ start, reach }: OpenText, shift: number): OpenText {
  return { start: start + shift, reach: reach + shift };
}

/** Whether the problems of an open text stand at an offset or behind it. */
function reaches({ reach }: OpenText, offset: number): boolean {
  return reach < Infinity && reach + LOOK_AHEAD >= offset;
}

function hasNoEnd({ reach }: OpenText): boolean {
  return reach === Infinity;
}

/** Whether a text that had no end whatever may have got one by an edit. */
function mayClose(text: SourceText, open: OpenText, { start, insertedEnd }: Edit): boolean {
  return hasNoEnd(open) && CLOSING.test(text.slice(Math.max(open.start + 1, start - 2), insertedEnd + 2));
}

/** The line end before a place, or 0. */
function lineEndBefore(text: SourceText, place: number): number {
  let at = Math.max(0, place - 1);
  while (at > 0 && !/[\r\n]/.test(text.charAt(at))) at--;
  return at;
}

/** Data names and keywords end the lists before them. */
function mayStandInBrackets(kind: number): boolean {
  return kind > TokenKind.tag;
}
