import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { block, codesOf, firstBlock, plain, problemsOf, valuesOf } from "./reading";

describe("values in CIF 1.1", () => {
  it("keeps numbers as text, with their uncertainty", () => {
    const document = block("_cell_length_a 4.6190(12)");
    expect(firstBlock(document).find("_cell_length_a")?.value(0)).toMatchObject({
      kind: "bare",
      text: "4.6190(12)",
    });
  });

  it("tells ? and . from the same characters in quotes", () => {
    const document = block("_a ?", "_b .", "_c '?'", '_d "."');
    const kinds = ["_a", "_b", "_c", "_d"].map((tag) => firstBlock(document).find(tag)?.value(0)?.kind);
    expect(kinds).toEqual(["unknown", "inapplicable", "quoted", "quoted"]);
  });

  it("ends a quoted value at a quote with a blank behind it", () => {
    const document = block("_a 'a dog's life'  _b \"5' 3\"\"", "_c ''");
    expect(codesOf(document)).toEqual([]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b"), valuesOf(document, "_c")]).toEqual([
      ["a dog's life"],
      ["5' 3\""],
      [""],
    ]);
  });

  it("takes a text between semicolons at the start of lines, with LF for every line end", () => {
    const document = parseCif("data_x\r\n_a\r\n;one\r\n ;two\rthree\r\n;\r\n_b 1\r\n");
    expect(valuesOf(document, "_a")).toEqual(["one\n ;two\nthree"]);
    expect(valuesOf(document, "_b")).toEqual(["1"]);
  });

  it("takes a semicolon elsewhere for a plain character", () => {
    expect(valuesOf(block("_a ;b", "_c 1"), "_a")).toEqual([";b"]);
  });

  it("leaves folded lines as they are", () => {
    expect(valuesOf(block("_a", ";\\", "long \\", "line", ";"), "_a")).toEqual(["\\\nlong \\\nline"]);
  });

  it("allows brackets inside a value and braces anywhere", () => {
    const document = block("_a Fc[1+0.001]", "_b {x}");
    expect(codesOf(document)).toEqual([]);
    expect(valuesOf(document, "_b")).toEqual(["{x}"]);
  });

  it("ends a comment with its line, and takes # inside a value for a plain character", () => {
    const document = block("_a b#c # 'not a value", "_d '#e'");
    expect(codesOf(document)).toEqual([]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_d")]).toEqual([["b#c"], ["#e"]]);
  });

  it("gives every value the range of its characters, delimiters included", () => {
    const document = block("loop_", "_a", "1 'two' ?", ";three", ";");
    const column = firstBlock(document).find("_a");
    const written = Array.from({ length: 4 }, (_, row) => {
      const range = column?.value(row)?.range;
      return document.text.slice(range?.start, range?.end);
    });
    expect(written).toEqual(["1", "'two'", "?", ";three\n;"]);
  });
});

describe("data names", () => {
  it("are found without case and listed in lower case", () => {
    const document = block("_Cell_Length_A 1");
    expect(firstBlock(document).find("_CELL_length_a")?.tag).toBe("_cell_length_a");
  });

  it("are found under the first of several names that the block has", () => {
    const found = firstBlock(block("_symmetry_Int_Tables_number 225")).find(
      "_space_group_IT_number",
      "_symmetry_int_tables_number",
    );
    expect(plain(found?.value(0))).toBe("225");
  });

  it("may hold any character but a blank", () => {
    expect(codesOf(block("_a.b[1][2] 1", "_#c 2", "_'d 3", "_x/y% 4"))).toEqual([]);
  });
});

describe("loops", () => {
  it("give columns their rows, wherever the lines break", () => {
    const document = block("loop_ _a _b 1 2", "3", "# comment", "4 5 6");
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([
      ["1", "3", "5"],
      ["2", "4", "6"],
    ]);
  });

  it("reach from loop_ to the end of the last value", () => {
    const document = block("loop_", "_a", "1", "2 # end", "_b 3");
    const { range, rows } = firstBlock(document).loops[0] ?? { range: { start: 0, end: 0 }, rows: 0 };
    expect(document.text.slice(range.start, range.end)).toBe("loop_\n_a\n1\n2");
    expect(rows).toBe(2);
  });

  it("have no value outside their rows", () => {
    const column = firstBlock(block("loop_ _a 1 2")).find("_a");
    expect([-1, 0, 1, 2, NaN].map((row) => plain(column?.value(row)))).toEqual([
      undefined,
      "1",
      "2",
      undefined,
      undefined,
    ]);
  });
});

