import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { DocumentSymbol, Range, SelectionRange } from "vscode-languageserver/node";
import { parseCif } from "../../../server/src/cif/parser";
import { documentDiagnostics } from "../../../server/src/language/diagnostics";
import { documentSymbols } from "../../../server/src/language/documentSymbols";
import { DocumentText } from "../../../server/src/language/documentText";
import type { OpenDocument } from "../../../server/src/language/documents";
import { foldingRanges } from "../../../server/src/language/foldingRanges";
import { hoverAt } from "../../../server/src/language/hover";
import { labelledAt } from "../../../server/src/language/labelledThings";
import { linkedRanges } from "../../../server/src/language/linkedEditing";
import { findPlace } from "../../../server/src/language/place";
import { referencesAt } from "../../../server/src/language/references";
import { selectionRange } from "../../../server/src/language/selectionRanges";
import { semanticTokens } from "../../../server/src/language/semanticTokens";

function open(content: string): OpenDocument {
  const text = DocumentText.create("file:///x.cif", "cif", 1, content);
  return { uri: text.uri, version: 1, text, length: content.length, cif: parseCif(content) };
}

/** Texts made of what a CIF is made of, in any order: most are broken. */
const pieces = ["data_a", "data_", "loop_", "save_f", "save_", "_atom_site_label", "_atom_site.type_symbol"];
const labels = ["_geom_bond_atom_site_label_1", "_geom_bond_site_symmetry_1", "'Li1'", "1_555"];
const more = [
  "_cell_length_a",
  "_x",
  "Li1",
  "1.5(2)",
  "'a b'",
  '"',
  "'",
  "?",
  ".",
  "\n;\n",
  "\n;text\n",
  "[",
  "]",
  "{",
  "}",
];
const blanks = [" ", "\n", "\r\n", "\t", "# c\n", "é", "\u{1f600}", "\u0000"];
const anyCif = fc
  .array(fc.constantFrom(...pieces, ...labels, ...more, ...blanks, " ", "\n"), { maxLength: 60 })
  .map((parts) => parts.join(" "));
const anyText = fc.oneof(anyCif, fc.string({ unit: "binary", maxLength: 200 }));

describe("for any text", () => {
  it("every symbol has its name inside, and its children too", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const check = ({ range, selectionRange, children = [] }: DocumentSymbol): void => {
          expect(encloses(range, selectionRange)).toBe(true);
          for (const child of children) {
            expect(encloses(range, child.range)).toBe(true);
            check(child);
          }
        };
        documentSymbols(open(content)).forEach(check);
      }),
    );
  });

  it("folds have more than one line and lie in the text", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const document = open(content);
        for (const { startLine, endLine } of foldingRanges(document)) {
          expect(endLine).toBeGreaterThan(startLine);
          expect(endLine).toBeLessThan(document.text.content.lines);
        }
      }),
    );
  });

  it("tokens follow each other without overlap", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const { data } = semanticTokens(open(content));
        let previousLength = 0;
        for (let i = 0; i < data.length; i += 5) {
          const [lines = 0, characters = 0, length = 0] = data.slice(i, i + 3);
          expect(length).toBeGreaterThan(0);
          if (i > 0 && lines === 0) expect(characters).toBeGreaterThanOrEqual(previousLength);
          previousLength = length;
        }
      }),
    );
  });

  it("a hover anywhere is about what stands there", () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), (content, offset) => {
        const document = open(content);
        const hover = hoverAt(document, offset, undefined);
        if (hover?.range) {
          expect(document.text.offsetAt(hover.range.start)).toBeLessThanOrEqual(offset);
          expect(document.text.offsetAt(hover.range.end)).toBeGreaterThan(offset);
        }
      }),
    );
  });

  it("every value is found at its first and its last character", () => {
    fc.assert(
      fc.property(anyCif, (content) => {
        const { cif } = open(content);
        for (const block of cif?.blocks ?? [])
          for (const column of block.columns)
            for (let row = 0; row < column.rows; row++) {
              const range = column.value(row)?.range;
              if (!cif || !range || range.end === range.start) continue;
              for (const offset of [range.start, range.end - 1]) {
                const place = findPlace(cif, offset);
                expect(place).toMatchObject({ kind: "value", row, column: { tag: column.tag }, range });
              }
            }
      }),
    );
  });

  it("every name that leads somewhere stands among its own mentions", () => {
    fc.assert(
      fc.property(anyCif, fc.nat(300), (content, offset) => {
        const document = open(content);
        const places = referencesAt(document, offset, true).map(({ range }) => document.text.getText(range));
        const named = document.cif && labelledAt(document.cif, offset);
        if (named?.kind === "site") expect(new Set(places)).toEqual(new Set([named.name]));
        const linked = linkedRanges(document, offset)?.ranges ?? [];
        expect(linked.every((range) => document.text.getText(range) === named?.name)).toBe(true);
      }),
      { numRuns: 1000 },
    );
  });

  it("each step of a selection encloses the one before, and the last is the text", () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), (content, offset) => {
        const document = open(content);
        let step: SelectionRange = selectionRange(document, offset);
        for (; step.parent; step = step.parent) expect(encloses(step.parent.range, step.range)).toBe(true);
        expect(document.text.getText(step.range)).toBe(content);
      }),
    );
  });

  it("marks within a range are those of the whole text that lie there", () => {
    fc.assert(
      fc.property(anyText, fc.nat(300), fc.nat(100), (content, start, length) => {
        const document = open(content);
        const within = { start, end: start + length };
        const all = marks(document, semanticTokens(document).data);
        const seen = marks(document, semanticTokens(document, within).data);
        expect(seen).toEqual(all.filter(([at, end]) => at < within.end && end > within.start));
      }),
    );
  });

  it("every diagnostic has a code, words, and a place in the text", () => {
    fc.assert(
      fc.property(anyText, (content) => {
        const document = open(content);
        for (const { code, message, range } of documentDiagnostics(document, undefined, undefined)) {
          expect(code).toMatch(/^[a-z]+(-[a-z0-9]+)+$/);
          expect(message).not.toBe("");
          expect(document.text.offsetAt(range.end)).toBeGreaterThanOrEqual(
            document.text.offsetAt(range.start),
          );
        }
      }),
    );
  });
});

/** Where each mark begins and ends, and its type. */
function marks(
  { text }: OpenDocument,
  data: readonly number[],
): [start: number, end: number, type: number][] {
  let [line, character] = [0, 0];
  return Array.from({ length: data.length / 5 }, (_, i) => {
    const [down = 0, right = 0, length = 0, type = 0] = data.slice(5 * i, 5 * i + 4);
    [line, character] = [line + down, down > 0 ? right : character + right];
    const start = text.offsetAt({ line, character });
    return [start, start + length, type];
  });
}

function encloses(outer: Range, inner: Range): boolean {
  const before = (a: Range["start"], b: Range["start"]): boolean =>
    a.line < b.line || (a.line === b.line && a.character <= b.character);
  return before(outer.start, inner.start) && before(inner.end, outer.end);
}
