import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Position } from "vscode-languageserver/node";
import { TextDocument } from "vscode-languageserver-textdocument";
import { DocumentText } from "../../../server/src/language/documentText";

const words = fc.constantFrom("\n", "\r\n", "\r", "x", "Li1 0.25 0.5", "é\u{1f600}", "");
const shortText = fc.array(words, { maxLength: 12 }).map((parts) => parts.join(""));
/** Of many pieces, with lines of all kinds and lengths. */
const longText = fc
  .tuple(shortText, fc.constantFrom("1 2 3\n", "1 2 3\r\n", "1 2 3\r", "1 2 3 "), shortText)
  .map(([head, row, tail]) => `${head}${row.repeat(25_000)}${tail}${"_a 1\n".repeat(20_000)}`);
const share = fc.double({ min: 0, max: 1, noNaN: true });
const edits = fc.array(fc.tuple(share, fc.oneof(fc.nat(5), fc.nat(120_000)), shortText), {
  minLength: 1,
  maxLength: 6,
});

/** The library holds the text as one string: what it says is right. */
function edited(text: string, changes: readonly (readonly [number, number, string])[]) {
  const right = TextDocument.create("file:///x.cif", "cif", 1, text);
  let content = DocumentText.create("file:///x.cif", "cif", 1, text).content;
  for (const [place, length, inserted] of changes) {
    const start = right.positionAt(Math.floor(place * right.getText().length));
    const end = right.positionAt(right.offsetAt(start) + length);
    content = content.replaced(right.offsetAt(start), right.offsetAt(end), inserted);
    TextDocument.update(right, [{ range: { start, end }, text: inserted }], 2);
  }
  return { right, ours: new DocumentText("file:///x.cif", "cif", 2, content) };
}

describe("the text of a document in pieces", () => {
  it("is what the edits make of it", () => {
    fc.assert(
      fc.property(fc.oneof(shortText, longText), edits, (text, changes) => {
        const { right, ours } = edited(text, changes);
        expect(ours.getText() === right.getText()).toBe(true);
        expect(ours.content.length).toBe(right.getText().length);
        expect(ours.content.lines).toBe(right.lineCount);
      }),
    );
  });

  it("has the same places and parts as in one string", () => {
    const places = fc.array(
      fc.tuple(share, fc.integer({ min: -2, max: 2 }), fc.integer({ min: -1, max: 9 })),
    );
    fc.assert(
      fc.property(fc.oneof(shortText, longText), edits, places, (text, changes, looked) => {
        const { right, ours } = edited(text, changes);
        const whole = right.getText();
        for (const [place, more, character] of looked) {
          const offset = Math.floor(place * whole.length) + more;
          expect(ours.positionAt(offset)).toEqual(right.positionAt(offset));
          const at: Position = { line: Math.floor(place * right.lineCount) + more, character };
          expect(ours.offsetAt(at)).toBe(right.offsetAt(at));
          const from = Math.max(0, offset);
          expect(ours.content.charAt(from)).toBe(whole.charAt(from));
          expect(ours.content.charCodeAt(from)).toBe(whole.charCodeAt(from));
          const end = from + 70_000 * Math.abs(more);
          expect(ours.content.slice(from, end) === whole.slice(from, end)).toBe(true);
        }
      }),
    );
  });

  it("leaves the text before an edit as it was", () => {
    const before = DocumentText.create("file:///x.cif", "cif", 1, "_a 1\n".repeat(50_000));
    const after = before.content.replaced(100_000, 100_002, "\n\n");
    expect(before.content.lines).toBe(50_001);
    expect(after.lines).toBe(50_003);
    expect(before.content.slice(99_998, 100_004)).toBe("1\n_a 1");
  });
});
