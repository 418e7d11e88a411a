import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

describe("the hover over a disordered site of Li10GeP2S12", () => {
  beforeAll(() => editor.window.openFile("Li10GeP2S12.cif"));

  it("tells who shares the site, with which occupancy, and how many neighbours it has", async () => {
    await editor.window.goToText("Li10GeP2S12.cif", "Ge1 ");
    const label = editor.window.lines.locator("span > span", { hasText: "Ge1" }).first();
    const pointed = async () => {
      await editor.window.pointAt(label);
      return editor.window.hoverText();
    };
    await expect.poll(pointed, { interval: 1500 }).toMatch(/Ge.*P/s);
    expect(await editor.window.hoverText()).toMatch(/neighbou?rs/);
    await editor.window.screenshot("hover");
  });
});
