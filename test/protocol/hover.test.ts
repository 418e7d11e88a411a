import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caret, positionOf } from "./support/caret";
import { rockSalt } from "../support/rockSalt";
import { hasModel } from "./support/crystals";
import { capableEditor, LanguageClient } from "./support/languageClient";

describe("hover", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  async function hoverAt(marked: string): Promise<string> {
    const { text, position } = caret(marked);
    return client.hoverText(await client.open(text), position);
  }

  const disordered = rockSalt(["Li1 Li1+ 0 0 0 0.8", "Na1 Na1+ 0 0 0 0.1", "Cl1 Cl1- 0.5 0.5 0.5 1"]);

  it("tells on an atom-site row who shares the site, with bars and the vacancy", async () => {
    const text = await hoverAt(disordered.replace("Li1 Li1+", "L|i1 Li1+"));
    expect(text).toContain("**Li1** Li⁺, Na⁺");
    expect(text).toContain("| Li⁺ | 0.8 | `████████··` |");
    expect(text).toContain("| Na⁺ | 0.1 | `█·········` |");
    expect(text).toContain("| vacancy | 0.1 | `█·········` |");
    expect(text).toContain("4 sites in the cell, at (0.0000, 0.0000, 0.0000)");
    expect(text).toContain("oxidation states: as the file gives them");
  });

  it("tells the same on every row of a shared site", async () => {
    expect(await hoverAt(disordered.replace("Na1 Na1+", "Na1 N|a1+"))).toContain("**Li1** Li⁺, Na⁺");
  });

  it("tells what each representation makes of the site", async () => {
    const text = await hoverAt(disordered.replace("Li1 Li1+", "L|i1 Li1+"));
    expect(text).toContain("| CAMN | CAN | **CAMNS** | CANS | AM | A |");
    expect(text).toContain("| Li 0.8, Na 0.1 | Na 0.1 | Li 0.8, Al 0.1 | Al 0.1 | Li 0.8 | – |");
  });

  it("tells Wyckoff position, coordination and bond valence sum", async () => {
    const text = await hoverAt(rockSalt().replace("Cl1 Cl1-", "C|l1 Cl1-"));
    expect(text).toMatch(/\*\*4[ab]\*\*, 4 sites in the cell/);
    expect(text).toContain("coordination 6: 6 × Li at 2.57 Å");
    // Six bonds of exp((1.91 - 2.57) / 0.37) valence units each.
    const sum = 6 * Math.exp((1.91 - 2.57) / 0.37);
    expect(text).toContain(`| −${sum.toFixed(2)} |`);
  });

  it.skipIf(!hasModel)("tells the element that the site looks like to the model", async () => {
    const text = await hoverAt(rockSalt().replace("Cl1 Cl1-", "C|l1 Cl1-"));
    expect(text).toMatch(/most like [A-Z][a-z]? \(cosine 0\.\d\d\)/);
  });

  it("takes oxidation states from the settings, by file name", async () => {
    const bare = rockSalt(["Fe1 Fe 0 0 0 1", "O1 O 0.5 0.5 0.5 1"], "FeO", "4.33");
    const { text, position } = caret(bare.replace("Fe1 Fe", "F|e1 Fe"));
    const uri = await client.open(text, "file:///crystals/iron%20oxide.cif");
    expect(await client.hoverText(uri, position)).toContain("**Fe1** Fe²⁺");
    await client.untilHintsChange(() => client.configure({ oxidationStates: { "iron oxide.cif": "Fe=3" } }));
    const stated = await client.hoverText(uri, position);
    expect(stated).toContain("**Fe1** Fe³⁺");
    expect(stated).toContain("oxidation states: as your settings give them");
    await client.configure({ oxidationStates: { "*": "iron is three" } });
    const [problem] = await client.diagnostics(uri, (all) =>
      all.some(({ code }) => code === "oxidation-states-unreadable"),
    );
    expect(problem?.message).toContain("write it like Fe=2");
    await client.configure(null);
  });

  it("tells on cell items the cell, its volume and the density", async () => {
    const text = await hoverAt(rockSalt().replace("_cell_length_b 5.14", "_cell_length_b 5.|14"));
    expect(text).toContain("**\\_cell\\_length\\_b**");
    expect(text).toContain("Length of the cell edge b.");
    expect(text).toContain("| edge (Å) | 5.14 | 5.14 | 5.14 |");
    expect(text).toContain(`Volume ${(5.14 ** 3).toFixed(2)} Å³`);
    const grams = (4 * (6.94 + 35.45)) / 6.02214076e23;
    expect(text).toContain(`density ${(grams / 5.14e-8 ** 3).toFixed(3)} g/cm³`);
  });

  it("explains data names in both notations, and nothing else", async () => {
    expect(await hoverAt(rockSalt().replace("_atom_site_occupancy", "_atom_|site_occupancy"))).toContain(
      "vacancy",
    );
    expect(await hoverAt("data_x\n_cell.measurement_|temperature 298\n")).toContain("Number, at least 0 K.");
    expect(await hoverAt("data_x\n_my_own_|name 298\n")).toBe("");
  });

  it("tells on the header formula, space group as given and what the structure is", async () => {
    const text = await hoverAt(rockSalt().replace("data_", "da|ta_"));
    expect(text).toContain("**LiCl**, space group F m \\-3 m");
    expect(text).toContain("8 sites in the cell, 2 of them distinct, ordered");
    expect(text).toContain("the sites show space group F m \\-3 m (225)");
    expect(text).toMatch(/global instability index 0\.\d\d valence units/);
  });

  it("is empty for an unknown document, between items and outside the text", async () => {
    const uri = await client.open(rockSalt());
    expect(await client.hover("file:///nowhere.cif", { line: 0, character: 0 })).toBeUndefined();
    expect(await client.hover(uri, { line: 900, character: 4 })).toBeUndefined();
    expect(await client.hover(uri, { line: 0, character: 900 })).toBeUndefined();
  });

  it("is plain text for an editor that shows no markdown", async () => {
    const { textDocument, ...capabilities } = capableEditor;
    const plain = await LanguageClient.start({
      ...capabilities,
      textDocument: { ...textDocument, hover: {} },
    });
    const uri = await plain.open(disordered);
    await plain.lensTexts(uri);
    const hover = await plain.hover(uri, positionOf(disordered, "Li1 Li1+", 1));
    expect(hover?.contents).toMatchObject({
      kind: "plaintext",
      value: expect.stringContaining("████████··") as string,
    });
    expect(JSON.stringify(hover?.contents)).not.toMatch(/\*\*|!\[|data:/);
    await plain.stop();
  });
});
