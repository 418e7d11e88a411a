import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

describe("the hover over a disordered site of Li10GeP2S12", () => {
  beforeAll(() => editor.window.openFile("Li10GeP2S12.cif"));

  it("tells who shares the site, where it lies, what it is bonded to, and what the model sees", async () => {
    await editor.window.goToText("Li10GeP2S12.cif", "Ge1 ");
    const label = editor.window.lines.locator("span > span", { hasText: "Ge1" }).first();
    const pointed = async () => {
      await editor.window.pointAt(label);
      return editor.window.hoverText();
    };
    await expect.poll(pointed, { interval: 1500 }).toMatch(/Ge.*P/s);
    const text = await editor.window.hoverText();
    expect(text).toMatch(/Ge⁴⁺\s+0\.515.*P⁵⁺\s+0\.485/s);
    expect(text).toMatch(/4d, 4 sites in the cell/);
    expect(text).toMatch(/coordination 4: 4 × S at 2\.\d\d–2\.\d\d Å/);
    expect(text).toMatch(/\d+ neighbours within 5 Å/);
    expect(text).toMatch(/most like \w+ \(cosine [01]\.\d\d\)/);
    const strip = editor.window.page.locator(".monaco-hover:visible img[alt^='Embedding']");
    expect((await strip.boundingBox())?.width).toBeGreaterThan(200);
    await editor.window.screenshot("hover");
  });
});
