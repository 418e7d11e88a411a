import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseCif } from "../../server/src/cif/parser";
import { readStructures } from "../../server/src/crystal/reading/readStructure";
import type { Orbit, Structure } from "../../server/src/crystal/structure";

const root = join(dirname(fileURLToPath(import.meta.url)), "../..");

/** The structure of a file in `examples/`. */
export function exampleStructure(name: string): Structure {
  const text = readFileSync(join(root, "examples", `${name}.cif`), "utf8");
  const structure = readStructures(parseCif(text))[0]?.structure;
  if (!structure) throw new Error(`${name} has no structure`);
  return structure;
}

/** The same crystal with every site of the cell an orbit of its own. */
export function withoutSymmetry(structure: Structure): Structure {
  const orbits = structure.orbits.flatMap((orbit) =>
    Array.from({ length: orbit.multiplicity }, (_, i): Orbit => {
      const images = orbit.images.slice(3 * i, 3 * i + 3);
      const [x = 0, y = 0, z = 0] = images;
      return { ...orbit, position: [x, y, z], multiplicity: 1, images };
    }),
  );
  return { ...structure, orbits };
}
