import type { CifValue, TableEntry } from "./document";
import type { ProblemList } from "./problemList";
import type { SourceText } from "./sourceText";
import { isPlainValue, TokenKind, type Stretches } from "./tokenTable";
import type { Values } from "./values";

/** Lists within lists beyond this depth stay text: nothing that follows them has to fear a full stack. */
const DEEPEST = 256;

interface OpenList {
  readonly kind: "list";
  readonly token: number;
  readonly items: CifValue[];
}

interface OpenTable {
  readonly kind: "table";
  readonly token: number;
  readonly entries: TableEntry[];
  /** A key that waits for its value. */
  key: { readonly text: string; readonly token: number } | undefined;
}

type Open = OpenList | OpenTable;

/** Reads the lists and tables of CIF 2.0. */
export class ContainerParser {
  private stack: Open[] = [];
  private openLists = 0;
  private next = 0;

  constructor(
    private readonly text: SourceText,
    private readonly tokens: Stretches,
    private readonly values: Values,
    private readonly problems: ProblemList,
  ) {}

  /** Passes the value that begins with this token; returns the token after it. */
  pass(token: number): number {
    const kind = this.tokens.kind(token);
    return kind === TokenKind.listStart || kind === TokenKind.tableStart ? this.parse(token) : token + 1;
  }

  /** Reads the container that begins with this token; returns the token after it. */
  private parse(first: number): number {
    this.stack = [];
    this.openLists = 0;
    this.next = first;
    do this.step();
    while (this.stack.length > 0);
    return this.next;
  }

  private step(): void {
    const { tokens, next } = this;
    const kind = tokens.kind(next);
    if (kind === TokenKind.listStart || kind === TokenKind.tableStart) this.begin(kind);
    else if (kind === TokenKind.listEnd || kind === TokenKind.tableEnd)
      this.end(kind === TokenKind.listEnd ? "list" : "table");
    else if (kind === TokenKind.colon) this.nullKey();
    else if (isPlainValue(kind)) this.plainValue(kind);
    else this.leave();
  }

  private begin(kind: number): void {
    const token = this.next;
    if (this.stack.length >= DEEPEST) {
      this.skipTooDeep();
      return;
    }
    this.next++;
    if (kind === TokenKind.listStart) {
      this.openLists++;
      this.stack.push({ kind: "list", token, items: [] });
    } else this.stack.push({ kind: "table", token, entries: [], key: undefined });
  }

  private skipTooDeep(): void {
    const first = this.next;
    let depth = 0;
    do {
      const kind = this.tokens.kind(this.next);
      if (kind === TokenKind.listStart || kind === TokenKind.tableStart) depth++;
      else if (kind === TokenKind.listEnd || kind === TokenKind.tableEnd) depth--;
      else if (!isPlainValue(kind) && kind !== TokenKind.colon) break;
      this.next++;
    } while (depth > 0);
    const range = { start: this.tokens.start(first), end: this.tokens.end(this.next - 1) };
    this.problems.warning(
      "nesting-too-deep",
      `Lists within lists are read to a depth of ${DEEPEST}; what is deeper is taken as text.`,
      range.start,
      range.start + 1,
    );
    this.receive({ kind: "bare", text: this.text.slice(range.start, range.end), range });
  }

  private end(kind: "list" | "table"): void {
    const isOpen = kind === "list" ? this.openLists > 0 : this.stack.length > this.openLists;
    if (!isOpen) {
      const [start, end] = this.place(this.next++);
      this.problems.error(
        "unexpected-closing-delimiter",
        `This ${kind === "list" ? "]" : "}"} closes nothing.`,
        start,
        end,
      );
      return;
    }
    while (this.stack[this.stack.length - 1]?.kind !== kind) this.close(false);
    this.next++;
    this.close(true);
  }

  /** Something that cannot stand in a list: the list ends before it. */
  private leave(): void {
    const innermost = this.stack[this.stack.length - 1];
    if (innermost) this.reportUnclosed(innermost);
    while (this.stack.length > 0) this.close(true);
  }

