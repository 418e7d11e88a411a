import { readFileSync, writeFileSync } from "node:fs";
import { readModelFile, writeModelFile, type ModelManifest, type Tensors } from "../src/learning/modelFile";

/** What the card of a model says of it. */
export type Card = (manifest: ModelManifest, tensors: Tensors, bytes: number) => string;

/** Writes a model file, and beside it the card that says what its manifest says. */
export function writeModelAndCard(path: string, bytes: Uint8Array, card: Card): void {
  const { manifest, tensors } = modelIn(path, bytes);
  writeFileSync(path, bytes);
  writeFileSync(path.replace(/\.safetensors$/, ".md"), card(manifest, tensors, bytes.length));
}

/** The same model with further scores in its manifest and its card. */
export function addMetrics(path: string, metrics: Readonly<Record<string, number>>, card: Card): void {
  const { manifest, tensors } = modelIn(path, readFileSync(path));
  const scored = { ...manifest, metrics: { ...manifest.metrics, ...metrics } };
  writeModelAndCard(path, writeModelFile(scored, tensors), card);
}

function modelIn(path: string, bytes: Uint8Array): { manifest: ModelManifest; tensors: Tensors } {
  const reading = readModelFile(path, bytes);
  if (reading.kind === "refused") throw new Error(reading.reason);
  return reading;
}
