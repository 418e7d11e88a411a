import { readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { Megnet } from "../src/graph/megnet";
import { readParent } from "../src/graph/parentFile";

/** The parent that lies in the folder of models. @throws Error where it is none. */
export function shippedParent(models: string): Megnet {
  const path = join(models, "parent.safetensors");
  const reading = readParent(basename(path), readFileSync(path));
  if (reading.kind === "refused") throw new Error(reading.reason);
  return new Megnet(reading.parent);
}
