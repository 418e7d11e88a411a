import { beforeAll, describe, expect, it } from "vitest";
import { useEditor } from "./support/useEditor";

const editor = useEditor();

describe("the language status of a CIF", () => {
  beforeAll(() => editor.window.openFile("Li3N.cif"));

  it("names the model and the parent that it reads", async () => {
    const status = () => editor.window.languageStatus();
    await expect.poll(status, { interval: 1000 }).toMatch(/\d+ models on \S+/);
    await editor.window.screenshot("language-status");
  });
});
