import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { zipSync } from "fflate";
import { afterAll, describe, expect, it } from "vitest";
import { blockSource, lineOfBlock } from "../../../server/src/screening/blockSource";

const folder = mkdtempSync(join(tmpdir(), "superion-source-"));
const text = "# two\ndata_one\n_cell_length_a 3\n\n  DATA_Two # second\n_cell_length_a 4\n";
const write = (name: string, content: string | Uint8Array) => {
  const path = join(folder, name);
  writeFileSync(path, content);
  return path;
};

afterAll(() => {
  rmSync(folder, { recursive: true });
});

describe("the text of a row", () => {
  it("is a place in its file", async () => {
    const path = write("two.cif", text);
    expect(await blockSource({ file: path, block: "Two" })).toEqual({ kind: "file", path, line: 4 });
  });

  it("is the data block alone, out of an archive", async () => {
    const zip = write("dump.zip", zipSync({ "entries/two.cif": new TextEncoder().encode(text) }));
    const source = await blockSource({ file: `${zip}/entries/two.cif`, block: "one" });
    expect(source).toMatchObject({ kind: "text", text: expect.stringContaining("data_one") as string });
  });

  it("is the data block alone, out of a packed file", async () => {
    const path = write("two.cif.gz", gzipSync(text));
    const source = await blockSource({ file: path, block: "Two" });
    expect(source).toMatchObject({ kind: "text", text: expect.stringMatching(/^\s*DATA_Two/m) as string });
  });

  it.each(["gone.cif", "gone.zip/a.cif"])("is refused when it is not there any more: %s", async (name) => {
    const source = await blockSource({ file: join(folder, name), block: "one" });
    expect(source).toMatchObject({
      kind: "refused",
      reason: expect.stringContaining("not there any more") as string,
    });
  });
});

describe("the line of a block", () => {
  it("counts any line end, and is the first where there is no such block", () => {
    expect(lineOfBlock("data_a\r\ndata_b\rdata_c\ndata_d", "d")).toBe(3);
    expect(lineOfBlock("data_ab\ndata_a", "a")).toBe(1);
    expect(lineOfBlock("data_a", "z")).toBe(0);
  });
});
