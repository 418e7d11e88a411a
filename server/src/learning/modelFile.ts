import { sha256 } from "@noble/hashes/sha2.js";
import { bytesToHex } from "@noble/hashes/utils.js";
import { readSafetensors, writeSafetensors, type TensorFile } from "../graph/safetensors";

/** What a model file says of the model that it holds; `docs/model-files.md` describes each field for readers. */
export interface ModelManifest {
  /** What reads the tensors: `atom-sets-ensemble`. */
  readonly kind: string;
  /** Shown to the user: `Thesis`. */
  readonly name: string;
  /** Of the model, not of the file: counts up when it is trained anew. */
  readonly version: number;
  /** What it learned from, in words, with the source. */
  readonly data: string;
  /** How the data were divided into what it learned from and what it was scored on, in words. */
  readonly split: string;
  readonly seeds: readonly number[];
  /** Scores by name, `random folds AUC-PR`. */
  readonly metrics: Readonly<Record<string, number>>;
  /** The version of Superion that wrote the file. */
  readonly superion: string;
  /** What the kind needs beside its tensors, in JSON. */
  readonly architecture: unknown;
  /** When it was trained, ISO 8601; absent in shipped models, which are the same whenever they are made. */
  readonly created?: string;
}

export type Tensors = TensorFile["tensors"];

export type ModelReading =
  | { readonly kind: "model"; readonly manifest: ModelManifest; readonly tensors: Tensors }
  | { readonly kind: "refused"; readonly reason: string };

const format = "superion-model";
/** Counts up when older programs could no longer read the file. */
const formatVersion = "1";

const hashLength = 64;
const blankHash = "0".repeat(hashLength);

/**
 * A safetensors file whose metadata hold the format, the manifest and the SHA-256 of the file itself, taken while zeros
 * stand in the hash's place. The same model gives the same bytes.
 */
export function writeModelFile(manifest: ModelManifest, tensors: Tensors): Uint8Array {
  const metadata = { format, formatVersion, sha256: blankHash, manifest: JSON.stringify(manifest) };
  const bytes = writeSafetensors({ metadata, tensors });
  const place = findHash(bytes);
  if (place) bytes.set(new TextEncoder().encode(bytesToHex(sha256(bytes))), place.start);
  return bytes;
}

/** @param name of the file, for the reason of a refusal. */
export function readModelFile(name: string, bytes: Uint8Array): ModelReading {
  const refuse = (reason: string): ModelReading => ({ kind: "refused", reason });
  const place = findHash(bytes);
  if (!place) return refuse(`${name} is no model file of Superion.`);
  const blanked = bytes.slice();
  blanked.fill("0".charCodeAt(0), place.start, place.start + hashLength);
  if (bytesToHex(sha256(blanked)) !== place.hash)
    return refuse(
      `${name} is damaged: its content does not match its checksum. Get or train the model anew.`,
    );
  if (place.formatVersion !== formatVersion)
    return refuse(
      `${name} is of format version ${place.formatVersion}, and this Superion reads version ${formatVersion}: update Superion.`,
    );
  try {
    const { metadata, tensors } = readSafetensors(bytes);
    const manifest: unknown = JSON.parse(metadata["manifest"] ?? "null");
    if (isManifest(manifest)) return { kind: "model", manifest, tensors };
    return refuse(`${name} lacks fields that every model file has.`);
  } catch (error) {
    return refuse(`${name} cannot be read: ${error instanceof Error ? error.message : String(error)}.`);
  }
}

interface HashPlace {
  readonly formatVersion: string;
  readonly hash: string;
  /** Byte at which the hash begins. */
  readonly start: number;
}

/** Metadata come first in the header, so the hash lies near the start of every file of this format. */
const searchedBytes = 512;

const beginning = new RegExp(
  `"__metadata__":{"format":"${format}","formatVersion":"([^"]*)","sha256":"([0-9a-f]{${hashLength}})"`,
);

/** `undefined` for bytes that do not begin like a model file. */
function findHash(bytes: Uint8Array): HashPlace | undefined {
  const start = new TextDecoder("latin1").decode(bytes.subarray(0, searchedBytes));
  const match = beginning.exec(start);
  const [text, version, hash] = match ?? [];
  if (!match || !text || version === undefined || hash === undefined) return undefined;
  return { formatVersion: version, hash, start: match.index + text.length - 1 - hashLength };
}

function isManifest(value: unknown): value is ModelManifest {
  if (!isRecord(value)) return false;
  const texts = [value["kind"], value["name"], value["data"], value["split"], value["superion"]];
  const { version, seeds, metrics } = value;
  return (
    texts.every((text) => typeof text === "string") &&
    typeof version === "number" &&
    Array.isArray(seeds) &&
    seeds.every((seed) => typeof seed === "number") &&
    isRecord(metrics) &&
    Object.values(metrics).every((metric) => typeof metric === "number") &&
    "architecture" in value
  );
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
