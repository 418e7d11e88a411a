import { existsSync, readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { fileURLToPath } from "node:url";
import { createSpaceGroupDetector, type SpaceGroupDetector } from "../crystal/symmetry/spaceGroupDetection";

const fileName = "moyo_wasm_bg.wasm";
let detector: SpaceGroupDetector | undefined;

/** The space-group detector, from the file beside the bundle or, when run from sources, from its package. */
export function spaceGroupDetector(): SpaceGroupDetector {
  detector ??= createSpaceGroupDetector(readFileSync(path()));
  return detector;
}

function path(): string {
  const beside = [`./${fileName}`, `../${fileName}`].map((file) =>
    fileURLToPath(new URL(file, import.meta.url)),
  );
  return beside.find(existsSync) ?? createRequire(import.meta.url).resolve(`@spglib/moyo-wasm/${fileName}`);
}
