import fc from "fast-check";
import { createHash } from "node:crypto";
import { describe, expect, it } from "vitest";
import { writeSafetensors } from "../../../server/src/graph/safetensors";
import {
  readModelFile,
  writeModelFile,
  type ModelManifest,
  type Tensors,
} from "../../../server/src/learning/modelFile";

const manifest: ModelManifest = {
  kind: "atom-sets-ensemble",
  name: "Thesis",
  version: 2,
  data: 'OBELiX, training split, with a comma, a "quote" and a σ',
  split: "DOI-grouped folds",
  seeds: [1, 2, 3],
  metrics: { "random folds AUC-PR": 0.82 },
  superion: "0.1.0",
  architecture: { level: 1, members: [{ layers: [3, 2] }] },
};

const tensors: Tensors = new Map([
  ["mean", { shape: [3], values: Float32Array.of(0.5, -1, 2 ** -20), type: "F32" }],
  ["kernel", { shape: [2, 2], values: Float32Array.of(1, 2, 3, 4), type: "F16" }],
]);

const bytes = writeModelFile(manifest, tensors);

describe("a model file", () => {
  it("comes back as it was written", () => {
    expect(readModelFile("thesis", bytes)).toEqual({ kind: "model", manifest, tensors });
  });

  it("comes back whatever its words and numbers are", () => {
    const values = fc.array(fc.float({ noNaN: true }), { maxLength: 20 });
    fc.assert(
      fc.property(
        fc.string(),
        fc.string(),
        fc.double({ noNaN: true }),
        values,
        (name, data, score, numbers) => {
          // JSON knows no negative zero.
          const written = {
            ...manifest,
            name,
            data,
            metrics: { score: Number.isFinite(score) ? score + 0 : 0 },
          };
          const kept = new Map([
            ["x", { shape: [numbers.length], values: Float32Array.from(numbers), type: "F32" as const }],
          ]);
          expect(readModelFile("x", writeModelFile(written, kept))).toEqual({
            kind: "model",
            manifest: written,
            tensors: kept,
          });
        },
      ),
    );
  });

  it("is the same bytes for the same model", () => {
    expect(writeModelFile({ ...manifest }, new Map(tensors))).toEqual(bytes);
  });

  it("is refused with any byte changed", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const damaged = bytes.slice();
        damaged[at] = (damaged[at] ?? 0) ^ change;
        expect(readModelFile("thesis", damaged)).toMatchObject({
          kind: "refused",
          reason: expect.stringMatching(/^thesis is (damaged|no model file of Superion)/) as string,
        });
      }),
      { numRuns: 2000 },
    );
  });

  it("is refused when it ends early or goes on", () => {
    fc.assert(
      fc.property(fc.nat(bytes.length - 1), (length) => {
        expect(readModelFile("thesis", bytes.subarray(0, length)).kind).toBe("refused");
      }),
    );
    const longer = new Uint8Array([...bytes, 0]);
    expect(readModelFile("thesis", longer)).toMatchObject({
      reason: expect.stringContaining("damaged") as string,
    });
  });

  it("of a later format asks for an update", () => {
    const metadata = { format: "superion-model", formatVersion: "2", sha256: "0".repeat(64), manifest: "{}" };
    const later = rehash(writeSafetensors({ metadata, tensors }));
    expect(readModelFile("later", later)).toMatchObject({
      reason: "later is of format version 2, and this Superion reads version 1: update Superion.",
    });
  });

  it("is no text, no other safetensors file and not nothing", () => {
    const others = [
      new TextEncoder().encode("data_Li2O loop_ _atom_site_label"),
      writeSafetensors({ metadata: { format: "superion-parent-1" }, tensors }),
      new Uint8Array(0),
    ];
    for (const other of others)
      expect(readModelFile("x.bin", other)).toEqual({
        kind: "refused",
        reason: "x.bin is no model file of Superion.",
      });
  });

  it("without a field that every manifest has is refused", () => {
    const incomplete = { ...manifest, seeds: undefined } as unknown as ModelManifest;
    expect(readModelFile("x", writeModelFile(incomplete, tensors))).toMatchObject({
      reason: "x lacks fields that every model file has.",
    });
  });
});

/** The file with the checksum that fits its content. */
function rehash(file: Uint8Array): Uint8Array {
  const start = new TextDecoder("latin1").decode(file).indexOf("0".repeat(64));
  const hash = createHash("sha256").update(file).digest("hex");
  const hashed = file.slice();
  hashed.set(new TextEncoder().encode(hash), start);
  return hashed;
}
