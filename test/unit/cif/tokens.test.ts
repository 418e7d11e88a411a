import { describe, expect, it } from "vitest";
import { parseCif } from "../../../server/src/cif/parser";
import { tokens } from "../../../server/src/cif/tokens";

function kinds(text: string): [kind: string, written: string][] {
  return [...tokens(parseCif(text))].map(({ kind, range }) => [kind, text.slice(range.start, range.end)]);
}

describe("tokens", () => {
  it("come in the order of the text, comments among them", () => {
    expect(kinds("# top\ndata_x # header\n_a -1.5(2) # number\nloop_ _b\nLi ? . 'q' # end")).toEqual([
      ["comment", "# top"],
      ["header", "data_x"],
      ["comment", "# header"],
      ["tag", "_a"],
      ["number", "-1.5(2)"],
      ["comment", "# number"],
      ["keyword", "loop_"],
      ["tag", "_b"],
      ["bare", "Li"],
      ["placeholder", "?"],
      ["placeholder", "."],
      ["quoted", "'q'"],
      ["comment", "# end"],
    ]);
  });

  it("tell text fields, save frames and reserved words", () => {
    expect(kinds("data_x\nsave_f\n_a\n;text\n;\nsave_\nglobal_ stop_").map(([kind]) => kind)).toEqual([
      "header",
      "header",
      "tag",
      "text",
      "header",
      "keyword",
      "keyword",
    ]);
  });

  it("tell the brackets and colons of CIF 2.0", () => {
    expect(kinds("#\\#CIF_2.0\ndata_x\n_a [{'k':1}]").slice(3)).toEqual([
      ["bracket", "["],
      ["bracket", "{"],
      ["quoted", "'k'"],
      ["colon", ":"],
      ["number", "1"],
      ["bracket", "}"],
      ["bracket", "]"],
    ]);
  });
});
