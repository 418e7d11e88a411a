import { afterAll, afterEach, beforeAll } from "vitest";
import { EditorWindow } from "./editorWindow";

/** One window for the suites of a file; a failed test leaves a screenshot of what it saw. */
export function useEditor(): { readonly window: EditorWindow } {
  let window: EditorWindow | undefined;
  beforeAll(async () => {
    window = await EditorWindow.open();
  });
  afterEach(async ({ task }) => {
    if (task.result?.state === "fail") await window?.screenshot(`failed-${task.name.replace(/\W+/g, "-")}`);
  });
  afterAll(() => window?.close());
  return {
    get window() {
      if (window === undefined) throw new Error("The window opens before the first test.");
      return window;
    },
  };
}
