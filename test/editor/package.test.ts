import { execFileSync } from "node:child_process";
import { existsSync, readdirSync, readFileSync, statSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, inject, it } from "vitest";
import manifest from "../../package.json";
import { panelNames } from "../support/panels";

const { vsix, extensions } = inject("editorUnderTest");
/** Where VS Code unpacked it. */
const extension = join(extensions, `${manifest.publisher}.${manifest.name}-${manifest.version}`);

describe("the package", () => {
  const files = () => readdirSync(extension, { recursive: true, encoding: "utf8" });

  it("is smaller than 5 MB", () => {
    expect(statSync(vsix).size).toBeLessThan(5e6);
  });

  it("holds fewer than 60 files", () => {
    const found = readdirSync(extension, { recursive: true, withFileTypes: true });
    expect(found.filter((entry) => entry.isFile()).length).toBeLessThan(60);
  });

  it.each([
    manifest.main,
    manifest.bin.superion,
    manifest.icon,
    ...manifest.contributes.languages.flatMap(({ configuration, icon }) => [
      configuration,
      icon.light,
      icon.dark,
    ]),
    ...manifest.contributes.grammars.map(({ path }) => path),
    ...manifest.contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...manifest.contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
    "dist/server.mjs",
    "dist/worker.mjs",
    "dist/crystals.mjs",
    "dist/impedance.mjs",
    "dist/examples.json",
    ...panelNames().flatMap((name) => [`dist/panels/${name}.js`, `dist/panels/${name}.css`]),
    "LICENSE.txt",
    "readme.md",
    "changelog.md",
  ])("holds %s", (path) => {
    expect(existsSync(join(extension, path))).toBe(true);
  });

  it("holds pages of panels of less than 400 kB each, and of 1 MB where they draw in three dimensions", () => {
    const pages = files().filter((path) => path.startsWith("dist/panels/"));
    for (const path of pages) {
      const most = path.endsWith("structure.js") ? 1_000_000 : 400_000;
      expect(statSync(join(extension, path)).size, path).toBeLessThan(most);
    }
  });

  it("holds no packages, sources, source maps or install scripts", () => {
    expect(files().filter((path) => /node_modules|\.ts$|\.map$/.test(path))).toEqual([]);
    const bundles = files().filter((path) => /\.(mjs|cjs)$/.test(path));
    for (const path of bundles)
      expect(readFileSync(join(extension, path), "utf8")).not.toContain("sourceMappingURL=data");
    const installs = Object.keys(manifest.scripts).filter((name) =>
      /^(pre|post)?install$|uninstall/.test(name),
    );
    expect(installs).toEqual([]);
  });

  it("names the licence of every package that its bundles contain", () => {
    const notices = readFileSync(join(extension, "dist/THIRD-PARTY-NOTICES.txt"), "utf8");
    for (const name of ["vscode-languageclient", "vscode-languageserver", "@spglib/moyo-wasm", "commander"]) {
      expect(notices).toMatch(new RegExp(`^${name} \\d`, "m"));
    }
  });

  it("annotates a file by itself, far from the repository", () => {
    const program = join(extension, "dist/superion.mjs");
    const output = execFileSync(process.execPath, [
      program,
      "annotate",
      "examples/Li10GeP2S12.cif",
      "--json",
    ]);
    expect(JSON.parse(output.toString())).toMatchObject([
      { annotations: [{ pSi: expect.closeTo(0.5, 0) as number }] },
    ]);
  });
});
