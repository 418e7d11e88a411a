import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { setTimeout as delay } from "node:timers/promises";
import { _electron, chromium, errors, type Frame, type Locator, type Page } from "playwright-core";
import { inject } from "vitest";
import type { EditorUnderTest } from "./editorUnderTest";

const size = { width: 1400, height: 900 };
const quietBrowser = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** A window of the VS Code under test, driven as a person does: by keys, pointer and what is to be seen. */
export class EditorWindow {
  private constructor(
    readonly page: Page,
    readonly editor: EditorUnderTest,
    /** Closes the window and what belongs to it. */
    readonly close: () => Promise<void>,
  ) {}

  /** Opens a window on the workspace and waits until it can be used. */
  static async open(): Promise<EditorWindow> {
    const editor = inject("editorUnderTest");
    forgetUnsaved(editor);
    const { page, close } = editor.kind === "served" ? await inBrowser(editor) : await onDesktop(editor);
    page.setDefaultTimeout(30_000);
    await page.locator(".monaco-workbench .explorer-folders-view").waitFor();
    return new EditorWindow(page, editor, close);
  }

  /** The code lenses of the active editor. */
  get lenses(): Locator {
    return this.activeEditor.locator(".codelens-decoration");
  }

  get activeEditor(): Locator {
    return this.page.locator(".editor-group-container.active .editor-instance");
  }

  /** Lines of text of the active editor that are to be seen. */
  get lines(): Locator {
    return this.activeEditor.locator(".view-lines > .view-line");
  }

  /** Titles of the open editors, in all groups. */
  get tabs(): Locator {
    return this.page.locator(".tab .label-name");
  }

  /** The text of what hovers, of all its parts. */
  async hoverText(): Promise<string> {
    return (await this.page.locator(".monaco-hover:not(.hidden) .hover-contents").allTextContents()).join(
      "\n",
    );
  }

  /** Underlined text with an error or a warning. */
  get squiggles(): Locator {
    return this.activeEditor.locator(".squiggly-error, .squiggly-warning");
  }

  get quickInput(): Locator {
    return this.page.locator(".quick-input-widget");
  }

  /** Where one types into it. */
  get quickInputBox(): Locator {
    return this.quickInput.locator("input").first();
  }

  get notifications(): Locator {
    return this.page.locator(".notification-list-item");
  }

  /** What the language status says; it is clicked open first, also when a change of its state has closed it. */
  async languageStatus(): Promise<string> {
    const status = this.page.locator(".hover-language-status");
    if ((await status.count()) === 0) await this.page.locator("#status\\.languageStatus").click();
    return (await status.allTextContents()).join("\n");
  }

  /** Opens a file of the workspace by its name, from the explorer. */
  async openFile(name: string): Promise<void> {
    const row = this.page.locator(".explorer-folders-view .monaco-list-row", {
      has: this.page.locator(".label-name", { hasText: exactly(name) }),
    });
    const tab = this.page.locator(".editor-group-container.active .tab.active .label-name", {
      hasText: exactly(name),
    });
    await this.#until(tab, () => row.dblclick());
    await this.lines.first().waitFor();
  }

  /** Clicks on the lens with this text, which asks something in the quick input. */
  async clickLens(text: string): Promise<void> {
    await this.#until(this.quickInput, () => this.lenses.getByText(text).click());
  }

  /** Rests the pointer on an element, without scrolling to it. */
  async pointAt(element: Locator): Promise<void> {
    await element.waitFor();
    const box = await boxOf(element);
    await this.page.mouse.move(box.x + box.width / 2 + 3, box.y + box.height / 2);
    await this.page.mouse.move(box.x + box.width / 2, box.y + box.height / 2, { steps: 3 });
  }

  /** Closes all editors, throwing edits away. */
  async closeAll(): Promise<void> {
    while ((await this.tabs.count()) > 0) {
      await this.run("View: Revert and Close Editor");
      await this.page.waitForTimeout(100);
    }
  }

