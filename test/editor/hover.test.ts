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

describe("the hover over the header of Li6PS5Cl", () => {
  beforeAll(() => editor.window.openFile("Li6PS5Cl.cif"));

  it("tells the prediction, the conductivity to expect, and which properties count", async () => {
    await editor.window.goToText("Li6PS5Cl.cif", "data_Li6PS5Cl");
    const header = editor.window.lines.locator("span > span", { hasText: "data_" }).first();
    const pointed = async () => {
      await editor.window.pointAt(header);
      return editor.window.hoverText();
    };
    await expect.poll(pointed, { interval: 1500 }).toMatch(/P_SI [01]\.\d\d ±/);
    const text = await editor.window.hoverText();
    expect(text).toMatch(/Expected at room temperature: \d\.\de-\d+ S\/cm/);
    expect(text).toMatch(/What counts here/);
    expect(text).toMatch(/The nearest compound with a measured conductivity is/);
    await editor.window.screenshot("hover-header");
  });
});
