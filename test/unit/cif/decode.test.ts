import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { decodeCif, encodeCif } from "../../../server/src/cif/decode";

const utf8 = (text: string) => new TextEncoder().encode(text);
const latin1 = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

describe("decodeCif", () => {
  it("reads UTF-8, and keeps the byte-order mark", () => {
    expect(decodeCif(utf8("\ufeffdata_Å"))).toEqual({
      text: "\ufeffdata_Å",
      encoding: "utf-8",
      problems: [],
    });
  });

  it("reads as Latin-1 what is no UTF-8, and warns at the first such byte", () => {
    const { text, encoding, problems } = decodeCif(latin1("data_x\n_a Gießen"));
    expect([text, encoding]).toEqual(["data_x\n_a Gießen", "latin-1"]);
    expect(problems).toMatchObject([
      { code: "invalid-encoding", severity: "warning", range: { start: 13, end: 14 } },
    ]);
  });

  it("counts that as an error in CIF 2.0, which is in UTF-8 by definition", () => {
    expect(decodeCif(latin1("#\\#CIF_2.0\n\xe9")).problems).toMatchObject([
      { severity: "error", range: { start: 11 } },
    ]);
  });

  it.each([
    ["a stray continuation", [0x41, 0x80], 1],
    ["an overlong form", [0xc0, 0xaf], 0],
    ["an overlong form of three", [0xe0, 0x80, 0xaf], 0],
    ["an overlong form of four", [0xf0, 0x80, 0x80, 0xaf], 0],
    ["a surrogate", [0x41, 0x42, 0xed, 0xa0, 0x80], 2],
    ["a code beyond Unicode", [0xf4, 0x90, 0x80, 0x80], 0],
    ["a character cut off", [0xc3, 0xa9, 0xe2, 0x82], 2],
  ])("finds %s", (_, bytes, start) => {
    expect(decodeCif(Uint8Array.from(bytes)).problems).toMatchObject([{ range: { start } }]);
  });

  it.each(["utf-16le", "utf-16be"] as const)("reads %s by its byte-order mark", (encoding) => {
    const bytes = encodeCif("\ufeffdata_x", encoding);
    expect(decodeCif(bytes)).toMatchObject({
      text: "\ufeffdata_x",
      encoding,
      problems: [{ code: "invalid-encoding" }],
    });
  });

  it("loses no byte of any file", () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 300 }), (bytes) => {
        const { text, encoding } = decodeCif(bytes);
        expect(encodeCif(text, encoding)).toEqual(bytes);
      }),
    );
  });

  it("agrees with the platform on what is UTF-8", () => {
    const nearlyUtf8 = fc.array(
      fc.oneof(fc.constantFrom(0xc3, 0xe2, 0xf0, 0xf4, 0xed, 0x80, 0x90, 0xa0, 0xbf), fc.nat(127)),
    );
    fc.assert(
      fc.property(nearlyUtf8, (numbers) => {
        const bytes = Uint8Array.from([0x23, ...numbers]);
        const { encoding, problems } = decodeCif(bytes);
        const valid = new TextDecoder().decode(bytes.subarray(0, problems[0]?.range?.start));
        expect(valid).not.toContain("\ufffd");
        expect(encoding === "utf-8").toBe(!new TextDecoder().decode(bytes).includes("\ufffd"));
      }),
    );
  });
});
