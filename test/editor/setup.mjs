// Before the suites: packages the extension, installs it as a user does, and makes a VS Code ready on a copy of examples/.
import { cpSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { root } from "../../scripts/provision/cache.mjs";
import { findChromium } from "../../scripts/provision/chromium.mjs";
import { serveEditor } from "../../scripts/provision/codeServer.mjs";
import { run } from "../../scripts/provision/run.mjs";
import { FakeSlurm } from "../support/fakeSlurm";

const settings = {
  "workbench.startupEditor": "none",
  "workbench.colorTheme": "Default Dark Modern",
  "window.autoDetectColorScheme": false,
  "security.workspace.trust.enabled": false,
  "files.autoSave": "off",
  "files.hotExit": "off",
  "workbench.enableExperiments": false,
  "workbench.tips.enabled": false,
  "extensions.autoCheckUpdates": false,
  "extensions.ignoreRecommendations": true,
  "telemetry.telemetryLevel": "off",
  "update.mode": "none",
  "chat.commandCenter.enabled": false,
};

/** @param {import("vitest/node").TestProject} project */
export default async function setup(project) {
  const home = mkdtempSync(join(tmpdir(), "superion-editor-"));
  const workspace = join(home, "examples");
  const vsix = join(home, "superion.vsix");
  const settingsFile = join(home, "data/User/settings.json");
  const slurm = new FakeSlurm(join(home, "slurm"));
  // The extension host takes its PATH from a shell.
  Object.assign(process.env, { PATH: slurm.path, SHELL: join(slurm.bin, "shell") });
  cpSync(join(root, "examples"), workspace, { recursive: true });
  await run(process.execPath, [join(root, "scripts/package.mjs"), vsix]);

  const desktop = process.env.SUPERION_DESKTOP;
  const { editor, stop } =
    desktop === undefined
      ? await served(home, workspace, vsix)
      : await onDesktop(desktop, home, workspace, vsix);
  const screenshots = join(root, "test/editor/screenshots");
  project.provide("editorUnderTest", {
    ...editor,
    workspace,
    vsix,
    extensions: join(home, "extensions"),
    settingsFile,
    slurm: slurm.bin,
    screenshots,
  });
  return async () => {
    await stop();
    rmSync(home, { recursive: true, force: true, maxRetries: 5 });
  };
}

/** @param {string} home @param {string} workspace @param {string} vsix */
async function served(home, workspace, vsix) {
  const [chromium, { address, stop }] = await Promise.all([
    findChromium(),
    serveEditor({ workspace, home, settings, vsix }),
  ]);
  return { editor: { kind: /** @type {const} */ ("served"), address, chromium }, stop };
}

/** @param {string} executable @param {string} home @param {string} workspace @param {string} vsix */
async function onDesktop(executable, home, workspace, vsix) {
  const { resolveCliArgsFromVSCodeExecutablePath } = await import("@vscode/test-electron");
  mkdirSync(join(home, "data/User"), { recursive: true });
  writeFileSync(join(home, "data/User/settings.json"), JSON.stringify(settings));
  const [cli = executable] = resolveCliArgsFromVSCodeExecutablePath(executable);
  const folders = ["--user-data-dir", join(home, "data"), "--extensions-dir", join(home, "extensions")];
  await run(cli, [...folders, "--install-extension", vsix]);
  const flags = ["--skip-welcome", "--skip-release-notes", "--disable-updates"];
  const sandbox = process.getuid?.() === 0 ? ["--no-sandbox"] : [];
  const args = [...folders, ...flags, ...sandbox, workspace];
  return { editor: { kind: /** @type {const} */ ("desktop"), executable, args }, stop: async () => {} };
}
