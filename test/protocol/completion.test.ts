import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { CompletionItem } from "vscode-languageserver/node";
import { rockSalt } from "../support/rockSalt";
import { caret } from "./support/caret";
import { capableEditor, LanguageClient } from "./support/languageClient";

describe("completion", () => {
  let client: LanguageClient;
  beforeAll(async () => {
    client = await LanguageClient.start();
  });
  afterAll(() => client.stop());

  async function itemsAt(marked: string): Promise<CompletionItem[]> {
    const { text, position } = caret(marked);
    return (await client.completions(await client.open(text), position))?.items ?? [];
  }

  it("is announced, with the letters that begin it", () => {
    expect(client.initializeResult.capabilities.completionProvider).toEqual({
      resolveProvider: true,
      triggerCharacters: ["_", ".", "'", '"'],
    });
  });

  it("offers names that the block lacks, with what they mean once one is looked at", async () => {
    const items = await itemsAt(rockSalt().replace("loop_", "_cell_vol|\nloop_"));
    const volume = items.find(({ label }) => label === "_cell_volume");
    expect(volume).toMatchObject({ detail: "cell, Å³" });
    expect(volume?.documentation).toBeUndefined();
    const { documentation } = await client.resolveCompletion(volume ?? { label: "" });
    expect(documentation).toMatchObject({
      kind: "markdown",
      value: expect.stringContaining("Volume of the unit cell.") as string,
    });
    expect(items.map(({ label }) => label)).not.toContain("_cell_length_a");
  });

  it("offers values where one stands, and pieces of a structure on an empty line", async () => {
    const words = await itemsAt("data_x\n_space_group_crystal_system |\n");
    expect(words.map(({ label }) => label)).toContain("cubic");
    const pieces = await itemsAt("|");
    expect(pieces.map(({ label }) => label)).toContain("data_ structure");
  });

  it.each([
    "data_x\nloop_\n_a\nloop_\n_atom|\n",
    "data_x\nloop_\n_a\n_atom|\ndata_y\n",
    "data_x\nsave_f\n_atom|\n",
    "data_x\nsave_f\n_a 1\nsave_g\n_atom|\nsave_\n",
  ])("answers while a loop or frame is half written: %j", async (marked) => {
    expect((await itemsAt(marked)).length).toBeGreaterThan(0);
  });

  it("is nothing where the settings say so", async () => {
    await client.configure({ completion: { enabled: false } });
    await expect.poll(() => itemsAt("data_x\n_cell|\n")).toEqual([]);
    await client.configure(null);
    await expect.poll(() => itemsAt("data_x\n_cell|\n")).not.toEqual([]);
  });

  it("has no snippets, and plain words, for an editor that takes no more", async () => {
    const { textDocument, ...capabilities } = capableEditor;
    const plain = await LanguageClient.start({
      ...capabilities,
      textDocument: { ...textDocument, completion: {}, hover: {} },
    });
    const uri = await plain.open("data_x\n");
    const items = (await plain.completions(uri, { line: 1, character: 0 }))?.items ?? [];
    expect(items.some(({ label }) => label.startsWith("loop_"))).toBe(false);
    const name = items.find(({ label }) => label === "_cell_length_a");
    const { documentation } = await plain.resolveCompletion(name ?? { label: "" });
    expect(documentation).toMatchObject({
      kind: "plaintext",
      value: expect.stringMatching(/^_cell_length_a\n/) as string,
    });
    await plain.stop();
  });
});