  /** Runs a command by its title in the palette, `Superion: Show Log`. */
  async run(title: string): Promise<void> {
    await this.#type(`>${title}`);
    await this.chooseRow(title);
  }

  /** Chooses from the quick input that is open, by the keyboard. */
  async chooseRow(label: string): Promise<void> {
    const labels = this.quickInput.locator(".monaco-list-row .label-name");
    await labels
      .filter({ hasText: exactly(label) })
      .first()
      .waitFor();
    const wanted = this.quickInput.locator(".monaco-list-row.focused .label-name", {
      hasText: exactly(label),
    });
    for (let steps = await labels.count(); steps > 0 && (await wanted.count()) === 0; steps--) {
      await this.page.keyboard.press("ArrowDown");
    }
    await wanted.waitFor();
    // An input that has only just opened may take no key.
    for (let tries = 8; tries > 0; tries--) {
      await this.page.keyboard.press("Enter");
      if (await comesTo(wanted, "hidden", 2000)) return;
    }
  }

  /** Chooses in the explorer's menu of a file or folder. */
  async chooseInMenu(name: string, entry: string): Promise<void> {
    await this.#explorerRows().filter({ hasText: name }).first().click({ button: "right" });
    const menu = this.page.locator(".monaco-menu").first();
    const item = menu.locator(".action-label", { hasText: entry }).first();
    // A menu that has only just opened takes no click.
    for (let tries = 20; tries > 0; tries--) {
      if (await menu.isVisible()) await item.click({ timeout: 1000 }).catch(() => undefined);
      if (!(await menu.isVisible())) return;
    }
    await menu.waitFor({ state: "hidden" });
  }

  /** Whether some webview shows this text. */
  async webviewsShow(text: string): Promise<boolean> {
    const counts = this.page.frames().map((frame) => frame.getByText(text).count());
    return (await Promise.allSettled(counts)).some(
      (count) => count.status === "fulfilled" && count.value > 0,
    );
  }

  /** The document of the panel that is to be seen; there is one at a time. */
  async panel(): Promise<Frame> {
    const find = async () => {
      for (const frame of this.page.frames())
        if (
          await frame
            .locator("main#page h1")
            .isVisible()
            .catch(() => false)
        )
          return frame;
      return undefined;
    };
    const found = await waitFor(find);
    if (found === undefined) throw new Error("No panel is to be seen.");
    return found;
  }

  /** Opens the palette and types after its `>`; the titles that it shows. */
  async searchCommands(text: string): Promise<string[]> {
    await this.#type(`>${text}`);
    const rows = this.quickInput.locator(".monaco-list-row");
    await rows.filter({ hasText: text }).first().waitFor();
    const shown = () => rows.locator(".label-name").allTextContents();
    const first = await shown();
    // A long list has only the rows in sight; from the first row the key goes to the last.
    await this.page.keyboard.press("ArrowUp");
    await rows.and(this.page.locator(".focused")).last().waitFor();
    return [...new Set([...first, ...(await shown())])];
  }

  /** Puts the cursor at the end of the first line of a file, open in the active editor, that holds this text. */
  async goToText(file: string, text: string): Promise<void> {
    await this.#goToLine(this.#readLines(file).findIndex((line) => line.includes(text)) + 1);
  }

  /** Puts the cursor behind the last character of a file that is open in the active editor. */
  async goToEnd(file: string): Promise<void> {
    await this.#goToLine(this.#readLines(file).length);
  }

  /** Changes some of the user's settings and loads the window anew with them. */
  async configure(changes: Record<string, unknown>): Promise<void> {
    const { settingsFile } = this.editor;
    const settings: unknown = JSON.parse(readFileSync(settingsFile, "utf8"));
    writeFileSync(settingsFile, JSON.stringify(Object.assign({}, settings, changes)));
    await this.reload();
  }

