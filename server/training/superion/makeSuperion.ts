import { join } from "node:path";
import { conductivityKind } from "../../src/learning/conductivity/conductivityFile";
import { fitConductivityModel } from "../../src/learning/conductivity/conductivityModel";
import { toTensors } from "../../src/learning/conductivity/modelTensors";
import type { SampleFacts } from "../../src/learning/conductivity/storedSamples";
import { writeModelFile } from "../../src/learning/modelFile";
import { writeModelAndCard } from "../modelAndCard";
import { conductivitySample, readEntries } from "../obelix";
import { superionVersion } from "../superionVersion";
import { superionCard } from "./superionCard";

/** Fits Superion's own model to the training split, and writes it with its card. */
export function makeSuperion(obelix: string, models: string): void {
  const samples = readEntries(obelix, "train").map(conductivitySample);
  const model = fitConductivityModel(samples);
  const { architecture, tensors } = toTensors(model.state);
  const facts = samples.map(({ id, formula, doi, logConductivity, isUpperBound }): SampleFacts => ({
    id,
    formula,
    doi,
    logConductivity,
    isUpperBound,
  }));
  const located = samples.filter(({ features }) => features.has("shortest Li-Li distance (Å)")).length;
  const bytes = writeModelFile(
    {
      kind: conductivityKind,
      name: "Superion",
      version: 1,
      data: `OBELiX, training split (Therrien et al., arXiv:2502.14234, CC-BY-4.0): ${samples.length} compounds, ${located} of them with a CIF that lists lithium`,
      split: "the test split of OBELiX, which shares no DOI with the training split, was left out",
      seeds: [],
      metrics: {},
      superion: superionVersion(),
      architecture: { ...architecture, samples: facts },
    },
    tensors,
  );
  writeModelAndCard(join(models, "superion.safetensors"), bytes, superionCard);
  console.log(`Superion: ${samples.length} compounds, ${(bytes.length / 1e6).toFixed(2)} MB`);
}
