import type { ModelManifest, Tensors } from "../modelFile";
import { conductivityState } from "./conductivityFile";
import type { ConductivitySample } from "./samples";

/** What a model file tells of each compound that it learned from, beside the features in its tensors. */
export type SampleFacts = Omit<ConductivitySample, "features">;

/**
 * The compounds of a model file that says which they are, with all that the model reads of them; `undefined` of a file that
 * does not.
 *
 * @throws Error where the tensors do not fit the compounds.
 */
export function storedSamples(manifest: ModelManifest, tensors: Tensors): ConductivitySample[] | undefined {
  const { architecture } = manifest;
  if (!hasSamples(architecture)) return undefined;
  const { scale, rows } = conductivityState(manifest, tensors);
  return architecture.samples.map((facts, i) => {
    const known = scale.names.flatMap((name, k): [string, number][] => {
      const value = rows[i]?.[k] ?? NaN;
      return Number.isNaN(value) ? [] : [[name, value]];
    });
    return { ...facts, features: new Map(known) };
  });
}

interface StoredSamples {
  readonly samples: readonly SampleFacts[];
}

function hasSamples(architecture: unknown): architecture is StoredSamples {
  return (
    typeof architecture === "object" &&
    architecture !== null &&
    "samples" in architecture &&
    Array.isArray(architecture.samples)
  );
}
