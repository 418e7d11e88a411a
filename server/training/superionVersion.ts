import { readFileSync } from "node:fs";

/** The version that model files name as their maker. */
export function superionVersion(): string {
  const { version } = JSON.parse(readFileSync("package.json", "utf8")) as { version: string };
  return version;
}
