import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

const shownText = async () =>
  (await editor.window.lines.allTextContents()).join("\n").replaceAll("\u00a0", " ");

describe("the hints behind the site labels of Li10GeP2S12", () => {
  beforeAll(() => editor.window.openFile("Li10GeP2S12.cif"));
  afterAll(() => editor.window.configure({ "superion.inlayHints.enabled": true }));

  it("tell multiplicity and Wyckoff letter", async () => {
    await editor.window.goToText("Li10GeP2S12.cif", "Ge1 ");
    await expect.poll(shownText).toMatch(/^Li1\W*16h/m);
    expect(await shownText()).toMatch(/^Ge1\W*4d/m);
    await editor.window.screenshot("hints");
  });

  it("are not there when the settings say so", async () => {
    await editor.window.configure({ "superion.inlayHints.enabled": false });
    await editor.window.openFile("Li10GeP2S12.cif");
    await editor.window.goToText("Li10GeP2S12.cif", "Ge1 ");
    await expect.poll(shownText).toMatch(/^Ge1 +Ge/m);
    expect(await shownText()).not.toMatch(/^Li1\W*16h/m);
  });
});