  private close(isClosed: boolean): void {
    const container = this.stack.pop();
    if (!container) return;
    if (!isClosed) this.reportUnclosed(container);
    if (container.kind === "list") this.openLists--;
    else if (container.key) this.missingValue(container.key.token);
    const range = { start: this.tokens.start(container.token), end: this.tokens.end(this.next - 1) };
    const value: CifValue =
      container.kind === "list"
        ? { kind: "list", items: container.items, range }
        : { kind: "table", entries: container.entries, range };
    if (this.stack.length === 0) this.values.containers.set(container.token, value);
    else this.receive(value);
  }

  private reportUnclosed({ kind, token }: Open): void {
    const [start, end] = this.place(token);
    const [name, opening, closing] = kind === "list" ? ["list", "[", "]"] : ["table", "{", "}"];
    this.problems.error(
      "missing-closing-delimiter",
      `The ${name} that begins with this ${opening} has no ${closing}.`,
      start,
      end,
    );
  }

  private plainValue(kind: number): void {
    const container = this.stack[this.stack.length - 1];
    if (container?.kind === "table" && !container.key) this.key(container, kind);
    else this.receive(this.values.at(this.next++));
  }

  private key(table: OpenTable, kind: number): void {
    const token = this.next++;
    if (
      (kind === TokenKind.quoted || kind === TokenKind.tripleQuoted) &&
      this.tokens.kind(this.next) === TokenKind.colon
    ) {
      this.next++;
      table.key = { text: this.values.content(token), token };
    } else if (kind === TokenKind.bare) this.bareKey(table, token);
    else if (this.isLoneColon(this.next)) {
      this.missingKey(token, "The colon must follow the key at once: no blank may stand between them.");
      this.next++;
      table.key = { text: this.values.content(token), token };
    } else this.missingKey(token, "This value has no key: a table is written { 'key': value }.");
  }

  private bareKey(table: OpenTable, token: number): void {
    const content = this.values.content(token);
    const colon = content.indexOf(":");
    if (colon === 0) {
      const [start, end] = this.place(token);
      this.problems.error("table-null-key", "Before this colon a key in quotes is missing.", start, end);
    } else this.missingKey(token, "A table is written { 'key': value }, with each key in quotes.");
    if (colon <= 0) return;
    const key = content.slice(0, colon);
    const end = this.tokens.end(token);
    const start = end - (content.length - colon - 1);
    if (start < end)
      table.entries.push({
        key,
        value: { kind: "bare", text: content.slice(colon + 1), range: { start, end } },
      });
    else table.key = { text: key, token };
  }

  private isLoneColon(token: number): boolean {
    const start = this.tokens.start(token);
    return (
      this.tokens.kind(token) === TokenKind.bare &&
      this.tokens.end(token) === start + 1 &&
      this.text.charAt(start) === ":"
    );
  }

  private nullKey(): void {
    const [start, end] = this.place(this.next++);
    this.problems.error(
      "table-null-key",
      "A colon stands between a key in quotes and its value only.",
      start,
      end,
    );
  }

  private missingKey(token: number, message: string): void {
    const [start, end] = this.place(token);
    this.problems.error("table-missing-key", message, start, end);
  }

  private missingValue(token: number): void {
    const [start, end] = this.place(token);
    this.problems.error("missing-value", "This key has no value.", start, end);
  }

  /** Puts a finished value where it belongs. */
  private receive(value: CifValue): void {
    const container = this.stack[this.stack.length - 1];
    if (!container) return;
    if (container.kind === "list") container.items.push(value);
    else if (container.key) {
      container.entries.push({ key: container.key.text, value });
      container.key = undefined;
    } else
      this.problems.error(
        "table-missing-key",
        "This value has no key: a table is written { 'key': value }.",
        value.range.start,
        value.range.end,
      );
  }

  private place(token: number): [start: number, end: number] {
    return [this.tokens.start(token), this.tokens.end(token)];
  }
}
