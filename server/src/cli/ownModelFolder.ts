import { homedir, platform } from "node:os";
import { join } from "node:path";

/** Where models lie that a user trained, if not told otherwise: the user's own data folder, or `SUPERION_MODELS`. */
export function ownModelFolder(): string {
  const { SUPERION_MODELS, XDG_DATA_HOME, APPDATA } = process.env;
  if (SUPERION_MODELS) return SUPERION_MODELS;
  const home = homedir();
  const data = {
    win32: APPDATA ?? join(home, "AppData", "Roaming"),
    darwin: join(home, "Library", "Application Support"),
  };
  const here = platform();
  const folder = here === "win32" || here === "darwin" ? data[here] : XDG_DATA_HOME;
  return join(folder ?? join(home, ".local", "share"), "superion", "models");
}

/** A file name for a model, from its name. */
export function modelFileName(name: string): string {
  const plain = name
    .normalize("NFKD")
    .replace(/[^\w.-]+/g, "-")
    .replace(/^[-.]+|[-.]+$/g, "");
  return `${plain || "model"}.safetensors`;
}
