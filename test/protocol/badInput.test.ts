import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import type { Diagnostic } from "vscode-languageserver/node";
import { rockSalt } from "../support/rockSalt";
import { hasModel } from "./support/crystals";
import { LanguageClient } from "./support/languageClient";

/** What a user may open by mistake, and the diagnostic that has to tell them. */
const cases: { name: string; text: string; code: string | null; lens: RegExp | null }[] = [
  { name: "an empty file", text: "", code: "no-data-block", lens: null },
  { name: "blank lines and comments", text: "\n # nothing\n\n", code: "no-data-block", lens: null },
  {
    name: "a PDF renamed to .cif",
    text: "%PDF-1.7\n%âãÏÓ\n1 0 obj\n<</Type/Catalog/Pages 2 0 R>>\nendobj\nstream\nx\u0000\u0001\u0002\nendstream\n%%EOF\n",
    code: "content-before-data-block",
    lens: /cell/,
  },
  {
    name: "a block without sites",
    text: rockSalt([]).replace(/loop_[^]*/, ""),
    code: "no-atom-sites",
    lens: /no atom sites/,
  },
  { name: "an empty atom-site loop", text: rockSalt([]), code: "loop-without-values", lens: /atom site/ },
  { name: "no cell", text: rockSalt().replace(/_cell.*\n/g, ""), code: "cell-missing", lens: /no unit cell/ },
  {
    name: "NaN in the cell",
    text: rockSalt(undefined, "LiCl", "NaN"),
    code: "cell-not-a-number",
    lens: /_cell_length_a/,
  },
  {
    name: "NaN in a coordinate",
    text: rockSalt(["Li1 Li NaN 0 0 1", "Cl1 Cl 0.5 0.5 0.5 1"]),
    code: "coordinate-not-a-number",
    lens: null,
  },
  {
    name: "an occupancy above 1",
    text: rockSalt(["Li1 Li 0 0 0 1.5", "Cl1 Cl 0.5 0.5 0.5 1"]),
    code: "occupancy-above-one",
    lens: null,
  },
  {
    name: "an element that does not exist",
    text: rockSalt(["Li1 Li 0 0 0 1", "Q1 Qx 0.5 0.5 0.5 1"]),
    code: "unknown-element",
    lens: null,
  },
  {
    name: "no lithium",
    text: rockSalt(["Na1 Na 0 0 0 1", "Cl1 Cl 0.5 0.5 0.5 1"]),
    code: hasModel ? "no-lithium" : null,
    lens: hasModel ? /^No lithium/ : null,
  },
  { name: "a protein", text: protein(2000), code: null, lens: /\S/ },
  {
    name: "more sites than a crystal has",
    text: rockSalt(
      Array.from({ length: 3000 }, (_, i) => `Li${i} Li 0.${i + 1000} 0.${i + 2000} 0.${i + 3000} 0.01`),
    ),
    code: "too-many-sites",
    lens: /too many/,
  },
];

describe("bad input", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  /** After whatever it was given, the server reads the next file as ever. */
  afterEach(async () => {
    expect(await client.lensTexts(await client.open(rockSalt()))).toContain("Simplify");
  });

  it.each(cases)("is told of: $name", async ({ text, code, lens }) => {
    const uri = await client.open(text);
    const found = await client.diagnostics(
      uri,
      (all) => code === null || all.some((one) => one.code === code),
    );
    expect(found.every(insideOf(text))).toBe(true);
    if (lens) expect((await client.lensTexts(uri)).join(" | ")).toMatch(lens);
  });

  it("of several megabytes has predictions, problems and folds, also where it is edited", async () => {
    const text = `${rockSalt()}loop_\n_refln_index_h\n_refln_index_k\n_refln_index_l\n${"1 2 3\n".repeat(300_000)}_cell_angle_alpha 90\n`;
    const uri = await client.open(text);
    const codes = (await client.diagnostics(uri, (all) => all.length > 0)).map(({ code }) => code);
    expect(codes).toEqual(["duplicate-tag"]);
    expect(await client.lensTexts(uri)).toContain("Simplify");
    const lines = text.split("\n").length;
    const lastFold = async () => (await client.folds(uri)).at(-1);
    expect(await lastFold()).toMatchObject({ endLine: lines - 3 });
    const start = { line: lines - 5, character: 0 };
    await client.change(uri, [{ range: { start, end: start }, text: "4 5 6\n7 8 9\n" }]);
    expect(await lastFold()).toMatchObject({ endLine: lines - 1 });
  });

  it("of 50 megabytes is told the command that reads it, and takes edits", async () => {
    const uri = await client.open(rockSalt() + "1 2 3 4.5\n".repeat(5_000_000));
    const [told] = await client.diagnostics(uri);
    expect(told).toMatchObject({
      code: "file-too-large",
      message: expect.stringContaining("superion annotate") as string,
    });
    const start = { line: 0, character: 0 };
    await client.change(uri, [{ range: { start, end: start }, text: "#" }]);
    expect((await client.diagnostics(uri)).map(({ code }) => code)).toEqual(["file-too-large"]);
    await client.change(uri, rockSalt());
    expect(await client.diagnostics(uri)).toEqual([]);
    expect(await client.lensTexts(uri)).toContain("Simplify");
  });

  it("of thousands of problems is told the first thousand", async () => {
    const block = rockSalt().replace(/_cell.*\n/g, "");
    const text = Array.from({ length: 1100 }, (_, i) => block.replace("data_LiCl", `data_${i}`)).join("\n");
    const uri = await client.open(text);
    const found = await client.diagnostics(uri, (all) =>
      all.some(({ code }) => code === "too-many-problems"),
    );
    expect(found).toHaveLength(1001);
  });
});

/** Whether a diagnostic is inside a text. */
function insideOf(text: string): (diagnostic: Diagnostic) => boolean {
  const lines = text.split("\n");
  return ({ range: { start, end } }) =>
    start.line <= end.line && end.line < lines.length && end.character <= (lines[end.line]?.length ?? 0);
}

function protein(atoms: number): string {
  const rows = Array.from(
    { length: atoms },
    (_, i) => `ATOM ${i + 1} C CA ${i % 47}.1 ${i % 53}.2 ${i % 59}.3 1.00`,
  );
  return `data_1ABC
_cell.length_a 50
_cell.length_b 60
_cell.length_c 70
_cell.angle_alpha 90
_cell.angle_beta 90
_cell.angle_gamma 90
_symmetry.space_group_name_H-M 'P 21 21 21'
loop_
_atom_site.group_PDB
_atom_site.id
_atom_site.type_symbol
_atom_site.label_atom_id
_atom_site.Cartn_x
_atom_site.Cartn_y
_atom_site.Cartn_z
_atom_site.occupancy
${rows.join("\n")}
`;
}
