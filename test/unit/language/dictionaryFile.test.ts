import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { readDictionaryFile } from "../../../server/src/language/dictionaryFile";

const head = "#\\#CIF_2.0\ndata_X\n";

describe("a dictionary file that takes parts of others", () => {
  const folder = mkdtempSync(join(tmpdir(), "superion-dictionary-"));
  const path = (name: string) => join(folder, name);
  const write = (name: string, text: string) => {
    writeFileSync(path(name), head + text);
  };
  const using = (...files: string[]) =>
    `save_a\n_definition.id '_a.b'\n_import.get [${files.map((file) => `{'file':${file} 'save':x}`).join(" ")}]\nsave_\n`;
  beforeAll(() => {
    write("templ.cif", "save_x\n_import.get [{'file':more.cif 'save':y}]\nsave_\n");
    write("more.cif", "save_y\n_units.code kelvins\nsave_\n");
  });
  afterAll(() => {
    rmSync(folder, { recursive: true });
  });

  it("reads those beside it, and what these take parts of", async () => {
    write("own.dic", using("'elsewhere/templ.cif'"));
    const { definitions, problems, parts } = await readDictionaryFile(path("own.dic"));
    expect(problems).toEqual([]);
    expect(definitions).toMatchObject([{ name: "_a.b", unit: "K" }]);
    expect(parts).toEqual([path("templ.cif"), path("more.cif")]);
  });

  it("tells what is not there, and still looks out for it", async () => {
    write("own.dic", using("missing.cif"));
    const { definitions, problems, parts } = await readDictionaryFile(path("own.dic"));
    expect(definitions).toHaveLength(1);
    expect(problems.map(({ message }) => message)).toEqual([
      "missing.cif, which this dictionary takes parts of, is not there.",
    ]);
    expect(parts).toEqual([path("missing.cif")]);
  });

  it("reads no more than it can carry", async () => {
    writeFileSync(path("large.cif"), "#".repeat(5e6));
    const many = Array.from({ length: 30 }, (_, at) => `part${at}.cif`);
    write("own.dic", using("large.cif", "'..'", ...many));
    const messages = (await readDictionaryFile(path("own.dic"))).problems.map(({ message }) => message);
    expect(messages[0]).toBe(
      "large.cif, which this dictionary takes parts of, has 5 MB, and files up to 4 MB are read.",
    );
    expect(messages[1]).toMatch(/^\.\., which this dictionary takes parts of, cannot be read: EISDIR/);
    expect(messages.at(-1)).toBe("part29.cif, which this dictionary takes parts of, is one file too many.");
  });

  it("may name itself", async () => {
    write("own.dic", `${using("own.dic")}save_x\n_units.code degrees\nsave_\n`);
    const { definitions, problems, parts } = await readDictionaryFile(path("own.dic"));
    expect([problems, parts]).toEqual([[], []]);
    expect(definitions[0]?.unit).toBe("°");
  });

  it("is a problem itself where it cannot be read", async () => {
    const { problems, parts } = await readDictionaryFile(path("none.dic"));
    expect(problems).toMatchObject([
      {
        code: "dictionary-unreadable",
        message: "This dictionary of the setting superion.cif.dictionaries is not there.",
      },
    ]);
    expect(parts).toEqual([]);
  });
});
