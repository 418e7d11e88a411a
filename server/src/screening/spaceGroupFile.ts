import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createSpaceGroupDetector, type SpaceGroupDetector } from "../crystal/symmetry/spaceGroupDetection";
import { createSpaceGroupNamer, type SpaceGroupNamer } from "../crystal/symmetry/spaceGroupNames";
import { createCellStandardizer, type CellStandardizer } from "../crystal/symmetry/standardCell";

const fileName = "moyo_wasm_bg.wasm";
let detector: SpaceGroupDetector | undefined;
let namer: SpaceGroupNamer | undefined;
let standardizer: CellStandardizer | undefined;

/** The space-group detector, from the file beside the bundle or, when run from sources, from its package. */
export function spaceGroupDetector(): SpaceGroupDetector {
  detector ??= createSpaceGroupDetector(readFileSync(path()));
  return detector;
}

/** What names the space groups of many structures, from the same file. */
export function spaceGroupNamer(): SpaceGroupNamer {
  namer ??= createSpaceGroupNamer(readFileSync(path()));
  return namer;
}

/** What gives structures in the standard cell of their space group, from the same file. */
export function cellStandardizer(): CellStandardizer {
  standardizer ??= createCellStandardizer(readFileSync(path()));
  return standardizer;
}

function path(): string {
  const beside = [`./${fileName}`, `../${fileName}`].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  );
  return beside.find(existsSync) ?? createRequire(import.meta.url).resolve(`@spglib/moyo-wasm/${fileName}`);
}