  /** Loads the window anew as the editor does itself: it writes down first what it has to remember. */
  async reloadOrderly(): Promise<void> {
    const loaded = this.page.waitForEvent("load");
    await this.run("Developer: Reload Window");
    await loaded;
    await this.#explorerRows().first().waitFor();
  }

  async reload(): Promise<void> {
    await this.page.reload();
    await this.#explorerRows().first().waitFor();
  }

  /** Writes what the window shows into the folder of screenshots; the path of the image. */
  async screenshot(name: string): Promise<string> {
    mkdirSync(this.editor.screenshots, { recursive: true });
    const path = join(this.editor.screenshots, `${name}.png`);
    await this.page.screenshot({ path });
    return path;
  }

  /**
   * Does it until its effect is to be seen, as a person does whose click or key went nowhere: the editor loses
   * them while it draws the thing under the pointer anew, and while it starts.
   */
  async #until(effect: Locator, act: () => Promise<void>): Promise<void> {
    for (let tries = 8; tries > 0; tries--) {
      await act();
      if (await comesTo(effect, "visible", 3000)) return;
    }
    await effect.waitFor();
  }

  #explorerRows(): Locator {
    return this.page.locator(".monaco-workbench .explorer-folders-view .monaco-list-row");
  }

  #readLines(file: string): string[] {
    return readFileSync(join(this.editor.workspace, file), "utf8").split("\n");
  }

  async #goToLine(number: number): Promise<void> {
    await this.#type(`:${number}`);
    await this.quickInput.locator(".monaco-list-row", { hasText: "line" }).first().waitFor();
    await this.page.keyboard.press("Enter");
    await this.quickInput.waitFor({ state: "hidden" });
    await this.page.keyboard.press("End");
  }

  async #type(text: string): Promise<void> {
    await this.#until(this.quickInputBox, () => this.page.keyboard.press("F1"));
    await this.quickInputBox.fill(text);
  }
}

/** Where an element is drawn, in pixels of the window. */
export async function boxOf(element: Locator) {
  const box = await element.boundingBox();
  if (box === null) throw new Error("The element is not to be seen.");
  return box;
}

/** Asks again until there is an answer, for 20 seconds. */
async function waitFor<Value>(find: () => Promise<Value | undefined>): Promise<Value | undefined> {
  for (let tries = 100; tries > 0; tries--) {
    const found = await find();
    if (found !== undefined) return found;
    await delay(200);
  }
  return undefined;
}

async function comesTo(element: Locator, state: "visible" | "hidden", timeout: number): Promise<boolean> {
  try {
    await element.waitFor({ state, timeout });
    return true;
  } catch (error) {
    if (error instanceof errors.TimeoutError) return false;
    throw error;
  }
}

function exactly(text: string): RegExp {
  return new RegExp(`^${text.replace(/[.*+?^${}()|[\]\\]/g, "\\$&")}$`);
}

/** What an earlier window left unsaved would come back in the next one. */
function forgetUnsaved({ settingsFile }: EditorUnderTest): void {
  const user = dirname(settingsFile);
  for (const folder of [user, dirname(user)])
    rmSync(join(folder, "Backups"), { recursive: true, force: true });
}

async function inBrowser({ chromium: executablePath, address }: EditorUnderTest & { kind: "served" }) {
  const profile = mkdtempSync(join(tmpdir(), "superion-browser-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    args: quietBrowser,
    viewport: size,
  });
  const page = context.pages()[0] ?? (await context.newPage());
  await page.goto(address);
  const close = async () => {
    await context.close();
    rmSync(profile, { recursive: true, force: true, maxRetries: 5 });
  };
  return { page, close };
}

async function onDesktop({ executable, args }: EditorUnderTest & { kind: "desktop" }) {
  const application = await _electron.launch({ executablePath: executable, args: [...args] });
  const page = await application.firstWindow();
  return { page, close: () => application.close() };
}
