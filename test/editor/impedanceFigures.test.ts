import { describe, expect, it } from "vitest";
import { useImpedancePanel } from "./support/impedancePanel";

const { editor, panel, row, button, field, chart, openFolder, drag } = useImpedancePanel();

const tailTo = async () => Number(await (await field("Tail to, Hz")).inputValue());
const press = (key: string) => editor.window.page.keyboard.press(key);

describe("the window of the tail", () => {
  it("is dragged along the spectrum in the Nyquist plot, and taken back", async () => {
    await openFolder("impedance");
    await (await button("garnet_25C.mpt")).click();
    await expect.poll(() => row("R of the tail"), { timeout: 60_000 }).toMatch(/42\d/);
    const [before, rowBefore] = [await tailTo(), await row("R of the tail")];
    const edge = (await panel()).locator(".figure-trail-edge").last();
    await drag(edge, 20, -80);
    await expect.poll(tailTo).toBeLessThan(before);
    await expect.poll(() => row("R of the tail")).not.toBe(rowBefore);
    await editor.window.screenshot("impedance-tail");
    await (await button("Undo")).click();
    await expect.poll(tailTo).toBe(before);
    await expect.poll(() => row("R of the tail")).toBe(rowBefore);
  });

  it("is moved from point to point by arrow keys", async () => {
    const before = await tailTo();
    await (await panel()).locator(".figure-trail-edge").last().focus();
    await press("ArrowLeft");
    await expect.poll(tailTo).toBeLessThan(before);
    await press("ArrowRight");
    await press("ArrowRight");
    await expect.poll(tailTo).toBeGreaterThan(before);
  });

  it("is dragged by the edge of its band in a Bode plot", async () => {
    const before = await tailTo();
    await drag((await panel()).locator(".figure-band-edge").nth(1), -40, 0);
    await expect.poll(tailTo).toBeLessThan(before);
    await (await button("Undo")).click();
    await expect.poll(tailTo).toBe(before);
  });
});

describe("a figure that is zoomed", () => {
  /** Where the upper edge of the tail's window is drawn. */
  const edgeAt = async () => {
    const edge = (await panel()).locator(".figure-trail-edge").last();
    return (await edge.boundingBox({ timeout: 1000 }).catch(() => null))?.x ?? NaN;
  };

  it("is moved by Shift with arrow keys or with the pointer, and shown whole again", async () => {
    const canvas = await chart("Nyquist plot");
    await canvas.focus();
    await press("+");
    await (await button("Show All")).waitFor();
    const zoomed = await edgeAt();
    await press("Shift+ArrowRight");
    await expect.poll(edgeAt).toBeLessThan(zoomed - 10);
    await press("Shift+ArrowLeft");
    await expect.poll(async () => Math.abs((await edgeAt()) - zoomed)).toBeLessThan(1.5);
    await drag(canvas, -60, 0, "Shift");
    await expect.poll(async () => Math.abs(zoomed - (await edgeAt()) - 60)).toBeLessThan(3);
    await canvas.focus();
    await press("0");
    await (await button("Show All")).waitFor({ state: "hidden" });
  });
});

describe("the point under the pointer", () => {
  it("tells its frequency, also of another spectrum, and is marked in all plots", async () => {
    const canvas = await chart("Modulus");
    await canvas.focus();
    for (let series = 0; series < 3; series++) await press("ArrowDown");
    await press("ArrowRight");
    const readout = (await panel()).locator(".readout");
    await expect.poll(() => readout.textContent()).toMatch(/^garnet_10C\.mpt, [\d.]+ .?Hz: Z′/);
    expect(await (await panel()).locator(".figure-cursor").count()).toBeGreaterThan(3);
  });
});
