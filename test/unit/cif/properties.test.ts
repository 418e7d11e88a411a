import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { printCif } from "../../../server/src/cif/print";
import { tokens } from "../../../server/src/cif/tokens";
import { firstBlock, plain, problemsOf } from "./reading";

/** Text that a value can hold in CIF 1.1: printable ASCII without a line end. */
const lineText = fc.string({
  unit: fc.integer({ min: 0x20, max: 0x7e }).map((code) => String.fromCharCode(code)),
});
const anyText = fc.array(lineText, { minLength: 1, maxLength: 4 }).map((lines) => lines.join("\n"));

const isBare = (text: string) =>
  /^[^\s"#$'_;[\]{}][^\s[\]{}]*$/.test(text) &&
  !/^(?:data_|save_|(?:loop_|stop_|global_)$)/i.test(text) &&
  !/^[?.]$/.test(text);

interface Writing {
  readonly meant: string | null;
  readonly written: string;
}

/** A value in one of the forms that CIF 1.1 has for it. */
const value: fc.Arbitrary<Writing> = fc.oneof(
  fc.constant({ meant: null, written: "?" }),
  lineText.filter(isBare).map((text) => ({ meant: text, written: text })),
  lineText.filter((text) => !/'(?:\s|$)/.test(text)).map((text) => ({ meant: text, written: `'${text}'` })),
  lineText.filter((text) => !/"(?:\s|$)/.test(text)).map((text) => ({ meant: text, written: `"${text}"` })),
  anyText.filter((text) => !text.includes("\n;")).map((text) => ({ meant: text, written: `\n;${text}\n;` })),
);

const blank = fc.constantFrom("\n", "\n\n  ", "\n# a comment\n", "\n\t");

interface WrittenLoop {
  readonly width: number;
  readonly cells: readonly Writing[];
}

const loop: fc.Arbitrary<WrittenLoop> = fc
  .tuple(fc.integer({ min: 1, max: 4 }), fc.integer({ min: 1, max: 4 }))
  .chain(([width, rows]) =>
    fc.array(value, { minLength: width * rows, maxLength: width * rows }).map((cells) => ({ width, cells })),
  );

function writeLoop({ width, cells }: WrittenLoop, index: number, between: string): string {
  const tags = Array.from({ length: width }, (_, column) => `_loop${index}.${column}`);
  return ["loop_", ...tags, ...cells.map(({ written }) => written)].join(between);
}

const CRLF = (text: string) => text.replaceAll("\n", "\r\n");
const CR = (text: string) => text.replaceAll("\n", "\r");

describe("a document that was written", () => {
  it("is read back value by value, with any line end", () => {
    fc.assert(
      fc.property(
        fc.array(value),
        fc.array(loop, { maxLength: 3 }),
        blank,
        fc.constantFrom((text: string) => text, CRLF, CR),
        (items, loops, between, lineEnds) => {
          const text = [
            "data_x",
            ...items.map(({ written }, index) => `_item${index} ${written}`),
            ...loops.map((written, index) => writeLoop(written, index, between)),
          ].join(between);
          const document = parseCif(lineEnds(`${text}\n`));
          expect(document.problems).toEqual([]);
          const { columns } = firstBlock(document);
          expect(columns.filter((column) => !column.loop).map((column) => plain(column.value(0)))).toEqual(
            items.map(({ meant }) => meant),
          );
          const read = firstBlock(document).loops.map(({ rows, columns: inLoop }) =>
            Array.from({ length: rows * inLoop.length }, (_, index) =>
              plain(inLoop[index % inLoop.length]?.value(Math.floor(index / inLoop.length))),
            ),
          );
          expect(read).toEqual(loops.map(({ cells }) => cells.map(({ meant }) => meant)));
        },
      ),
    );
  });
});

/** Pieces that mean something to a reader of CIF, in any order: nearly every one of these texts is broken. */
const pieces = fc
  .array(
    fc.oneof(
      fc.constantFrom(
        "data_",
        "data_x",
        "save_",
        "save_f",
        "loop_",
        "global_",
        "stop_",
        "_a",
        "_b",
        "_",
        "?",
        ".",
        "1.5(2)",
      ),
      fc.constantFrom("'", '"', "'''", '"""', ";", "\n;", "#", "[", "]", "{", "}", ":", "'k':", "$", "\\"),
      fc.constantFrom(" ", "\n", "\r", "\r\n", "\t", "\u001a", "\0", "\ufeff", "é", "\ud800"),
      fc.string({ maxLength: 4 }),
    ),
    { maxLength: 60 },
  )
  .map((parts) => parts.join(""));

const anyCif = fc
  .tuple(fc.constantFrom("", "data_x\n", "#\\#CIF_2.0\n", "#\\#CIF_2.0\ndata_x\n"), pieces)
  .map(([head, rest]) => head + rest);

describe("any text", () => {
  it("is read without an exception and written back as it was", () => {
    fc.assert(
      fc.property(anyCif, (text) => {
        expect(printCif(parseCif(text))).toBe(text);
      }),
      { numRuns: 2000 },
    );
  });

  it("is tokens in rising order with nothing but blanks between them", () => {
    fc.assert(
      fc.property(anyCif, (text) => {
        let end = text.startsWith("\ufeff") ? 1 : 0;
        for (const { range } of tokens(parseCif(text))) {
          expect(text.slice(end, range.start)).toMatch(/^[ \t\r\n]*$/);
          expect(range.end).toBeGreaterThan(range.start);
          end = range.end;
        }
        expect(text.slice(end)).toMatch(/^[ \t\r\n]*$/);
      }),
      { numRuns: 2000 },
    );
  });

  it("has every value, block and problem inside itself, and problems in order", () => {
    fc.assert(
      fc.property(anyCif, (text) => {
        const { blocks, problems } = parseCif(text);
        const columns = blocks.flatMap((block) => [block, ...block.frames]).flatMap((block) => block.columns);
        const values = columns.flatMap((column) =>
          Array.from({ length: column.rows }, (_, row) => column.value(row)),
        );
        const ranges = [...blocks, ...values, ...problems].flatMap((placed) => placed?.range ?? []);
        for (const { start, end } of ranges) {
          expect(start).toBeGreaterThanOrEqual(0);
          expect(end).toBeGreaterThanOrEqual(start);
          expect(end).toBeLessThanOrEqual(text.length);
        }
        const starts = problems.map(({ range }) => range?.start ?? 0);
        expect(starts).toEqual([...starts].sort((first, second) => first - second));
      }),
      { numRuns: 2000 },
    );
  });
});

/** Characters become bytes so many at once, and with them the rest of their line. */
const stretch = 65_536;

describe("a long text", () => {
  it("is read the same wherever a stretch of it ends", () => {
    fc.assert(
      fc.property(
        fc.constantFrom("data_x\n", "#\\#CIF_2.0\ndata_x\n"),
        pieces,
        fc.integer({ min: stretch - 200, max: stretch }),
        (head, rest, lines) => {
          expect(written(head + "\n".repeat(lines) + rest)).toEqual(written(head + rest));
        },
      ),
      { numRuns: 200 },
    );
  });
});

/** Tokens and problems by the text that they stand for. */
function written(text: string) {
  const document = parseCif(text);
  const found = [...tokens(document)].map(({ kind, range }) => [kind, text.slice(range.start, range.end)]);
  return { found, problems: problemsOf(document) };
}

describe("time", () => {
  const hostile: [string, (size: number) => string][] = [
    ["open lists", (size) => `#\\#CIF_2.0\ndata_x\n_a ${"[".repeat(size)}`],
    [
      "lists closed by braces",
      (size) =>
        `#\\#CIF_2.0\ndata_x\n_a ${"[".repeat(Math.floor(size / 2))}${"}".repeat(Math.floor(size / 2))}`,
    ],
    ["keys without values", (size) => `#\\#CIF_2.0\ndata_x\n_a {${"'a':".repeat(Math.floor(size / 4))}`],
    ["quotes without blanks", (size) => `#\\#CIF_2.0\ndata_x\n_a ${"'a'".repeat(Math.floor(size / 3))}`],
    ["quotes that do not close", (size) => `data_x\n${"_a 'b\n".repeat(Math.floor(size / 6))}`],
    ["one quote in a long line", (size) => `data_x _a ${"'".repeat(size)}`],
    ["texts behind texts", (size) => `data_x\n_a\n${";b\n".repeat(Math.floor(size / 3))}`],
    ["texts behind names", (size) => `data_x\n${"_a\n;b\n".repeat(Math.floor(size / 6))}`],
    ["a text that does not close", (size) => `data_x\n_a\n;${"b ;\n".repeat(Math.floor(size / 4))}`],
    ["the same name", (size) => `data_x\n${"_a 1\n".repeat(Math.floor(size / 5))}`],
    [
      "other names",
      (size) => `data_x\n${Array.from({ length: size / 10 }, (_, index) => `_a${index} 1\n`).join("")}`,
    ],
    ["blocks", (size) => "data_x\n".repeat(Math.floor(size / 7))],
    ["frames", (size) => `data_x\n${"save_f\n".repeat(Math.floor(size / 7))}`],
    ["loops", (size) => `data_x\n${"loop_ _a ".repeat(Math.floor(size / 9))}`],
    ["a loop that lacks a value", (size) => `data_x loop_ _a _b\n${"1 2\n".repeat(Math.floor(size / 4))}3`],
    ["Ctrl-Z", (size) => "\u001a\n".repeat(Math.floor(size / 2))],
  ];

  // A reader whose time grows with the square of the length needs minutes for each of these: longer than a test may.
  it.each(hostile)("a megabyte is read to its end: %s", (_, make) => {
    const text = make(1_000_000);
    expect(printCif(parseCif(text)) === text).toBe(true);
  });
});
