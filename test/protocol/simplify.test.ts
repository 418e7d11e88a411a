import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import { composition } from "../../server/src/crystal/structure";
import { rockSalt } from "../support/rockSalt";
import { LanguageClient } from "./support/languageClient";

describe("simplified representation", () => {
  let client: LanguageClient;
  let uri: string;
  const text = `${rockSalt(["Li1 Li1+ 0 0 0 0.8", "Na1 Na1+ 0 0 0 0.1", "Cl1 Cl1- 0.5 0.5 0.5 1"])}\n${rockSalt(undefined, "other")}`;
  beforeAll(async () => {
    client = await LanguageClient.start();
    uri = await client.open(text);
  });
  afterAll(() => client.stop());

  it("is a CIF with the block's simplified sites", async () => {
    const result = await client.simplify({ uri, block: "LiCl", as: "CAMNS" });
    if (result.kind !== "cif") throw new Error(result.reason);
    const [read] = readStructures(parseCif(result.text));
    const atoms = read?.structure ? Object.fromEntries(composition(read.structure)) : {};
    expect(Object.keys(atoms).sort()).toEqual(["Al", "Li", "S"]);
    expect(atoms["Li"]).toBeCloseTo(3.2, 10);
    expect(atoms["Al"]).toBeCloseTo(0.4, 10);
    expect(atoms["S"]).toBeCloseTo(4, 10);
  });

  it("can be scaled to 40 cubic angstrom an anion", async () => {
    const result = await client.simplify({ uri, block: "LiCl", as: "a-40" });
    if (result.kind !== "cif") throw new Error(result.reason);
    const [read] = readStructures(parseCif(result.text));
    expect(read?.structure && Object.fromEntries(composition(read.structure))).toEqual({ S: 4 });
    expect(read?.structure?.lattice.volume).toBeCloseTo(160, 8);
  });

  it("takes the first block with a structure where none is named", async () => {
    const first = await client.simplify({ uri, as: "CAMN" });
    expect(first).toEqual(await client.simplify({ uri, block: "LiCl", as: "CAMN" }));
  });

  it("has hovers of its own, but neither lens nor problems, which its source has", async () => {
    const view = await client.open(text.replace("Cl1 Cl1-", "Cl1 Qq"), "superion:/LiCl (CAMNS).cif");
    await client.lensTexts(uri);
    const cell = await client.hover(view, { line: 1, character: 3 });
    expect(cell?.contents).toMatchObject({ value: expect.stringContaining("cell edge a") as string });
    expect(await client.lenses(view)).toEqual([]);
    expect(client.published.has(view)).toBe(false);
  });

  it("is refused in words where there is nothing to simplify", async () => {
    expect(await client.simplify({ uri, block: "nosuch", as: "CAN" })).toEqual({
      kind: "refused",
      reason: "This file has no structure in a block data_nosuch.",
    });
    expect(await client.simplify({ uri: "file:///nowhere.cif", as: "CAN" })).toMatchObject({
      kind: "refused",
    });
    const empty = await client.open("data_x\n_cell_length_a 3\n");
    expect(await client.simplify({ uri: empty, as: "CAN" })).toMatchObject({ kind: "refused" });
    const onlyLithium = await client.open(rockSalt(["Li1 Li 0 0 0 1"]));
    expect(await client.simplify({ uri: onlyLithium, as: "CAN" })).toMatchObject({ kind: "refused" });
  });
});
