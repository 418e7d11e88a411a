import { conductivityState } from "../../src/learning/conductivity/conductivityFile";
import { storedSamples } from "../../src/learning/conductivity/storedSamples";
import type { Card } from "../modelAndCard";

/** The model card of Superion's own model. */
export const superionCard: Card = (manifest, tensors, bytes) => {
  const { members, scale, shift, intervalWidth } = conductivityState(manifest, tensors);
  const bounds = storedSamples(manifest, tensors)?.filter(({ isUpperBound }) => isUpperBound).length ?? 0;
  const scores = Object.entries(manifest.metrics).map(([name, value]) => `| ${name} | ${value.toFixed(3)} |`);
  return `# Superion, version 1

The model that gives P_SI by default, with an expected conductivity at room temperature and its interval.

- **What it is**: ${members.length} Gaussian processes on log10 of the conductivity, each the sum of a Matérn 3/2 kernel on the
  fractions of the elements and one on eight numbers of how lithium sits in the structure (Sendek's five, the number of elements,
  the volume per Li, the largest electronegativity of a framework cation). One learns from the compounds whose Li was located,
  one from all: where a compound has no structure, the second kernel varies on its own, like noise.
- **What it says**: P_SI is the mean of the members' probabilities to lie above 1e-4 S/cm, shifted by ${shift.toFixed(2)} on the logit
  scale, and its deviation that over the members. The interval is conformal: ${intervalWidth.toFixed(2)} deviations of the mixture to
  either side held 80 % of the training compounds, each predicted without its paper. It holds for new papers; for families
  of compounds that were never measured it is too narrow.
- **Data**: ${manifest.data}; the ${bounds} upper bounds
  count as the bound, conductivities below 1e-10 S/cm as that. Test and training share no DOI.
- **Made by** \`npm run train:superion\`, in seconds and without chance: the same data give the same file. ${(bytes / 1e6).toFixed(2)} MB, ${scale.names.length} features.
- **Scores** on folds of the training split, and what else was tried: [docs/evaluation/conductivity.md](../../docs/evaluation/conductivity.md).

| score | value |
|---|---|
${scores.join("\n")}

The test split was looked at once, after all choices. It is small (20 of its 67 compounds conduct) and holds families that
training never saw: such scores have a bootstrap standard deviation of about 0.1.

**Read it so**: the error is largest within a decade of the threshold, and argyrodites or perovskites are hardly told apart from
their like. Where a message says that elements or compounds like this were hardly measured, the number is a guess.
`;
};
