import type { ConductivityModelState } from "../../src/learning/conductivity/conductivityModel";
import type { ConductivitySample } from "../../src/learning/conductivity/samples";

/** The model card of Superion's own model. */
export function superionCard(
  { members, scale, shift, intervalWidth }: ConductivityModelState,
  samples: readonly ConductivitySample[],
  bytes: number,
): string {
  const bounds = samples.filter(({ isUpperBound }) => isUpperBound).length;
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
- **Data**: the training split of OBELiX (Therrien et al., arXiv:2502.14234, CC-BY-4.0), ${samples.length} compounds; the ${bounds} upper bounds
  count as the bound, conductivities below 1e-10 S/cm as that. Test and training share no DOI.
- **Made by** \`npm run train:superion\`, in seconds and without chance: the same data give the same file. ${(bytes / 1e6).toFixed(2)} MB, ${scale.names.length} features.
- **Scores** on folds of the training split, and what else was tried: [docs/evaluation/conductivity.md](../../docs/evaluation/conductivity.md).

**Read it so**: the error is largest within a decade of the threshold, and argyrodites or perovskites are hardly told apart from
their like. Where a message says that elements or compounds like this were hardly measured, the number is a guess.
`;
}
