import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { root } from "./builtServer";

/** Whether there is a trained model to predict with. */
export const hasModel = existsSync(join(root, "server/models/superion.safetensors"));
if (!hasModel)
  console.warn("No server/models: tests of predictions are skipped. `npm run train` makes them.");

export function example(name: string): string {
  return readFileSync(join(root, "examples", name), "utf8");
}
