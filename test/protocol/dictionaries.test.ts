import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caret } from "./support/caret";
import { LanguageClient } from "./support/languageClient";

/** A dictionary with one name. */
function dictionary(description: string): string {
  return (
    `data_mine_pressure\n_name '_mine_pressure'\n_category mine\n_type numb\n_enumeration_range 0:100\n` +
    `_units_detail megapascals\n_definition '${description}'\n`
  );
}

describe("dictionaries of the user", () => {
  let client: LanguageClient;
  const folder = mkdtempSync(join(tmpdir(), "superion-dictionaries-"));
  const path = join(folder, "mine.dic");
  const dictionaryUri = pathToFileURL(path).toString();
  beforeAll(async () => {
    writeFileSync(path, dictionary("Pressure on the pellet."));
    client = await LanguageClient.start();
  });
  afterAll(async () => {
    await client.stop();
    rmSync(folder, { recursive: true });
  });

  const { text, position } = caret("data_x\n_mine_|pressure 200\n");

  it("tell what their names mean, check values by them, and are read again when they change", async () => {
    const uri = await client.open(text);
    expect(await client.hover(uri, position)).toBeUndefined();
    await client.configure({ cif: { dictionaries: [path] } });
    const found = await client.diagnostics(uri, (all) =>
      all.some(({ code }) => code === "value-out-of-range"),
    );
    expect(found.find(({ code }) => code === "value-out-of-range")?.message).toBe(
      "_mine_pressure is from 0 to 100 megapascals; this is 200.",
    );
    expect(JSON.stringify(await client.hover(uri, position))).toContain("Pressure on the pellet.");
    writeFileSync(path, dictionary("Pressure of the press.").replace("0:100", "0:1000"));
    await client.diagnostics(uri, (all) => all.every(({ code }) => code !== "value-out-of-range"));
    expect(JSON.stringify(await client.hover(uri, position))).toContain("Pressure of the press.");
  });

  it("have their own problems told where they stand", async () => {
    writeFileSync(path, "data_x\n_name 'open\n");
    const [problem] = await client.until(
      () => {
        const published = client.published.get(dictionaryUri)?.diagnostics ?? [];
        return published.length > 0 ? published : undefined;
      },
      () => "problems of the dictionary",
    );
    expect(problem).toMatchObject({ code: "unterminated-quoted-string", range: { start: { line: 1 } } });
  });

  it("take parts of files beside them, and are read again when such a file comes or changes", async () => {
    const template = join(folder, "templ_attr.cif");
    writeFileSync(
      path,
      "#\\#CIF_2.0\ndata_MINE\nsave_mine.pressure\n_definition.id '_mine_pressure'\n" +
        "_import.get [{'file':templ_attr.cif 'save':pressure}]\nsave_\n",
    );
    const problem = () =>
      client.published.get(dictionaryUri)?.diagnostics.find(({ code }) => code === "dictionary-import");
    await client.until(problem, () => "a word on the missing file");
    expect(problem()).toMatchObject({
      message: "templ_attr.cif, which this dictionary takes parts of, is not there.",
      range: { start: { line: 4 } },
    });
    writeFileSync(
      template,
      "#\\#CIF_2.0\ndata_T\nsave_pressure\n_type.contents Real\n_enumeration.range 0:100\n_units.code kilopascals\nsave_\n",
    );
    const uri = await client.open(text);
    const found = await client.diagnostics(uri, (all) =>
      all.some(({ code }) => code === "value-out-of-range"),
    );
    expect(found.find(({ code }) => code === "value-out-of-range")?.message).toContain("0 to 100 kPa");
    await client.until(
      () => problem() === undefined || undefined,
      () => "no word on the file any more",
    );
  });

  it("that are not there are told of, and forgotten with the setting", async () => {
    const missing = join(folder, "missing.dic");
    const uri = pathToFileURL(missing).toString();
    await client.configure({ cif: { dictionaries: [missing] } });
    await client.until(
      () => client.published.get(uri)?.diagnostics.find(({ code }) => code === "dictionary-unreadable"),
      () => "a word on the missing dictionary",
    );
    await client.configure(null);
    await client.until(
      () => client.published.get(uri)?.diagnostics.length === 0 || undefined,
      () => "an empty list",
    );
  });
});
