import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import type { Structure } from "../../server/src/crystal/structure";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** A file in `examples/`. */
export function exampleText(name: string): string {
  return readFileSync(join(root, "examples", `${name}.cif`), "utf8");
}

/** Its structure. */
export function exampleStructure(name: string): Structure {
  const structure = readStructures(parseCif(exampleText(name)))[0]?.structure;
  if (!structure) throw new Error(`${name} has no structure`);
  return structure;
}
