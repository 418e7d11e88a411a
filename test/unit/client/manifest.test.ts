import { existsSync, readFileSync } from "node:fs";
import { describe, expect, it, vi } from "vitest";
import manifest from "../../../package.json";
import { commandTable } from "../../../client/src/commands/registry";
import { defaultSettings } from "../../../server/src/protocol/settings";
import { usualLimits } from "../../../server/src/screening/screeningPool";
import { panelNames } from "../../support/panels";

vi.mock("vscode", () => ({ Uri: vi.fn(), EventEmitter: vi.fn(), ThemeIcon: vi.fn() }));

const { contributes } = manifest;
const commandIds = contributes.commands.map(({ command }) => command);

describe("the manifest", () => {
  it("lists exactly the commands that the extension registers", () => {
    expect(commandIds.toSorted()).toEqual(Object.keys(commandTable).toSorted());
  });

  it("names only known commands in menus and in the walkthrough", () => {
    const inMenus = Object.values(contributes.menus)
      .flat()
      .map(({ command }) => command);
    const inWalkthrough = [
      ...JSON.stringify(contributes.walkthroughs).matchAll(/command:(superion\.\w+)/g),
    ].map(([, command]) => command);
    expect(inWalkthrough.length).toBeGreaterThan(0);
    for (const command of [...inMenus, ...inWalkthrough]) expect(commandIds).toContain(command);
  });

  it("puts every command under one category, with a title that begins with a verb", () => {
    for (const { category, title } of contributes.commands) {
      expect(category).toBe("Superion");
      expect(title).toMatch(
        /^(Show|Compare|Analyse|Open|Restart|Choose|Train|Screen|Submit|Gather|Cluster|Prepare) /,
      );
    }
  });

  it("gives each setting that the server reads the same default", () => {
    const properties = contributes.configuration.properties;
    expect(properties["superion.model"].default).toBe(defaultSettings.model);
    expect(properties["superion.parentModel"].default).toBe(defaultSettings.parentModel);
    expect(properties["superion.codeLens.enabled"].default).toBe(defaultSettings.codeLens.enabled);
    expect(properties["superion.inlayHints.columnNames"].default).toBe(
      defaultSettings.inlayHints.columnNames,
    );
    expect(properties["superion.hover.enabled"].default).toBe(defaultSettings.hover.enabled);
    expect(properties["superion.completion.enabled"].default).toBe(defaultSettings.completion.enabled);
    expect(properties["superion.cif.dictionaries"].default).toEqual(defaultSettings.cif.dictionaries);
    expect(properties["superion.diagnostics.severity"].default).toEqual(defaultSettings.diagnostics.severity);
  });

  it("limits structures as the command line does if nobody says otherwise", () => {
    const { properties } = contributes.configuration;
    expect(properties["superion.screening.timeLimit"].default).toBe(usualLimits.timeLimitSeconds);
    expect(properties["superion.screening.memoryLimit"].default).toBe(usualLimits.memoryLimitMegabytes);
  });

  it("keeps settings that name files or ask for jobs from workspaces without trust", () => {
    const { properties } = contributes.configuration;
    const ofSlurm = Object.keys(properties).filter((name) => name.startsWith("superion.slurm."));
    const restricted = [
      "superion.cif.dictionaries",
      "superion.model",
      "superion.parentModel",
      ...ofSlurm,
      "superion.neb.pseudopotentials",
    ];
    expect(ofSlurm).toContain("superion.slurm.modules");
    expect(manifest.capabilities.untrustedWorkspaces.restrictedConfigurations).toEqual(restricted);
    const machine = Object.entries(properties).filter(([, { scope }]) => scope === "machine-overridable");
    expect(machine.map(([name]) => name)).toEqual(restricted);
  });

  it("activates by what it contributes, and by the panels that come back after a reload", () => {
    const ofPanels = panelNames().map((name) => `onWebviewPanel:superion.${name}`);
    expect(manifest.activationEvents).toEqual(ofPanels);
  });

  it.each([
    manifest.icon,
    ...contributes.languages.flatMap(({ configuration, icon }) => [configuration, icon.light, icon.dark]),
    ...contributes.grammars.map(({ path }) => path),
    ...contributes.jsonValidation.map(({ url }) => url),
    ...contributes.viewsContainers.activitybar.map(({ icon }) => icon),
    ...contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)),
  ])("names a file that exists: %s", (path) => {
    expect(existsSync(path)).toBe(true);
  });

  it("opens examples in the walkthrough that exist", () => {
    const links = decodeURIComponent(JSON.stringify(contributes.walkthroughs));
    const examples = [...links.matchAll(/openExample\?\[\\?"(.+?)\\?"\]/g)].map(([, name]) => name ?? "");
    expect(examples.length).toBeGreaterThan(0);
    for (const name of examples) expect(existsSync(`examples/${name}`), name).toBe(true);
  });

  it("tells a CIF by its first line", () => {
    const [firstLine = ""] = contributes.languages.map((language) => language.firstLine);
    expect("#\\#CIF_2.0").toMatch(new RegExp(firstLine));
    expect("data_Li3N").toMatch(new RegExp(firstLine));
    expect("data for the mill").not.toMatch(new RegExp(firstLine));
  });
});

describe("the pictures of the walkthrough", () => {
  it.each(contributes.walkthroughs.flatMap(({ steps }) => steps.map(({ media }) => media.svg)))(
    "take their colours from the theme: %s",
    (path) => {
      const colours = [...readFileSync(path, "utf8").matchAll(/(?:fill|stroke)="([^"]+)"/g)].map(
        ([, colour]) => colour,
      );
      for (const colour of colours) expect(colour).toMatch(/^(none|var\(--vscode-)/);
    },
  );
});
