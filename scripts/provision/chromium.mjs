// A Chromium for the editor tests: the one on this machine, or one that is installed now.
import { existsSync, readdirSync } from "node:fs";
import { homedir } from "node:os";
import { delimiter, join } from "node:path";
import { withLock } from "./cache.mjs";
import { run, tryRun } from "./run.mjs";

const names = ["chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "microsoft-edge"];
const aptPackages = ["chromium", "fonts-dejavu-core"];

/** The path of a Chromium, Chrome or Edge; installs Chromium when there is none, or says what to do. */
export async function findChromium() {
  return installedChromium() ?? withLock("chromium", async () => installedChromium() ?? install());
}

/** The browser named by CHROME_PATH, on the PATH, in its usual place, or in Playwright's cache. */
export function installedChromium() {
  const candidates = [process.env.CHROME_PATH ?? "", ...onPath(), ...usualPlaces(), ...fromPlaywright()];
  return candidates.find((path) => path !== "" && existsSync(path));
}

function onPath() {
  const folders = (process.env.PATH ?? "").split(delimiter);
  return process.platform === "win32"
    ? []
    : folders.flatMap((folder) => names.map((name) => join(folder, name)));
}

function usualPlaces() {
  if (process.platform === "darwin") {
    return ["Chromium", "Google Chrome", "Microsoft Edge"].map(
      (name) => `/Applications/${name}.app/Contents/MacOS/${name}`,
    );
  }
  if (process.platform === "win32") {
    const programs = [process.env.PROGRAMFILES, process.env["PROGRAMFILES(X86)"], process.env.LOCALAPPDATA];
    return programs
      .filter((folder) => folder !== undefined)
      .flatMap((folder) => [
        join(folder, "Google/Chrome/Application/chrome.exe"),
        join(folder, "Chromium/Application/chrome.exe"),
        join(folder, "Microsoft/Edge/Application/msedge.exe"),
      ]);
  }
  return ["/usr/lib/chromium/chromium", "/opt/google/chrome/chrome", "/snap/bin/chromium"];
}

/** Playwright keeps browsers as `chromium-REVISION/chrome-PLATFORM/...`; newest first. */
function fromPlaywright() {
  const folder = process.env.PLAYWRIGHT_BROWSERS_PATH ?? join(homedir(), playwrightCache());
  if (!existsSync(folder)) return [];
  const revisions = readdirSync(folder).filter((name) => /^chromium-\d+$/.test(name));
  revisions.sort((a, b) => Number(b.slice(9)) - Number(a.slice(9)));
  const executables = [
    "chrome-linux/chrome",
    "chrome-linux64/chrome",
    "chrome-win/chrome.exe",
    "chrome-win64/chrome.exe",
    "chrome-mac/Chromium.app/Contents/MacOS/Chromium",
    "chrome-mac-arm64/Google Chrome for Testing.app/Contents/MacOS/Google Chrome for Testing",
  ];
  return revisions.flatMap((revision) => executables.map((path) => join(folder, revision, path)));
}

function playwrightCache() {
  if (process.platform === "darwin") return "Library/Caches/ms-playwright";
  return process.platform === "win32" ? "AppData/Local/ms-playwright" : ".cache/ms-playwright";
}

async function install() {
  console.log("No Chromium found: installing one for the editor tests.");
  const failures = [];
  for (const attempt of [installByApt, installByPlaywright]) {
    const failure = await attempt();
    const found = installedChromium();
    if (found !== undefined) return found;
    if (failure !== "") failures.push(failure);
  }
  throw new Error(
    `The editor tests need Chromium, Chrome or Edge, and none could be installed. Install one, ` +
      `or name its executable in the environment variable CHROME_PATH.\n${failures.join("\n")}`,
  );
}

/** Debian and Ubuntu, as root or with sudo that asks no password. */
async function installByApt() {
  if ((await tryRun("apt-get", ["--version"])).code !== 0) return "";
  const prefix = process.getuid?.() === 0 ? [] : ["sudo", "-n"];
  const apt = (/** @type {string[]} */ ...args) => {
    const [command = "apt-get", ...rest] = [...prefix, "apt-get", ...args];
    return tryRun(command, rest, { env: { DEBIAN_FRONTEND: "noninteractive" } });
  };
  await apt("update");
  const { code, output } = await apt("install", "-y", "--no-install-recommends", ...aptPackages);
  return code === 0 ? "" : output.slice(-1000);
}

async function installByPlaywright() {
  try {
    await run("npx", ["--no-install", "playwright-core", "install", "chromium"]);
    return "";
  } catch (error) {
    return String(error).slice(-1000);
  }
}
