import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCif } from "../../../server/src/cif/decode";
import { formatCif } from "../../../server/src/cif/format";
import { parseCif } from "../../../server/src/cif/parser";
import { tokens } from "../../../server/src/cif/tokens";
import { blockToJson } from "../../../server/src/cli/cifJson";
import { hasShared, sharedPath } from "../../support/shared";

function formatted(text: string, within?: { start: number; end: number }): string {
  let result = text;
  for (const { range, text: replacement } of formatCif(parseCif(text), within).reverse())
    result = result.slice(0, range.start) + replacement + result.slice(range.end);
  return result;
}

/** All that a file says: its values, and the words and comments in their order. */
function content(text: string) {
  const document = parseCif(text);
  return {
    blocks: document.blocks.map(blockToJson),
    words: [...tokens(document)].map(({ kind, range }) => [kind, text.slice(range.start, range.end)]),
  };
}

function expectOnlyBlanksToChange(text: string): void {
  const once = formatted(text);
  expect(content(once)).toEqual(content(text));
  expect(formatted(once)).toBe(once);
}

describe("formatting", () => {
  it("aligns the columns of a loop: words at their start, numbers at the point", () => {
    const text = `data_x
loop_
_atom_site_label
_atom_site_fract_x
_atom_site_occupancy
_note
Li1 0.25 1 'a b' # comment
Cl10 -0.5(12) . c
  O1 ? 0.125 d
`;
    expect(formatted(text)).toBe(`data_x
loop_
_atom_site_label
_atom_site_fract_x
_atom_site_occupancy
_note
Li1    0.25     1      'a b' # comment
Cl10  -0.5(12)  .      c
O1     ?        0.125  d
`);
  });

  it("puts the values of items below each other, and leaves alone those that are", () => {
    const text = "data_x\n_cell_length_a 5\n_cell_volume 125\n\n_b   1\n_c   2\n\n_long_name 1\n_d 2 # c\n";
    expect(formatted(text)).toBe(
      "data_x\n_cell_length_a  5\n_cell_volume    125\n\n_b   1\n_c   2\n\n_long_name  1\n_d          2 # c\n",
    );
  });

  it("leaves text fields, rows of several lines and comments as they are", () => {
    const text =
      "data_x\nloop_\n_a\n_b\n1\n;text\n  here\n;\n# a comment\n2 'x'\n30 'y'\n4\n  'z'\n_c\n;\nd\n;\n_e 1\n";
    expect(formatted(text)).toBe(text.replace("2 'x'", " 2  'x'").replace("30 'y'", "30  'y'"));
  });

  it("never makes a text field of a value that begins with a semicolon", () => {
    expectOnlyBlanksToChange("data_x\nloop_\n_a\n_b\n1 2\n ;x 33\n");
  });

  it("changes the lines of a range only, aligned with the others", () => {
    const text = "data_x\nloop_\n_a\n_b\na b\ncccc d\ne f\n";
    const start = text.indexOf("e f");
    expect(formatted(text, { start, end: start + 1 })).toBe(text.replace("e f", "e     f"));
  });

  it("keeps the line ends of the file", () => {
    const text = "data_x\r\nloop_\r\n_a\r\n_b\r\na b\r\ncccc d\r\n";
    expect(formatted(text)).toBe(text.replace("a b", "a     b").replace("cccc d", "cccc  d"));
  });

  const word = fc.constantFrom(
    ...[
      "1",
      "-0.25(3)",
      "?",
      ".",
      "Li1",
      "'a b'",
      '"c"',
      "1e5",
      "[1 2]",
      "{'k':1}",
      ";x",
      "#c",
      "'open",
      "$x",
    ],
  );
  const between = fc.constantFrom(" ", "  ", "\t", "\n", "\n", " # c\n", "\n;text\n;\n", "\r\n");
  const head = fc.constantFrom("", "data_x\n", "#\\#CIF_2.0\ndata_x\n");
  const names = fc.constantFrom(
    "loop_\n_a\n_b\n",
    "\n_c",
    "loop_\n_d\n_e\n_f\n",
    "\ndata_y\n",
    "\n_g ",
    "save_f\n",
  );

  it("changes nothing but blanks, and nothing when done again, whatever the text", () => {
    fc.assert(
      fc.property(
        head,
        fc.array(fc.oneof({ weight: 6, arbitrary: fc.tuple(word, between) }, fc.tuple(names)), {
          maxLength: 40,
        }),
        (start, parts) => {
          expectOnlyBlanksToChange(start + parts.flat().join(""));
        },
      ),
      { numRuns: 2000 },
    );
  });

  const folders = ["corpus/cif-syntax", "obelix/cifs"];
  it.skipIf(!hasShared).each(folders)("changes nothing but blanks in the files of %s", (folder) => {
    const files = readdirSync(sharedPath(folder), { recursive: true, encoding: "utf8" });
    const cifs = files.filter((name) => name.endsWith(".cif"));
    expect(cifs.length).toBeGreaterThan(100);
    for (const name of cifs)
      expectOnlyBlanksToChange(decodeCif(readFileSync(join(sharedPath(folder), name))).text);
  });
});
