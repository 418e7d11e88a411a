import { readFileSync, writeFileSync } from "node:fs";
import { readModelFile, writeModelFile } from "../../src/learning/modelFile";
import { thesisCard } from "./card";

/** Writes a model file, and beside it the card that says what its manifest says. */
export function writeModelAndCard(path: string, bytes: Uint8Array): void {
  const reading = readModelFile(path, bytes);
  if (reading.kind === "refused") throw new Error(reading.reason);
  writeFileSync(path, bytes);
  writeFileSync(path.replace(/\.safetensors$/, ".md"), thesisCard(reading.manifest, bytes.length));
}

/** The same model with further scores in its manifest and its card. */
export function addMetrics(path: string, metrics: Readonly<Record<string, number>>): void {
  const reading = readModelFile(path, readFileSync(path));
  if (reading.kind === "refused") throw new Error(reading.reason);
  const { manifest, tensors } = reading;
  const scored = { ...manifest, metrics: { ...manifest.metrics, ...metrics } };
  writeModelAndCard(path, writeModelFile(scored, tensors));
}
