import { DidChangeConfigurationNotification, type Connection } from "vscode-languageserver/node";
import { URI, Utils } from "vscode-uri";
import { defaultSettings, loudnesses, type Loudness, type Settings } from "../protocol/settings";
import type { ClientTraits } from "./client";

const section = "superion";

/** The settings of whatever the editor sent; every part that is missing or of another type has its default. */
function readSettings(value: unknown): Settings {
  const settings = asRecord(value);
  const { model, parentModel } = settings;
  return {
    model: (typeof model === "string" && model.trim()) || defaultSettings.model,
    parentModel: typeof parentModel === "string" ? parentModel.trim() : defaultSettings.parentModel,
    codeLens: { enabled: readSwitch(settings["codeLens"], defaultSettings.codeLens.enabled) },
    inlayHints: readInlayHints(settings["inlayHints"]),
    hover: { enabled: readSwitch(settings["hover"], defaultSettings.hover.enabled) },
    completion: { enabled: readSwitch(settings["completion"], defaultSettings.completion.enabled) },
    cif: { dictionaries: readTexts(asRecord(settings["cif"])["dictionaries"]) },
    diagnostics: { severity: readSeverities(settings["diagnostics"]) },
    oxidationStates: readLines(settings["oxidationStates"]),
  };
}

function readSwitch(value: unknown, fallback: boolean): boolean {
  const { enabled } = asRecord(value);
  return typeof enabled === "boolean" ? enabled : fallback;
}

function readInlayHints(value: unknown): Settings["inlayHints"] {
  const { columnNames } = asRecord(value);
  return {
    enabled: readSwitch(value, defaultSettings.inlayHints.enabled),
    columnNames: typeof columnNames === "boolean" ? columnNames : defaultSettings.inlayHints.columnNames,
  };
}

function readTexts(value: unknown): string[] {
  return Array.isArray(value) ? value.filter((text): text is string => typeof text === "string") : [];
}

/** What is given for a code goes before the default, and all other codes keep theirs. */
function readSeverities(value: unknown): Record<string, Loudness> {
  const severity = asRecord(asRecord(value)["severity"]);
  const given = Object.entries(severity).filter((entry): entry is [string, Loudness] =>
    loudnesses.some((loudness) => loudness === entry[1]),
  );
  return { ...defaultSettings.diagnostics.severity, ...Object.fromEntries(given) };
}

/** The codes of problems that nobody wants to see. */
export function silenced({ diagnostics }: Settings): string[] {
  return Object.keys(diagnostics.severity).filter((code) => diagnostics.severity[code] === "off");
}

function readLines(value: unknown): Record<string, string> {
  const lines = Object.entries(asRecord(value)).filter(
    (entry): entry is [string, string] => typeof entry[1] === "string",
  );
  return Object.fromEntries(lines);
}

/** The line of the settings that gives oxidation states to a file: its own, else that for all files. */
export function oxidationStatesFor({ oxidationStates }: Settings, uri: string): string {
  const name = Utils.basename(URI.parse(uri));
  return oxidationStates[name] ?? oxidationStates["*"] ?? "";
}

function asRecord(value: unknown): Record<string, unknown> {
  return typeof value === "object" && value !== null ? { ...value } : {};
}

/**
 * Keeps the settings current: asks an editor that can be asked (`workspace/configuration`), and takes what other
 * editors send at start or in `workspace/didChangeConfiguration`.
 */
export class SettingsStore {
  current: Settings = defaultSettings;

  constructor(
    private readonly connection: Connection,
    private readonly changed: (now: Settings, before: Settings) => void,
  ) {}

  /** To be called once the editor is initialized. */
  async start(client: ClientTraits, initializationOptions: unknown): Promise<void> {
    this.connection.onDidChangeConfiguration(async ({ settings }: { settings: unknown }) => {
      this.update(client.configuration ? await this.ask() : asRecord(settings)[section]);
    });
    if (client.configurationChanges)
      void this.connection.client
        .register(DidChangeConfigurationNotification.type, { section })
        .catch(ignore);
    this.update(
      client.configuration
        ? await this.ask()
        : (asRecord(initializationOptions)[section] ?? initializationOptions),
    );
  }

  private async ask(): Promise<unknown> {
    try {
      return await this.connection.workspace.getConfiguration(section);
    } catch {
      return undefined;
    }
  }

  private update(value: unknown): void {
    const before = this.current;
    this.current = readSettings(value);
    this.changed(this.current, before);
  }
}

/** An editor that refuses the registration tells changes another way, or not at all. */
function ignore(): void {
  return;
}
