import { DidChangeConfigurationNotification, type Connection } from "vscode-languageserver/node";
import { defaultSettings, type Settings } from "../protocol/settings";
import type { ClientTraits } from "./client";

const section = "superion";

/** The settings of whatever the editor sent; every part that is missing or of another type has its default. */
function readSettings(value: unknown): Settings {
  const settings = asRecord(value);
  const { parentModel } = settings;
  const { enabled } = asRecord(settings["codeLens"]);
  return {
    parentModel: typeof parentModel === "string" ? parentModel.trim() : defaultSettings.parentModel,
    codeLens: { enabled: typeof enabled === "boolean" ? enabled : defaultSettings.codeLens.enabled },
  };
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
