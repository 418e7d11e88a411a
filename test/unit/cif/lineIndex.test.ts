import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LineIndex } from "../../../server/src/cif/lineIndex";

describe("LineIndex", () => {
  it("knows LF, CR LF and CR as line ends", () => {
    const index = new LineIndex("a\nbc\r\nd\re");
    expect([0, 1, 2, 4, 5, 6, 7, 8, 9].map((offset) => Object.values(index.position(offset)))).toEqual([
      [0, 0],
      [0, 1],
      [1, 0],
      [1, 2],
      [1, 3],
      [2, 0],
      [2, 1],
      [3, 0],
      [3, 1],
    ]);
  });

  it("agrees with splitting the text", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("\n", "\r", "x", "yy")), (parts) => {
        const text = parts.join("");
        const index = new LineIndex(text);
        for (let offset = 0; offset <= text.length; offset++) {
          const isInsideLineEnd = text[offset - 1] === "\r" && text[offset] === "\n";
          if (isInsideLineEnd) continue;
          const before = text.slice(0, offset).split(/\r\n|\n|\r/);
          expect(index.position(offset)).toEqual({ line: before.length - 1, column: before.at(-1)?.length });
        }
      }),
    );
  });
});
