import type { Command } from "commander";
import { existsSync } from "node:fs";
import { fileURLToPath } from "node:url";

/** Where the shipped model lies, seen from the bundle, from one of its chunks, and from the sources. */
const places = ["../server/models", "../../server/models", "../../models"];

/** The folder of the shipped model. */
export const modelFolder =
  places.map((place) => fileURLToPath(new URL(place, import.meta.url))).find(existsSync) ?? "server/models";

/** What was loaded; a file that is missing or unreadable ends the command as wrong usage, with the reason. */
export async function orUsageError<T>(loading: Promise<T>, command: Command): Promise<T> {
  return loading.catch((error: unknown) =>
    command.error(`error: ${error instanceof Error ? error.message : String(error)}`),
  );
}