describe("blocks", () => {
  it("reach from their header to the next one", () => {
    const document = parseCif("# first\ndata_A\n_a 1\nDATA_b\n_a 2\n");
    expect(
      document.blocks.map(({ code, range }) => [code, document.text.slice(range.start, range.end)]),
    ).toEqual([
      ["A", "data_A\n_a 1\n"],
      ["b", "DATA_b\n_a 2\n"],
    ]);
    expect(document.problems).toEqual([]);
  });

  it("hold save frames, each with its own names", () => {
    const document = block("_a 1", "save_f", "_a 2", "save_", "_b 3");
    expect(codesOf(document)).toEqual([]);
    expect(plain(firstBlock(document).frames[0]?.find("_a")?.value(0))).toBe("2");
    expect(valuesOf(document, "_b")).toEqual(["3"]);
  });

  it("take words that only begin like keywords for values", () => {
    expect(codesOf(block("_a loop", "_b datafoo", "_c global", "_d stop_it", "_e loop_x"))).toEqual([]);
  });

  it.each(["", "\ufeff", "# nothing\n", " \t\r\n"])("may be none: %j", (text) => {
    expect(parseCif(text)).toMatchObject({ blocks: [], problems: [] });
  });
});

describe("faults are told with their place, and what stands around them is read", () => {
  it("a quote that is not closed ends with its line", () => {
    const document = block("_a 'one  ", "_b 2");
    expect(problemsOf(document)).toEqual([["unterminated-quoted-string", "'one"]]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([["one"], ["2"]]);
  });

  it("a text that is not closed ends before the next item", () => {
    const document = block("_a", ";text", "of two lines", "_b 2", "_c 3");
    expect(problemsOf(document)).toEqual([["unterminated-text-field", ";text"]]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([["text\nof two lines"], ["2"]]);
  });

  it("a text that is not closed does not swallow the next text", () => {
    const document = block("_a", ";first", "_b 2", "_c", ";second", ";", "_d 4");
    expect(problemsOf(document)).toEqual([
      ["unterminated-text-field", ";first"],
      ["missing-whitespace", "s"],
    ]);
    expect(["_a", "_b", "_c", "_d"].map((tag) => valuesOf(document, tag))).toEqual([
      ["first"],
      ["2"],
      ["second"],
      ["4"],
    ]);
  });

  it("nor if the next text begins in its second line", () => {
    const document = block("_a", ";", "first", "_b 2", "_c", ";", "second", ";", "_d 4");
    expect(problemsOf(document)).toEqual([
      ["unterminated-text-field", ";"],
      ["unexpected-value", "second"],
    ]);
    expect(["_a", "_b", "_c", "_d"].map((tag) => valuesOf(document, tag))).toEqual([
      ["\nfirst"],
      ["2"],
      ["\nsecond"],
      ["4"],
    ]);
  });

  it("a text may hold lines that look like items", () => {
    const document = block("_a", ";", "_b 2", "loop_", ";", "_c 3");
    expect(codesOf(document)).toEqual([]);
    expect(valuesOf(document, "_a")).toEqual(["\n_b 2\nloop_"]);
  });

  it("a text that goes on behind its semicolon", () => {
    const document = block("_a", ";text", ";_b 2");
    expect(problemsOf(document)).toEqual([["missing-whitespace", "_"]]);
    expect(valuesOf(document, "_b")).toEqual(["2"]);
  });

  it("a data name without a value", () => {
    const document = block("_a", "_b 2", "_c");
    expect(problemsOf(document)).toEqual([
      ["missing-value", "_a"],
      ["missing-value", "_c"],
    ]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([[], ["2"]]);
  });

  it("values without a data name, told once with a hint", () => {
    const document = block("_chemical_name_common lithium germanium thiophosphate", "_b 2");
    expect(problemsOf(document)).toEqual([["unexpected-value", "germanium thiophosphate"]]);
    expect(document.problems[0]?.message).toContain("_chemical_name_common");
    expect(valuesOf(document, "_b")).toEqual(["2"]);
  });

  it("a loop without data names", () => {
    const document = block("loop_", "1 2", "_b 2");
    expect(problemsOf(document)).toEqual([["loop-without-tags", "loop_"]]);
    expect(valuesOf(document, "_b")).toEqual(["2"]);
  });

  it("a loop without values", () => {
    const document = block("loop_", "_a", "_b", "loop_", "_c", "1");
    expect(problemsOf(document)).toEqual([["loop-without-values", "loop_\n_a\n_b"]]);
    expect(valuesOf(document, "_c")).toEqual(["1"]);
  });

  it("a data name given twice: the first counts, both are kept", () => {
    const document = block("_a 1", "_A 2", "loop_ _b _b 3 4");
    expect(problemsOf(document)).toEqual([
      ["duplicate-tag", "_A"],
      ["duplicate-tag", "_b"],
    ]);
    expect(valuesOf(document, "_a")).toEqual(["1"]);
    expect(firstBlock(document).columns).toHaveLength(4);
  });

  it("a block or frame name given twice, without case", () => {
    const document = parseCif("data_x\nsave_f\nsave_\nsave_F\nsave_\ndata_X\nsave_f\nsave_\n");
    expect(problemsOf(document)).toEqual([
      ["duplicate-frame-code", "save_F"],
      ["duplicate-block-code", "data_X"],
    ]);
    expect(document.blocks.map(({ frames }) => frames.length)).toEqual([2, 1]);
  });

  it("items before the first block make up a block without a name", () => {
    const document = parseCif("_a 1\ndata_x\n_b 2\n");
    expect(problemsOf(document)).toEqual([["content-before-data-block", "_a"]]);
    expect(document.blocks.map(({ code }) => code)).toEqual(["", "x"]);
    expect(valuesOf(document, "_a")).toEqual(["1"]);
  });

  it("a file with no block at all is asked whether it is a CIF", () => {
    const { problems } = parseCif("%PDF-1.4\n1 0 obj\n<</Type'\0\u0001 _a [$x\n;stream");
    expect(problems.map(({ code }) => code)).toEqual(["content-before-data-block"]);
    expect(problems[0]?.message).toContain("Is this file a CIF?");
  });

  it("a file without blocks keeps its problems", () => {
    expect(codesOf(parseCif("# \u0007\nstop_"))).toEqual(["disallowed-character", "reserved-word"]);
  });

  it("a block without a name", () => {
    expect(problemsOf(parseCif("data_\n_a 1\n"))).toEqual([["reserved-word", "data_"]]);
  });

  it("save frames that do not open or close", () => {
    const document = block("save_", "save_f", "_a 1", "save_g", "_a 2", "data_y", "save_h");
    expect(problemsOf(document)).toEqual([
      ["save-end-without-start", "save_"],
      ["save-frame-not-closed", "save_g"],
      ["save-frame-not-closed", "data_y"],
      ["save-frame-not-closed", "save_h"],
    ]);
    expect(firstBlock(document).frames.map(({ code }) => code)).toEqual(["f", "g"]);
  });

  it("reserved words", () => {
    const document = block("_a global_", "_b 2", "stop_", "_c 3");
    expect(problemsOf(document)).toEqual([
      ["reserved-word", "global_"],
      ["reserved-word", "stop_"],
    ]);
    expect(["_a", "_b", "_c"].map((tag) => valuesOf(document, tag))).toEqual([["global_"], ["2"], ["3"]]);
  });

  it("global_ begins a block of its own", () => {
    const document = parseCif("global_\n_a 1\ndata_x\n_a 2\n");
    expect(codesOf(document)).toEqual(["reserved-word"]);
    expect(document.blocks.map(({ code }) => code)).toEqual(["", "x"]);
  });

  it("values that must be put in quotes", () => {
    const document = block("_a [1", "_b ]", "_c $d");
    expect(problemsOf(document)).toEqual([
      ["bare-value-must-be-quoted", "[1"],
      ["bare-value-must-be-quoted", "]"],
      ["bare-value-must-be-quoted", "$d"],
    ]);
    expect(valuesOf(document, "_a")).toEqual(["[1"]);
  });

  it("a lone underscore", () => {
    const document = block("_ 1", "_b 2");
    expect(codesOf(document)).toEqual(["invalid-tag", "missing-value-or-stray-value"]);
    expect(valuesOf(document, "_b")).toEqual(["2"]);
    // A name that is being begun has no value, which goes without saying.
    expect(codesOf(block("_"))).toEqual(["invalid-tag", "missing-value-or-stray-value"]);
  });
});

describe("a loop with the wrong number of values", () => {
  it("that is written one row a line: the line is told, and the other rows stay right", () => {
    const document = block(
      "loop_ _label _x _y",
      "Li1 0 0.5",
      "Li2 0.5",
      "S1 0 0",
      "P1 1 1 two surplus",
      "_b 2",
    );
    expect(problemsOf(document)).toEqual([
      ["loop-value-count", "Li2 0.5"],
      ["loop-value-count", "P1 1 1 two surplus"],
    ]);
    expect(valuesOf(document, "_label")).toEqual(["Li1", "Li2", "S1", "P1"]);
    expect(valuesOf(document, "_y")).toEqual(["0.5", undefined, "0", "1"]);
    expect(valuesOf(document, "_b")).toEqual(["2"]);
  });

  it("that is written in another way: the last row is told", () => {
    const document = block("loop_ _a _b _c 1 2 3 4", "5");
    expect(problemsOf(document)).toEqual([["loop-value-count", "4\n5"]]);
    expect(valuesOf(document, "_c")).toEqual(["3", undefined]);
  });

  it("in two rows that make up for each other: a warning, since the values would do in another layout", () => {
    const document = block("loop_ _a _b _c", "1 2 3", "4 5", "6 7 8", "9 10 11 12");
    expect(problemsOf(document)).toEqual([["loop-value-count", "4 5"]]);
    expect(document.problems[0]?.severity).toBe("warning");
    expect(valuesOf(document, "_a")).toEqual(["1", "4", "7", "10"]);
  });

  it("is not suspected where long rows go over two lines", () => {
    expect(codesOf(block("loop_ _a _b _c", "1 2 3", "4 5", "6", "7 8 9", "10", "11 12"))).toEqual([]);
  });

  it("because a quote was not closed: its row alone suffers", () => {
    const document = block("loop_ _a _b", "1 2", "'3 4", "5 6");
    expect(codesOf(document)).toEqual(["unterminated-quoted-string", "loop-value-count"]);
    expect(valuesOf(document, "_a")).toEqual(["1", "3 4", "5"]);
  });
});

describe("characters and lengths", () => {
  it("warns of letters outside ASCII, and keeps them", () => {
    const document = block("_a 'Universität Gießen'");
    expect(document.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["disallowed-character", "warning"],
      ["disallowed-character", "warning"],
    ]);
    expect(valuesOf(document, "_a")).toEqual(["Universität Gießen"]);
  });

  it("refuses control characters", () => {
    const document = block("_a 'x\u0007y'", "_b \u007f");
    expect(document.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["disallowed-character", "error"],
      ["disallowed-character", "error"],
    ]);
  });

  it("says that a file that begins with such a character may be no CIF", () => {
    expect(codesOf(parseCif("\0\0data_x"))[0]).toBe("disallowed-initial-character");
  });

  it("takes no Ctrl-Z at the end of the file for a value", () => {
    const document = block("loop_ _a _b", "1 2", "\u001a");
    expect(codesOf(document)).toEqual(["disallowed-character"]);
    expect(valuesOf(document, "_a")).toEqual(["1"]);
  });

  it("warns of long lines and names", () => {
    const document = block(`# ${"x".repeat(2050)}`, `_${"y".repeat(75)} 1`);
    expect(document.problems.map(({ code, severity }) => [code, severity])).toEqual([
      ["overlength-line", "warning"],
      ["overlength-tag", "warning"],
    ]);
  });

  it("lists a hundred problems of a kind and says that there may be more", () => {
    const { problems } = block(..."_a 1\n".repeat(500).split("\n"));
    expect(problems.filter(({ severity }) => severity === "error")).toHaveLength(100);
    expect(problems.at(-1)?.severity).toBe("information");
  });
});
