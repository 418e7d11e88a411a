import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCif } from "../../../../server/src/cif/parser";
import { BlockSplitter } from "../../../../server/src/screening/sources/blockSplitter";

/** The blocks of a text whose bytes come in pieces of this length. */
function split(text: string, pieceLength: number, mostBytes = 1e6) {
  const bytes = Buffer.from(text);
  const splitter = new BlockSplitter(mostBytes);
  const blocks = [];
  for (let at = 0; at < bytes.length; at += pieceLength)
    blocks.push(...splitter.push(bytes.subarray(at, at + pieceLength)));
  return [...blocks, ...splitter.end()];
}

const texts = (text: string, pieceLength = 7) =>
  split(text, pieceLength).map(({ bytes }) => Buffer.from(bytes).toString());

const line = fc.constantFrom(
  "_a 1",
  "loop_ _b _c 1 2",
  ";text\ndata_inside\n;",
  "  _d 'data_quoted'",
  "# data_comment",
  "",
);
const block = fc
  .tuple(fc.constantFrom("data_", "DATA_", "  Data_"), fc.nat(999), fc.array(line, { maxLength: 5 }))
  .map(([header, number, lines]) => [`${header}b${number}`, ...lines].join("\n"));

describe("BlockSplitter", () => {
  it("cuts at data blocks alone, wherever the pieces end, and loses nothing", () => {
    const file = fc.tuple(fc.constantFrom("", "# a comment\n", "\ufeff"), fc.array(block, { maxLength: 6 }));
    fc.assert(
      fc.property(file, fc.integer({ min: 1, max: 40 }), ([comment, blocks], pieceLength) => {
        const text = comment + blocks.join("\n");
        const found = texts(text, pieceLength);
        expect(found.join("")).toBe(text);
        expect(found.flatMap((one) => parseCif(one).blocks.map(({ code }) => code))).toEqual(
          parseCif(text).blocks.map(({ code }) => code),
        );
        expect(found).toHaveLength(Math.max(blocks.length, text === "" ? 0 : 1));
      }),
    );
  });

  it("reads every block of a CIF 2.0 by the rules of CIF 2.0", () => {
    const found = texts("#\\#CIF_2.0\ndata_a\n_x [1 2]\ndata_b\n_x [3 4]\n");
    expect(found).toHaveLength(2);
    expect(found.map((text) => parseCif(text).blocks[0]?.find("_x")?.value(0)?.kind)).toEqual([
      "list",
      "list",
    ]);
  });

  it("keeps of a block that is too long the beginning, and the blocks beside it whole", () => {
    const long = `data_long\n${"_a 1\n".repeat(10_000)}`;
    const found = split(`data_a\n_x 1\n${long}data_b\n_x 2\n`, 1000, 10_000);
    expect(found.map(({ isTooLong }) => isTooLong)).toEqual([false, true, false]);
    expect(found.map(({ bytes }) => /data_\w+/.exec(Buffer.from(bytes).toString())?.[0])).toEqual([
      "data_a",
      "data_long",
      "data_b",
    ]);
    expect(found[1]?.bytes.length).toBeLessThan(20_000);
  });
});
