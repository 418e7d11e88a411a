import { copyFileSync, mkdirSync, rmSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { useImpedancePanel } from "./support/impedancePanel";

const { editor, panel, row, button, openFolder } = useImpedancePanel();

const count = 300;
const folder = () => join(editor.window.editor.workspace, "pellets");

beforeAll(() => {
  const pellet = join(editor.window.editor.workspace, "impedance", "garnet_25C.mpt");
  mkdirSync(folder());
  for (let i = 0; i < count; i++) copyFileSync(pellet, join(folder(), `${1000 + i}.mpt`));
});
afterAll(() => {
  rmSync(folder(), { recursive: true });
});

describe("a long series of spectra", () => {
  const progress = async () => (await panel()).getByText(new RegExp(`^\\d+ of ${count}$`));
  const fitted = async () => (await panel()).locator("td.circuit", { hasText: "R1" }).count();

  it("shows how far it is, and each result as it comes", async () => {
    await openFolder("pellets");
    await (await progress()).waitFor({ timeout: 60_000 });
    await expect.poll(() => row("1000.mpt"), { timeout: 60_000 }).toMatch(/R1.*42\d/);
    await (await button("Cancel")).waitFor();
  });

  it("keeps what is done when it is cancelled", async () => {
    await (await button("Cancel")).click();
    await (await button("Continue")).waitFor();
    const done = await fitted();
    expect(done).toBeGreaterThan(0);
    expect(done).toBeLessThan(count);
    await editor.window.screenshot("impedance-cancelled");
    expect(await (await progress()).textContent()).toBe(`${done} of ${count}`);
  });

  it("analyses what is selected then, and goes on to the end", async () => {
    await (await button("1299.mpt")).click();
    await expect.poll(() => row("1299.mpt"), { timeout: 60_000 }).toMatch(/R1.*42\d/);
    await (await button("Continue")).click();
    await expect.poll(fitted, { timeout: 120_000 }).toBe(count);
    await (await progress()).waitFor({ state: "hidden" });
  }, 150_000);
});
