import type { EnsembleOptions } from "./ensembleTraining";

export interface EnsembleScores {
  readonly train: SplitScores;
  readonly test: SplitScores;
}

interface SplitScores {
  readonly compounds: number;
  readonly superionic: number;
  readonly aucPr: number;
  readonly mcc: number;
  readonly brier: number;
}

/** The model card of the ensemble. */
export function ensembleCard(
  name: string,
  options: EnsembleOptions,
  { train, test }: EnsembleScores,
): string {
  const row = (split: string, s: SplitScores) =>
    `| ${split} | ${s.compounds} | ${s.superionic} | ${s.aucPr.toFixed(3)} | ${s.mcc.toFixed(3)} | ${s.brier.toFixed(3)} |`;
  return `# ${name}

The classifiers that give P_SI, the probability that a compound conducts at least 1e-4 S/cm at room temperature, with its
deviation over the ensemble.

- **Input**: V1 of the shipped parent on the structure as CAMNS (cations Al, anions S, neutrals Mg, lithium kept).
- **Made by** \`npm run train\`: ${options.members} AtomSets (Chen and Ong, npj Comput. Mater. 7, 173, 2021), that differ by
  start, order of the data and dropout; seeds ${options.seed} to ${options.seed + options.members - 1}.
- **Data**: the training split of OBELiX (Therrien et al., arXiv:2502.14234, CC-BY-4.0) where it has a CIF that lists
  lithium. Upper bounds of conductivities count as the bound. Test and training share no DOI.
- **Settings**: two dense layers of ${options.neurons}, set2set (hidden ${options.hidden}, ${options.set2setSteps} steps), two dense
  layers of ${options.neurons}; dropout ${options.dropout}, L2 ${options.penalty.atoms} before and ${options.penalty.set} after the readout;
  ${options.epochs} epochs in batches of ${options.batchSize}; Adam, rate in triangles from ${options.rate.lowest} to
  ${options.rate.highest} of ${options.rate.epochs} epochs a side. Taken over from the pilot study, not tuned here.

| split | compounds | superionic | AUC-PR | MCC at 0.5 | Brier |
|---|---|---|---|---|---|
${row("train (seen)", train)}
${row("test", test)}

The settings of the ensemble were never tuned on the test split, which was scored twice: the parent was trained anew in
between, to agree better with its teacher. With ${test.compounds} compounds the scores carry a bootstrap standard
deviation of about 0.1.

**Read it so**: the test split holds families that training never saw. Near the threshold of 1e-4 S/cm, and at large
d_training, P_SI is a hint and no verdict.
`;
}
