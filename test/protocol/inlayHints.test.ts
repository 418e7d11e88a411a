import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient } from "./support/languageClient";

describe("inlay hints", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  const shared = ["Li1 Li1+ 0 0 0 0.8", "Na1 Na1+ 0 0 0 0.2", "Cl1 Cl1- 0.5 0.5 0.5 1"];

  async function opened(text: string): Promise<string> {
    let uri = "";
    await client.untilHintsChange(async () => {
      uri = await client.open(text);
    });
    return uri;
  }

  it("stand behind the label of each atom-site row: multiplicity and Wyckoff letter", async () => {
    const text = rockSalt(shared);
    const hints = await client.hints(await opened(text));
    const first = text.split("\n").findIndex((line) => line.startsWith("Li1"));
    expect(hints.map(({ position }) => position)).toEqual(
      [0, 1, 2].map((row) => ({ line: first + row, character: "Li1".length })),
    );
    expect(hints.map(({ label }) => label)).toEqual(["4a", "4a", "4b"]);
    expect(hints[0]?.tooltip).toBe("4 sites in the cell, Wyckoff position a of F m -3 m");
  });

  it("name the column of each value in sight, where the settings ask for it", async () => {
    const text = rockSalt(shared);
    const uri = await opened(text);
    await client.untilHintsChange(() =>
      client.configure({ inlayHints: { enabled: false, columnNames: true } }),
    );
    const second = text.split("\n").findIndex((line) => line.startsWith("Na1"));
    const hints = await client.hints(uri, second, second + 1);
    expect(hints.map(({ label }) => label)).toEqual([
      "label:",
      "type_symbol:",
      "fract_x:",
      "fract_y:",
      "fract_z:",
      "occupancy:",
    ]);
    expect(hints.map(({ position: { character } }) => character)).toEqual([0, 4, 9, 11, 13, 15]);
    await client.untilHintsChange(() => client.configure(null));
  });

  it("are told for the lines that are asked for only", async () => {
    const text = rockSalt(shared);
    const uri = await opened(text);
    const second = text.split("\n").findIndex((line) => line.startsWith("Na1"));
    const hints = await client.hints(uri, second, second + 1);
    expect(hints.map(({ position: { line } }) => line)).toEqual([second]);
  });

  it("follow a row that is broken over lines, and rows of another column order", async () => {
    const text = rockSalt(["0 Li1\n Li1+ 0 0 1", "0.5 Cl1 Cl1- 0.5 0.5 1"]).replace(
      "_atom_site_label\n_atom_site_type_symbol\n_atom_site_fract_x",
      "_atom_site_fract_x\n_atom_site_label\n_atom_site_type_symbol",
    );
    const hints = await client.hints(await opened(text));
    const lines = text.split("\n");
    expect(hints.map(({ position: { line, character } }) => lines[line]?.slice(0, character))).toEqual([
      "0 Li1",
      "0.5 Cl1",
    ]);
  });

  it("are none for a file without a structure, while a text is newer than what is known, and when switched off", async () => {
    expect(await client.hints(await client.open("data_x\n_cell_length_a 5\n"))).toEqual([]);
    const uri = await opened(rockSalt());
    expect(await client.hints(uri)).toHaveLength(2);
    await client.untilHintsChange(() => client.configure({ inlayHints: { enabled: false } }));
    expect(await client.hints(uri)).toEqual([]);
    await client.untilHintsChange(() => client.configure(null));
    expect(await client.hints(uri)).toHaveLength(2);
  });
});
