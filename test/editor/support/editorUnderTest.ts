/** What the setup tells the suites about the VS Code that it made ready. */
export type EditorUnderTest = Workbench & (ServedEditor | DesktopEditor);

interface Workbench {
  /** The folder that is open: a copy of examples/. */
  readonly workspace: string;
  /** The package that was installed. */
  readonly vsix: string;
  /** The folder into which it was installed. */
  readonly extensions: string;
  /** The user's settings.json. */
  readonly settingsFile: string;
  /** Folder of the commands of a Slurm that it finds. */
  readonly slurm: string;
  readonly screenshots: string;
}

interface ServedEditor {
  readonly kind: "served";
  readonly address: string;
  /** Path of the browser. */
  readonly chromium: string;
}

interface DesktopEditor {
  readonly kind: "desktop";
  readonly executable: string;
  readonly args: readonly string[];
}

declare module "vitest" {
  export interface ProvidedContext {
    editorUnderTest: EditorUnderTest;
  }
}
