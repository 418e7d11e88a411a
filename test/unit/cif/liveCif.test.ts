import { isDeepStrictEqual } from "node:util";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { CifDocument } from "../../../server/src/cif/document";
import { LiveCif } from "../../../server/src/cif/liveCif";
import { parseCif } from "../../../server/src/cif/parser";
import { PiecedText } from "../../../server/src/cif/piecedText";
import { tokens } from "../../../server/src/cif/tokens";

/** Lines of a file that is mostly sound, so that what is far from an edit stays as it is. */
const line = fc.constantFrom(
  ...["_a 1", "_b 'x y'", "loop_ _c _d", "1 2", "3 4 # c", "data_x", "save_f", "save_", "# comment", ""],
  ...["_e", ";text", ";", "'open", "[1 2]", "{'k':v}", "é", "$x", "_f [", "]", "'''", '"""', "_g", "5(1)"],
);
const sound = fc.constantFrom("_a 1", "1 2", "3 4", "_b 'x y'", "loop_ _c _d", "data_x", "_e\n;text\n;");
const block = fc.array(fc.oneof({ weight: 12, arbitrary: sound }, { weight: 1, arbitrary: line }), {
  minLength: 1,
  maxLength: 40,
});
/** Long enough to have a part that no edit reaches. */
const longText = fc
  .tuple(fc.constantFrom("", "data_x\n", "#\\#CIF_2.0\ndata_x\n"), block, block, block, block, block)
  .map(([head, ...parts]) => `${head}${parts.map((lines) => `${lines.join("\n")}\n`).join(filler)}`);
const filler = "0.25 0.5\n".repeat(140);

/** Long enough that only a part of it is looked at. */
const veryLongText = fc
  .tuple(longText, fc.constantFrom("\n", "\r\n"), longText)
  .map(([head, lineEnd, tail]) => (head + filler.repeat(6) + tail).replaceAll("\n", lineEnd));

const inserted = fc.oneof(
  fc.constantFrom(
    "",
    " ",
    "\n",
    "x",
    "'",
    '"',
    ";",
    "\n;",
    "\n;\n",
    "#",
    "_",
    "[",
    "]",
    "{",
    "loop_",
    "data_",
  ),
  fc.constantFrom("'''", '"""', "\u001a", "é", "\0", "\n_n 1\n", "x".repeat(2100), "#\\#CIF_2.0\n"),
  fc.string({ maxLength: 5 }),
);
const edits = fc.array(fc.tuple(fc.nat(), fc.oneof(fc.nat(20), fc.nat(3000)), inserted), {
  minLength: 1,
  maxLength: 6,
});

/** All that a document holds, as plain data. */
function plain(document: CifDocument) {
  const { version, blocks, problems } = document;
  return {
    version,
    problems,
    tokens: [...tokens(document)],
    blocks: blocks.map(({ code, range, loops, columns }) => ({
      code,
      range,
      loops: loops.map(({ range: place, rows }) => [place, rows]),
      columns: columns.map((column) => [column.tag, column.tagRange, column.value(0), column.rows]),
    })),
  };
}

/** Long lists of tokens are compared by `expect` only where they differ, for it takes its time. */
function expectAlike(document: CifDocument, right: CifDocument): void {
  const [found, expected] = [plain(document), plain(right)];
  if (!isDeepStrictEqual(found, expected)) expect(found).toEqual(expected);
}

describe("a CIF that is edited", () => {
  it("is the same as one that is read anew, after any edits", () => {
    fc.assert(
      fc.property(fc.oneof(longText, veryLongText), edits, (begun, changes) => {
        let text = PiecedText.of(begun);
        const live = new LiveCif(text);
        expectAlike(live.document, parseCif(begun));
        for (const [place, length, replacement] of changes) {
          const start = place % (text.length + 1);
          const removedEnd = Math.min(text.length, start + length);
          text = text.replaced(start, removedEnd, replacement);
          live.edit(text, { start, removedEnd, insertedEnd: start + replacement.length });
          while (!live.isRead) live.readOn(2000);
          expectAlike(live.document, parseCif(text.toString()));
        }
      }),
      { numRuns: 150 },
    );
  });

  it("takes edits that come before it is read", () => {
    const text = `data_x\n_a 1\n${filler}_b 2\n`;
    const live = new LiveCif(text);
    live.readOn(100);
    expect(live.isRead).toBe(false);
    const edited = text.replace("_a 1", "_a 12").replace("_b", "_bc");
    live.edit(text.replace("_a 1", "_a 12"), { start: 11, removedEnd: 11, insertedEnd: 12 });
    const place = edited.indexOf("c ");
    live.edit(edited, { start: place, removedEnd: place, insertedEnd: place + 1 });
    live.readOn(100);
    expect(live.isRead).toBe(false);
    expectAlike(live.document, parseCif(edited));
  });
});
