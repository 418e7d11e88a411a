import fc from "fast-check";
import { strToU8, zipSync } from "fflate";
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { gzipSync } from "node:zlib";
import { afterAll, describe, expect, it } from "vitest";
import { belongsTo, parseShard } from "../../../../server/src/screening/sources/shard";
import { sourceBlocks } from "../../../../server/src/screening/sources/sourceBlocks";

const root = mkdtempSync(join(tmpdir(), "superion-sources-"));
afterAll(() => {
  rmSync(root, { recursive: true });
});

function write(name: string, content: string | Uint8Array): string {
  const path = join(root, name);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, content);
  return path;
}

/** What is found, as `file: code`, or `file! why` for what cannot be read. */
async function found(paths: string[], shard?: string): Promise<string[]> {
  const list: string[] = [];
  for await (const one of sourceBlocks(paths, shard === undefined ? undefined : parseShard(shard))) {
    const file = one.file.replace(`${root}/`, "");
    const code = one.kind === "block" ? /data_(\w+)/.exec(Buffer.from(one.bytes).toString())?.[1] : "";
    list.push(one.kind === "block" ? `${file}: ${code}` : `${file}! ${one.message}`);
  }
  return list;
}

write("dump/b.cif", "data_b1\ndata_b2\n");
write("dump/a.CIF", "data_a\n");
write("dump/deep/er/c.mcif", "data_c\n");
write("dump/packed.cif.gz", gzipSync("data_packed\n"));
write("dump/notes.md", "no crystal");
write("dump/.hidden/x.cif", "data_x\n");
write("dump/node_modules/y.cif", "data_y\n");
const folder = join(root, "dump");

describe("what paths lead to", () => {
  it("is every CIF in and below a folder, in one order, past what is hidden", async () => {
    expect(await found([folder])).toEqual([
      "dump/a.CIF: a",
      "dump/b.cif: b1",
      "dump/b.cif: b2",
      "dump/deep/er/c.mcif: c",
      "dump/packed.cif.gz: packed",
    ]);
  });

  it("is the CIFs of an archive, told by their path in it", async () => {
    const zip = write(
      "dump.zip",
      zipSync({ "x/one.cif": strToU8("data_one\n"), "readme.txt": strToU8("no") }),
    );
    expect(await found([zip])).toEqual(["dump.zip/x/one.cif: one"]);
  });

  it("is the files of a list, relative to it", async () => {
    const list = write("list.txt", "# wanted\ndump/b.cif\n\ndump/missing.cif\n");
    expect(await found([list])).toEqual([
      "dump/b.cif: b1",
      "dump/b.cif: b2",
      expect.stringMatching(/^dump\/missing.cif! The list .* names it/),
    ]);
  });

  it("is what a glob matches", async () => {
    expect(await found([`${folder}/**/*.mcif`])).toEqual(["dump/deep/er/c.mcif: c"]);
  });

  it("is told where there is nothing, with the others read all the same", async () => {
    mkdirSync(join(root, "empty"), { recursive: true });
    write("broken.zip", "no archive");
    expect(
      await found([
        join(root, "empty"),
        join(root, "nowhere"),
        join(root, "broken.zip"),
        join(folder, "a.CIF"),
      ]),
    ).toEqual([
      expect.stringContaining("empty! There is no .cif"),
      expect.stringContaining("nowhere! There is no such file"),
      expect.stringContaining("broken.zip! "),
      "dump/a.CIF: a",
    ]);
  });

  it("is a block without anything for an empty file", async () => {
    expect(await found([write("empty.cif", "")])).toEqual(["empty.cif: undefined"]);
  });

  it("may be in UTF-16", async () => {
    const wide = Buffer.concat([
      Buffer.from([0xff, 0xfe]),
      Buffer.from("data_w1\n_a 1\ndata_w2\n", "utf16le"),
    ]);
    expect(await found([write("wide.cif", wide)])).toEqual(["wide.cif: w1", "wide.cif: w2"]);
  });
});

describe("shards", () => {
  it("share all blocks between them, wherever the folder lies", async () => {
    const parts = await Promise.all(["1/3", "2/3", "3/3"].map((shard) => found([folder], shard)));
    expect(parts.flat().sort()).toEqual((await found([folder])).sort());
  });

  it("cut a large file by its blocks, a small one not", async () => {
    const filler = `_a ${"x".repeat(2000)}\n`;
    const large = write("large.cif", Array.from({ length: 600 }, (_, k) => `data_l${k}\n${filler}`).join(""));
    const parts = await Promise.all(["1/2", "2/2"].map((shard) => found([large], shard)));
    expect(parts.flat()).toHaveLength(600);
    for (const part of parts) expect(part.length).toBeGreaterThan(200);
    const small = await Promise.all(["1/2", "2/2"].map((shard) => found([join(folder, "b.cif")], shard)));
    expect(small.map((part) => part.length).sort()).toEqual([0, 2]);
  });

  it("give every name to one of them", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 50 }), (name, count) => {
        const owners = Array.from({ length: count }, (_, k) => belongsTo({ index: k + 1, count }, name));
        expect(owners.filter(Boolean)).toHaveLength(1);
      }),
    );
  });

  it.each(["0/3", "4/3", "1", "a/b", "1/0"])("are not told by %s", (text) => {
    expect(parseShard(text)).toBeUndefined();
  });
});
