import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { rockSalt } from "../support/rockSalt";
import { capableEditor, LanguageClient } from "./support/languageClient";

describe("code lens", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  const disordered = rockSalt(["Li1 Li 0 0 0 0.8", "Na1 Na 0 0 0 0.2", "Cl1 Cl 0.5 0.5 0.5 1"], "mixed");

  it("stands on the header of each block with a structure and leads to its simplified view", async () => {
    const uri = await client.open(`${rockSalt()}\n${disordered}`);
    await client.lensTexts(uri);
    const simplify = (await client.lenses(uri)).filter(({ command }) => command?.title === "Simplify");
    expect(simplify.map(({ command }) => command)).toEqual([
      { title: "Simplify", command: "superion.showSimplified", arguments: [uri, "LiCl"] },
      { title: "Simplify", command: "superion.showSimplified", arguments: [uri, "mixed"] },
    ]);
    const secondHeader = rockSalt().split("\n").length;
    expect(simplify.map(({ range }) => range)).toEqual([
      { start: { line: 0, character: 0 }, end: { line: 0, character: "data_LiCl".length } },
      {
        start: { line: secondHeader, character: 0 },
        end: { line: secondHeader, character: "data_mixed".length },
      },
    ]);
  });

  it("says disordered where sites are shared or partly empty, and only there", async () => {
    expect(await client.lensTexts(await client.open(disordered))).toContain("disordered");
    expect(await client.lensTexts(await client.open(rockSalt()))).not.toContain("disordered");
  });

  it("moves with its block while the text is edited", async () => {
    const uri = await client.open(rockSalt());
    await client.lensTexts(uri);
    await client.change(uri, [
      { range: { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } }, text: "# a\n# b\n" },
    ]);
    const lenses = await client.lenses(uri);
    expect(lenses.length).toBeGreaterThan(0);
    expect(lenses.every(({ range }) => range.start.line === 2)).toBe(true);
  });

  it("can be switched off and on again", async () => {
    const uri = await client.open(rockSalt());
    await client.lensTexts(uri);
    const refreshes = client.lensRefreshes;
    await client.configure({ codeLens: { enabled: false } });
    await client.until(
      () => client.lensRefreshes > refreshes || undefined,
      () => "a refresh",
    );
    expect(await client.lenses(uri)).toEqual([]);
    await client.configure(null);
    await client.until(
      () => client.lensRefreshes > refreshes + 1 || undefined,
      () => "a refresh",
    );
    expect(await client.lensTexts(uri)).toContain("Simplify");
  });

  it("is complete in the first answer for an editor that cannot be told to refresh", async () => {
    const { textDocument } = capableEditor;
    const simple = await LanguageClient.start({ textDocument });
    const uri = await simple.open(rockSalt());
    expect((await simple.lenses(uri)).map(({ command }) => command?.title)).toContain("Simplify");
    expect(simple.lensRefreshes).toBe(0);
    await simple.stop();
  });

  it("is empty for an unknown document", async () => {
    expect(await client.lenses("file:///nowhere.cif")).toEqual([]);
  });
});
