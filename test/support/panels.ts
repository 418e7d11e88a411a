import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";

const folder = join(import.meta.dirname, "../../media/src");

/** The panels of the extension: each has a page in media/src/. */
export function panelNames(): string[] {
  return readdirSync(folder).filter((name) => existsSync(join(folder, name, "main.tsx")));
}
