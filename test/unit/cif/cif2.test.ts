import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { block, block2, codesOf, firstBlock, plain, problemsOf, valuesOf } from "./reading";

describe("the version", () => {
  it.each([
    ["#\\#CIF_2.0\ndata_x", "2.0"],
    ["\ufeff#\\#CIF_2.0 \r\ndata_x", "2.0"],
    ["#\\#CIF_2.0", "2.0"],
    ["#\\#CIF_2.01\ndata_x", "1.1"],
    ["\n#\\#CIF_2.0\ndata_x", "1.1"],
    ["#\\#CIF_1.1\ndata_x", "1.1"],
    ["data_x", "1.1"],
  ])("stands in the magic code alone: %j", (text, version) => {
    expect(parseCif(text).version).toBe(version);
  });
});

describe("values in CIF 2.0", () => {
  it("end at the first quote of their kind", () => {
    const document = block2("_a 'x'", '_b "it\'s"');
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([["x"], ["it's"]]);
  });

  it("may stand between triple quotes, over several lines", () => {
    const document = block2(
      `_a '''it's a "text"`,
      "of two lines'''",
      '_b """a ""quoted"" word"""',
      "_c ''''''",
    );
    expect(codesOf(document)).toEqual([]);
    expect(["_a", "_b", "_c"].map((tag) => valuesOf(document, tag))).toEqual([
      [`it's a "text"\nof two lines`],
      ['a ""quoted"" word'],
      [""],
    ]);
  });

  it("may be lists", () => {
    const document = block2("_a [1 'two' [3 ?] []]", "_b [", ";text", ";", "]");
    expect(codesOf(document)).toEqual([]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([
      [["1", "two", ["3", null], []]],
      [["text"]],
    ]);
  });

  it("may be tables", () => {
    const document = block2(`_a {'x':1 "y":[2 3] '''z''': {'q':'r'}}`, "_b {}");
    expect(codesOf(document)).toEqual([]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([
      [{ x: "1", y: ["2", "3"], z: { q: "r" } }],
      [{}],
    ]);
  });

  it("may be lists in a loop", () => {
    const document = block2("loop_ _a _b 1 [1 2] [3 4] 2 {'k':5} 6");
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([
      ["1", ["3", "4"], { k: "5" }],
      [["1", "2"], "2", "6"],
    ]);
  });

  it("have the range of their brackets", () => {
    const document = block2("_a [1 [2 3]]");
    const value = firstBlock(document).find("_a")?.value(0);
    expect(document.text.slice(value?.range.start, value?.range.end)).toBe("[1 [2 3]]");
    const inner = value?.kind === "list" ? value.items[1] : undefined;
    expect(document.text.slice(inner?.range.start, inner?.range.end)).toBe("[2 3]");
  });

  it("may hold every letter", () => {
    expect(codesOf(block2("_ключ 'Å 𐌳 ﬃ'"))).toEqual([]);
  });

  it("are named alike in every Unicode form", () => {
    const document = block2("_\u00e9 1");
    expect(plain(firstBlock(document).find("_e\u0301")?.value(0))).toBe("1");
  });
});

describe("text fields in CIF 2.0", () => {
  it.each([
    ["folded", [";\\", "long \\", "line", "end\\  ", "last\\", ";"], "long line\nendlast\\"],
    ["prefixed", [";> \\", "> one", "> ;two", "> ", ";"], "one\n;two\n"],
    ["prefixed and folded", [";p\\\\ ", "pone \\", "ptwo", ";"], "one two"],
    ["with a line without the prefix", [";>\\", ">one", "two", ";"], ">\\\n>one\ntwo"],
    ["with two backslashes alone", [";\\\\", "one\\", "two", ";"], "\\\\\none\\\ntwo"],
    ["empty and folded", [";\\", ";"], ""],
    ["plain", [";one\\", ";"], ""],
  ])("%s", (_, lines, content) => {
    expect(valuesOf(block2("_a", ...lines), "_a")).toEqual([content]);
  });
});

describe("faults in CIF 2.0", () => {
  it.each([
    ["_a 'x'y", "missing-whitespace", "y"],
    ["_a x[1]", "missing-whitespace", "["],
    ["_a ['x''y']", "missing-whitespace", "'"],
    ["_a [[1][2]]", "missing-whitespace", "["],
    ["_a ]", "missing-value", "_a"],
    ["_a 1 ]", "unexpected-closing-delimiter", "]"],
    ["_a [1 }]", "unexpected-closing-delimiter", "}"],
    ["_a [1 2", "missing-closing-delimiter", "["],
    ["_a [1 {'k':2]", "missing-closing-delimiter", "{"],
    ["_a {1 2}", "table-missing-key", "1"],
    ["_a {'k' 1}", "table-missing-key", "'k'"],
    ["_a {[1] }", "table-missing-key", "[1]"],
    ["_a {:1}", "table-null-key", ":1"],
    ["_a {'k':}", "missing-value", "'k'"],
    ["_a '''x", "unterminated-text-field", "'''x"],
    ["_a $x", "bare-value-must-be-quoted", "$x"],
    ["_a '\u0085'", "disallowed-character", "\u0085"],
    ["_a '\u{1fffe}'", "disallowed-character", "\u{1fffe}"],
    ["_a 'x\ufeff'", "disallowed-character", "\ufeff"],
    ["_a '\ud800'", "disallowed-character", "\ud800"],
  ])("%s: %s", (line, code, under) => {
    const document = block2(line, "_b 2");
    expect(problemsOf(document)[0]).toEqual([code, under]);
    expect(valuesOf(document, "_b")).toEqual(["2"]);
  });

  it("a key without quotes, or with a blank before its colon, still is a key", () => {
    const document = block2("_a {k:1 l: 2 'm' : 3}");
    expect(codesOf(document)).toEqual(["table-missing-key", "table-missing-key", "table-missing-key"]);
    expect(valuesOf(document, "_a")).toEqual([{ k: "1", l: "2", m: "3" }]);
  });

  it("a keyword ends a list", () => {
    const document = block2("_a [1 2", "loop_ _b 3");
    expect(codesOf(document)).toEqual(["missing-closing-delimiter"]);
    expect([valuesOf(document, "_a"), valuesOf(document, "_b")]).toEqual([[["1", "2"]], ["3"]]);
  });

  it("a list in a file that does not call itself CIF 2.0 is told how to", () => {
    expect(block("_a [1 2]").problems[0]?.message).toContain("#\\#CIF_2.0");
  });

  it("lists that are nested too deep stay text from there on", () => {
    const document = block2(`_a ${"[\n".repeat(5000)}1${"\n]".repeat(5000)}`, "_b 2");
    expect(codesOf(document)).toEqual(["nesting-too-deep"]);
    expect(JSON.stringify(valuesOf(document, "_a")[0])).toMatch(/\[(?:\\n)?1(?:\\n)?\]/);
    expect(valuesOf(document, "_b")).toEqual(["2"]);
  });
});
